import { en } from './en/inside.ts';
import { ja } from './ja/inside.ts';
import type { Language } from './languages.ts';

export type InsideTexts = typeof en;

/** Of `<glass-hsm-details>` and what is in it: loaded with `<glass-clusters>`. */
export const insideTexts: Readonly<Record<Language, InsideTexts>> = { en, ja };
