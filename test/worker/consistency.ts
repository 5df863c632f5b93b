import { storeNames, type KeyOrderRow, type KeyRow } from '../../src/worker/storage/schema.ts';
import { answers, arnOf, changes, events, index, joined, orphans, recordsOf, type Answered, type Database } from './consistency-events.ts';
import { sessions } from './consistency-sessions.ts';
import { rawDatabase } from './hsm/raw.ts';

export type { Answered };

/** KMS's own fleet: a handle of nobody's cluster. */
const fleet = 'aws-kms';

/**
 * Reads the whole database raw, and says all that cannot be: half of a change, a change without its event, an answered
 * call without its change, a count that does not count.
 * @param answered calls of the world that is in the database now
 */
export async function inconsistencies(database: string, answered: readonly Answered[] = []): Promise<string[]> {
  const world = (await rawDatabase(database, storeNames)) as unknown as Database;
  const records = world.events.flatMap(recordsOf);
  return [
    ...keyMaterial(world, orphans(records)),
    ...counters(world),
    ...backups(world),
    ...names(world),
    ...sessions(world),
    ...grants(world),
    ...usage(world, new Set(records.map(({ eventID }) => eventID))),
    ...waits(world),
    ...periods(world),
    ...events(world, records),
    ...changes(world, records),
    ...answers(world, records, answered),
  ];
}

/**
 * Every material of a key has its object, every object its material and its key, no material is of none; none can leave.
 * @param left backing key ids of what DeleteKey said that it could not delete
 */
function keyMaterial(world: Database, left: ReadonlySet<string>): string[] {
  const { keys, keyStores, clusters, keyObjects, removedKeyObjects, material, materialReferences } = world;
  const problems: string[] = [];
  const objects = index(keyObjects, ({ account, region, owner, handle }) => joined(account, region, owner, handle));
  const materials = index(material, ({ account, region, materialId }) => joined(account, region, materialId));
  // What a cluster from a backup has is its backup's: a key may be missing there, and its keys may be nobody's.
  const fromBackup = new Set(clusters.filter(({ SourceBackupId }) => SourceBackupId !== undefined).map(({ ClusterId }) => ClusterId));
  const inUse = new Set([fleet, ...keyStores.map((store) => store.CloudHsmClusterId)]);
  const ofKeys = new Set<string>();
  for (const key of keys)
    for (const { handle, backingKeyId } of materialsOf(world, key, problems)) {
      const owner = ownerOf(world, key);
      const id = joined(key.account, key.region, owner, handle);
      const object = objects.get(id);
      if (fromBackup.has(owner) && object?.backingKeyId !== backingKeyId) continue;
      ofKeys.add(id);
      if (!object) problems.push(`key ${key.KeyId} has no key object`);
      else if (object.label !== arnOf(key) || object.backingKeyId !== backingKeyId || object.username !== 'kmsuser')
        problems.push(`key ${key.KeyId} has another key's object`);
    }
  for (const [id, object] of objects)
    if (!ofKeys.has(id) && !left.has(object.backingKeyId) && inUse.has(object.owner) && !fromBackup.has(object.owner))
      problems.push(`key object ${id} has no key`);
  const references = new Map<string, number>();
  for (const object of [...keyObjects, ...removedKeyObjects]) {
    const id = joined(object.account, object.region, object.materialId);
    references.set(id, (references.get(id) ?? 0) + 1);
    if (!materials.has(id)) problems.push(`key object ${object.owner} ${String(object.handle)} has no material`);
  }
  const counted = index(materialReferences, ({ account, region, materialId }) => joined(account, region, materialId));
  for (const [id, count] of references)
    if ((counted.get(id)?.count ?? 1) !== count) problems.push(`material ${id} is said to have ${String(counted.get(id)?.count ?? 1)} of ${String(count)} key objects`);
  for (const [id, { key }] of materials) {
    if (!references.has(id)) problems.push(`material ${id} is of no key object`);
    if (!(key instanceof CryptoKey) || key.extractable) problems.push(`material ${id} can leave the browser`);
  }
  const known = new Set(keys.map(({ KeyId }) => KeyId));
  for (const { KeyId } of world.keyMaterials) if (!known.has(KeyId)) problems.push(`material of key ${KeyId}, which is not there`);
  return [...problems, ...[...counted.keys()].filter((id) => !references.has(id)).map((id) => `references to no material ${id}`)];
}

const ownerOf = ({ keyStores }: Database, { CustomKeyStoreId }: KeyRow): string =>
  CustomKeyStoreId === undefined
    ? fleet
    : (keyStores.find((store) => store.CustomKeyStoreId === CustomKeyStoreId)?.CloudHsmClusterId ?? '?');

/** The materials of a key: rows from 0 to the current one where it was rotated, no row where it was not. */
function materialsOf({ keyMaterials }: Database, key: KeyRow, problems: string[]): readonly { readonly handle: number; readonly backingKeyId: string }[] {
  const rows = keyMaterials.filter(({ KeyId }) => KeyId === key.KeyId);
  const last = rows.at(-1);
  if (!last) return [key];
  if (rows.some(({ number }, at) => number !== at)) problems.push(`key ${key.KeyId} lacks a material`);
  if (rows.length < 2 || key.Origin !== 'AWS_KMS') problems.push(`key ${key.KeyId} has materials without a rotation`);
  if (last.handle !== key.handle || last.backingKeyId !== key.backingKeyId) problems.push(`key ${key.KeyId}: its last material is not the current one`);
  if (rows.some(({ number, RotationDate, RotationType }) => (number === 0) !== (RotationDate === undefined && RotationType === undefined)))
    problems.push(`key ${key.KeyId} has a material without its rotation`);
  return rows;
}

/** Backups, their order, their lineages and what only they still have; the networks of connected key stores. */
function backups({ backups: rows, backupOrder, lineages, clusters, removedKeyObjects, keyStores, keyStoreNetworks }: Database): string[] {
  const problems: string[] = [];
  const inOrder = new Set(backupOrder.map(({ account, region, number, BackupId }) => joined(account, region, number, BackupId)));
  const inLineage = new Set(
    lineages.flatMap(({ account, region, owner, backups: all }) => all.map(({ BackupId, version }) => joined(account, region, owner, BackupId, version))),
  );
  for (const { account, region, BackupId, number, owner, version } of rows) {
    if (!inOrder.delete(joined(account, region, number, BackupId))) problems.push(`backup ${BackupId} is not in the order of backups`);
    if (!inLineage.delete(joined(account, region, owner, BackupId, version))) problems.push(`backup ${BackupId} is in no lineage`);
  }
  problems.push(...[...inOrder, ...inLineage].map((id) => `there is no backup ${id}`));
  const versions = index(lineages, ({ account, region, owner }) => joined(account, region, owner));
  for (const { account, region, ClusterId, version = 0 } of clusters) {
    const next = versions.get(joined(account, region, ClusterId))?.next ?? 0;
    if (next !== version) problems.push(`${ClusterId} is of version ${String(version)}, its lineage of ${String(next)}`);
  }
  for (const { account, region, owner, handle, added = 0, removed } of removedKeyObjects)
    if (!versions.get(joined(account, region, owner))?.backups.some(({ version }) => version >= added && version < removed))
      problems.push(`no backup sees the removed key object ${owner} ${String(handle)}`);
  const networks = new Set(keyStoreNetworks.map(({ CustomKeyStoreId }) => CustomKeyStoreId));
  for (const { CustomKeyStoreId, ConnectionState } of keyStores) {
    const built = networks.delete(CustomKeyStoreId);
    const may = ConnectionState === 'CONNECTED' || ConnectionState === 'DISCONNECTING';
    if (built ? !may : ConnectionState === 'CONNECTED') problems.push(`${CustomKeyStoreId} is ${ConnectionState} ${built ? 'with' : 'without'} its network`);
  }
  return [...problems, ...[...networks].map((id) => `a network of no key store: ${id}`)];
}

/** Every counter counts, and what is counted has a counter. */
function counters({ counters: rows, keys, keyObjects, grants: granted, backups: backedUp }: Database): string[] {
  const counted = new Map<string, number>();
  const count = (id: string): void => {
    counted.set(id, (counted.get(id) ?? 0) + 1);
  };
  const highest = new Map<string, number>();
  for (const { account, region, CustomKeyStoreId } of keys) {
    count(joined(account, region, 'keys'));
    if (CustomKeyStoreId !== undefined) count(joined(account, region, `keys/${CustomKeyStoreId}`));
  }
  for (const { account, region } of backedUp) count(joined(account, region, 'backups'));
  for (const { account, region, KeyId } of granted) count(joined(account, region, `grants/${KeyId}`));
  for (const { account, region, owner, handle } of keyObjects) {
    const id = joined(account, region, `objects/${owner}`);
    count(id);
    highest.set(id, Math.max(highest.get(id) ?? 0, handle));
  }
  const said = index(rows, ({ account, region, name }) => joined(account, region, name));
  return [...new Set([...counted.keys(), ...said.keys()])].flatMap((id) => {
    const row = said.get(id);
    const problems: string[] = [];
    // Other things are counted too (key stores, say); only these are counted here.
    if (/ (keys|keys\/.*|backups|objects\/.*|grants\/.*)$/.test(id) && (row?.count ?? 0) !== (counted.get(id) ?? 0))
      problems.push(`counter ${id} says ${String(row?.count)} of ${String(counted.get(id) ?? 0)}`);
    const last = highest.get(id);
    if (last !== undefined && (row?.next ?? 0) <= last) problems.push(`counter ${id} would give handle ${String(row?.next)} again`);
    return problems;
  });
}

const both = (what: string, one: readonly string[], other: readonly string[]): string[] => {
  const [a, b] = [new Set(one), new Set(other)];
  return [
    ...one.filter((id) => !b.has(id)).map((id) => `${what} ${id} has only its first row`),
    ...other.filter((id) => !a.has(id)).map((id) => `${what} ${id} has only its second row`),
  ];
};

const place = ({ account, region, number, KeyId }: KeyOrderRow, aliased: boolean): string =>
  joined(account, region, number, KeyId, aliased ? 'with an alias' : 'without an alias');

/** Names and what they name: both rows, or neither. */
function names({ aliases, keyAliases, keys, keyOrder, aliasedKeyOrder, keyTags, keyPolicies, keyStores, keyStoreNames }: Database): string[] {
  const known = new Set(keys.map(({ account, region, KeyId }) => joined(account, region, KeyId)));
  const ofKeys = [
    ...aliases.map(({ account, region, TargetKeyId }) => joined(account, region, TargetKeyId)),
    ...keyPolicies.map(({ account, region, KeyId }) => joined(account, region, KeyId)),
  ];
  return [
    ...both(
      'place in the order of',
      [...keyOrder.map((row) => place(row, false)), ...aliasedKeyOrder.map((row) => place(row, true))],
      keys.map((row) => place(row, keyAliases.some(({ account, region, KeyId }) => joined(account, region, KeyId) === joined(row.account, row.region, row.KeyId)))),
    ),
    ...both(
      'tag',
      keyTags.map(({ account, region, number, KeyId, TagKey, TagValue }) => joined(account, region, number, KeyId, TagKey, TagValue)),
      keys.flatMap(({ account, region, number, KeyId, tags }) => tags.map(({ TagKey = '', TagValue = '' }) => joined(account, region, number, KeyId, TagKey, TagValue))),
    ),
    ...both(
      'alias',
      aliases.map(({ account, region, TargetKeyId, AliasName }) => joined(account, region, TargetKeyId, AliasName)),
      keyAliases.map(({ account, region, KeyId, AliasName }) => joined(account, region, KeyId, AliasName)),
    ),
    ...both(
      'key store',
      keyStores.map(({ account, region, CustomKeyStoreName, CustomKeyStoreId }) => joined(account, region, CustomKeyStoreName, CustomKeyStoreId)),
      keyStoreNames.map(({ account, region, CustomKeyStoreName, CustomKeyStoreId }) => joined(account, region, CustomKeyStoreName, CustomKeyStoreId)),
    ),
    ...ofKeys.filter((id) => !known.has(id)).map((id) => `alias or policy of a key that is not there: ${id}`),
  ];
}

/** Grants of keys that are there; who may retire them, and their names, each in its row. */
function grants({ grants: rows, grantNames, retirableGrants, keys, due }: Database): string[] {
  // Those of a key that has been deleted go a little later.
  const going = due.filter(({ kind }) => kind === 'remove-grants').map(({ target }) => target);
  const known = new Set([...keys.map(({ KeyId }) => KeyId), ...going]);
  return [
    ...rows.filter(({ KeyId }) => !known.has(KeyId)).map(({ GrantId }) => `grant ${GrantId} of a key that is not there`),
    ...both(
      'grant to retire',
      rows.flatMap(({ RetiringPrincipal, KeyId, GrantId }) => (RetiringPrincipal === undefined ? [] : [joined(RetiringPrincipal, KeyId, GrantId)])),
      retirableGrants.map(({ RetiringPrincipal, KeyId, GrantId }) => joined(RetiringPrincipal, KeyId, GrantId)),
    ),
    ...both(
      'grant with a name',
      rows.flatMap(({ request, KeyId, GrantId }) => (request === undefined ? [] : [joined(KeyId, request, GrantId)])),
      grantNames.map(({ request, KeyId, GrantId }) => joined(KeyId, request, GrantId)),
    ),
  ];
}

/** What a key was used for last has its event. */
function usage({ keyUsage, keys }: Database, eventIds: ReadonlySet<string>): string[] {
  const known = new Set(keys.map(({ KeyId }) => KeyId));
  return keyUsage.flatMap(({ KeyId, CloudTrailEventId }) => [
    ...(known.has(KeyId) ? [] : [`last usage of key ${KeyId}, which is not there`]),
    ...(eventIds.has(CloudTrailEventId) ? [] : [`key ${KeyId} was used in an event that is not there`]),
  ]);
}

/** A key's periods: deletion and rotation come when the key says so, and nothing comes to a key that is not there. */
function periods({ due, keys }: Database): string[] {
  const of = (kind: string): string[] => due.filter((row) => row.kind === kind).map(({ target, dueAt, startedAt }) => joined(target, kind === 'rotate-key' ? startedAt : dueAt));
  const rotating = keys.flatMap(({ KeyId, rotation, ...key }) =>
    rotation ? [{ id: joined(KeyId, rotation.NextRotationDate), usable: key.enabled && key.DeletionDate === undefined }] : [],
  );
  return [
    ...both('deletion', of('delete-key'), keys.flatMap(({ KeyId, DeletionDate }) => (DeletionDate === undefined ? [] : [joined(KeyId, DeletionDate)]))),
    ...both('rotation on demand', of('rotate-key'), keys.flatMap(({ KeyId, onDemand }) => (onDemand?.startedAt === undefined ? [] : [joined(KeyId, onDemand.startedAt)]))),
    // A key that cannot be used may have missed its rotation, and waits for none.
    ...both('rotation', of('rotate-key-automatically'), rotating.map(({ id }) => id)).filter(
      (problem) => !rotating.some(({ id, usable }) => !usable && problem === `rotation ${id} has only its second row`),
    ),
  ];
}

/** What is between two states will come out of it. */
function waits({ due, keyStores, clusters, backups: backedUp }: Database): string[] {
  const ids = new Set(due.map(({ id }) => id));
  const between = [
    ...keyStores
      .filter(({ ConnectionState }) => ConnectionState === 'CONNECTING' || ConnectionState === 'DISCONNECTING')
      .map(({ CustomKeyStoreId, ConnectionState, transition }) => ({ what: `${CustomKeyStoreId} ${ConnectionState}`, transition })),
    ...clusters.map(({ ClusterId, State, transition }) => ({ what: `${ClusterId} ${State}`, State, transition })).filter(({ State }) =>
      State.endsWith('_IN_PROGRESS'),
    ),
    ...backedUp
      .filter(({ BackupState }) => BackupState === 'CREATE_IN_PROGRESS')
      .map(({ BackupId, BackupState, transition }) => ({ what: `${BackupId} ${BackupState}`, transition })),
    ...backedUp
      .filter(({ BackupState }) => BackupState === 'PENDING_DELETION')
      .map(({ BackupId, BackupState }) => ({ what: `${BackupId} ${BackupState}`, transition: `delete-backup ${BackupId}` })),
    ...clusters.flatMap(({ hsms }) =>
      hsms
        .filter(({ State }) => State === 'CREATE_IN_PROGRESS' || State === 'DELETE_IN_PROGRESS')
        .map(({ HsmId, State, transition }) => ({ what: `${HsmId} ${State}`, transition })),
    ),
  ];
  const stuck = clusters.filter(({ State, hsms }) => hsms.length === 0 && (State === 'INITIALIZE_IN_PROGRESS' || State === 'INITIALIZED'));
  return [...stuck.map(({ ClusterId, State }) => `${ClusterId} is ${State} and can get no HSM`), ...unended(between, ids)];
}

const unended = (between: readonly { readonly what: string; readonly transition?: string | undefined }[], ids: ReadonlySet<string>): string[] =>
  between.filter(({ transition }) => !ids.has(transition ?? '')).map(({ what }) => `${what} for ever`);
