import { accounts, identitiesIn } from '../../../model/identities.ts';
import { chooseLanguage, type Language } from '../../i18n/languages.ts';
import { remember, remembered } from '../remembered.ts';

export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const isTheme = (name: string | null): name is Theme => themes.some((theme) => theme === name);

/** Who is signed in: the account, and the name of the user or role. */
export interface Caller {
  readonly account: string;
  readonly identity: string;
}

/** Whoever was chosen in this tab, else the first of the first account. */
export function preferredCaller(): Caller {
  const chosen = remembered('caller', { visit: true });
  const known = accounts.flatMap((account) => identitiesIn(account).map(({ name }): Caller => ({ account, identity: name })));
  const [first = { account: accounts[0], identity: '' }] = known;
  return known.find(({ account, identity }) => chosen === `${account}/${identity}`) ?? first;
}

export const rememberCaller = ({ account, identity }: Caller): void => {
  remember('caller', `${account}/${identity}`, { visit: true });
};

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
