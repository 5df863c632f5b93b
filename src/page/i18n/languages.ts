import { en, type Catalogue } from './en.ts';
import { ja } from './ja.ts';

/** Each language by its tag, with its name as its readers write it. */
export const languages = {
  en: { name: 'English', texts: en },
  ja: { name: '日本語', texts: ja },
} as const satisfies Record<string, { readonly name: string; readonly texts: Catalogue }>;

export type Language = keyof typeof languages;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/**
 * @param asked what the address asks for (`?lang=`), if anything
 * @param preferred the browser's languages, best first
 * @returns the first that we have, else English
 */
export function chooseLanguage(asked: string | null, preferred: readonly string[]): Language {
  const tags = [asked ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return tags.find(isLanguage) ?? 'en';
}
