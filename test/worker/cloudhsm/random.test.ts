import { expect } from 'chai';
import fc from '../../fast-check.ts';
import { signClusterCsr } from '../../../src/page/customer-ca/sign.ts';
import { activateCluster } from '../../../src/worker/cloudhsm/activation.ts';
import { isWritable } from '../../../src/worker/cloudhsm/clusters.ts';
import { HsmRefusal } from '../../../src/worker/cloudhsm/errors.ts';
import { keyObjectKey, removeKeyObject, removeKeyObjectReads } from '../../../src/worker/hsm/objects.ts';
import { inconsistencies } from '../consistency.ts';
import { AnsweredError, createStoreKey, documentCluster, documentStore, openTestWorld, type TestWorld } from '../world.ts';
import { addHsm, adminPassword, clusterOf, customerCa, day, hour, momentOf, newCluster, place, waitFor } from './cluster-world.ts';
import { unexpected } from './lost-keys.ts';

/** Anything in any order: refused or not, nothing is ever half done, and no key material is lost or left behind. */
type Step = readonly [what: keyof typeof steps, pick: number];
const pickOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

const clusterIds = async (world: TestWorld): Promise<string[]> =>
  ((await world.cloudhsmv2('DescribeClusters')).Clusters ?? []).map(({ ClusterId }) => ClusterId ?? '');
const backupIds = async (world: TestWorld): Promise<string[]> =>
  ((await world.cloudhsmv2('DescribeBackups')).Backups ?? []).map(({ BackupId }) => BackupId);
const zones = ['us-west-2a', 'us-west-2b', 'us-west-2c'];

/** What the steps know of the document's cluster: KMS keys without key objects, and those that were there when a migration began. */
interface Known {
  lost: Set<string>;
  atMigration: readonly string[];
}
const liveKeys = async ({ simulation }: TestWorld): Promise<string[]> => {
  const objects = await simulation.storage.page({ store: 'keyObjects', prefix: [place.account, place.region, documentCluster], limit: 999 });
  return objects.map(({ label }) => label.slice(label.lastIndexOf('/') + 1));
};

const steps = {
  createKey: (world: TestWorld) => createStoreKey(world),
  removeKey: async (world: TestWorld, pick: number, known: Known) => {
    const { storage } = world.simulation;
    const objects = await storage.page({ store: 'keyObjects', prefix: [place.account, place.region, documentCluster], limit: 99 });
    const object = pickOf(objects, pick);
    if (!object) return;
    const key = keyObjectKey(place, documentCluster, object.handle);
    await storage.commit({
      reads: [...removeKeyObjectReads(object), { store: 'clusters', key: [place.account, place.region, documentCluster] }],
      decide: (rows) => {
        const cluster = rows.get('clusters', [place.account, place.region, documentCluster]);
        if (!cluster || !isWritable(cluster) || !rows.get('keyObjects', key)) return;
        removeKeyObject(rows, object, cluster.version);
        known.lost.add(object.label.slice(object.label.lastIndexOf('/') + 1));
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
  modify: async (world: TestWorld, pick: number, known: Known) => {
    const ClusterId = pickOf(await clusterIds(world), pick) ?? '';
    const HsmType = pick % 3 === 0 ? 'hsm2m.medium' : pick % 3 === 1 ? 'hsm1.medium' : undefined;
    await world.cloudhsmv2('ModifyCluster', { ClusterId, ...(HsmType ? { HsmType } : { BackupRetentionPolicy: { Value: String(7 + pick) } }) });
    // Only the document's cluster is of a type that can be changed.
    if (HsmType === 'hsm2m.medium') known.atMigration = await liveKeys(world);
    if (HsmType === 'hsm1.medium') {
      const young = (await liveKeys(world)).filter((KeyId) => !known.atMigration.includes(KeyId));
      known.lost = new Set([...known.lost, ...young].filter((KeyId) => !known.atMigration.includes(KeyId)));
    }
  },
  connect: (world: TestWorld, pick: number) =>
    world.kms(pick % 2 === 0 ? 'ConnectCustomKeyStore' : 'DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore }),
  hours: (world: TestWorld) => world.control.advance({ ms: 2 * hour }),
  days: (world: TestWorld, pick: number) => world.control.advance({ ms: (1 + (pick % 9)) * day }),
};

async function take(world: TestWorld, [what, pick]: Step, known: Known): Promise<void> {
  await refusable(steps[what](world, pick, known));
}

async function refusable(work: Promise<unknown>): Promise<void> {
  try {
    await work;
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
        const known: Known = { lost: new Set(), atMigration: [] };
        for (const step of taken) await take(world, step, known);
        // A rollback that has begun ends.
        await world.control.advance({ ms: 4 * hour });
        // Where the cluster is gone, its keys are.
        if (!(await clusterIds(world)).includes(documentCluster)) for (const key of (await world.look.keys({ ...place, limit: 200 })).keys) known.lost.add(key.KeyId);
        const problems = await unexpected(world.database, known.lost);
        world.close();
        expect(problems).to.deep.equal([]);
      }),
      { numRuns: 12 },
    );
  });

  it('no new cluster gets stuck on its way to ACTIVE', async function () {
    this.timeout(60_000);
    const names = Object.keys(firstSteps) as (keyof typeof firstSteps)[];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 4, maxLength: 10 }), async (taken) => {
        const world = await openTestWorld({ scenario: 'empty' });
        const ClusterId = await newCluster(world);
        await addHsm(world, ClusterId);
        for (const what of taken) await refusable(firstSteps[what](world, ClusterId));
        await waitFor(world);
        const problems = await inconsistencies(world.database);
        world.close();
        expect(problems).to.deep.equal([]);
      }),
      { numRuns: 8 },
    );
  });
});

/** What a customer does with a cluster that is not ACTIVE. */
const firstSteps = {
  addHsm: (world: TestWorld, ClusterId: string) => world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2a' }),
  removeHsm: async (world: TestWorld, ClusterId: string) => {
    const HsmId = (await clusterOf(world, ClusterId)).Hsms?.[0]?.HsmId ?? '';
    await world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId });
  },
  claim: async (world: TestWorld, ClusterId: string) => {
    const csr = (await clusterOf(world, ClusterId)).Certificates?.ClusterCsr;
    if (csr === undefined) return;
    const ca = await customerCa();
    const { now } = await world.control.clock(undefined);
    await world.cloudhsmv2('InitializeCluster', { ClusterId, SignedCert: await signClusterCsr({ csr, ca, now }), TrustAnchor: ca.certificate });
  },
  activate: async (world: TestWorld, ClusterId: string) => activateCluster(await momentOf(world), ClusterId, adminPassword),
  seconds: (world: TestWorld) => waitFor(world, 1000),
  hours: (world: TestWorld) => waitFor(world),
};
