import type { GuideTexts } from '../../i18n/guide.ts';
import type { Language } from '../../i18n/languages.ts';
import type { MapTexts } from '../../i18n/map.ts';
import type { ScenarioName } from '../../../model/control.ts';
import type { CauseName } from './causes.ts';
import type { ProvocationName } from './provocations.ts';
import type { Repairing } from './repairing.ts';
import type { Draft, Step } from './steps/step.ts';
import type { NatureDeed } from './deeds.ts';
import { causeOf, isFinished, planOf } from './plan.ts';
import type { World } from './world.ts';

/** What the parts of the guidance are drawn from, and what they ask for. */
export interface Scene {
  readonly texts: GuideTexts;
  readonly mapTexts: MapTexts;
  /** That a refusal's words are not AWS's. */
  readonly ours: string;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | null;
  /** Simulated milliseconds since the epoch. */
  readonly now: number;
  readonly world: World;
  readonly repairing: Repairing;
  readonly draft: Draft;
  /** By which means steps are shown. */
  readonly way: string;
  chooseWay(name: string): void;
  change(part: Partial<Draft>): void;
  chooseStore(CustomKeyStoreId: string): void;
  take(step: Step): void;
  takeAll(): void;
  prove(): void;
  provoke(name: ProvocationName): void;
  load(name: ScenarioName): void;
  endFault(fault: Pick<NatureDeed, 'fault' | 'target'>): void;
  /** Where a scenario is opened beside this world; undefined where it cannot be. */
  beside(name: ScenarioName): string | undefined;
  /** Where CloudHSM CLI is typed at by oneself; undefined where the page has no terminal. */
  readonly terminal: string | undefined;
}

/** What the page of a code shows as its cause: the one that is being repaired, else the first that holds. */
export const shownCause = ({ repairing }: Scene, holding: readonly CauseName[]): CauseName | undefined => repairing.cause ?? holding[0];

/** Whether the repair of this cause has come to its end. */
export function isRepaired({ repairing, world }: Scene, name: CauseName): boolean {
  const cause = causeOf(name);
  return cause.endsStore ? isFinished(planOf(cause, world)) : repairing.proved !== undefined;
}
