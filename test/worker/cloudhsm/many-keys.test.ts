import { expect } from 'chai';
import type { StorageNotice } from '../../../src/worker/storage/storage.ts';
import { largeWorld } from '../large-world.ts';
import { documentCluster, openTestWorld } from '../world.ts';
import { addHsm, backupsOf, day, hour, newCluster, place } from './cluster-world.ts';

describe('CloudHSM v2: backups of a cluster with 10,000 keys', () => {
  it('30 days cost records in proportion to what changed; a restore has every key', async function () {
    this.timeout(60_000);
    const keys = 10_000;
    const database = await largeWorld(keys);
    const world = await openTestWorld({ database });
    const written = new Map<string, number>();
    world.simulation.storage.onNotice(({ changes }: StorageNotice) => {
      for (const { store } of changes) written.set(store, (written.get(store) ?? 0) + 1);
    });
    // And an hour, so that the last one is READY.
    await world.control.advance({ ms: 30 * day + hour });
    expect(await backupsOf(world, documentCluster)).to.have.length(30);
    const rows = [...written.values()].reduce((sum, count) => sum + count, 0);
    // A day: the backup twice (made, READY), its order, the counter, the lineage twice, the cluster, and what is due.
    expect(rows).to.be.below(30 * 15);
    expect(written.get('keyObjects')).to.equal(undefined);
    expect(written.get('keys')).to.equal(undefined);

    const [backup] = await backupsOf(world, documentCluster);
    const ClusterId = await newCluster(world, { SourceBackupId: backup?.BackupId });
    await addHsm(world, ClusterId);
    const restored = (await world.look.clusters(place)).find((view) => view.ClusterId === ClusterId);
    expect(restored).to.include({ State: 'ACTIVE', keyCount: keys });
    const newest = (at: string): Promise<unknown> => world.look.keyObjects({ ...place, ClusterId: at, limit: 3 });
    expect(await newest(ClusterId)).to.deep.equal(await newest(documentCluster));
    world.close();
  });
});
