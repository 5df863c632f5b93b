import { en } from './en/keys.ts';
import { ja } from './ja/keys.ts';
import type { Language } from './languages.ts';

export type KeysTexts = typeof en;

/** Of `<glass-keys>`: loaded with it. */
export const keysTexts: Readonly<Record<Language, KeysTexts>> = { en, ja };
