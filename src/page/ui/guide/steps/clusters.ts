import type { ClusterDetails, Wait } from '../../../../model/look.ts';
import { takesHsm, zonesOf, zonesWith } from '../../map/rows.ts';
import type { Deed } from '../deeds.ts';
import { activeZones, type World } from '../world.ts';
import type { Condition, Step, StepName } from './step.ts';

/** HSMs that a cluster lacks, or has too many (facts 1.9, 6.3). */

type AnyCluster = Pick<ClusterDetails, 'ClusterId' | 'State' | 'hsms' | 'SubnetMapping'> & ClusterDetails;
export type Which = (world: World) => AnyCluster | undefined;

const own: Which = ({ clusters, cluster }) => clusters.find(({ ClusterId }) => ClusterId === cluster?.ClusterId);

/** An HSM in so many zones; @param unless what makes it unnecessary */
export const hsm = (name: StepName, zones: number, which: Which, unless: Condition): Step => ({
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
