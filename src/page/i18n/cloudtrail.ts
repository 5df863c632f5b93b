import { en } from './en/cloudtrail.ts';
import { ja } from './ja/cloudtrail.ts';
import type { Language } from './languages.ts';

export type CloudTrailTexts = typeof en;

/** Of `<glass-cloudtrail>`: loaded with it. */
export const cloudtrailTexts: Readonly<Record<Language, CloudTrailTexts>> = { en, ja };
