import { en } from './en/map-faults.ts';
import { ja } from './ja/map-faults.ts';
import type { Language } from './languages.ts';

/** What the map says is wrong: loaded when something is. */
export const faultTexts: Readonly<Record<Language, typeof en>> = { en, ja };
