import type { Backup } from '../../model/cloudhsmv2/types.ts';
import type { Place } from '../../model/look.ts';
import type { Moment } from '../call.ts';
import { beginWait, clockRead } from '../clock.ts';
import { keyObjectCounter } from '../hsm/objects.ts';
import { lineageKey } from '../hsm/versions.ts';
import { newCloudHsmId, newUuid } from '../ids.ts';
import type { Read } from '../storage/backend.ts';
import type { Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { BackupRow, ClusterRow, LineageRow } from '../storage/schema.ts';
import { clusterKey } from './clusters.ts';
import { invalidRequest, notFound } from './errors.ts';

export const backupKey = ({ account, region }: Place, BackupId: string): Key => [account, region, BackupId];
export const backupRead = (place: Place, BackupId: string): Read => ({ store: 'backups', key: backupKey(place, BackupId) });
export const backupArnOf = ({ account, region }: Place, BackupId: string): string =>
  `arn:aws:cloudhsm:${region}:${account}:backup/${BackupId}`;

/** @throws AwsError CloudHsmResourceNotFoundException */
export const requireBackup = (rows: Rows, place: Place, BackupId: string): BackupRow =>
  rows.get('backups', backupKey(place, BackupId)) ?? notFound('Backup', BackupId);

/** @throws AwsError CloudHsmInvalidRequestException; AWS's text is not public */
export function requireBackupState({ BackupId, BackupState }: BackupRow, state: BackupRow['BackupState']): void {
  if (BackupState !== state) invalidRequest(`Backup '${BackupId}' is ${BackupState}. It must be ${state}.`);
}

/** @returns a backup as DescribeBackups answers it; those of a copy are there for a copy only (API Reference, Backup) */
export const describeBackup = (backup: BackupRow): Backup => ({
  BackupId: backup.BackupId,
  BackupArn: backupArnOf(backup, backup.BackupId),
  BackupState: backup.BackupState,
  ClusterId: backup.ClusterId,
  CreateTimestamp: new Date(backup.CreateTimestamp),
  ...(backup.copied && { CopyTimestamp: new Date(backup.copied.at) }),
  NeverExpires: backup.NeverExpires,
  ...(backup.copied && {
    SourceRegion: backup.copied.region,
    SourceBackup: backup.copied.BackupId,
    SourceCluster: backup.ClusterId,
  }),
  ...(backup.DeleteTimestamp !== undefined && { DeleteTimestamp: new Date(backup.DeleteTimestamp) }),
  TagList: [...backup.TagList],
  HsmType: backup.HsmType,
  Mode: backup.Mode,
});

/** New ids for {@link makeBackup}, made before the commit that may run more than once. */
export interface NewBackup {
  readonly BackupId: string;
  readonly transition: string;
}
export const newBackup = (): NewBackup => ({ BackupId: newCloudHsmId('backup'), transition: newUuid() });

export const backupCounterKey = ({ account, region }: Place): Key => [account, region, 'backups'];
export const lineageRead = (place: Place, owner: string): Read => ({ store: 'lineages', key: lineageKey(place, owner) });
export const lineageOf = (rows: Rows, { account, region }: Place, owner: string): LineageRow =>
  rows.get('lineages', lineageKey({ account, region }, owner)) ?? { account, region, owner, backups: [], next: 0 };

/** What {@link makeBackup} must have read. */
export const makeBackupReads = (place: Place, ClusterId: string): Read[] => [
  clockRead,
  { store: 'counters', key: backupCounterKey(place) },
  { store: 'counters', key: keyObjectCounter(place, ClusterId) },
  { store: 'clusterUsers', prefix: clusterKey(place, ClusterId) },
  lineageRead(place, ClusterId),
];

/**
 * Backs a cluster up as it is at this moment: one record, whatever the number of its keys. It is READY when its wait ends.
 * @returns the cluster, which is of the next version now; for the caller to put
 */
export function makeBackup(rows: Rows, moment: Moment, cluster: ClusterRow, { BackupId, transition }: NewBackup): ClusterRow {
  const { ClusterId, version = 0, HsmType, Mode, Certificates, trustAnchor } = cluster;
  const { account, region, now } = moment;
  const objects = rows.get('counters', keyObjectCounter(moment, ClusterId));
  addBackup(rows, moment, {
    BackupId,
    ClusterId,
    CreateTimestamp: now,
    HsmType,
    Mode,
    Certificates,
    trustAnchor,
    TagList: [],
    owner: ClusterId,
    version,
    users: rows
      .range('clusterUsers', clusterKey(moment, ClusterId))
      // Every HSM that is restored from it has all of them.
      .map(({ account: _account, region: _region, ClusterId: _cluster, missingOn: _missing, ...user }) => user),
    keyCount: objects?.count ?? 0,
    nextHandle: objects?.next ?? 0,
    retention: Number(cluster.BackupRetentionPolicy.Value),
    transition,
  });
  const { backups, ...lineage } = lineageOf(rows, { account, region }, ClusterId);
  rows.put('lineages', { ...lineage, backups: [...backups, { BackupId, version }], next: version + 1 });
  return { ...cluster, version: version + 1 };
}

/** Writes a backup that is being made, the next in the order of backups. The clock and the counter must have been read. */
export function addBackup(
  rows: Rows,
  moment: Moment,
  backup: Omit<BackupRow, 'account' | 'region' | 'number' | 'BackupState' | 'NeverExpires'> & NewBackup,
): void {
  const { account, region } = moment;
  const { count, next } = rows.get('counters', backupCounterKey(moment)) ?? { count: 0, next: 1 };
  rows.put('counters', { account, region, name: 'backups', count: count + 1, next: next + 1 });
  rows.put('backupOrder', { account, region, number: next, BackupId: backup.BackupId });
  rows.put('backups', { account, region, ...backup, number: next, BackupState: 'CREATE_IN_PROGRESS', NeverExpires: false });
  beginWait(rows, moment, backup.transition, { kind: 'create-backup', target: backup.BackupId });
}
