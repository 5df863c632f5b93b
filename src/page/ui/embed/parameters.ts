import { scenarioNames } from '../../../model/control.ts';

export const views = ['map', 'create-key'] as const;
export type EmbedView = (typeof views)[number];

/** What an embed's address asks for. */
export interface Parameters {
  readonly view: EmbedView;
  readonly scenario?: string;
  readonly database?: string;
  readonly theme?: 'light' | 'dark';
}

/** What is wrong with the address: the parameter, what it says, and what it may say. */
export interface Mistake {
  readonly name: string;
  readonly value: string;
  /** The values that there are; for a database the letters that its name may have. */
  readonly allowed: readonly string[];
}

const databaseName = /^[\w.-]{1,64}$/;
const themes = ['system', 'light', 'dark'] as const;

/** @returns what to show, or the first thing that is wrong. `lang` is not among them: any language is a good wish. */
export function readParameters(search: URLSearchParams): Parameters | Mistake {
  const view = search.get('view') ?? 'map';
  const scenario = search.get('scenario');
  const database = search.get('database');
  const theme = search.get('theme') ?? 'system';
  const known = <Name extends string>(names: readonly Name[], value: string): value is Name => names.some((name) => name === value);

  if (!known(views, view)) return { name: 'view', value: view, allowed: views };
  if (scenario !== null && !known(scenarioNames, scenario)) return { name: 'scenario', value: scenario, allowed: scenarioNames };
  if (database !== null && !databaseName.test(database)) return { name: 'database', value: database, allowed: ['A–Z', 'a–z', '0–9', '.', '_', '-'] };
  if (!known(themes, theme)) return { name: 'theme', value: theme, allowed: themes };
  return {
    view,
    ...(scenario !== null && { scenario }),
    ...(database !== null && { database }),
    ...(theme !== 'system' && { theme }),
  };
}
