import { en as frameInEnglish } from './en/guide.ts';
import { en as causesInEnglish } from './en/guide-causes.ts';
import { en as connectionCodesInEnglish } from './en/guide-connection-codes.ts';
import { en as exceptionsInEnglish } from './en/guide-exceptions.ts';
import { en as stepsInEnglish } from './en/guide-steps.ts';
import { en as worldsInEnglish } from './en/guide-worlds.ts';
import { ja as frameInJapanese } from './ja/guide.ts';
import { ja as causesInJapanese } from './ja/guide-causes.ts';
import { ja as connectionCodesInJapanese } from './ja/guide-connection-codes.ts';
import { ja as exceptionsInJapanese } from './ja/guide-exceptions.ts';
import { ja as stepsInJapanese } from './ja/guide-steps.ts';
import { ja as worldsInJapanese } from './ja/guide-worlds.ts';
import type { Language } from './languages.ts';

const en = {
  ...frameInEnglish,
  ...stepsInEnglish,
  causeTexts: causesInEnglish,
  codes: { ...connectionCodesInEnglish, ...exceptionsInEnglish },
  worldTexts: worldsInEnglish,
};

export type GuideTexts = typeof en;

/** Of `<glass-guide>`: loaded with it. */
export const guideTexts: Readonly<Record<Language, GuideTexts>> = {
  en,
  ja: {
    ...frameInJapanese,
    ...stepsInJapanese,
    causeTexts: causesInJapanese,
    codes: { ...connectionCodesInJapanese, ...exceptionsInJapanese },
    worldTexts: worldsInJapanese,
  },
};
