import { html, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Route } from './route.ts';

/** What the frame gives to a view. */
export interface Shown {
  readonly simulator: Simulator;
  readonly theme: 'light' | 'dark' | null;
  readonly language: Language;
  /** What the view shows: the rest of the address. */
  readonly path: readonly string[];
}

/**
 * A view beside the map. Its element has the attribute `data-view` and a `focus()` that goes to its title.
 * Where the address goes on (`#/keys/create/…`) a view of both parts' name (`keys/create`) goes before one of the first's.
 */
export interface View {
  /** Not in the navigation: something else leads there. */
  readonly unlisted?: true;
  /** Called when it is first opened. */
  load(): Promise<unknown>;
  /** What stands in the tab's title before the product's name, where that is not the view's name. */
  title?(path: readonly string[]): string | undefined;
  show(shown: Shown): TemplateResult;
}

/** By the name that each has in the address, in the order of the navigation; what navigation calls it is in `viewNames` of the texts. */
export const views: Readonly<Record<string, View>> = {
  keys: {
    load: () => Promise.all([import('../keys/key-table.ts'), import('../keys/key-page.ts')]),
    title: ([KeyId]) => KeyId,
    show: ({ simulator, theme, language, path }) =>
      path.length === 0
        ? html`<glass-key-table data-view .simulator=${simulator} .theme=${theme} lang=${language}></glass-key-table>`
        : html`<glass-key-page data-view .simulator=${simulator} .theme=${theme} lang=${language} .path=${path}></glass-key-page>`,
  },
  'key-stores': {
    load: () => import('../key-stores/key-stores.ts'),
    show: ({ simulator, theme, language, path }) =>
      html`<glass-key-stores data-view .simulator=${simulator} .theme=${theme} lang=${language} .path=${path}></glass-key-stores>`,
  },
  clusters: {
    load: () => import('../clusters/view.ts'),
    show: ({ simulator, theme, language, path }) =>
      html`<glass-clusters-view data-view .simulator=${simulator} .theme=${theme} lang=${language} .path=${path}></glass-clusters-view>`,
  },
  cloudtrail: {
    load: () => import('../cloudtrail/cloudtrail.ts'),
    show: ({ simulator, theme, language, path }) =>
      html`<glass-cloudtrail data-view .simulator=${simulator} .theme=${theme} lang=${language} .path=${path}></glass-cloudtrail>`,
  },
  errors: {
    load: () => import('../guide/guide.ts'),
    title: ([code]) => code,
    show: ({ simulator, theme, language, path: [code] }) =>
      html`<glass-guide data-view opens-beside .simulator=${simulator} .code=${code ?? null} .theme=${theme} lang=${language}></glass-guide>`,
  },
  terminal: {
    load: () => import('../terminal/terminal.ts'),
    show: ({ simulator, theme, language, path: [ClusterId] }) =>
      html`<glass-terminal data-view .simulator=${simulator} .ClusterId=${ClusterId ?? null} .theme=${theme} lang=${language}></glass-terminal>`,
  },
  'keys/create': {
    unlisted: true,
    load: () => import('../create-key-wizard/wizard.ts'),
    show: ({ simulator, theme, language, path }) =>
      html`<glass-create-key-wizard data-view .simulator=${simulator} .theme=${theme} lang=${language} .path=${path}></glass-create-key-wizard>`,
  },
  'sign-in': {
    unlisted: true,
    load: () => import('../sign-in/sign-in.ts'),
    show: ({ simulator, theme, language }) =>
      html`<glass-sign-in data-view .simulator=${simulator} .theme=${theme} lang=${language}></glass-sign-in>`,
  },
};

/** @returns the name of the view that an address means, and what it is to show */
export function viewAt({ view, path: [part, ...rest] }: Route): { readonly name: string; readonly path: readonly string[] } {
  const inner = `${view}/${part ?? ''}`;
  if (Object.hasOwn(views, inner)) return { name: inner, path: rest };
  return { name: view, path: part === undefined ? [] : [part, ...rest] };
}
