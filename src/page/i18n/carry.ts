import { en } from './en/carry.ts';
import { ja } from './ja/carry.ts';
import type { Language } from './languages.ts';

export type CarryTexts = typeof en;

/** Of what takes worlds along: loaded with it. */
export const carryTexts: Readonly<Record<Language, CarryTexts>> = { en, ja };
