import type { Schema, StoreName } from '../../../src/worker/storage/schema.ts';
import { inconsistencies } from '../consistency.ts';
import { rawDatabase } from '../hsm/raw.ts';

type Rows = { readonly [S in StoreName]: readonly Schema[S][] };

/**
 * All that cannot be in a world, of which a test has removed keys from the HSMs.
 * @param lost KMS keys that have no key object any more: those that the test removed, or that a rollback took with it
 */
export async function unexpected(database: string, lost: ReadonlySet<string>): Promise<string[]> {
  const problems = await inconsistencies(database);
  const expected = new Set([...lost].map((KeyId) => `key ${KeyId} has no key object`));
  return [...problems.filter((problem) => !expected.has(problem)), ...(await missingInRestored(database))];
}

/** @returns what a backup sees and the clusters that were made from it do not have, neither live nor in their own backups */
async function missingInRestored(database: string): Promise<string[]> {
  const stores = ['backups', 'clusters', 'keyObjects', 'removedKeyObjects'] as const;
  const rows = (await rawDatabase(database, stores)) as unknown as Rows;
  const all = [...rows.keyObjects.map((object) => ({ ...object, removed: Infinity })), ...rows.removedKeyObjects];
  return rows.clusters.flatMap(({ account, region, ClusterId, SourceBackupId }) => {
    const backup = rows.backups.find(({ BackupId }) => BackupId === SourceBackupId);
    if (!backup) return [];
    const of = (place: { account: string; region: string }, owner: string): typeof all =>
      all.filter((object) => object.owner === owner && object.account === place.account && object.region === place.region);
    const seen = of(backup, backup.owner).filter(({ added = 0, removed }) => added <= backup.version && backup.version < removed);
    const there = new Set(of({ account, region }, ClusterId).map(({ handle, materialId }) => `${String(handle)} ${materialId}`));
    return seen
      .filter(({ handle, materialId }) => !there.has(`${String(handle)} ${materialId}`))
      .map(({ handle }) => `${ClusterId} lacks key ${String(handle)} of ${backup.BackupId}`);
  });
}
