import { en } from './en/key-page.ts';
import { ja } from './ja/key-page.ts';
import type { Language } from './languages.ts';

export type KeyPageTexts = typeof en;

/** Of `<glass-key-page>`; what it shares with the table of keys is in key-table.ts. */
export const keyPageTexts: Readonly<Record<Language, KeyPageTexts>> = { en, ja };
