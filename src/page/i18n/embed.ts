import { en } from './en/embed.ts';
import { ja } from './ja/embed.ts';
import type { Language } from './languages.ts';

export const embedTexts: Readonly<Record<Language, typeof en>> = { en, ja };
