import { expect } from 'chai';
import { openTestWorld } from '../world.ts';

const ClusterId = 'cluster-1a23b4cdefg';
const place = { account: '111122223333', region: 'us-west-2' };

/** What a browser does with the database that an older GlassHSM left. */
describe('A database of an older version', () => {
  it('2: AWS KMS is signed in for the key stores that were connected, and signs out with the disconnect', async () => {
    const database = `upgrade-${crypto.randomUUID()}`;
    const first = await openTestWorld();
    const rows = {
      world: [await first.simulation.readWorld(), await first.simulation.readClock()],
      clusters: await first.simulation.storage.page({ store: 'clusters', prefix: [], limit: 9 }),
      clusterUsers: await first.simulation.storage.page({ store: 'clusterUsers', prefix: [], limit: 9 }),
      keyStores: await first.simulation.storage.page({ store: 'keyStores', prefix: [], limit: 9 }),
    };
    first.close();
    await versionTwo(database, rows);

    const world = await openTestWorld({ database });
    const [session, ...more] = (await world.look.clusterContents({ ...place, ClusterId }))?.sessions ?? [];
    expect(more).to.deep.equal([]);
    expect(session).to.include({ client: 'AWS KMS', username: 'kmsuser', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await world.control.advance({ ms: 3_600_000 });
    expect((await world.look.clusterContents({ ...place, ClusterId }))?.sessions).to.deep.equal([]);
    world.close();
  });
});

/** The stores that these rows need; what version 2 had more, the upgrade makes. */
function versionTwo(name: string, rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const keyPaths: Readonly<Record<string, string[]>> = {
    world: ['id'],
    clusters: ['account', 'region', 'ClusterId'],
    clusterUsers: ['account', 'region', 'ClusterId', 'username'],
    keyStores: ['account', 'region', 'CustomKeyStoreId'],
  };
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 2);
    request.onerror = () => {
      reject(request.error as Error);
    };
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(keyPaths)) {
        const made = request.result.createObjectStore(store, { keyPath });
        for (const row of rows[store] ?? []) made.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
