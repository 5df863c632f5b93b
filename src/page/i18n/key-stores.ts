import { en } from './en/key-stores.ts';
import { ja } from './ja/key-stores.ts';
import type { Language } from './languages.ts';

export type KeyStoresTexts = typeof en;

/** Of `<glass-key-stores>`: loaded with it. */
export const keyStoresTexts: Readonly<Record<Language, KeyStoresTexts>> = { en, ja };
