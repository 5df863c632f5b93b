import type { InputOf, OutputOf } from '../../../model/operation.ts';
import type { cloudhsmCliOperations } from '../../../model/cloudhsm-cli/operations.ts';
import type { Call } from '../../call.ts';
import { keyAttributes, keyReference } from '../../hsm/attributes.ts';
import { keyObjectKey, removeKeyObject, removeKeyObjectReads } from '../../hsm/objects.ts';
import { liveObjects } from '../../hsm/versions.ts';
import { Stale } from '../../storage/rows.ts';
import type { ClusterSessionRow, KeyObjectRow } from '../../storage/schema.ts';
import { clusterKey, isWritable } from '../clusters.ts';
import { HsmRefusal } from '../errors.ts';
import { notLoggedIn, requireSession, sessionReads, type Session } from '../sessions.ts';
import { usersRead } from '../user-rows.ts';

type Operations = typeof cloudhsmCliOperations;

/** Keys of a page, where nobody says how many (User Guide, "key list"). */
const pageSize = 10;

/**
 * `key list`: the keys of the user who is signed in, in the order of their handles, a page of them.
 * @throws HsmRefusal
 */
export async function listKeys(call: Call, session: Session, input: InputOf<Operations['KeyList']>): Promise<OutputOf<Operations['KeyList']>> {
  // Admins list keys too, and own none (User Guide, "key list").
  const { username: owner } = await loggedIn(call, session);
  const keys = await matchingKeys(call, session.ClusterId, owner, input.Filters ?? []);
  const begin = startOf(input.StartingToken);
  const page = keys.slice(begin, begin + (input.MaxItems ?? pageSize));
  const end = begin + page.length;
  return {
    Keys: await Promise.all(
      page.map(async (object) => ({
        KeyReference: keyReference(object),
        Owner: object.username,
        Attributes: JSON.stringify(input.Verbose ? keyAttributes(object, await call.hsm.checkValue(object)) : { label: object.label }),
      })),
    ),
    TotalKeyCount: keys.length,
    ...(end < keys.length && { NextToken: String(end) }),
  };
}

/**
 * `key delete`: "You can only delete one key at a time", and only its owner can (User Guide). Backups that have it keep it; a KMS
 * key whose material it was has none any more (facts 3.3).
 * @throws HsmRefusal
 */
export async function deleteKey(call: Call, session: Session, filters: readonly string[]): Promise<void> {
  const { username: owner, role } = await loggedIn(call, session);
  if (role !== 'crypto-user') throw new HsmRefusal('Only a crypto user has keys. Log in as one.');
  if (filters.length === 0) throw new HsmRefusal('A filter is needed that says which key.');
  const [object, another] = await matchingKeys(call, session.ClusterId, owner, filters);
  if (!object) throw new HsmRefusal('No key matches the filter.');
  if (another) throw new HsmRefusal('More than one key matches the filter: one is deleted at a time.');
  const reads = [...sessionReads(call, session), usersRead(call, session.ClusterId), ...removeKeyObjectReads(object)];
  await call.commit(reads, (rows) => {
    const { cluster } = requireSession(rows, call, session);
    if (!isWritable(cluster)) throw new HsmRefusal('The cluster is in limited-write mode while its HSM type changes.');
    if (!rows.get('keyObjects', keyObjectKey(call, object.owner, object.handle))) throw new Stale('The key is no longer there.');
    removeKeyObject(rows, object, cluster.version);
  });
}

async function loggedIn({ storage, ...place }: Call, { ClusterId, SessionId }: Session): Promise<ClusterSessionRow> {
  const session = await storage.get('clusterSessions', [...clusterKey(place, ClusterId), SessionId]);
  return session?.client === 'cloudhsm-cli' ? session : notLoggedIn();
}

/** @throws HsmRefusal where a token is not one that was answered */
function startOf(token = '0'): number {
  if (!/^\d{1,9}$/.test(token)) throw new HsmRefusal(`The starting token ${token} is none that a list ended with.`);
  return Number(token);
}

async function matchingKeys(call: Call, ClusterId: string, username: string, filters: readonly string[]): Promise<KeyObjectRow[]> {
  const { account, region } = call;
  const conditions = filters.map(readFilter);
  const own = (await liveObjects(call.storage, { account, region, owner: ClusterId })).filter((object) => object.username === username);
  const asksMaterial = conditions.some(({ name }) => name === 'check-value');
  const matches = await Promise.all(
    own.map(async (object) => {
      const attributes = keyAttributes(object, asksMaterial ? await call.hsm.checkValue(object) : '');
      return conditions.every(({ name, value }) =>
        name === undefined ? Number(value) === object.handle : Object.hasOwn(attributes, name) && String(attributes[name]) === value,
      );
    }),
  );
  return own.filter((_object, i) => matches[i]);
}

/** `key-reference=0x…` has no name. @throws HsmRefusal */
function readFilter(filter: string): { readonly name: string | undefined; readonly value: string } {
  const [, reference, name, value = ''] = /^(?:key-reference=(0x[0-9a-fA-F]{1,16})|attr\.([a-z-]+)=(.*))$/s.exec(filter) ?? [];
  if (reference !== undefined) return { name: undefined, value: reference };
  if (name === undefined || !knownAttributes.has(name))
    throw new HsmRefusal(`The filter ${filter} is neither key-reference=0x… nor attr.<name of an attribute>=<value>.`);
  return { name, value };
}

const sample: KeyObjectRow = { account: '', region: '', owner: '', handle: 0, label: '', username: '', backingKeyId: '', materialId: '' };
const knownAttributes: ReadonlySet<string> = new Set(Object.keys(keyAttributes(sample, '')));
