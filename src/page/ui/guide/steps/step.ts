import type { Wait } from '../../../../model/look.ts';
import type { Deed } from '../deeds.ts';
import type { World } from '../world.ts';

/** The steps of all repairs; their words are the catalogue's. */
export type StepName =
  | 'disconnect'
  | 'connect'
  | 'settle'
  | 'setPassword'
  | 'resetPassword'
  | 'tellPassword'
  | 'logOut'
  | 'createUser'
  | 'removeMfa'
  | 'removeHsm'
  | 'addHsm'
  | 'addSecondHsm'
  | 'backUp'
  | 'restore'
  | 'firstHsm'
  | 'secondHsm'
  | 'swap'
  | 'endNetwork'
  | 'openPorts'
  | 'freeAddresses'
  | 'waitForAws'
  | 'backOff'
  | 'enableKeys'
  | 'cancelDeletion'
  | 'scheduleDeletion'
  | 'passPeriod'
  | 'deleteStore'
  | 'deleteOrphans';

/** What a step asks a person for. It is kept in the page only. */
export interface Draft {
  readonly adminPassword: string;
  /** Of `kmsuser`. */
  readonly kmsPassword: string;
}
export type Ask = keyof Draft;

/** What one sees change: the name that AWS, or the catalogue (`seen`), has for it, and its values before and after. */
export interface Seen {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** One numbered step of a repair. How far it is comes from the world alone, so what was done elsewhere is done here. */
export interface Step {
  readonly name: StepName;
  done(world: World): boolean;
  /** False where it has nothing to do here. */
  needed?(world: World): boolean;
  /** What it goes on with, once it was begun. */
  waits?(world: World): Wait | undefined;
  readonly asks?: readonly Ask[];
  /** What one does in its place, where one lacks what it asks for. */
  readonly instead?: Step;
  /** None where it cannot be done yet: what it needs is another step's. */
  deeds(world: World, draft: Draft): readonly Deed[];
  sees(world: World): Seen;
}

/** Something that holds in the world, or does not. */
export type Condition = (world: World) => boolean;
