import type { Call } from '../../call.ts';
import type { ClusterRow } from '../../storage/schema.ts';
import { activeHsms, clusterKey } from '../clusters.ts';
import { HsmRefusal } from '../errors.ts';

/** Clusters of a Region are few: AWS's quota. */
const most = 1000;

/**
 * The cluster that the client is configured for: the one that was named, or the only one of the Region that has HSMs.
 * @throws HsmRefusal
 */
export async function clientCluster(call: Call, ClusterId: string | undefined): Promise<ClusterRow> {
  const cluster = ClusterId === undefined ? await onlyCluster(call) : await call.storage.get('clusters', clusterKey(call, ClusterId));
  if (!cluster) throw new HsmRefusal(`There is no cluster ${String(ClusterId)} in ${call.region}.`);
  if (activeHsms(cluster).count === 0) throw new HsmRefusal(`Cluster ${cluster.ClusterId} has no active HSM to connect to.`);
  return cluster;
}

async function onlyCluster(call: Call): Promise<ClusterRow> {
  const all = await call.storage.page({ store: 'clusters', prefix: [call.account, call.region], limit: most });
  const [cluster, another] = all.filter((row) => activeHsms(row).count > 0);
  if (!cluster) throw new HsmRefusal(`There is no cluster with an active HSM in ${call.region}.`);
  if (another)
    throw new HsmRefusal(`There are several clusters in ${call.region}: say which with --cluster-id ${cluster.ClusterId}, or another.`);
  return cluster;
}
