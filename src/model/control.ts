import type { KeyObjectName, Place } from './look.ts';

/** The teacher's door: what `simulator.control` can ask of the worker. Not an AWS API, never in CloudTrail. */

/** Worlds in which all is well. */
export const beginningNames = ['default', 'cluster', 'empty', 'classroom'] as const;
/** Worlds in which something has failed: AWS's troubleshooting of custom key stores, in its order (facts 5). */
export const troubleNames = [
  'disconnected', 'key-material-deleted', 'backup-without-key', 'no-hsm', 'one-hsm', 'one-zone', 'cluster-deleted', 'pkcs11-sessions',
  'network', 'invalid-credentials', 'user-locked-out', 'user-logged-in', 'user-not-found', 'kmsuser-mfa', 'subnet-not-found',
  'no-free-addresses', 'internal-error', 'connect-when-failed', 'fast-failure', 'orphaned-key', 'unrelated-cluster', 'store-with-keys',
  'throttled', 'old-backup',
] as const;
export type TroubleName = (typeof troubleNames)[number];
export const scenarioNames = [...beginningNames, ...troubleNames] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** What a person needs to know to work with the world that is loaded. */
export interface Notes {
  readonly scenario: ScenarioName;
  /** By user name of the cluster, as they are when the scenario begins. */
  readonly passwords: Readonly<Record<string, string>>;
  /** The ids of the world, by AWS's name for them, e.g. `CustomKeyStoreId`. */
  readonly ids: Readonly<Record<string, string>>;
  /** The trust anchor of the cluster, PEM; what `customerCA.crt` holds. */
  readonly 'customerCA.crt'?: string;
  /** Ciphertexts that were made before anything failed: `CiphertextBlob` in Base64, by the alias of its key. */
  readonly ciphertexts?: Readonly<Record<string, string>>;
}

/** What nature does to the world, and no call can. */
export const faultNames = [
  'throttling', 'network', 'security-group', 'subnet-deleted', 'subnet-full', 'pkcs11-sessions', 'internal-error',
] as const;
export type FaultName = (typeof faultNames)[number];

export interface InjectedFault {
  readonly fault: FaultName;
  /** A key store or a cluster. Absent: everything that the fault can be about. */
  readonly target?: string;
  /** When it is over by itself, simulated milliseconds since the epoch; absent: when it is ended. */
  readonly until?: number;
}

export interface ClockReading {
  /** Simulated time, milliseconds since the epoch. */
  readonly now: number;
  /** AWS's waits take AWS's duration divided by this. */
  readonly speed: number;
}

export interface FaultInput {
  readonly fault: string;
  readonly active: boolean;
  readonly target?: string | undefined;
  /** Simulated milliseconds after which it is over by itself. `throttling`: so long others use up the rates. */
  readonly lasts?: number | undefined;
}

/** What is in a world that was taken along. */
export interface WorldSummary {
  /** The scenario that it began with. */
  readonly scenario: ScenarioName;
  /** The simulated time that it stands at, milliseconds since the epoch. */
  readonly now: number;
  /** How many of each, in all accounts and Regions. */
  readonly clusters: number;
  readonly keyStores: number;
  readonly keys: number;
  readonly users: number;
  readonly backups: number;
  readonly events: number;
}

/** Each command: what goes in, what comes out. */
export interface ControlCommands {
  clock: { input: undefined; output: ClockReading };
  advance: { input: { readonly ms: number }; output: undefined };
  setSpeed: { input: { readonly speed: number }; output: undefined };
  loadScenario: { input: { readonly name: string }; output: undefined };
  notes: { input: undefined; output: Notes };
  injectFault: { input: FaultInput; output: undefined };
  faults: { input: undefined; output: readonly InjectedFault[] };
  reset: { input: undefined; output: undefined };
  /** The world as text, without key material. */
  exportWorld: { input: undefined; output: string };
  /** What such a text holds; nothing is changed. */
  inspectWorld: { input: { readonly text: string }; output: WorldSummary };
  importWorld: { input: { readonly text: string }; output: undefined };
  /** Makes this world that of another database of the same site, key material too. */
  keepWorld: { input: { readonly database: string }; output: undefined };
  /** How many materials are not there. */
  missingMaterial: { input: undefined; output: number };
  /** New material for one key or for all that have none; how many were made. */
  makeMaterial: { input: (Place & KeyObjectName) | undefined; output: number };
}
