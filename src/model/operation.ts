import type { KeyStateRow } from './key-states.ts';
import type { AnyMembers, Members, Values } from './shapes.ts';

/** How a call names the KMS key that it is about. */
export interface KeySubject {
  /** The member that names the key; for `ciphertext` the blob that was encrypted under it. */
  readonly member: string;
  /**
   * What the member may hold. `key`: key id or key ARN; `target`: the same, for an alias. `any`: alias names and alias
   * ARNs as well. `arn`: key ARN.
   * `alias`: an alias name, and the key is the one that it names now. `ciphertext`: the key is the one that made the
   * blob. `grantToken`: the key is the one that the grant is for. API Reference, `KeyId` of each operation.
   */
  readonly by: 'key' | 'target' | 'any' | 'arn' | 'alias' | 'ciphertext' | 'grantToken';
  /** The row of the key state table that the operation is under. */
  readonly states: KeyStateRow;
  /** Keys of another origin are refused with UnsupportedOperationException, where their state does not refuse first. */
  readonly origin?: 'AWS_KMS';
  /** The permission that is asked for, where it is not named as the operation (`ReEncryptFrom`). */
  readonly action?: string;
  /** The member whose key this must be as well; where both are given and differ, AWS answers IncorrectKeyException. */
  readonly same?: string;
  /** The call may do without: then there is no such subject. */
  readonly optional?: true;
}

/** One operation of an AWS service: the one place that says what it takes, answers and is about. */
export interface Operation<Input = never, Output = unknown> {
  readonly input: AnyMembers;
  /** Absent where the model has no output shape: the answer's body is then empty (facts 8.2). */
  readonly output?: AnyMembers;
  /** CloudTrail's `readOnly`. Cryptographic operations are read-only too (facts 7). */
  readonly readOnly: boolean;
  readonly keys: readonly KeySubject[];
  /** Members that CloudTrail knows by another name (facts 7). */
  readonly trailNames?: Readonly<Record<string, string>>;
  /** CloudTrail shows no request parameters. */
  readonly trailWithoutParameters?: true;
  /** What CloudTrail shows for members that a request leaves out (facts 7, "defaults filled in"). */
  readonly trailDefaults?: Values;
  /**
   * Members, or single values of them, that AWS serves and GlassHSM refuses: what it does not simulate, as the refusal and
   * the documentation say it.
   */
  readonly partly?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** The kind of key that the operation is for, where no simulated key is one: every call is refused, in AWS's words. */
  readonly needs?: string;
  /** Only the compiler sees these. */
  readonly types?: (input: Input) => Output;
}

interface Declaration<Input, Output> {
  readonly input: Members<Input>;
  readonly output?: Members<Output>;
  readonly readOnly: boolean;
  readonly keys?: readonly KeySubject[];
  readonly trailNames?: { readonly [K in keyof Input]?: string };
  readonly trailWithoutParameters?: true;
  readonly trailDefaults?: Partial<Input>;
  readonly partly?: {
    readonly [K in keyof Input]?: string | (Input[K] extends string | undefined ? { readonly [V in NonNullable<Input[K]>]?: string } : never);
  };
  readonly needs?: string;
}

/** What SDK output types carry beside the service's own members. */
type Bare<T> = Omit<T, '$metadata'>;

/**
 * Declares an operation, checked member by member against the SDK's types: `operation<Input, Output>({ … })`.
 * @returns the declaration itself, with the types attached for {@link InputOf} and {@link OutputOf}.
 */
export const operation = <Input, Output>(declaration: Declaration<Input, Bare<Output>>): Operation<Input, Bare<Output>> =>
  ({ keys: [], ...declaration }) as unknown as Operation<Input, Bare<Output>>;

export type Operations = Readonly<Record<string, Operation>>;
export type InputOf<O> = O extends Operation<infer I, infer _O> ? I : never;
export type OutputOf<O> = O extends Operation<infer _I, infer Out> ? Out : never;
