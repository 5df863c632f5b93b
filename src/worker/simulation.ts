import type { InjectedFault } from '../model/control.ts';
import type { Place } from '../model/look.ts';
import type { Happening } from './call.ts';
import { newClock, simulatedNow } from './clock.ts';
import { serviceRecordOf } from './cloudtrail/service-record.ts';
import { SimulatorFault } from './errors.ts';
import { createVault, type Vault } from './hsm/vault.ts';
import { isActive, type ClockRow, type WorldRow } from './storage/schema.ts';
import type { RowAccess, Storage } from './storage/storage.ts';

/** One open world: its rows, its vault, its time. Everything that runs is handed this, or a call made of it. */
export interface Simulation {
  readonly storage: Storage;
  readonly hsm: Vault;
  readClock(): Promise<ClockRow>;
  readWorld(): Promise<WorldRow>;
  /** What nature does to this world; see `control.injectFault`. */
  readFaults(): Promise<readonly InjectedFault[]>;
  /**
   * What happens at `now`, without a caller.
   * @param rows where it happens: in what is stored, or in a draft of what is to be
   */
  momentAt(place: Place, now: number, rows?: RowAccess): Happening;
}

const none: readonly InjectedFault[] = [];

export function createSimulation(storage: Storage): Simulation {
  const hsm = createVault(storage);

  async function readClock(): Promise<ClockRow> {
    const row = await storage.get('world', ['clock']);
    return row?.id === 'clock' ? row : newClock;
  }

  return {
    storage,
    hsm,
    readClock,
    async readWorld() {
      const row = await storage.get('world', ['world']);
      if (row?.id === 'world') return row;
      throw new SimulatorFault('The simulated world is gone: its storage was cleared. Reload the page.');
    },
    async readFaults() {
      const row = await storage.get('world', ['faults']);
      if (row?.id !== 'faults') return none;
      const now = simulatedNow(await readClock());
      return row.active.filter((fault) => isActive(fault, now));
    },
    momentAt: ({ account, region }, now, rows = storage) => ({
      account,
      region,
      now,
      storage: rows,
      hsm,
      commit: (reads, decide, event) =>
        rows.commit({
          reads,
          decide,
          event: (outcome) => {
            const happened = 'value' in outcome ? event?.(outcome.value) : undefined;
            return happened && serviceRecordOf({ account, region, now }, happened);
          },
        }),
    }),
  };
}
