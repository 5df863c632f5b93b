import { lazy, notLoaded } from '../../../wire/lazy.ts';
import { SimulatorFault } from '../../errors.ts';

/** @throws SimulatorFault where it does not load */
export const carry = lazy(() =>
  import('./all.ts').catch((error: unknown) => {
    throw new SimulatorFault(notLoaded('What takes worlds along', error));
  }),
);
