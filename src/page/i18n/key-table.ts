import { en } from './en/key-table.ts';
import { ja } from './ja/key-table.ts';
import type { Language } from './languages.ts';

export type KeyTableTexts = typeof en;

/** Of `<glass-key-table>` and what it shares with `<glass-key-page>`: loaded with them. */
export const keyTableTexts: Readonly<Record<Language, KeyTableTexts>> = { en, ja };
