import type { LitElement } from 'lit';
import type { MapView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import type { CreateKeyWizardTexts } from '../../i18n/create-key-wizard.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Step } from '../map/faults.ts';
import type { Refusal } from '../refusal.ts';
import type { Draft } from './draft.ts';
import type { Faults } from './rules.ts';

/** The calls behind Finish, in their order. */
export const calls = ['CreateKey', 'CreateAlias'] as const;
export type CallName = (typeof calls)[number];

/** What the pages are drawn from, and what they ask for. */
export interface Desk {
  readonly host: LitElement;
  readonly texts: CreateKeyWizardTexts;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | null;
  readonly simulator: Simulator;
  readonly map: MapView | undefined;
  /** Simulated milliseconds since the epoch. */
  readonly now: number;
  readonly draft: Draft;
  /** What is wrong on the page, once the person wanted to go on. */
  readonly faults: Faults;
  /** The call of Finish that is under way. */
  readonly underWay: CallName | undefined;
  /** The call of Finish that was refused last. */
  readonly refused: { readonly call: CallName; readonly refusal: Refusal } | undefined;
  /** Of calls of Finish that were made: CloudTrail knows them by these. */
  readonly requestIds: Readonly<Partial<Record<CallName, string | undefined>>>;
  /** That a refusal's words are not AWS's. */
  readonly ours: string;
  /** A call that was to repair a key store was refused. */
  readonly unrepaired: Refusal | undefined;
  /** The call that was made last to repair a key store; CloudTrail knows it by its request id. */
  readonly repaired: { readonly step: Step; readonly requestId: string | undefined } | undefined;
  /** Which of the ways to write the calls is chosen. */
  readonly way: string;
  /** The code is unfolded, where there is no room for it beside the page. */
  readonly besideOpen: boolean;
  chooseWay(this: void, name: string): void;
  openBeside(this: void): void;
  change(part: Partial<Draft>): void;
  set(to: (draft: Draft) => Draft): void;
  repair(step: Step): void;
}

/** What is wrong with a field. */
export function faultOf({ faults, texts }: Desk, field: string): string | undefined {
  const wrong = faults.find(([id]) => id === field)?.[1];
  return wrong && texts.wrong[wrong];
}
