import { en as callsInEnglish } from './en/calls.ts';
import { en as frameInEnglish } from './en/playground.ts';
import { en as regionsInEnglish } from './en/regions.ts';
import { ja as callsInJapanese } from './ja/calls.ts';
import { ja as frameInJapanese } from './ja/playground.ts';
import { ja as regionsInJapanese } from './ja/regions.ts';
import type { Language } from './languages.ts';

const en = { calls: callsInEnglish, playground: frameInEnglish, regions: regionsInEnglish };

/** Texts of what stands in the playground alone, so that an embed does not load them. */
export type PlaygroundTexts = typeof en;

export const playgroundTexts: Readonly<Record<Language, PlaygroundTexts>> = {
  en,
  ja: { calls: callsInJapanese, playground: frameInJapanese, regions: regionsInJapanese },
};
