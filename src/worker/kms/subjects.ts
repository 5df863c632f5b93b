import { keyStateTable, type KeyState, type KeyStateRow, type StateError } from '../../model/key-states.ts';
import type { KeySubject } from '../../model/operation.ts';
import type { Place } from '../../model/look.ts';
import type { Values } from '../../model/shapes.ts';
import { placeOf, type Call } from '../call.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import { Stale, type Rows } from '../storage/rows.ts';
import type { AliasRow, KeyRow, KeyStoreRow, Schema, StoreName } from '../storage/schema.ts';
import type { Key } from '../storage/keys.ts';
import { keyOfCiphertext } from './ciphertext.ts';
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
    const name = nameOf(call, action, subject, input);
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
    const found = findKey(call, subject, name, get);
    const before = Object.values(keys)[0];
    if (before && before.arn !== found.arn)
      throw new AwsError(
        'IncorrectKeyException',
        'The key ID in the request does not identify a CMK that can perform this operation.',
      );
    keys[subject.member] = found;
  }
  for (const subject of subjects) {
    const found = keys[subject.member];
    if (found) checkState(found, subject.states);
  }
  return keys;
}

function nameOf(call: Call, action: string, { member, by, optional }: KeySubject, input: Values): KeyName | undefined {
  const value = input[member];
  if (value === undefined && optional) return undefined;
  const name =
    by === 'ciphertext' ? keyOfCiphertext(value as Uint8Array) : parseKeyId(call, value as string, by === 'any');
  if (name.account !== call.account) denied(call, action, value);
  return name;
}

/** Facts 8.3. A key of another account: nothing here lets it be used from outside yet. */
function denied(call: Call, action: string, value: unknown): never {
  const resource = typeof value === 'string' && value.startsWith('arn:') ? value : '*';
  throw new AwsError(
    'AccessDeniedException',
    `User: ${call.principal.arn} is not authorized to perform: kms:${action} on resource: ${resource} because no resource-based policy allows the kms:${action} action`,
  );
}

function findKey(place: Place, { by }: KeySubject, name: KeyName, get: Rows['get']): ResolvedKey {
  let KeyId = 'KeyId' in name ? name.KeyId : '';
  if ('AliasName' in name) {
    const alias: AliasRow | undefined = get('aliases', [place.account, place.region, name.AliasName]);
    KeyId = alias?.TargetKeyId ?? aliasNotFound(place, name.AliasName);
  }
  const row = get('keys', keyKey(place, KeyId));
  if (!row) {
    // What a ciphertext names is AWS's business: an unknown one is just not a ciphertext of this Region.
    if (by === 'ciphertext') throw new AwsError('InvalidCiphertextException');
    return keyNotFound(placeOf(place), KeyId);
  }
  const store = row.CustomKeyStoreId === undefined ? undefined : get('keyStores', keyStoreKey(place, row.CustomKeyStoreId));
  return { row, store, arn: keyArn(row, row.KeyId), state: keyState(row, store) };
}

/** @throws AwsError the cell of the key state table */
function checkState({ arn, state }: ResolvedKey, row: KeyStateRow): void {
  const cells: Partial<Record<KeyState, StateError>> = keyStateTable[row];
  const refused = cells[state];
  if (refused) throw new AwsError(refused.error, `${arn} ${refused.is}`);
}
