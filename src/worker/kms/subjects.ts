import { keyStateTable, type KeyState, type StateError } from '../../model/key-states.ts';
import type { KeySubject } from '../../model/operation.ts';
import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import { Stale, type Rows } from '../storage/rows.ts';
import type { AliasRow, KeyRow, KeyStoreRow, Schema, StoreName } from '../storage/schema.ts';
import type { Key } from '../storage/keys.ts';
import { checkAliasName } from './aliases.ts';
import { keyOfCiphertext } from './ciphertext.ts';
import { ignoresCiphertext, type DryRunMembers } from './dry-run.ts';
import { readGrantToken } from './grant-tokens.ts';
import { aliasNotFound, keyNotFound, parseKeyId, type KeyName } from './key-ids.ts';
import { keyStoreKey } from './key-stores.ts';
import { keyArn, keyKey, keyState } from './keys.ts';

/** A KMS key that a call is about. */
export interface ResolvedKey {
  readonly row: KeyRow;
  /** The key store of a key that is in one. */
  readonly store: KeyStoreRow | undefined;
  readonly arn: string;
  readonly state: KeyState;
}

/** The keys that a call is about, by the member that names them. */
export type Keys = Readonly<Record<string, ResolvedKey>>;

/** The subjects of one call: found once when it arrives, and found again by its commit. */
export interface Subjects {
  /** By member. */
  readonly keys: Keys;
  /** Every row that decided which keys these are and what may be done with them. */
  readonly reads: readonly Read[];
  /** @throws AwsError as at the beginning, where a state has changed; Stale where an alias now names another key */
  recheck(rows: Rows): Keys;
}

/**
 * Finds the keys that the call is about and checks their states.
 * @throws AwsError where there is none, it is another account's, or its state refuses the operation
 */
export async function resolveSubjects(call: Call, action: string, subjects: readonly KeySubject[], input: Values): Promise<Subjects> {
  const reads: Read[] = [];
  const rows = new Map<string, unknown>();
  /** Collects what is read, so that the commit can name the same rows. */
  const read = async <S extends StoreName>(store: S, key: Key): Promise<Schema[S] | undefined> => {
    const row = await call.storage.get(store, key);
    reads.push({ store, key });
    rows.set(`${store} ${key.join(' ')}`, row);
    return row;
  };
  for (const subject of subjects) {
    const name = readableName(call, action, subject, input);
    if (!name) continue;
    const alias = 'AliasName' in name ? await read('aliases', [call.account, call.region, name.AliasName]) : undefined;
    const KeyId = 'KeyId' in name ? name.KeyId : alias?.TargetKeyId;
    const key = KeyId === undefined ? undefined : await read('keys', keyKey(call, KeyId));
    if (key?.CustomKeyStoreId !== undefined) await read('keyStores', keyStoreKey(call, key.CustomKeyStoreId));
  }
  const find = (get: Rows['get']): Keys => findAll(call, action, subjects, input, get);
  const keys = find((store, key) => rows.get(`${store} ${key.join(' ')}`) as never);
  return {
    keys,
    reads,
    recheck(view) {
      const now = find((store, key) => view.get(store, key));
      for (const member in keys) if (now[member]?.arn !== keys[member]?.arn) throw new Stale('an alias names another key');
      return now;
    },
  };
}

/** The whole rule, over rows that are at hand: find all, then check all states (AWS denies before it tells a state). */
function findAll(
  call: Call,
  action: string,
  subjects: readonly KeySubject[],
  input: Values,
  get: Rows['get'],
): Keys {
  const keys: Record<string, ResolvedKey> = {};
  for (const subject of subjects) {
    const name = nameOf(call, action, subject, input);
    if (!name) continue;
    const before = subject.same === undefined ? undefined : keys[subject.same];
    // Whether the other key can be found at all does not matter: the one that was named is not it.
    if (before && 'KeyId' in name && name.KeyId !== before.row.KeyId)
      throw new AwsError(
        'IncorrectKeyException',
        'The key ID in the request does not identify a CMK that can perform this operation.',
      );
    keys[subject.member] = findKey(call, action, subject, name, get);
    // The event names the keys that were found, also where what follows is refused.
    call.note({ keys: [...new Set(Object.values(keys).map(({ arn }) => arn))] });
  }
  for (const subject of subjects) {
    const found = keys[subject.member];
    if (found) checkState(found, subject);
  }
  return keys;
}

/** What cannot be read is told by {@link findAll}, in its turn: behind what is wrong with the subjects before it. */
function readableName(...of: Parameters<typeof nameOf>): KeyName | undefined {
  try {
    return nameOf(...of);
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}

function nameOf(call: Call, action: string, subject: KeySubject, input: Values): KeyName | undefined {
  const { member, by, optional, same } = subject;
  const value = input[member];
  if (value === undefined && optional) return undefined;
  // A dry run that ignores the ciphertext needs it only where nothing else names the key.
  if (same !== undefined && input[same] !== undefined && ignoresCiphertext(input as DryRunMembers)) return undefined;
  const name = parseName(call, by, value);
  // A key that was named and is not the blob's is the first thing to say, see `findAll`.
  const named = same !== undefined && input[same] !== undefined;
  if (name.account !== call.account && !named) denied(call, action, subject);
  return name;
}

function parseName(call: Call, by: KeySubject['by'], value: unknown): KeyName {
  switch (by) {
    case 'ciphertext':
      return keyOfCiphertext(value as Uint8Array);
    case 'grantToken':
      return readGrantToken(value as string);
    case 'alias':
      checkAliasName(value as string);
      return { AliasName: value as string, account: call.account };
    default:
      return parseKeyId(call, value as string, by);
  }
}

/**
 * A key of another account, or a ciphertext whose key is in another account or Region: nothing here lets them be used.
 * AWS's text, which does not tell which of the three it is.
 */
function denied({ principal }: Call, operation: string, { by, action = operation }: KeySubject): never {
  const resource = by === 'ciphertext' ? 'the resource associated with this ciphertext' : 'this resource';
  throw new AwsError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: kms:${action} on ${resource} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  );
}

function findKey(call: Call, action: string, subject: KeySubject, name: KeyName, get: Rows['get']): ResolvedKey {
  let KeyId = 'KeyId' in name ? name.KeyId : '';
  if ('AliasName' in name) {
    const alias: AliasRow | undefined = get('aliases', [call.account, call.region, name.AliasName]);
    KeyId = alias?.TargetKeyId ?? aliasNotFound(call, name.AliasName);
  }
  const row = get('keys', keyKey(call, KeyId));
  if (!row) return subject.by === 'ciphertext' ? denied(call, action, subject) : keyNotFound(call, KeyId);
  const store = row.CustomKeyStoreId === undefined ? undefined : get('keyStores', keyStoreKey(call, row.CustomKeyStoreId));
  return { row, store, arn: keyArn(row, row.KeyId), state: keyState(row, store) };
}

/** @throws AwsError the cell of the key state table, or what the subject says of the origin */
function checkState({ arn, state, row }: ResolvedKey, { states, origin }: KeySubject): void {
  const cells: Partial<Record<KeyState, StateError>> & { readonly origin?: string } = keyStateTable[states];
  const requireOrigin = (needed = row.Origin as string): void => {
    if (needed !== row.Origin)
      throw new AwsError('UnsupportedOperationException', `${arn} origin is ${row.Origin} which is not valid for this operation.`);
  };
  requireOrigin(cells.origin);
  const refused = cells[state];
  if (refused) throw new AwsError(refused.error, `${arn} ${refused.is}`);
  requireOrigin(origin);
}
