import type { Step } from '../bench.ts';
import type { StepName } from '../build.ts';
import { cluster } from './cluster.ts';
import { firstHsm, secondHsm } from './hsm.ts';
import { initialize } from './initialize.ts';
import { key } from './key.ts';
import { sign } from './sign.ts';
import { connect, store } from './store.ts';
import { activate, user } from './users.ts';

/** By name; their order is that of `stepNames`. */
export const steps: Readonly<Record<StepName, Step>> = {
  cluster, firstHsm, sign, initialize, activate, secondHsm, user, store, connect, key,
};
