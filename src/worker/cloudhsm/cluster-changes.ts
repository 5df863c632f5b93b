import type { Moment } from '../call.ts';
import type { Read } from '../storage/backend.ts';
import { lineageKey } from '../hsm/versions.ts';
import { keyOf } from '../storage/keys.ts';
import { Stale, type Rows } from '../storage/rows.ts';
import type { ClusterRow, DueRow } from '../storage/schema.ts';
import { endDue } from './backup-changes.ts';
import { beginDailyBackups } from './daily-backup.ts';
import { lineageOf, lineageRead, makeBackup, makeBackupReads, newBackup } from './backups.ts';
import { clusterKey, clusterRead, withState } from './clusters.ts';
import { leftoverReads, leftovers, removeLeftovers } from './leftovers.ts';
import { endSessions, sessionsRead } from './sessions.ts';
import { usersRead } from './user-rows.ts';
import { rollBack, rollbackOf, rollbackReads } from './rollback.ts';

/** What happens to a cluster when its wait ends. */

const reads = (moment: Moment, due: DueRow): Read[] => [{ store: 'due', key: keyOf('due', due) }, clusterRead(moment, due.target)];

/** Takes the row away; @returns the cluster if it still waits for just this */
function waiting(rows: Rows, moment: Moment, due: DueRow): ClusterRow | undefined {
  if (!endDue(rows, due)) return undefined;
  const cluster = rows.get('clusters', clusterKey(moment, due.target));
  return cluster?.transition === due.id ? cluster : undefined;
}

/** A cluster is there. */
export const endCreatingCluster = (moment: Moment, due: DueRow): Promise<void> => endIn('UNINITIALIZED', moment, due);
export const endInitializing = (moment: Moment, due: DueRow): Promise<void> => endIn('INITIALIZED', moment, due);

async function endIn(State: ClusterRow['State'], moment: Moment, due: DueRow): Promise<void> {
  await moment.commit(reads(moment, due), (rows) => {
    const cluster = waiting(rows, moment, due);
    if (cluster) rows.put('clusters', withState(cluster, { State }));
  });
}

/** The cluster is ACTIVE, and has its first backup (facts 6.4). */
export async function endActivating(moment: Moment, due: DueRow): Promise<void> {
  const backup = newBackup();
  await moment.commit([...reads(moment, due), ...makeBackupReads(moment, due.target)], (rows) => {
    const cluster = waiting(rows, moment, due);
    if (!cluster) return;
    rows.put('clusters', makeBackup(rows, moment, withState(cluster, { State: 'ACTIVE' }), backup));
    beginDailyBackups(rows, moment, cluster.ClusterId);
  });
}

/** All HSMs are of the other type; after a rollback they hold what the backup of the migration's start has. */
export async function endModifying(moment: Moment, due: DueRow): Promise<void> {
  const read = await moment.storage.get('clusters', clusterKey(moment, due.target));
  const back = read?.State === 'ROLLBACK_IN_PROGRESS' ? await rollbackOf(moment, read) : undefined;
  await moment.commit([...reads(moment, due), ...(back ? rollbackReads(moment, back) : [])], (rows) => {
    const cluster = waiting(rows, moment, due);
    if (!cluster) return;
    if ((cluster.State === 'ROLLBACK_IN_PROGRESS') !== (back !== undefined)) throw new Stale('The cluster was in another state.');
    rows.put('clusters', withState(back ? rollBack(rows, moment, cluster, back) : cluster, { State: 'ACTIVE' }));
  });
}

/** The cluster is gone; its backups stay, and what they see of its keys. */
export async function endDeletingCluster(moment: Moment, due: DueRow): Promise<void> {
  const { storage } = moment;
  const ClusterId = due.target;
  const lineage = await storage.get('lineages', lineageKey(moment, ClusterId));
  // The cluster's row is still there: what it leaves behind is asked for as if it were not.
  const left = (lineage?.backups.length ?? 0) === 0 ? await leftovers(moment, ClusterId, true) : undefined;
  await moment.commit(
    [...reads(moment, due), lineageRead(moment, ClusterId), usersRead(moment, ClusterId), sessionsRead(moment, ClusterId), ...(left ? leftoverReads(moment, left) : [])],
    (rows) => {
      const cluster = waiting(rows, moment, due);
      if (!cluster) return;
      if ((lineageOf(rows, moment, ClusterId).backups.length === 0) !== (left !== undefined)) throw new Stale('The last backup was purged.');
      rows.delete('clusters', clusterKey(moment, ClusterId));
      for (const user of rows.range('clusterUsers', clusterKey(moment, ClusterId))) rows.delete('clusterUsers', keyOf('clusterUsers', user));
      endSessions(rows, rows.range('clusterSessions', clusterKey(moment, ClusterId)));
      if (left) removeLeftovers(rows, moment, left);
    },
  );
}
