import type { TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import type { Language } from '../../i18n/languages.ts';

/** What the frame gives to a view. */
export interface Shown {
  readonly simulator: Simulator;
  readonly theme: 'light' | 'dark' | null;
  readonly language: Language;
  /** What the view shows: the rest of the address. */
  readonly path: readonly string[];
}

/** A view beside the map. Its element has the attribute `data-view` and a `focus()` that goes to its title. */
export interface View {
  /** Called when it is first opened. */
  load(): Promise<unknown>;
  /** What stands in the tab's title before the product's name, where that is not the view's name. */
  title?(path: readonly string[]): string | undefined;
  show(shown: Shown): TemplateResult;
}

/** By the name that each has in the address, in the order of the navigation; what navigation calls it is in `viewNames` of the texts. */
export const views: Readonly<Record<string, View>> = {};
