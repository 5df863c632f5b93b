import type { DescribeBackupsInput } from '../../../model/cloudhsmv2/inputs.ts';
import type { Call } from '../../call.ts';
import type { BackupRow } from '../../storage/schema.ts';
import { backupKey, describeBackup } from '../backups.ts';
import { filtersOf } from '../filters.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { readToken, writeToken } from '../paging.ts';

/** Backups that are looked at for one page at the most; behind them a NextToken goes on, as AWS's pages may be short too. */
const mostLookedAt = 1000;
const usual = 50;

/** The newest first, or the oldest (`SortAscending`). */
export const describeBackups: CloudHsmHandler<'DescribeBackups'> = async (call, input) => {
  const matches = filtersOf<BackupRow>(input.Filters, {
    backupIds: ({ BackupId }) => BackupId,
    sourceBackupIds: ({ copied }) => copied?.BackupId ?? '',
    clusterIds: ({ ClusterId }) => ClusterId,
    states: ({ BackupState }) => BackupState,
    neverExpires: ({ NeverExpires }) => String(NeverExpires),
  });
  const what = input.SortAscending ? 'backups, oldest first' : 'backups, newest first';
  const after = readToken(what, input.NextToken);
  // Shared by a resource policy alone, a backup is not listed until AWS RAM has promoted it; there is no RAM here.
  if (input.Shared) return { Backups: [] };
  const { rows, last, more } = await lookThrough(call, input, matches, after);
  return { Backups: rows.map(describeBackup), ...(more && { NextToken: writeToken(what, last) }) };
};

/** @returns the matching backups of one page, and the number of the last one that was looked at */
async function lookThrough(
  { storage, account, region }: Call,
  { SortAscending, MaxResults = usual }: DescribeBackupsInput,
  matches: (backup: BackupRow) => boolean,
  begin: string | number | undefined,
): Promise<{ readonly rows: readonly BackupRow[]; readonly last: number; readonly more: boolean }> {
  const rows: BackupRow[] = [];
  let after = begin;
  for (let looked = 0; looked < mostLookedAt; looked += usual) {
    const page = await storage.page({
      store: 'backupOrder',
      prefix: [account, region],
      limit: usual,
      reverse: !SortAscending,
      ...(after !== undefined && { after }),
    });
    for (const { BackupId, number } of page) {
      const backup = await storage.get('backups', backupKey({ account, region }, BackupId));
      if (backup && matches(backup)) {
        if (rows.length === MaxResults) return { rows, last: Number(after), more: true };
        rows.push(backup);
      }
      after = number;
    }
    if (page.length < usual) return { rows, last: Number(after), more: false };
  }
  return { rows, last: Number(after), more: true };
}
