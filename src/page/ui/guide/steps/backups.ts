import type { Fit, KeyStoreDiagnosis } from '../../../../model/look.ts';
import { creatable } from '../../setup/build.ts';
import type { Deed } from '../deeds.ts';
import { activeHsms, activeZones, stateOf, type World } from '../world.ts';
import { hsm, type Which } from './clusters.ts';
import type { Condition, Step } from './step.ts';

/** A cluster from a backup in place of one that is lost (facts 1.9). */

type Backup = KeyStoreDiagnosis['backups'][number];

/** Keys whose material is to come back: those that were missing when the repair was begun, else those that are now. */
const wanted = ({ about, diagnosis }: World): ReadonlySet<string> => new Set(about ?? diagnosis?.missingKeys);

/** The keys that are wanted are not in the store's cluster yet. */
export const lacksWanted = (world: World): boolean => world.diagnosis?.missingKeys.some((KeyId) => wanted(world).has(KeyId)) === true;

/**
 * The backup that a cluster is made from: it lacks as few as can be of the keys that are wanted, then of the others; the newest of those.
 * None where not one of those that are wanted would come back.
 */
export function backupFor(world: World): Backup | undefined {
  const lost = wanted(world);
  const lacks = ({ missingKeys }: Fit): number => missingKeys.filter((KeyId) => lost.has(KeyId)).length;
  const [best] = world.diagnosis?.backups.toSorted((a, b) => lacks(a) - lacks(b) || a.missingKeys.length - b.missingKeys.length) ?? [];
  return best && (lost.size === 0 || lacks(best) < lost.size) ? best : undefined;
}

/** What will be missing in a cluster that is made from the backup. */
export interface Loss {
  /** When the backup was made: simulated milliseconds since the epoch. */
  readonly at: number;
  /** Ids of KMS keys. */
  readonly keys: readonly string[];
}

/** @returns undefined where there is no backup to make a cluster from */
export function lossOf(world: World): Loss | undefined {
  const backup = backupFor(world);
  return backup && { at: backup.CreateTimestamp, keys: backup.missingKeys };
}

/** The cluster that will take the place of the store's: it lacks no more than the backup, or will not once its first HSM restores it. */
export const replacement: Which = (world) => {
  const { clusters, diagnosis } = world;
  const { others = [], backups = [] } = diagnosis ?? {};
  const lacking = new Set(backupFor(world)?.missingKeys);
  const isComplete = ({ missingKeys }: Fit): boolean => missingKeys.every((KeyId) => lacking.has(KeyId));
  const fits = new Set(others.filter(isComplete).map(({ ClusterId }) => ClusterId));
  const fitting = new Set(backups.filter(isComplete).map(({ BackupId }) => BackupId));
  const found = clusters.filter(
    (one) => !one.State.startsWith('DELETE') && (fits.has(one.ClusterId) || (fitting.has(one.SourceBackupId ?? '') && one.Certificates.ClusterCertificate === undefined)),
  );
  return found.sort((a, b) => activeZones(b) - activeZones(a) || b.CreateTimestamp - a.CreateTimestamp)[0];
};

/** Whether `kmsuser` will have another password there than AWS KMS has. */
export const bringsOldPassword: Condition = (world) => {
  const cluster = world.diagnosis?.others.find(({ ClusterId }) => ClusterId === replacement(world)?.ClusterId);
  return (cluster ?? backupFor(world))?.passwordMatches === false;
};

/** Keys that the store's cluster has and no backup. */
const unsaved = (world: World): readonly string[] => {
  const { missingKeys = [], backups = [] } = world.diagnosis ?? {};
  const best = backupFor(world);
  if (backups.length === 0) return world.keys.map(({ KeyId }) => KeyId);
  return best?.missingKeys.filter((KeyId) => !missingKeys.includes(KeyId)) ?? [];
};

/** No call makes a backup, but AWS CloudHSM makes one when an HSM is removed (facts 6.3). */
export const backUp = (moved: Condition): Step => ({
  name: 'backUp',
  done: (world) => moved(world) || (backupFor(world) !== undefined && unsaved(world).length === 0),
  waits: ({ waits, cluster }) => waits.find(({ kind, id }) => kind === 'create-backup' || (kind === 'delete-hsm' && cluster?.hsms.some(({ HsmId }) => HsmId === id))),
  deeds: (world) =>
    activeHsms(world.cluster)
      .slice(-1)
      .map(({ HsmId }) => ({ by: 'aws', service: 'cloudhsmv2', operation: 'DeleteHsm', input: { ClusterId: world.cluster?.ClusterId, HsmId } })),
  sees: (world) => ({ what: 'unsaved', from: String(unsaved(world).length), to: '0' }),
});

/** A new cluster from a backup, with HSMs in two zones. */
export const restoration = (moved: Condition): readonly Step[] => [
  {
    name: 'restore',
    done: (world) => moved(world) || (replacement(world) !== undefined && replacement(world)?.State !== 'CREATE_IN_PROGRESS'),
    waits: (world) => replacement(world)?.wait,
    deeds: (world): Deed[] => {
      const backup = backupFor(world);
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
