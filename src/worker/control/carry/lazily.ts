import { lazy, notLoaded } from '../../../wire/lazy.ts';
import { SimulatorFault } from '../../errors.ts';

/** It comes with the door, whose code it shares. @throws SimulatorFault where it does not load */
export const carry = lazy(() =>
  import('../../behind.ts').catch((error: unknown) => {
    throw new SimulatorFault(notLoaded('What takes worlds along', error));
  }),
);
