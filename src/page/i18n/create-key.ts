import { en } from './en/create-key.ts';
import { ja } from './ja/create-key.ts';
import type { Language } from './languages.ts';

export type CreateKeyTexts = typeof en;

/** Of `<glass-create-key>`: loaded with it. */
export const createKeyTexts: Readonly<Record<Language, CreateKeyTexts>> = { en, ja };
