import type { Moment } from '../call.ts';
import { beginWait, clockRead } from '../clock.ts';
import { passwordDigest } from '../hsm/password.ts';
import { newUuid } from '../ids.ts';
import { activeHsms, clusterKey, clusterRead } from './clusters.ts';
import { HsmRefusal } from './errors.ts';
import { requirePassword } from './users.ts';

/**
 * CloudHSM CLI's `cluster activate`, no AWS API: the first admin gets its password. DescribeClusters shows the cluster as
 * ACTIVE a little later (facts 6.3), and its first backup is made then.
 * @throws HsmRefusal
 */
export async function activateCluster(moment: Moment, ClusterId: string, password: string): Promise<void> {
  requirePassword(password);
  const digest = await passwordDigest(password);
  const transition = newUuid();
  await moment.commit([clockRead, clusterRead(moment, ClusterId)], (rows) => {
    const cluster = rows.get('clusters', clusterKey(moment, ClusterId));
    if (!cluster || activeHsms(cluster).count === 0) throw new HsmRefusal('There is no HSM to connect to.');
    if (cluster.State !== 'INITIALIZED') throw new HsmRefusal(`The cluster is ${cluster.State}. Only an initialized one can be activated.`);
    if (cluster.transition !== undefined) throw new HsmRefusal('The cluster has been activated.');
    const { account, region } = moment;
    rows.put('clusterUsers', { account, region, ClusterId, username: 'admin', role: 'admin', passwordDigest: digest });
    rows.put('clusters', { ...cluster, transition });
    beginWait(rows, moment, transition, { kind: 'activate-cluster', target: ClusterId });
  });
}
