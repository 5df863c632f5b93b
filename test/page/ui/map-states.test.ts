import { expect } from 'chai';
import type { Simulator } from '../../../src/page/index.ts';
import type { Language } from '../../../src/page/i18n/languages.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId, hide, inStore, newSimulator, settle, show, type Shown } from './map-world.ts';
import { waitFor } from './waiting.ts';

const atOnce = ({ control }: Simulator): Promise<void> => control.setSpeed(Infinity);
const disconnect = ({ kms }: Simulator): Promise<unknown> => kms.disconnectCustomKeyStore({ CustomKeyStoreId });
const connect = ({ kms }: Simulator): Promise<unknown> => kms.connectCustomKeyStore({ CustomKeyStoreId });
const remove = ({ cloudhsmv2 }: Simulator, HsmId: string): Promise<unknown> => cloudhsmv2.deleteHsm({ ClusterId, HsmId });

/** Each state: how it comes about, and words of the page's and of AWS's that stand in it. */
const states: Record<string, { arrange: (simulator: Simulator) => Promise<unknown>; says: Record<Language, string>; also?: string[] }> = {
  connected: {
    arrange: async ({ kms }) => {
      const { KeyMetadata } = await kms.createKey(inStore);
      await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyMetadata?.KeyId });
    },
    says: { en: '1 of 3,300 keys', ja: 'キー 1 / 3,300' },
    also: ['kmsuser', 'alias/payments', 'AWS_CLOUDHSM', 'CreateAlias 200'],
  },
  connecting: {
    arrange: async (simulator) => {
      await atOnce(simulator);
      await disconnect(simulator);
      await simulator.control.setSpeed(1);
      await connect(simulator);
      await simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    },
    says: { en: 'At AWS up to 20 min, says its documentation', ja: 'AWS では最大 20 分 (AWS のドキュメントによる)' },
    also: ['CONNECTING', 'CREATE_IN_PROGRESS'],
  },
  disconnecting: {
    arrange: disconnect,
    says: { en: 'AWS publishes no figure', ja: 'AWS は公表していないため、推定' },
    also: ['DISCONNECTING'],
  },
  failed: {
    arrange: async (simulator) => {
      await atOnce(simulator);
      await disconnect(simulator);
      await simulator.kms.updateCustomKeyStore({ CustomKeyStoreId, KeyStorePassword: 'not-the-one' });
      await remove(simulator, 'hsm-zyxwvutsrqp');
      await connect(simulator);
      await simulator.kms.createKey(inStore).catch(() => undefined);
    },
    says: { en: 'What is wrong, in the order of repair', ja: '問題と修復 (上から順に)' },
    also: ['INVALID_CREDENTIALS', 'CloudHsmClusterInvalidConfigurationException', 'CreateKey 400'],
  },
  'one HSM': {
    arrange: (simulator) => remove(simulator, 'hsm-abcdefghijk'),
    says: { en: 'Active HSMs are in one Availability Zone only', ja: 'アクティブな HSM のあるアベイラビリティーゾーンが 1 つだけです' },
    also: ['DELETE_IN_PROGRESS', 'CloudHsmClusterInvalidConfigurationException'],
  },
  'no HSM, disconnected': {
    arrange: async (simulator) => {
      await atOnce(simulator);
      await simulator.kms.createKey(inStore);
      for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await remove(simulator, HsmId);
      await disconnect(simulator);
      await simulator.kms.listKeys();
    },
    says: { en: 'No HSM here. One that joins receives every key.', ja: 'HSM はありません。追加された HSM はすべてのキーを受け取ります。' },
    also: ['DISCONNECTED', 'KMSInvalidStateException', 'Unavailable'],
  },
  'a cluster without a key store': {
    arrange: ({ control }) => control.loadScenario('cluster'),
    says: { en: 'No key store uses this cluster.', ja: 'このクラスターを使うキーストアはありません。' },
    also: [ClusterId],
  },
  'a cluster being created': {
    arrange: async ({ control, cloudhsmv2, look }) => {
      await control.loadScenario('empty');
      await control.setSpeed(1);
      const [vpc] = await look('network');
      await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds: vpc?.subnets.map(({ SubnetId }) => SubnetId) ?? [] });
    },
    says: { en: 'HSMs can be added once it is UNINITIALIZED', ja: 'HSM は UNINITIALIZED になると追加できます' },
    also: ['CREATE_IN_PROGRESS'],
  },
  empty: {
    arrange: ({ control }) => control.loadScenario('empty'),
    says: { en: 'Nothing in account 111122223333, Region us-west-2.', ja: 'アカウント 111122223333、リージョン us-west-2 には何もありません。' },
  },
  'very long names': {
    arrange: async (simulator) => {
      await atOnce(simulator);
      const { KeyMetadata } = await simulator.kms.createKey(inStore);
      await simulator.kms.createAlias({ AliasName: `alias/${'long'.repeat(62)}`, TargetKeyId: KeyMetadata?.KeyId });
      await disconnect(simulator);
      await simulator.kms.updateCustomKeyStore({ CustomKeyStoreId, NewCustomKeyStoreName: 'ExampleKeyStore'.repeat(17) });
    },
    says: { en: 'Connect', ja: '接続する' },
    also: ['ExampleKeyStore'.repeat(17), 'long'.repeat(62)],
  },
};

describe('<glass-map>', () => {
  let shown: Shown;
  afterEach(() => {
    hide(shown);
  });

  for (const [name, { arrange, says, also = [] }] of Object.entries(states))
    for (const lang of ['en', 'ja'] as const)
      it(`${name}, in ${lang}: says so, light and dark, at 320 px too; axe finds nothing`, async () => {
        const simulator = await newSimulator();
        shown = await show(simulator, { lang });
        await arrange(simulator);
        for (const text of [says[lang], ...also]) await shown.says(text);
        const { map } = shown;
        for (const theme of ['light', 'dark'] as const) {
          map.theme = theme;
          document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
          await map.updateComplete;
          settle(shown);
          expect(await axeFindings(map), theme).to.deep.equal([]);
        }
        for (const width of [320, 500, 760, 1300]) {
          map.style.inlineSize = `${String(width)}px`;
          expect(map.scrollWidth, `${String(width)} px`).to.be.at.most(width);
        }
      });

  it('shows its outline while it starts, and why where it cannot', async () => {
    const map = document.createElement('glass-map');
    document.body.append(map);
    shown = { map, simulator: { close: () => undefined } } as unknown as Shown;
    await map.updateComplete;
    expect(map.shadowRoot?.querySelector('.skeleton [role=status]')?.textContent).to.equal('Starting the simulator…');
    expect(await axeFindings(map)).to.deep.equal([]);
    // Tests are bundled elsewhere than where the worker stands.
    const alert = await waitFor(map, () => map.shadowRoot?.querySelector('[role=alert]'));
    expect(alert.textContent).to.contain('The simulator could not start').and.contain('The worker did not load');
  });

  it('says that nothing lasts where there is no storage, and why', async () => {
    const simulator = await newSimulator();
    const forgetful: Simulator = Object.create(simulator, {
      storage: { value: { storage: 'memory', reason: 'This page may not store anything (SecurityError).' } },
    }) as Simulator;
    shown = await show(forgetful, { lang: 'ja' });
    await shown.says('キーはこのタブを閉じると消えます. This page may not store anything (SecurityError).');
    await shown.says('シミュレーション · このブラウザの中だけ');
    expect(await axeFindings(shown.map)).to.deep.equal([]);
  });

  it('says why it shows nothing where the worker has ended', async () => {
    const simulator = await newSimulator();
    shown = await show(simulator);
    simulator.close();
    simulator.changes.dispatchEvent(new Event('change') as Parameters<Simulator['changes']['dispatchEvent']>[0]);
    await shown.says('The map could not be read');
    expect(shown.button('Try again')).to.not.equal(undefined);
  });

  it('shows progress while something waits, and rests when nothing does', async () => {
    const simulator = await newSimulator();
    shown = await show(simulator);
    await disconnect(simulator);
    const { map, root } = shown;
    const bar = await waitFor(map, () => root().querySelector('progress'));
    expect(bar.getAttribute('aria-label')).to.match(/^cks-1234567890abcdef0: \d+ sec to go$/);
    const before = bar.value;
    await waitFor(map, () => bar.getAttribute('aria-label')?.includes(' 1 sec') && bar.value > before);
    await simulator.control.advance(3000);
    await shown.says('DISCONNECTED');
    await waitFor(map, () => !root().querySelector('progress'));
  });
});
