import { expect } from 'chai';
import type { TroubleName } from '../../../src/model/control.ts';
import type { GuideCode } from '../../../src/page/ui/guide/address.ts';
import type { GlassGuide } from '../../../src/page/ui/guide/guide.ts';
import { axeFindings } from './axe.ts';
import { open, rests, typePasswords } from './guide-world.ts';
import { CustomKeyStoreId, type Stage } from './stage.ts';
import { waitFor } from './waiting.ts';

/** The page on which each scenario is repaired, which of its causes it is, and what the repair calls. */
const scenarios: Readonly<Record<TroubleName, readonly [code: GuideCode, cause: string, calls: string]>> = {
  disconnected: ['CustomKeyStoreInvalidStateException', 'disconnected', 'Connect'],
  'key-material-deleted': ['KMSInvalidStateException', 'keyMissing', 'CreateCluster CreateHsm CreateHsm Disconnect Update Update Connect'],
  'backup-without-key': ['KMSInvalidStateException', 'keyMissing', 'CreateCluster CreateHsm CreateHsm Disconnect Update Update Connect'],
  'no-hsm': ['INSUFFICIENT_CLOUDHSM_HSMS', 'INSUFFICIENT_CLOUDHSM_HSMS', 'CreateHsm Disconnect Connect CreateHsm'],
  'one-hsm': ['CloudHsmClusterInvalidConfigurationException', 'oneZone', 'CreateHsm'],
  'one-zone': ['CloudHsmClusterInvalidConfigurationException', 'oneZone', 'CreateHsm'],
  'cluster-deleted': ['CLUSTER_NOT_FOUND', 'CLUSTER_NOT_FOUND', 'CreateCluster CreateHsm CreateHsm Disconnect Update Connect'],
  'pkcs11-sessions': ['KMSInternalException', 'pkcs11', ''],
  network: ['NETWORK_ERRORS', 'NETWORK_ERRORS', 'Disconnect Connect'],
  'invalid-credentials': ['INVALID_CREDENTIALS', 'INVALID_CREDENTIALS', 'Disconnect Update Connect'],
  'user-locked-out': ['USER_LOCKED_OUT', 'USER_LOCKED_OUT', 'Disconnect Update Connect'],
  'user-logged-in': ['USER_LOGGED_IN', 'USER_LOGGED_IN', 'Disconnect Connect'],
  'user-not-found': ['USER_NOT_FOUND', 'USER_NOT_FOUND', 'Disconnect Update Connect'],
  'kmsuser-mfa': ['INVALID_CREDENTIALS', 'mfa', 'Disconnect Update Connect'],
  'subnet-not-found': ['SUBNET_NOT_FOUND', 'SUBNET_NOT_FOUND', 'CreateCluster CreateHsm CreateHsm Disconnect Update Connect'],
  'no-free-addresses': ['INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET', 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET', 'Disconnect Connect'],
  'internal-error': ['INTERNAL_ERROR', 'INTERNAL_ERROR', 'Disconnect Connect'],
  'connect-when-failed': ['CustomKeyStoreInvalidStateException', 'NETWORK_ERRORS', 'Disconnect Connect'],
  'fast-failure': ['CloudHsmClusterInvalidConfigurationException', 'securityGroup', 'Connect'],
  'orphaned-key': ['DeleteKey', 'orphans', 'Update Connect'],
  'unrelated-cluster': ['CloudHsmClusterNotRelatedException', 'disconnected', 'Connect'],
  'store-with-keys': ['CustomKeyStoreHasCMKsException', 'hasKeys', 'ScheduleKeyDeletion Delete'],
  throttled: ['ThrottlingException', 'throttled', ''],
  'old-backup': ['INVALID_CREDENTIALS', 'INVALID_CREDENTIALS', 'Disconnect Update Connect'],
};

describe('each scenario, repaired by the page of its error', () => {
  let guide: Stage<GlassGuide>;
  afterEach(() => {
    guide.close();
  });

  Object.entries(scenarios).forEach(([scenario, [code, cause, calls]], i) => {
    const lang = i % 2 === 0 ? 'en' : 'ja';
    it(`${scenario}: ${code} is ${cause}, and "have it done" ends with a store that works (${lang})`, async () => {
      guide = await open(code, { scenario, lang, theme: lang === 'en' ? 'light' : 'dark' });
      const { element, simulator } = guide;
      await waitFor(element, () => guide.all(`[data-repair="${cause}"]`).length > 0);
      expect(await axeFindings(element)).to.deep.equal([]);
      await simulator.control.setSpeed(Infinity);

      const isOver = (): boolean => guide.all('#repaired').length > 0;
      // It stops where it asks for a password, and goes on when that is typed.
      for (let pressed = 0; pressed < 3 && !isOver(); pressed += 1) {
        await typePasswords(guide);
        const [before] = guide.all('#stop');
        guide.press(/^(Have it done|まとめて実行)$/);
        // It asks first where something is lost.
        if (pressed === 0) expect(guide.all('dialog')).to.have.lengthOf(['hasKeys', 'orphans'].includes(cause) ? 1 : 0);
        guide.all('dialog .danger')[0]?.click();
        await waitFor(element, () => isOver() || guide.all('#stop').some((stop) => stop !== before));
        await rests(guide);
        expect(guide.all('#stop:not([data-stop=asks])').map((each) => [each.closest('[data-step]')?.getAttribute('data-step'), each.textContent]), 'nothing is in the way').to.deep.equal([]);
      }
      await waitFor(element, isOver);
      await rests(guide);

      const proof = cause === 'hasKeys' ? [] : ['Encrypt', 'CreateKey'];
      const made = guide.calls.map(({ operation }) => operation.replace('CustomKeyStore', ''));
      expect(made.filter((name) => !proof.includes(name)).join(' ')).to.equal(calls);
      expect(made.filter((name) => proof.includes(name)).sort(), 'the proof').to.deep.equal(proof.sort());
      const { CustomKeyStores = [] } = await simulator.kms.describeCustomKeyStores({});
      const store = CustomKeyStores.find((one) => one.CustomKeyStoreId === CustomKeyStoreId);
      expect(store?.ConnectionState).to.equal(cause === 'hasKeys' ? undefined : 'CONNECTED');

      // What was encrypted before it failed can be read again.
      const { ciphertexts = {} } = await simulator.control.notes();
      if (cause !== 'hasKeys')
        for (const ciphertext of Object.values(ciphertexts)) {
          const { Plaintext } = await simulator.kms.decrypt({ CiphertextBlob: Uint8Array.fromBase64(ciphertext) });
          expect(Plaintext).to.have.length.above(0);
        }
      await waitFor(element, () => guide.all('[data-state=now], [data-state=waiting], [data-state=later]').length === 0);
      expect(await axeFindings(element)).to.deep.equal([]);
    });
  });
});
