import type { BackupView } from '../../../model/look.ts';
import type { ClustersTexts } from '../../i18n/clusters.ts';
import type { Language } from '../../i18n/languages.ts';
import { moment } from '../words.ts';

/** How long a backup is kept. */
export function keptText(language: Language, texts: ClustersTexts, backup: BackupView): string {
  if (backup.DeleteTimestamp !== undefined) return texts.pendingUntil(moment(language, backup.DeleteTimestamp));
  if (backup.NeverExpires) return texts.keptForEver;
  if (backup.keptAsLast) return texts.keptAsLast;
  if (backup.expiresAt !== undefined) return texts.keptUntil(moment(language, backup.expiresAt));
  return backup.copied ? texts.keptByNoPolicy : '–';
}

export const heldText = (texts: ClustersTexts, text: (value: number) => string, { keyCount, userCount }: BackupView): string =>
  texts.keysAndUsers(keyCount, text(keyCount), userCount, text(userCount));
