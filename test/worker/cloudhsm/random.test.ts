import { expect } from 'chai';
import fc from 'fast-check';
import { HsmRefusal } from '../../../src/worker/cloudhsm/errors.ts';
import { keyObjectKey, removeKeyObject, removeKeyObjectReads } from '../../../src/worker/hsm/objects.ts';
import { inconsistencies } from '../consistency.ts';
import { AnsweredError, createStoreKey, documentCluster, documentStore, openTestWorld, type TestWorld } from '../world.ts';
import { day, hour, place } from './cluster-world.ts';

/** Anything in any order: refused or not, nothing is ever half done, and no key material is lost or left behind. */
type Step = readonly [what: keyof typeof steps, pick: number];
const pickOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

const clusterIds = async (world: TestWorld): Promise<string[]> =>
  ((await world.cloudhsmv2('DescribeClusters')).Clusters ?? []).map(({ ClusterId }) => ClusterId ?? '');
const backupIds = async (world: TestWorld): Promise<string[]> =>
  ((await world.cloudhsmv2('DescribeBackups')).Backups ?? []).map(({ BackupId }) => BackupId);
const zones = ['us-west-2a', 'us-west-2b', 'us-west-2c'];

const steps = {
  createKey: (world: TestWorld) => createStoreKey(world),
  removeKey: async (world: TestWorld, pick: number) => {
    const { storage } = world.simulation;
    const objects = await storage.page({ store: 'keyObjects', prefix: [place.account, place.region, documentCluster], limit: 99 });
    const object = pickOf(objects, pick);
    if (!object) return;
    const key = keyObjectKey(place, documentCluster, object.handle);
    await storage.commit({
      reads: [...removeKeyObjectReads(object), { store: 'clusters', key: [place.account, place.region, documentCluster] }],
      decide: (rows) => {
        const cluster = rows.get('clusters', [place.account, place.region, documentCluster]);
        if (cluster && rows.get('keyObjects', key)) removeKeyObject(rows, object, cluster.version);
      },
    });
  },
  addHsm: async (world: TestWorld, pick: number) =>
    world.cloudhsmv2('CreateHsm', { ClusterId: pickOf(await clusterIds(world), pick) ?? '', AvailabilityZone: pickOf(zones, pick) ?? '' }),
  removeHsm: async (world: TestWorld, pick: number) => {
    const cluster = pickOf((await world.cloudhsmv2('DescribeClusters')).Clusters ?? [], pick);
    await world.cloudhsmv2('DeleteHsm', { ClusterId: cluster?.ClusterId ?? '', HsmId: pickOf(cluster?.Hsms ?? [], pick)?.HsmId ?? '' });
  },
  restore: async (world: TestWorld, pick: number) => {
    const [vpc] = await world.look.network(place);
    const SubnetIds = vpc?.subnets.map(({ SubnetId }) => SubnetId) ?? [];
    await world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds, SourceBackupId: pickOf(await backupIds(world), pick) ?? '' });
  },
  deleteCluster: async (world: TestWorld, pick: number) => world.cloudhsmv2('DeleteCluster', { ClusterId: pickOf(await clusterIds(world), pick) ?? '' }),
  deleteBackup: async (world: TestWorld, pick: number) => world.cloudhsmv2('DeleteBackup', { BackupId: pickOf(await backupIds(world), pick) ?? '' }),
  restoreBackup: async (world: TestWorld, pick: number) => world.cloudhsmv2('RestoreBackup', { BackupId: pickOf(await backupIds(world), pick) ?? '' }),
  keepBackup: async (world: TestWorld, pick: number) =>
    world.cloudhsmv2('ModifyBackupAttributes', { BackupId: pickOf(await backupIds(world), pick) ?? '', NeverExpires: pick % 2 === 0 }),
  copyBackup: async (world: TestWorld, pick: number) =>
    world.cloudhsmv2('CopyBackupToRegion', { BackupId: pickOf(await backupIds(world), pick) ?? '', DestinationRegion: 'eu-west-1' }),
  modify: async (world: TestWorld, pick: number) =>
    world.cloudhsmv2('ModifyCluster', {
      ClusterId: pickOf(await clusterIds(world), pick) ?? '',
      ...(pick % 3 === 0 ? { HsmType: 'hsm2m.medium' } : pick % 3 === 1 ? { HsmType: 'hsm1.medium' } : { BackupRetentionPolicy: { Value: String(7 + pick) } }),
    }),
  connect: (world: TestWorld, pick: number) =>
    world.kms(pick % 2 === 0 ? 'ConnectCustomKeyStore' : 'DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore }),
  hours: (world: TestWorld) => world.control.advance({ ms: 2 * hour }),
  days: (world: TestWorld, pick: number) => world.control.advance({ ms: (1 + (pick % 9)) * day }),
};

async function take(world: TestWorld, [what, pick]: Step): Promise<void> {
  try {
    await steps[what](world, pick);
  } catch (error) {
    if (!(error instanceof AnsweredError && error.status === 400) && !(error instanceof HsmRefusal)) throw error;
  }
}

describe('CloudHSM v2: anything in any order', () => {
  it('nothing is half done, lost or left behind', async function () {
    this.timeout(60_000);
    const names = Object.keys(steps) as (keyof typeof steps)[];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...names), fc.nat({ max: 20 })), { minLength: 20, maxLength: 50 }), async (taken) => {
        const world = await openTestWorld();
        for (const step of taken) await take(world, step);
        const problems = await inconsistencies(world.database);
        world.close();
        // Keys whose objects were removed here, or whose cluster is gone, are KMS keys without material: no key deletion ran.
        expect(problems.filter((problem) => !/^key \S+ has no key object$/.test(problem))).to.deep.equal([]);
      }),
      { numRuns: 12 },
    );
  });
});
