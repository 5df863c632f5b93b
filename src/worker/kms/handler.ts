import type { InputOf, Operation, OutputOf } from '../../model/operation.ts';
import { externalKeyStore } from '../../model/kms/members.ts';
import { kmsOperations } from '../../model/kms/operations.ts';
import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { Keys, ResolvedKey } from './subjects.ts';

export type KmsOperationName = keyof typeof kmsOperations;

/** A call of a KMS operation: its keys are found and their states checked, and both again when it commits. */
export interface KmsCall extends Call {
  readonly keys: Keys;
  commit<T>(reads: readonly Read[], decide: (rows: Rows, keys: Keys) => T): Promise<T>;
}

/** What an operation does: preconditions, the work, the answer. An operation without output answers undefined. */
export type KmsHandler<Name extends KmsOperationName> = (
  call: KmsCall,
  input: InputOf<(typeof kmsOperations)[Name]>,
) => Promise<OutputOf<(typeof kmsOperations)[Name]> | undefined>;

/** The key of a call that is always about one. */
export function theKey(keys: Keys): ResolvedKey {
  const [key] = Object.values(keys);
  if (!key) throw new Error('The operation names no key.');
  return key;
}

/** The key that a member names. */
export function namedKey(keys: Keys, member: string): ResolvedKey {
  const key = keys[member];
  if (!key) throw new Error(`The operation names no key by ${member}.`);
  return key;
}

/** @throws AwsError DryRunOperationException, AWS's answer to a dry run that would have succeeded (facts 4) */
export function endDryRun(dryRun: boolean | undefined): void {
  if (dryRun)
    throw new AwsError('DryRunOperationException', 'The request would have succeeded, but the DryRun option is set.');
}

/**
 * What AWS does and GlassHSM does not: `partly` of the operation's table entry says what, so that refusal and
 * documentation cannot differ.
 * @throws AwsError
 */
export function notSimulated<Name extends KmsOperationName>(
  name: Name,
  member: keyof InputOf<(typeof kmsOperations)[Name]> & string,
  value = '',
): never {
  const { partly }: Operation = kmsOperations[name];
  const said = partly?.[member];
  const what = typeof said === 'object' ? said[value] : said;
  if (what === undefined) throw new Error(`${name} says nothing of ${member} that is not simulated.`);
  throw new AwsError('UnsupportedOperationException', `GlassHSM does not simulate ${what}. AWS KMS does.`);
}

/** @throws AwsError where a request has a member that only external key stores use */
export function refuseExternalKeyStore(name: 'CreateCustomKeyStore' | 'UpdateCustomKeyStore', input: Values): void {
  const member = Object.keys(externalKeyStore).find((one) => input[one] !== undefined);
  if (member !== undefined) notSimulated(name, member as keyof typeof externalKeyStore);
}
