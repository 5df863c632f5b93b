import { periods } from '../../model/durations.ts';
import type { Place } from '../../model/look.ts';
import { periodOf } from '../clock.ts';
import type { Rows } from '../storage/rows.ts';
import type { DueRow } from '../storage/schema.ts';

/** "At least one backup per day" (User Guide, "Cluster backups"): when a cluster's next one is due. A world begins with it, too. */
export const dailyBackup = (moment: Place & { readonly now: number }, ClusterId: string): DueRow =>
  periodOf(moment, { kind: 'daily-backup', target: ClusterId }, moment.now + periods['daily-backup'].milliseconds);

export const beginDailyBackups = (rows: Rows, moment: Place & { readonly now: number }, ClusterId: string): void => {
  rows.put('due', dailyBackup(moment, ClusterId));
};
