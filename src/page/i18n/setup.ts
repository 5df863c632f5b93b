import { en } from './en/setup.ts';
import { ja } from './ja/setup.ts';
import type { Language } from './languages.ts';

export type SetupTexts = typeof en;

/** Of `<glass-setup>`: loaded with it. */
export const setupTexts: Readonly<Record<Language, SetupTexts>> = { en, ja };
