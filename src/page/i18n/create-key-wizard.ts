import { en } from './en/create-key-wizard.ts';
import { ja } from './ja/create-key-wizard.ts';
import type { Language } from './languages.ts';

export type CreateKeyWizardTexts = typeof en;

/** Of `<glass-create-key-wizard>`: loaded with it. */
export const createKeyWizardTexts: Readonly<Record<Language, CreateKeyWizardTexts>> = { en, ja };
