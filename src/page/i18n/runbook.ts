import { en as operationsInEnglish, type OperationSummaries } from './en/operations.ts';
import { en } from './en/runbook.ts';
import { ja as operationsInJapanese } from './ja/operations.ts';
import { ja } from './ja/runbook.ts';
import type { Language } from './languages.ts';

export type RunbookTexts = typeof en;

/** Of `<glass-runbook>`: loaded with it. */
export const runbookTexts: Readonly<Record<Language, RunbookTexts & { readonly summaries: OperationSummaries }>> = {
  en: { ...en, summaries: operationsInEnglish },
  ja: { ...ja, summaries: operationsInJapanese },
};
