import type { ClusterState } from '../../model/cloudhsmv2/types.ts';
import type { Moment } from '../call.ts';
import { keyOf } from '../storage/keys.ts';
import { Stale, type Rows } from '../storage/rows.ts';
import type { ClusterRow, DueRow } from '../storage/schema.ts';
import { endDue } from './backup-changes.ts';
import { beginDailyBackups } from './daily-backup.ts';
import { withCertificates } from './certificates/lazily.ts';
import { clusterKey, clusterRead, withHsm, withState } from './clusters.ts';
import { endCliSessions, sessionsRead } from './sessions.ts';
import { usersRead, withoutHsm } from './user-rows.ts';

/** What happens to an HSM when its wait ends. */

/** A new HSM has joined: it holds every key of the cluster. The text is AWS's (source document). */
export async function endCreatingHsm(moment: Moment, due: DueRow): Promise<void> {
  const read = await moment.storage.get('clusters', clusterKey(moment, due.ClusterId ?? ''));
  const asked = { HsmId: due.target, now: moment.now };
  const request =
    read && asksForCertificate(read) ? await withCertificates(({ createClusterCsr }) => createClusterCsr(asked)) : undefined;
  await endChange(moment, due, (rows, before) => {
    const cluster = withHsm(before, due.target, ({ transition: _ended, ...hsm }) => ({
      ...hsm,
      State: 'ACTIVE',
      StateMessage: 'HSM created.',
    }));
    if (asksForCertificate(cluster)) {
      if (!request) throw new Stale('The cluster was another one.');
      return { ...cluster, Certificates: { ClusterCsr: request.csr, ...request.hardware } };
    }
    return cluster.restores ? restored(rows, moment, cluster) : cluster;
  });
}

/** The first HSM of a new cluster makes the cluster's key and asks for its certificate (facts 6.4). */
const asksForCertificate = ({ State, SourceBackupId }: ClusterRow): boolean =>
  State === 'UNINITIALIZED' && SourceBackupId === undefined;

/** The first HSM of a cluster from a backup: nothing is to be initialized or activated (facts 1.9). */
function restored(rows: Rows, moment: Moment, { restores, ...cluster }: ClusterRow): ClusterRow {
  if (!restores) return cluster;
  beginDailyBackups(rows, moment, cluster.ClusterId);
  const { Certificates, trustAnchor } = restores;
  return withState(cluster, { State: 'ACTIVE', Certificates, trustAnchor });
}

/** States in which a cluster can be that was never activated, and can have HSMs. */
const neverActive: ReadonlySet<ClusterState> = new Set(['UNINITIALIZED', 'INITIALIZE_IN_PROGRESS', 'INITIALIZED']);

/**
 * A deleted HSM is gone. With the only HSM of a cluster that was never activated, what it was claimed with is gone too: there
 * is no backup of it, and the next HSM asks for another certificate (ours; AWS documents only that the request changes).
 */
export const endDeletingHsm = (moment: Moment, due: DueRow): Promise<void> =>
  endChange(moment, due, (rows, before) => {
    const cluster = withHsm(before, due.target, () => undefined);
    forgetHsm(rows, cluster);
    const lost = cluster.hsms.length === 0 && neverActive.has(cluster.State);
    return lost ? withState(cluster, { State: 'UNINITIALIZED', Certificates: {}, trustAnchor: '' }) : cluster;
  });

/** Users need not be on it any more. Who is no user without it is signed in no longer; with the last one, nobody is. */
function forgetHsm(rows: Rows, cluster: ClusterRow): void {
  const users = clusterKey(cluster, cluster.ClusterId);
  for (const user of rows.range('clusterUsers', users)) {
    if (!user.missingOn) continue;
    const left = withoutHsm(user, cluster);
    if (left) rows.put('clusterUsers', left);
    else rows.delete('clusterUsers', keyOf('clusterUsers', user));
  }
  endCliSessions(rows, cluster, cluster.hsms.length === 0 ? [] : rows.range('clusterUsers', users));
}

async function endChange(moment: Moment, due: DueRow, change: (rows: Rows, cluster: ClusterRow) => ClusterRow): Promise<void> {
  const { ClusterId = '' } = due;
  const reads = [clusterRead(moment, ClusterId), usersRead(moment, ClusterId), sessionsRead(moment, ClusterId)];
  await moment.commit([{ store: 'due', key: keyOf('due', due) }, ...reads], (rows) => {
    if (!endDue(rows, due)) return;
    const cluster = rows.get('clusters', clusterKey(moment, ClusterId));
    if (cluster?.hsms.some(({ HsmId, transition }) => HsmId === due.target && transition === due.id))
      rows.put('clusters', change(rows, cluster));
  });
}
