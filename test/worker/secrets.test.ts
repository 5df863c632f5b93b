import { expect } from 'chai';
import type { LookQuestions } from '../../src/model/look.ts';
import { adminPassword, place, waitFor } from './cloudhsm/cluster-world.ts';
import { rawDatabase } from './hsm/raw.ts';
import { createStoreKey, documentCluster as ClusterId, documentStore as CustomKeyStoreId, openTestWorld, refused, type TestWorld } from './world.ts';

/** Passwords that a person types here, right and wrong ones, and what is typed where a member of another kind belongs. */
const typed = ['typed-kmsuser-1', 'typed-kmsuser-2', 'typed-student-1', 'typed-wrong-1', 'typed-short'];
const kmsuser = { Username: 'kmsuser', Role: 'crypto-user' } as const;
const student = { Username: 'student', Role: 'crypto-user' } as const;

/** What is kept of passwords is seen by nobody who looks, in no event and in no notice; what is typed is kept nowhere. */
describe('passwords', () => {
  let world: TestWorld;
  let notices = '';
  beforeEach(async () => {
    world = await openTestWorld();
    world.simulation.storage.onNotice((notice) => {
      notices += JSON.stringify(notice);
    });
  });
  afterEach(() => {
    world.close();
  });

  async function use(): Promise<void> {
    const [first = '', second = '', given = '', wrong = '', short = ''] = typed;
    await createStoreKey(world);
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    const { SessionId = '' } = await world.cloudhsmCli('Login', { ClusterId, Username: 'admin', Role: 'admin', Password: adminPassword });
    const session = { ClusterId, SessionId };
    await world.cloudhsmCli('UserCreate', { ...session, ...student, Password: given });
    await world.cloudhsmCli('UserChangePassword', { ...session, ...kmsuser, Password: first });
    await refused(world.cloudhsmCli('UserCreate', { ...session, Username: short, Role: 'admin', Password: short.slice(0, 3) }), 'CloudHsmCliError');
    await refused(world.cloudhsmCli('Login', { ClusterId, ...kmsuser, Password: wrong }), 'CloudHsmCliError');
    await world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword: wrong });
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    await refused(world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword: second }), 'CustomKeyStoreInvalidStateException');
    await refused(world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword: [second] as never }), 'SerializationException');
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    await world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword: first });
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world, 2 * 24 * 60 * 60 * 1000);
  }

  /** Every question, about all that there is. */
  async function look(): Promise<string> {
    const { keys } = await world.look.keys(place);
    const [{ KeyId = '' } = {}] = keys;
    const [{ BackupId = '' } = {}] = await world.look.backups(place);
    const inputs: { readonly [Question in keyof LookQuestions]: LookQuestions[Question]['input'] } = {
      keyStores: {},
      clusters: {},
      clusterContents: { ClusterId },
      backups: {},
      backup: { BackupId },
      network: {},
      keyStoreDiagnosis: { CustomKeyStoreId },
      waits: {},
      keyObjects: { ClusterId },
      map: {},
      keys: {},
      key: { KeyId },
      keyObject: { KeyId },
      certificate: { pem: (await world.look.clusters(place))[0]?.trustAnchor ?? '' },
      exportAttempt: { KeyId },
    };
    const ask = world.look as unknown as Record<string, (input: object) => Promise<unknown>>;
    return JSON.stringify(await Promise.all(Object.entries(inputs).map(async ([question, input]) => ask[question]?.({ ...input, ...place }))));
  }

  it('are in no answer, no event and no notice, and as digests where they are compared alone', async () => {
    await use();
    const { clusterUsers = [], keyStores = [], backups = [], ...others } = await rawDatabase(world.database, ['clusterUsers', 'keyStores', 'backups', 'world', 'events', 'clusterSessions', 'due']);
    const digests = [...JSON.stringify([clusterUsers, keyStores, backups]).matchAll(/"passwordDigest":"([^"]+)"/g)].map(([, digest = '']) => digest);
    expect(new Set(digests).size).to.be.above(2);
    const seen: Readonly<Record<string, string>> = { answers: await look(), notices, rows: JSON.stringify(others), users: JSON.stringify([clusterUsers, keyStores, backups]) };
    for (const [what, text] of Object.entries(seen)) {
      expect(text.length, what).to.be.above(100);
      for (const password of typed) expect(text, what).not.to.contain(password);
      if (what !== 'users') for (const digest of digests) expect(text, what).not.to.contain(digest);
    }
  });
});
