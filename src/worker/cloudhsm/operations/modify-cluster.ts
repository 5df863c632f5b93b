import type { ModifyClusterInput } from '../../../model/cloudhsmv2/inputs.ts';
import type { Call } from '../../call.ts';
import { beginWait } from '../../clock.ts';
import { lineageKey } from '../../hsm/versions.ts';
import { newUuid } from '../../ids.ts';
import type { Read } from '../../storage/backend.ts';
import { Stale, type Rows } from '../../storage/rows.ts';
import type { ClusterRow } from '../../storage/schema.ts';
import { withExpiry } from '../backup-changes.ts';
import { backupKey, backupRead, lineageOf, makeBackup, makeBackupReads, newBackup, type NewBackup } from '../backups.ts';
import { clusterRead, describeCluster, requireCluster, requireState, withState } from '../clusters.ts';
import { invalidRequest } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { retentionPolicy } from '../retention.ts';

/** How long a migration can be rolled back after it began (User Guide, "Migrating from hsm1.medium to hsm2m.medium"). */
const rollbackWindow = 24 * 60 * 60 * 1000;

/** How long backups are kept; another HSM type, and back. */
export const modifyCluster: CloudHsmHandler<'ModifyCluster'> = async (call, input) => {
  const { ClusterId } = input;
  if (input.HsmType === undefined && input.BackupRetentionPolicy === undefined)
    return invalidRequest('Specify HsmType or BackupRetentionPolicy.');
  const lineage = await call.storage.get('lineages', lineageKey(call, ClusterId));
  const backups = input.BackupRetentionPolicy === undefined ? [] : (lineage?.backups ?? []).map(({ BackupId }) => BackupId);
  const backup = newBackup();
  const transition = newUuid();
  const reads: Read[] = [clusterRead(call, ClusterId), ...makeBackupReads(call, ClusterId), ...backups.map((id) => backupRead(call, id))];
  return call.commit(reads, (rows) => {
    const before = requireCluster(rows, call, ClusterId);
    const kept = input.BackupRetentionPolicy === undefined ? before : withRetention(rows, call, before, input);
    const cluster = input.HsmType === undefined ? kept : withHsmType(rows, call, kept, input.HsmType, backup, transition);
    rows.put('clusters', cluster);
    return { Cluster: describeCluster(cluster) };
  });
};

/** The new period is for the backups that there are, too. */
function withRetention(rows: Rows, call: Call, cluster: ClusterRow, { BackupRetentionPolicy }: ModifyClusterInput): ClusterRow {
  requireState(cluster, 'UNINITIALIZED', 'INITIALIZE_IN_PROGRESS', 'INITIALIZED', 'ACTIVE', 'MODIFY_IN_PROGRESS', 'DEGRADED');
  const policy = retentionPolicy(BackupRetentionPolicy);
  const { kept, ...lineage } = lineageOf(rows, call, cluster.ClusterId);
  for (const { BackupId } of lineage.backups) {
    const backup = rows.get('backups', backupKey(call, BackupId));
    if (!backup) throw new Stale('A backup is gone.');
    const changed = { ...backup, retention: Number(policy.Value) };
    // The one that was kept as the last begins to count anew; its row in `due` is gone.
    rows.put('backups', withExpiry(rows, call, changed));
  }
  if (kept !== undefined) rows.put('lineages', lineage);
  return { ...cluster, BackupRetentionPolicy: policy };
}

/** From hsm1.medium to hsm2m.medium, and back within a day ("Cluster HSM type migration"). AWS's texts are not public. */
function withHsmType(rows: Rows, call: Call, cluster: ClusterRow, HsmType: string, backup: NewBackup, transition: string): ClusterRow {
  const times = Math.max(1, cluster.hsms.length);
  const begin = (State: 'MODIFY_IN_PROGRESS' | 'ROLLBACK_IN_PROGRESS', change: Partial<ClusterRow>): ClusterRow => {
    beginWait(rows, call, transition, { kind: 'modify-cluster', target: cluster.ClusterId, times });
    return withState(cluster, { ...change, HsmType, State, transition });
  };
  const back = cluster.rollback;
  if (back && HsmType === back.HsmType) {
    requireState(cluster, 'ACTIVE', 'MODIFY_IN_PROGRESS');
    if (call.now >= back.until) return invalidRequest('The time in which the migration can be rolled back is over.');
    return begin('ROLLBACK_IN_PROGRESS', {});
  }
  requireState(cluster, 'ACTIVE');
  if (cluster.HsmType !== 'hsm1.medium' || HsmType !== 'hsm2m.medium')
    return invalidRequest(`The HSM type of cluster '${cluster.ClusterId}' cannot be changed from ${cluster.HsmType} to ${HsmType}.`);
  const backedUp = makeBackup(rows, call, cluster, backup);
  return begin('MODIFY_IN_PROGRESS', {
    ...(backedUp.version !== undefined && { version: backedUp.version }),
    rollback: { HsmType: cluster.HsmType, until: call.now + rollbackWindow, BackupId: backup.BackupId },
  });
}
