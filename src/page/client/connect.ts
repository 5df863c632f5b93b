import { identitiesIn } from '../../model/identities.ts';
import { isRegion, regions } from '../../model/regions.ts';
import { SimulatorError } from './errors.ts';
import { prepareClients } from './services.ts';
import { createSimulator, identityNamed, type Simulator } from './simulator.ts';

export interface ConnectOptions {
  /** The name of the world; pages of one site that name the same share it. Default `glass-hsm`. */
  readonly database?: string;
  /** The Region that this simulator calls, one of AWS's commercial ones. Default `us-west-2`. */
  readonly region?: string;
  /** The account that this simulator acts in, 12 digits. Default `111122223333`. */
  readonly account?: string;
  /** Who calls: the name of a user or role. Default the account's first, `Alice`. */
  readonly identity?: string;
  /** What a new database begins with: `default`, `cluster` or `empty`. An existing world is never changed. */
  readonly scenario?: string;
  /** A world that was taken along (`control.exportWorld`), as text: what a new database begins with instead of a scenario. */
  readonly world?: string;
  /** Where worker.js is; default beside this script. A `data:` or `blob:` address holds worker-classic.js (see src/worker/main-classic.ts). */
  readonly workerUrl?: string | URL;
  /** How long starting may take, milliseconds. Default 10,000. */
  readonly timeout?: number;
  /** Whether what AWS calls need is loaded while the simulator starts, or with the first call. Default `true`. */
  readonly prepare?: boolean;
}

/**
 * Starts the simulator, or joins the one that already runs on this page for the same `database`.
 * @throws SimulatorError where it cannot start; its message says why and what to do
 */
export async function connect(options: ConnectOptions = {}): Promise<Simulator> {
  const { database = 'glass-hsm', region = 'us-west-2', account = '111122223333', scenario = 'default' } = options;
  const { world, workerUrl, timeout = 10_000, prepare = true, identity = identitiesIn(account)[0].name } = options;
  if (!/^\d{12}$/.test(account)) throw new SimulatorError(`An account has 12 digits, not "${account}".`);
  if (!isRegion(region)) throw new SimulatorError(`There is no Region "${region}". Regions: ${regions.join(', ')}.`);
  // The page's end; the worker loads its own while it opens the database.
  if (prepare) prepareClients();
  return createSimulator({ database, scenario, world, workerUrl, timeout, prepare }, { account, region }, identityNamed(identity));
}
