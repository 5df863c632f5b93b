import { expect } from 'chai';
import { SimulatorFault } from '../../../src/worker/errors.ts';
import { keyPaths, storeNames, type KeyRow, type StoreName } from '../../../src/worker/storage/schema.ts';
import type { KeyListInput } from '../../../src/model/look.ts';
import { inconsistencies } from '../consistency.ts';
import { rawDatabase } from '../hsm/raw.ts';
import { createStoreKey, documentCluster as ClusterId, documentStore as CustomKeyStoreId, openTestWorld, type TestWorld } from '../world.ts';

const place = { account: '111122223333', region: 'us-west-2' };

/** What a version had not yet; the rows that it had are as they are now, but for members that may be absent. */
const later: Readonly<Record<number, readonly StoreName[]>> = {
  1: [
    'aliasedKeyOrder', 'keyTags', 'keyMaterials', 'keyUsage', 'grants', 'grantNames', 'retirableGrants', 'clusterSessions', 'backups', 'backupOrder',
    'lineages', 'vpcs', 'keyStoreNetworks', 'removedKeyObjects', 'materialReferences',
  ],
  2: ['aliasedKeyOrder', 'keyTags', 'clusterSessions'],
  3: ['aliasedKeyOrder', 'keyTags'],
};
const versions = Object.keys(later).map(Number);

/** What a browser does with the database that an older GlassHSM left. */
describe('A database of an older version', () => {
  let world: TestWorld;
  let database: string;
  /** The database that a world would have left at that version. */
  async function leave(before: TestWorld, version: number): Promise<void> {
    before.close();
    const rows = await rawDatabase(before.database, storeNames);
    // All keys were in the order of creation, those with an alias too.
    const keyOrder = (rows['keys'] as KeyRow[]).map(({ account, region, number, KeyId }) => ({ account, region, number, KeyId }));
    database = `upgrade-${crypto.randomUUID()}`;
    await olderDatabase(database, version, { ...rows, keyOrder, clusterUsers: unmarked(rows['clusterUsers']), keyStores: unmarked(rows['keyStores']) });
  }

  for (const version of versions)
    it(`${String(version)}: AWS KMS is signed in for the key store that was connected, signs out with the disconnect, and in again`, async () => {
      await leave(await openTestWorld(), version);
      world = await openTestWorld({ database });
      const sessions = async (): Promise<object[] | undefined> => (await world.look.clusterContents({ ...place, ClusterId }))?.sessions.slice();
      const [session, ...more] = (await sessions()) ?? [];
      expect(more).to.deep.equal([]);
      expect(session).to.include({ client: 'AWS KMS', username: 'kmsuser', CustomKeyStoreId });
      await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
      await world.control.advance({ ms: 3_600_000 });
      expect(await sessions()).to.deep.equal([]);
      await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
      await world.control.advance({ ms: 3_600_000 });
      expect((await sessions())?.[0]).to.include({ client: 'AWS KMS', CustomKeyStoreId });
      await createStoreKey(world);
      world.close();
    });

  const lists: readonly KeyListInput[] = [
    {},
    { order: 'name' },
    { order: 'name', descending: true },
    { filter: { TagKey: 'Team' } },
    { filter: { TagKey: 'Team', TagValue: '' } },
    { filter: { AliasName: 'alias/b' } },
  ];
  for (const version of versions)
    it(`${String(version)}: its keys are found by name and tag, and are whole`, async () => {
      const before = await openTestWorld();
      const keys = [await createStoreKey(before), await createStoreKey(before), await createStoreKey(before)];
      for (const [i, names] of [['alias/b', 'alias/c'], [], ['alias/a']].entries())
        for (const AliasName of names) await before.kms('CreateAlias', { AliasName, TargetKeyId: keys[i]?.KeyId });
      await before.kms('TagResource', { KeyId: keys[1]?.KeyId, Tags: [{ TagKey: 'Team', TagValue: 'A' }, { TagKey: 'Cost', TagValue: '1' }] });
      await before.kms('TagResource', { KeyId: keys[2]?.KeyId, Tags: [{ TagKey: 'Team', TagValue: '' }] });
      const seen = (of: TestWorld): Promise<string[][]> =>
        Promise.all(lists.map(async (list) => (await of.look.keys({ ...place, ...list })).keys.map(({ KeyId }) => KeyId)));
      const expected = await seen(before);
      expect(expected.map(({ length }) => length)).to.deep.equal([3, 3, 3, 2, 1, 1]);
      await leave(before, version);
      world = await openTestWorld({ database });
      expect(await seen(world)).to.deep.equal(expected);
      await world.kms('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: keys[1]?.KeyId });
      await world.kms('UntagResource', { KeyId: keys[2]?.KeyId, TagKeys: ['Team'] });
      expect((await seen(world)).map((list) => list.length)).to.deep.equal([3, 3, 3, 1, 0, 1]);
      expect(await inconsistencies(database).then((all) => all.filter((problem) => !beforeNetworks(version, problem)))).to.deep.equal([]);
      world.close();
    });

  it('that cannot be brought up to date stays as it is, and the fault says so', async () => {
    const before = await openTestWorld();
    await createStoreKey(before);
    await leave(before, 2);
    const damaged = await rawDatabase(database, ['keys', 'keyOrder']);
    await olderDatabase(database, 2, { keys: [{ ...place, KeyId: 'zzz' }] });
    const outcome = await openTestWorld({ database }).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(SimulatorFault);
    expect((outcome as Error).message).to.contain(`The database "${database}" could not be brought up to date`);
    const [known] = (await indexedDB.databases()).filter(({ name }) => name === database);
    expect(known?.version).to.equal(2);
    const { keys = [], keyOrder } = await rawDatabase(database, ['keys', 'keyOrder']);
    expect({ keys: keys.slice(0, -1), keyOrder }).to.deep.equal(damaged);
  });
});

/** A password that only AWS KMS knows was not marked as such. */
const unmarked = (rows: readonly unknown[] = []): readonly unknown[] =>
  (rows as { passwordDigest: string }[]).map((row) => ({ ...row, passwordDigest: row.passwordDigest.replace(/^kms:/, '') }));

/** Version 1 knew nothing of what connecting builds in a VPC. */
const beforeNetworks = (version: number, problem: string): boolean => version === 1 && problem.endsWith('without its network');

/** Makes the database where it is new, and puts rows into it. */
function olderDatabase(name: string, version: number, rows: Readonly<Record<string, readonly unknown[]>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onerror = () => {
      reject(request.error as Error);
    };
    request.onupgradeneeded = () => {
      for (const store of storeNames.filter((one) => !later[version]?.includes(one)))
        request.result.createObjectStore(store, { keyPath: [...keyPaths[store]] });
    };
    request.onsuccess = () => {
      const stores = [...request.result.objectStoreNames];
      const transaction = request.result.transaction(stores, 'readwrite');
      for (const store of stores) for (const row of rows[store] ?? []) transaction.objectStore(store).put(row);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error as Error);
      };
    };
  });
}
