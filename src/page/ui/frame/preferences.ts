import { chooseLanguage, type Language } from '../../i18n/languages.ts';

export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const isTheme = (name: string | null): name is Theme => themes.some((theme) => theme === name);

/** What a person chose last time. Storage may be forbidden: then nothing is remembered, and nothing breaks. */
function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`glass-hsm-${name}`);
  } catch {
    return null;
  }
}

export function remember(name: 'lang' | 'theme', value: string): void {
  try {
    localStorage.setItem(`glass-hsm-${name}`, value);
  } catch {
    // Chosen for this visit only.
  }
}

/** `?lang=`, else what was chosen last time, else the browser's. */
export const preferredLanguage = (): Language =>
  chooseLanguage(new URLSearchParams(location.search).get('lang') ?? remembered('lang'), navigator.languages);

export function preferredTheme(): Theme {
  const theme = remembered('theme');
  return isTheme(theme) ? theme : 'system';
}

/** The address says the language, so that it can be sent to others. */
export function putInAddress(language: Language): void {
  const url = new URL(location.href);
  url.searchParams.set('lang', language);
  history.replaceState(history.state, '', url);
}
