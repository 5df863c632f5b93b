import type { ControlCommands, InjectedFault, Notes, WorldSummary } from '../../model/control.ts';
import { identities, type Identity } from '../../model/identities.ts';
import type { KeyObjectName, LookQuestion, LookQuestions, Place } from '../../model/look.ts';
import type { services } from '../../model/services.ts';
import { accessKeyIdOf } from '../../wire/credentials.ts';
import type { OpenResult } from '../../wire/messages.ts';
import { createAsking } from './asking.ts';
import type { EngineOptions } from './engine.ts';
import { SimulatorError } from './errors.ts';
import { ChangeEvent, CommandEvent, createTarget, ExchangeEvent, type Dispatches } from './events.ts';
import { createFetch, createRequestHandler, type SdkRequestHandler } from './http.ts';
import { whenIdle } from './idle.ts';
import { createServiceClient, prepareClients, type Send, type ServiceClient } from './services.ts';
import { join } from './sharing.ts';
import { createShell, type Shell } from './shell.ts';

type Client<Name extends keyof typeof services> = ServiceClient<(typeof services)[Name]['operations']>;

/** An access key, as AWS SDKs take it. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The teacher's door: time, faults, scenarios, reset. Not an AWS API, never in CloudTrail. */
export interface Control {
  /** The simulated time. */
  now(): Promise<Date>;
  /** Moves the clock ahead by so many milliseconds. */
  advance(ms: number): Promise<void>;
  /** AWS's waits take AWS's duration divided by `speed`; `Infinity` for none. */
  setSpeed(speed: number): Promise<void>;
  /** Replaces the world, in every tab. */
  loadScenario(name: string): Promise<void>;
  /** Passwords, ids and the certificate of the scenario. */
  notes(): Promise<Notes>;
  /**
   * Begins or ends a fault that no call can cause, in every tab. `throttling`: KMS keeps to AWS's request rates, for all
   * operations, or with the id of a key store or cluster as `target` for cryptography in that store alone (1,800 a second).
   * `network`, `security-group`, `subnet-deleted`, `subnet-full`, `pkcs11-sessions`, `internal-error`: what keeps KMS from
   * one key store's cluster, or from all. With `lasts` (simulated milliseconds) it is over by itself; `throttling` then means
   * that others use up the rates for so long.
   * @throws SimulatorError for a fault or target that there is not; its message says which there are
   */
  injectFault(fault: string, options: { readonly active: boolean; readonly target?: string; readonly lasts?: number }): Promise<void>;
  /** The faults that are injected now. */
  faults(): Promise<readonly InjectedFault[]>;
  /** Back to the database's first scenario, in every tab. */
  reset(): Promise<void>;
  /**
   * The world as text, to be kept in a file or a link: all but its key material, which never leaves the browser. Passwords that
   * the scenario came with are in its notes; of others a digest is in it, so that users can sign in: whoever has the text can try
   * out guesses. Time stands still in it.
   */
  exportWorld(): Promise<string>;
  /** What such a text holds; nothing is changed. @throws SimulatorError where it is no such text; its message says why */
  inspectWorld(text: string): Promise<WorldSummary>;
  /**
   * Replaces the world by one that was exported, in every tab. Its keys have no material: they are unavailable until
   * {@link makeMaterial}, and ciphertexts that were made with them can never be decrypted.
   * @throws SimulatorError where it is no such text: nothing is changed
   */
  importWorld(text: string): Promise<void>;
  /** Replaces the world by that of another database of this site, key material too. @throws SimulatorError where there is none */
  keepWorld(database: string): Promise<void>;
  /** How many key materials are not there: those of imported keys. */
  missingMaterial(): Promise<number>;
  /**
   * Makes new material for a key that has none, or for all such keys, as after {@link importWorld}.
   * @param key one of this simulator's account and Region; all of the world where none is named
   * @returns how many materials were made
   * @throws SimulatorError where there is no such key, or its HSMs do not hold it
   */
  makeMaterial(key?: KeyObjectName): Promise<number>;
}

/** A simulated AWS account in this page. Once closed, every call rejects with SimulatorError. */
export interface Simulator {
  /** Where the world is kept: on this device, or in this tab's memory only and why. */
  readonly storage: OpenResult;
  /** Whose account and which Region the clients call, unless a call says otherwise. */
  readonly account: string;
  readonly region: string;
  /** Who signs the calls of the clients. */
  readonly identity: Identity;
  /**
   * KMS, CloudHSM v2 and CloudTrail on the AWS wire, by `X-Amz-Target`; never goes to the network. Region and caller
   * come from the Authorization header; its signature is not checked.
   */
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  /** For any client of the AWS SDK for JavaScript v3. */
  readonly requestHandler: SdkRequestHandler;
  /**
   * The access key of a user or role (of its session) in this simulator's account; by default of who signs its own calls.
   * @throws SimulatorError for a name that there is not
   */
  credentials(name?: string): Credentials;
  readonly kms: Client<'kms'>;
  readonly cloudhsmv2: Client<'cloudhsmv2'>;
  readonly cloudtrail: Client<'cloudtrail'>;
  /** What views keep showing: read-only, not an AWS API. In this account and Region unless the input says otherwise. */
  look<Q extends LookQuestion>(
    question: Q,
    ...input: object extends LookQuestions[Q]['input']
      ? [input?: LookQuestions[Q]['input'] & Partial<Place>]
      : [input: LookQuestions[Q]['input'] & Partial<Place>]
  ): Promise<LookQuestions[Q]['output']>;
  /** Dispatches {@link ChangeEvent}s, of this page's calls, other tabs' and the clock's. */
  readonly changes: Dispatches<'change', ChangeEvent> & EventTarget;
  /**
   * Dispatches an {@link ExchangeEvent} for every call of this simulator that was answered, and a {@link CommandEvent} for every
   * command that the HSMs have answered well in one of its {@link shell}s.
   */
  readonly exchanges: Dispatches<'exchange', ExchangeEvent> & Dispatches<'command', CommandEvent> & EventTarget;
  readonly control: Control;
  /**
   * Loads, when the page is idle, what AWS calls need and `look` and `control` do not. The first call does it in any case,
   * and then waits for it.
   */
  prepare(): void;
  /**
   * A terminal on the customer's own computer: `cloudhsm-cli …`. What it asks of the HSMs is in no CloudTrail; {@link exchanges}
   * tell its commands alone; who signs in is signed in in this terminal alone.
   */
  shell(): Shell;
  /**
   * What {@link shell}'s `cloudhsm-cli` asks of the HSMs, as a typed client: for views that act at an HSM. No AWS API: in no
   * CloudTrail, and among no {@link exchanges}.
   */
  readonly cloudhsmCli: Client<'cloudhsmCli'>;
  /** Ends this simulator alone. Calls under way and later ones reject with SimulatorError. */
  close(): void;
}

/** @throws SimulatorError for a name that there is not; its message says which there are */
export function identityNamed(name: string): Identity {
  const identity = identities.find((known) => known.name === name);
  if (!identity) throw new SimulatorError(`Nobody is called "${name}" here. Known: ${identities.map((known) => known.name).join(', ')}.`);
  return identity;
}

/** @throws SimulatorError where the worker cannot start */
export async function createSimulator(options: EngineOptions, place: Place, signedIn: Identity): Promise<Simulator> {
  const { account } = place;
  const changes = createTarget<Simulator['changes']>();
  const exchanges = createTarget<Simulator['exchanges']>();
  const asking = createAsking();
  const {
    engine: { api, opened, prepare },
    leave,
  } = await join(options, {
    changed: (list) => changes.dispatchEvent(new ChangeEvent(list)),
    ended: (message) => {
      asking.end(message);
      // Views look again, and are told why there is nothing to see any more.
      changes.dispatchEvent(new ChangeEvent([{ store: 'world', ids: [] }]));
    },
  });

  const quietly: Send = (request, signal) => asking.ask(() => api.send(request), signal);
  const send: Send = async (request, signal) => {
    const response = await quietly(request, signal);
    exchanges.dispatchEvent(new ExchangeEvent(request, response));
    return response;
  };
  const control = <C extends keyof ControlCommands>(
    command: C,
    input: ControlCommands[C]['input'],
  ): Promise<ControlCommands[C]['output']> =>
    // Replies are `unknown` on the wire; the command says what they are.
    asking.ask(() => api.control(command, input)) as Promise<ControlCommands[C]['output']>;

  // One that was running may not have been told so.
  if (options.prepare) prepare();
  const caller = { ...place, accessKeyId: accessKeyIdOf(account, signedIn) };
  const cloudhsmCli = createServiceClient('cloudhsmCli', caller, quietly, prepare);
  return {
    storage: opened,
    account,
    region: place.region,
    identity: signedIn,
    fetch: createFetch(account, send),
    requestHandler: createRequestHandler(account, send),
    credentials: (name) => ({
      accessKeyId: accessKeyIdOf(account, name === undefined ? signedIn : identityNamed(name)),
      secretAccessKey: 'simulated/nothing/checks/this/secret/key',
    }),
    kms: createServiceClient('kms', caller, send, prepare),
    cloudhsmv2: createServiceClient('cloudhsmv2', caller, send, prepare),
    cloudtrail: createServiceClient('cloudtrail', caller, send, prepare),
    look: <Q extends LookQuestion>(question: Q, input?: object) =>
      asking.ask(() => api.look(question, { ...place, ...input })) as Promise<LookQuestions[Q]['output']>,
    changes,
    exchanges,
    control: {
      now: async () => new Date((await control('clock', undefined)).now),
      advance: (ms) => control('advance', { ms }),
      setSpeed: (speed) => control('setSpeed', { speed }),
      loadScenario: (name) => control('loadScenario', { name }),
      notes: () => control('notes', undefined),
      injectFault: (fault, { active, target, lasts }) => control('injectFault', { fault, active, target, ...(lasts !== undefined && { lasts }) }),
      faults: () => control('faults', undefined),
      reset: () => control('reset', undefined),
      exportWorld: () => control('exportWorld', undefined),
      inspectWorld: (text) => control('inspectWorld', { text }),
      importWorld: (text) => control('importWorld', { text }),
      keepWorld: (database) => control('keepWorld', { database }),
      missingMaterial: () => control('missingMaterial', undefined),
      makeMaterial: (key) => control('makeMaterial', key && { ...place, ...key }),
    },
    shell: () => createShell(cloudhsmCli, (ran) => exchanges.dispatchEvent(new CommandEvent(ran))),
    cloudhsmCli,
    prepare: () => {
      whenIdle(() => {
        prepare();
        prepareClients();
      });
    },
    close: () => {
      asking.end('This simulator was closed. Call connect() for a new one.');
      leave();
    },
  };
}
