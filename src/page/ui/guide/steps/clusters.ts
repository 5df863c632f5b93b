import type { ClusterDetails, Fit, Wait } from '../../../../model/look.ts';
import { takesHsm, zonesOf, zonesWith } from '../../map/rows.ts';
import { creatable } from '../../setup/build.ts';
import type { Deed } from '../deeds.ts';
import { activeZones, stateOf, type World } from '../world.ts';
import type { Condition, Step, StepName } from './step.ts';

/** HSMs that a cluster lacks, and a cluster from a backup in place of one that is lost (facts 1.9). */

type AnyCluster = Pick<ClusterDetails, 'ClusterId' | 'State' | 'hsms' | 'SubnetMapping'> & ClusterDetails;
type Which = (world: World) => AnyCluster | undefined;

const own: Which = ({ clusters, cluster }) => clusters.find(({ ClusterId }) => ClusterId === cluster?.ClusterId);

const complete = ({ missingKeys }: Fit): boolean => missingKeys.length === 0;

/** The cluster that will take the place of the store's: it lacks no key, or will lack none once its first HSM restores it. */
export const replacement: Which = ({ clusters, diagnosis }) => {
  const { others = [], backups = [] } = diagnosis ?? {};
  const fits = new Set(others.filter(complete).map(({ ClusterId }) => ClusterId));
  const fitting = new Set(backups.filter(complete).map(({ BackupId }) => BackupId));
  const found = clusters.filter(
    (one) => !one.State.startsWith('DELETE') && (fits.has(one.ClusterId) || (fitting.has(one.SourceBackupId ?? '') && one.Certificates.ClusterCertificate === undefined)),
  );
  return found.sort((a, b) => activeZones(b) - activeZones(a) || b.CreateTimestamp - a.CreateTimestamp)[0];
};

/** Whether `kmsuser` will have another password there than AWS KMS has. */
export const bringsOldPassword: Condition = (world) => {
  const { others = [], backups = [] } = world.diagnosis ?? {};
  const cluster = others.find(({ ClusterId }) => ClusterId === replacement(world)?.ClusterId);
  return (cluster ?? backups.find(complete))?.passwordMatches === false;
};

/** An HSM in so many zones; @param unless what makes it unnecessary */
const hsm = (name: StepName, zones: number, which: Which, unless: Condition): Step => ({
  name,
  done: (world) => unless(world) || activeZones(which(world)) >= zones,
  waits: (world) => joining(which(world)),
  deeds: (world): Deed[] => {
    const cluster = which(world);
    const zone = cluster && freeZone(cluster);
    if (!cluster || zone === undefined || !takesHsm(cluster)) return [];
    return [{ by: 'aws', service: 'cloudhsmv2', operation: 'CreateHsm', input: { ClusterId: cluster.ClusterId, AvailabilityZone: zone } }];
  },
  sees: (world) => ({ what: zones > 1 ? 'zones' : 'hsms', from: String(activeZones(which(world))), to: String(zones) }),
});

function freeZone(cluster: AnyCluster): string | undefined {
  const taken = zonesWith(cluster.hsms, 'ACTIVE');
  return zonesOf(cluster).find((zone) => !taken.has(zone));
}

const joining = (cluster: AnyCluster | undefined): Wait | undefined => cluster?.hsms.find(({ wait }) => wait?.kind === 'create-hsm')?.wait;

const never: Condition = () => false;
export const addHsm = hsm('addHsm', 1, own, never);
export const addSecondHsm = hsm('addSecondHsm', 2, own, never);

/** The HSM that lacks `kmsuser` is taken away: the next one is made from a backup of one that has it (facts 6.3). */
export const removeHsm: Step = {
  name: 'removeHsm',
  done: (world) => lacking(world).length === 0,
  waits: ({ cluster }) => cluster?.hsms.find(({ wait }) => wait?.kind === 'delete-hsm')?.wait,
  deeds: (world) =>
    lacking(world).map((HsmId) => ({ by: 'aws', service: 'cloudhsmv2', operation: 'DeleteHsm', input: { ClusterId: world.cluster?.ClusterId, HsmId } })),
  sees: (world) => ({ what: 'lacking', from: String(lacking(world).length), to: '0' }),
};

/** HSMs without `kmsuser`, where others have it. */
export const lacking = ({ contents, cluster }: World): readonly string[] => {
  const user = contents?.users.find(({ username }) => username === 'kmsuser');
  return user?.missingOn.filter((id) => cluster?.hsms.some(({ HsmId, State }) => HsmId === id && State === 'ACTIVE')) ?? [];
};

/** A new cluster from the newest backup that has what is missing, with HSMs in two zones, and the store moves to it. */
export const restoration = (moved: Condition): readonly Step[] => [
  {
    name: 'restore',
    done: (world) => moved(world) || (replacement(world) !== undefined && replacement(world)?.State !== 'CREATE_IN_PROGRESS'),
    waits: (world) => replacement(world)?.wait,
    deeds: (world): Deed[] => {
      const backup = world.diagnosis?.backups.find(complete);
      const SubnetIds = subnetsFor(world);
      if (!backup || SubnetIds.length < 2) return [];
      return [{ by: 'aws', service: 'cloudhsmv2', operation: 'CreateCluster', input: { HsmType: creatable, SubnetIds, SourceBackupId: backup.BackupId } }];
    },
    sees: () => ({ what: 'cluster', from: 'none', to: 'UNINITIALIZED' }),
  },
  hsm('firstHsm', 1, replacement, moved),
  hsm('secondHsm', 2, replacement, moved),
];

export const swap = (moved: Condition): Step => ({
  name: 'swap',
  done: moved,
  deeds: (world) => {
    const cluster = replacement(world);
    if (!cluster || !world.store || stateOf(world) !== 'DISCONNECTED') return [];
    const input = { CustomKeyStoreId: world.store.CustomKeyStoreId, CloudHsmClusterId: cluster.ClusterId };
    return [{ by: 'aws', service: 'kms', operation: 'UpdateCustomKeyStore', input }];
  },
  sees: (world) => ({ what: 'CloudHsmClusterId', from: world.store?.CloudHsmClusterId ?? '', to: replacement(world)?.ClusterId ?? '…' }),
});

/** One subnet a zone, with room for HSMs and AWS KMS; another VPC than the one whose subnet was deleted, where there is one. */
function subnetsFor({ vpcs, cluster }: World): string[] {
  const roomy = vpcs.map(({ VpcId, subnets }) => ({ VpcId, subnets: subnets.filter(({ freeAddresses }) => freeAddresses > 2) }));
  const vpc = roomy.find(({ VpcId, subnets }) => VpcId !== cluster?.VpcId && subnets.length >= 2) ?? roomy.find(({ subnets }) => subnets.length >= 2);
  const byZone = new Map(vpc?.subnets.map(({ AvailabilityZone, SubnetId }) => [AvailabilityZone, SubnetId]));
  return [...byZone.values()];
}
