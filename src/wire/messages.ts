/**
 * What crosses the thread, as plain interfaces. The page holds the worker's {@link WorkerApi} through Comlink; the
 * worker posts {@link WorkerNotice}s beside it. Bodies are text, so a CryptoKey cannot be sent by accident.
 */

/** An AWS request as HTTP would carry it: POST /, JSON 1.1. */
export interface WireRequest {
  /** Absent for POST, the only method that AWS's operations have; the path means nothing. */
  readonly method?: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The host the caller addressed, for CloudTrail's `tlsDetails`. */
  readonly host: string;
  /** The account that an access key which GlassHSM did not issue stands for: the calling client's own. */
  readonly account: string;
}

export interface WireResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why the simulator itself, not the simulated AWS, could not answer; `message` says what happened and what to do. */
export interface Fault {
  readonly message: string;
}

/** Errors cross as values: Comlink keeps only name and message of a throw. */
export type Reply<T> = { readonly value: T } | { readonly fault: Fault };

export interface OpenOptions {
  readonly database: string;
  /** Loaded only if the database is new. */
  readonly scenario: string;
  /** A world that was taken along, as text: what a new database begins with instead. */
  readonly world?: string | undefined;
}

/** Where the world is kept: on the device, or in this tab's memory only and why. */
export interface OpenResult {
  readonly storage: 'indexeddb' | 'memory';
  /** For `memory`: what a person should know, in one sentence. */
  readonly reason?: string;
}

/** The whole surface that the worker exposes. */
export interface WorkerApi {
  open(options: OpenOptions): Promise<Reply<OpenResult>>;
  /** Loads what `send` needs, ahead of the first request; also while the world is being opened. */
  prepare(): Promise<Reply<void>>;
  send(request: WireRequest): Promise<Reply<WireResponse>>;
  /** `question` and `input` are pairs of `LookQuestions` in model/look.ts. */
  look(question: string, input: unknown): Promise<Reply<unknown>>;
  /** `command` and `input` are pairs of `ControlCommands` in model/control.ts. */
  control(command: string, input: unknown): Promise<Reply<unknown>>;
}

/** What changed: a store of the storage schema and the ids of the rows, never the rows. */
export interface Change {
  readonly store: string;
  readonly ids: readonly string[];
}

/** Messages that the worker posts on its own. */
export type WorkerNotice =
  | { readonly notice: 'ready'; readonly version: string }
  | { readonly notice: 'changes'; readonly changes: readonly Change[] }
  /** The database can no longer be used by this worker (a newer version opened, storage taken away). */
  | { readonly notice: 'lost'; readonly message: string };
