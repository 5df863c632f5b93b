import type { BackupContents, KeysHeld } from '../model/look.ts';
import { clusterKey } from './cloudhsm/clusters.ts';
import { keyReference } from './hsm/attributes.ts';
import { liveObjects } from './hsm/versions.ts';
import type { BackupRow, KeyObjectRow } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';

/** The first of some key objects, and how many there are. */
export const keysHeld = (objects: readonly KeyObjectRow[], keysShown: number): KeysHeld => ({
  count: objects.length,
  first: objects.slice(0, keysShown).map((object) => ({ 'key-reference': keyReference(object), label: object.label })),
});

/**
 * What a backup has and its cluster lacks by now, and the other way round. An object keeps its handle in both, and no handle is
 * given twice.
 * @param objects what the backup sees
 * @returns undefined where there is no such cluster here
 */
export async function backupDifference(
  storage: Storage,
  backup: BackupRow,
  objects: readonly KeyObjectRow[],
  keysShown: number,
): Promise<BackupContents['difference']> {
  const { ClusterId, account, region, copied } = backup;
  // A copy names the cluster of the Region that it is from.
  if (copied || !(await storage.get('clusters', clusterKey(backup, ClusterId)))) return undefined;
  const users = await storage.page({ store: 'clusterUsers', prefix: clusterKey(backup, ClusterId), limit: mostUsers });
  const live = await liveObjects(storage, { account, region, owner: ClusterId });
  const without = (these: readonly KeyObjectRow[], those: readonly KeyObjectRow[]): KeyObjectRow[] => {
    const handles = new Set(those.map(({ handle }) => handle));
    return these.filter(({ handle }) => !handles.has(handle));
  };
  const names = (these: readonly { readonly username: string }[], those: readonly { readonly username: string }[]): string[] => {
    const known = new Set(those.map(({ username }) => username));
    return these.map(({ username }) => username).filter((username) => !known.has(username));
  };
  return {
    onlyInBackup: { users: names(backup.users, users), keys: keysHeld(without(objects, live), keysShown) },
    onlyInCluster: { users: names(users, backup.users), keys: keysHeld(without(live, objects), keysShown) },
  };
}

/** More than a cluster can have: a quota. */
const mostUsers = 2000;
