import { en } from './en/sign-in.ts';
import { ja } from './ja/sign-in.ts';
import type { Language } from './languages.ts';

export type SignInTexts = typeof en;

/** Of `<glass-sign-in>`: loaded with it. */
export const signInTexts: Readonly<Record<Language, SignInTexts>> = { en, ja };
