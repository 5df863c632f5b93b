import { en } from './en/map.ts';
import { ja } from './ja/map.ts';
import type { Language } from './languages.ts';

export type MapTexts = typeof en;

/** Of `<glass-map>`: loaded with it. */
export const mapTexts: Readonly<Record<Language, MapTexts>> = { en, ja };
