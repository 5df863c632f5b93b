import { en } from './en/missing-material.ts';
import { ja } from './ja/missing-material.ts';
import type { Language } from './languages.ts';

/** Of keys whose material is missing: loaded with the first of them. */
export const missingMaterialTexts: Readonly<Record<Language, typeof en>> = { en, ja };
