import { causeNames, causes, troublesIn, type Cause, type CauseName } from './causes.ts';
import type { Page } from './pages.ts';
import type { Step } from './steps/step.ts';
import type { World } from './world.ts';

/** `now` is the first step that is not done; there is one at the most. */
export type StepState = 'done' | 'now' | 'waiting' | 'later' | 'unneeded';

export interface Planned {
  readonly step: Step;
  readonly state: StepState;
}

export const causeOf = (name: CauseName): Cause => causes[name];

/** The causes of a page that hold now, in the order of repair. */
export const causesNow = ({ causes: names }: Pick<Page, 'causes'>, world: World): readonly CauseName[] =>
  causeNames.filter((name) => names.includes(name) && causeOf(name).holds(world));

/** The steps of a repair, and how far each is. */
export function planOf({ steps }: Cause, world: World): readonly Planned[] {
  const isDone = (step: Step): boolean => step.done(world);
  const isNeeded = (step: Step): boolean => isDone(step) || step.needed?.(world) !== false;
  const current = steps.find((step) => isNeeded(step) && !isDone(step));
  return steps.map((step): Planned => {
    if (step === current) return { step, state: step.waits?.(world) ? 'waiting' : 'now' };
    if (isDone(step)) return { step, state: 'done' };
    return { step, state: isNeeded(step) ? 'later' : 'unneeded' };
  });
}

/** Nothing is left of it but the proof. */
export const isFinished = (plan: readonly Planned[]): boolean => plan.every(({ state }) => state === 'done' || state === 'unneeded');

export const currentOf = (plan: readonly Planned[]): Planned | undefined => plan.find(({ state }) => state === 'now' || state === 'waiting');

/** What else is wrong with the store, that a repair of this cause leaves as it is. */
export const othersBeside = (world: World, name: CauseName | undefined): readonly CauseName[] => troublesIn(world).filter((other) => other !== name);
