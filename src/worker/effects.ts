import type { PeriodKind, WaitKind } from '../model/durations.ts';
import type { Happening } from './call.ts';
import { backUpDaily, endCreatingBackup, expireBackup, purgeBackup } from './cloudhsm/backup-changes.ts';
import { endActivating, endCreatingCluster, endDeletingCluster, endInitializing, endModifying } from './cloudhsm/cluster-changes.ts';
import { endCreatingHsm, endDeletingHsm } from './cloudhsm/hsm-changes.ts';
import { endConnecting, endDisconnecting } from './kms/connection.ts';
import { deleteKey } from './kms/deletion.ts';
import { removeGrants } from './kms/grant-removal.ts';
import { rotateAutomatically, rotateOnDemand } from './kms/rotation.ts';
import type { DueRow } from './storage/schema.ts';

/** What happens when a wait or a period ends: one effect a kind, each in its own commit that takes the row away. */
export const effects: { readonly [Kind in WaitKind | PeriodKind]: (moment: Happening, due: DueRow) => Promise<void> } = {
  connect: endConnecting,
  disconnect: endDisconnecting,
  'create-hsm': endCreatingHsm,
  'delete-hsm': endDeletingHsm,
  'delete-key': deleteKey,
  'remove-grants': removeGrants,
  'rotate-key': rotateOnDemand,
  'rotate-key-automatically': rotateAutomatically,
  'create-cluster': endCreatingCluster,
  'initialize-cluster': endInitializing,
  'activate-cluster': endActivating,
  'modify-cluster': endModifying,
  'delete-cluster': endDeletingCluster,
  'create-backup': endCreatingBackup,
  'daily-backup': backUpDaily,
  'expire-backup': expireBackup,
  'delete-backup': purgeBackup,
};
