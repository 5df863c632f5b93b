import type { Simulator } from '../../client/simulator.ts';
import type { ClusterView, KeyStoreView } from '../../../model/look.ts';

/** What the page keeps showing, at one moment. */
export interface World {
  readonly keyStores: readonly KeyStoreView[];
  readonly clusters: readonly ClusterView[];
  /** ARN of the newest key in the first key store's cluster. */
  readonly newestKey: string | undefined;
  /** @returns the simulated time now, milliseconds since the epoch; it runs at real speed after the moment */
  readonly now: () => number;
}

async function look(simulator: Simulator): Promise<World> {
  const [keyStores, clusters, date] = await Promise.all([
    simulator.look('keyStores'),
    simulator.look('clusters'),
    simulator.control.now(),
  ]);
  const ahead = date.getTime() - performance.now();
  const ClusterId = keyStores[0]?.CloudHsmClusterId;
  const keys = ClusterId === undefined ? [] : await simulator.look('keyObjects', { ClusterId, limit: 1 });
  const label = keys[0]?.attributes['label'];
  return { keyStores, clusters, newestKey: label?.toString(), now: () => performance.now() + ahead };
}

/**
 * Looks now and after every change. Changes that come while it looks are answered by one more look.
 * @param fail what to do when the simulator no longer answers
 */
export function watchWorld(simulator: Simulator, show: (world: World) => void, fail: (error: unknown) => void): void {
  let looking = false;
  let again = false;
  const refresh = async (): Promise<void> => {
    again = true;
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        show(await look(simulator));
      }
    } catch (error) {
      fail(error);
    } finally {
      looking = false;
    }
  };
  simulator.changes.addEventListener('change', () => void refresh());
  // A page that was frozen may have missed notices.
  addEventListener('pageshow', () => void refresh());
  void refresh();
}
