import { eventsOf, storeNames, type EventsRow, type KeyStoreRow, type Schema, type StoreName } from '../../src/worker/storage/schema.ts';
import { rawDatabase } from './hsm/raw.ts';

/** A call that was answered. */
export interface Answered {
  readonly requestId: string;
  readonly operation: string;
  /** As it went over the wire. */
  readonly input: Readonly<Record<string, unknown>>;
  /** AWS's code; undefined where the call succeeded. */
  readonly error?: string;
  readonly output?: Readonly<Record<string, unknown>>;
}

type Database = { readonly [S in StoreName]: readonly Schema[S][] };
/** What the checks read of a CloudTrail record. */
interface TrailRecord {
  readonly requestID: string;
  readonly eventName: string;
  readonly errorCode?: string;
  readonly readOnly: boolean;
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
  readonly responseElements: Readonly<Record<string, unknown>> | null;
  readonly resources?: readonly { readonly ARN: string }[];
}

/** KMS's own fleet: a handle of nobody's cluster. */
const fleet = 'aws-kms';
const joined = (...parts: (string | number)[]): string => parts.join(' ');

/**
 * Reads the whole database raw, and says all that cannot be: half of a change, a change without its event, an answered
 * call without its change, a count that does not count.
 * @param answered calls of the world that is in the database now
 */
export async function inconsistencies(database: string, answered: readonly Answered[] = []): Promise<string[]> {
  const world = (await rawDatabase(database, storeNames)) as unknown as Database;
  const records = world.events.flatMap(recordsOf);
  return [
    ...keyMaterial(world),
    ...counters(world),
    ...backups(world),
    ...names(world),
    ...waits(world),
    ...events(world, records),
    ...changes(world, records),
    ...answers(world, records, answered),
  ];
}

const recordsOf = (row: EventsRow): TrailRecord[] => eventsOf(row).map(({ record }) => record as unknown as TrailRecord);
const arnOf = ({ account, region, KeyId }: { account: string; region: string; KeyId: string }): string =>
  `arn:aws:kms:${region}:${account}:key/${KeyId}`;
const index = <T>(list: readonly T[], key: (item: T) => string): Map<string, T> => new Map(list.map((item) => [key(item), item]));

/** Every key has its object, every object its material and its key, no material is orphaned; none can leave. */
function keyMaterial({ keys, keyStores, clusters, keyObjects, removedKeyObjects, material, materialReferences }: Database): string[] {
  const problems: string[] = [];
  const stores = index(keyStores, ({ CustomKeyStoreId }) => CustomKeyStoreId);
  const objects = index(keyObjects, ({ account, region, owner, handle }) => joined(account, region, owner, handle));
  const materials = index(material, ({ account, region, materialId }) => joined(account, region, materialId));
  // What a cluster from a backup has is its backup's: a key may be missing there, and its keys may be nobody's.
  const fromBackup = new Set(clusters.filter(({ SourceBackupId }) => SourceBackupId !== undefined).map(({ ClusterId }) => ClusterId));
  const inUse = new Set([fleet, ...keyStores.map((store) => store.CloudHsmClusterId)]);
  const ofKeys = new Set<string>();
  for (const key of keys) {
    const store = key.CustomKeyStoreId === undefined ? undefined : stores.get(key.CustomKeyStoreId);
    const owner = key.CustomKeyStoreId === undefined ? fleet : store?.CloudHsmClusterId;
    const id = joined(key.account, key.region, owner ?? '?', key.handle);
    const object = objects.get(id);
    if (fromBackup.has(owner ?? '') && object?.backingKeyId !== key.backingKeyId) continue;
    ofKeys.add(id);
    if (!object) problems.push(`key ${key.KeyId} has no key object`);
    else if (object.label !== arnOf(key) || object.backingKeyId !== key.backingKeyId || object.username !== 'kmsuser')
      problems.push(`key ${key.KeyId} has another key's object`);
  }
  for (const [id, object] of objects)
    if (!ofKeys.has(id) && inUse.has(object.owner) && !fromBackup.has(object.owner)) problems.push(`key object ${id} has no key`);
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
  return [...problems, ...[...counted.keys()].filter((id) => !references.has(id)).map((id) => `references to no material ${id}`)];
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
function counters({ counters: rows, keys, keyObjects, backups: backedUp }: Database): string[] {
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
    if (/ (keys|keys\/.*|backups|objects\/.*)$/.test(id) && (row?.count ?? 0) !== (counted.get(id) ?? 0))
      problems.push(`counter ${id} says ${String(row?.count)} of ${String(counted.get(id) ?? 0)}`);
    const last = highest.get(id);
    if (last !== undefined && (row?.next ?? 0) <= last) problems.push(`counter ${id} would give handle ${String(row?.next)} again`);
    return problems;
  });
}

/** Names and what they name: both rows, or neither. */
function names({ aliases, keyAliases, keys, keyPolicies, keyStores, keyStoreNames }: Database): string[] {
  const both = (what: string, one: string[], other: string[]): string[] => {
    const [a, b] = [new Set(one), new Set(other)];
    return [
      ...one.filter((id) => !b.has(id)).map((id) => `${what} ${id} has only its first row`),
      ...other.filter((id) => !a.has(id)).map((id) => `${what} ${id} has only its second row`),
    ];
  };
  const known = new Set(keys.map(({ account, region, KeyId }) => joined(account, region, KeyId)));
  const ofKeys = [
    ...aliases.map(({ account, region, TargetKeyId }) => joined(account, region, TargetKeyId)),
    ...keyPolicies.map(({ account, region, KeyId }) => joined(account, region, KeyId)),
  ];
  return [
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
  return between.filter(({ transition }) => !ids.has(transition ?? '')).map(({ what }) => `${what} for ever`);
}

/** One event a call, in transactions that were. */
function events({ events: rows, world }: Database, records: readonly TrailRecord[]): string[] {
  const sequence = world.find((row) => row.id === 'sequence');
  const last = sequence?.id === 'sequence' ? sequence.value : 0;
  const seen = new Set<string>();
  return [
    ...rows.filter((row) => row.sequence > last).map((row) => `events ${String(row.sequence)} lie beyond the sequence ${String(last)}`),
    ...records.flatMap(({ requestID, eventName }) => {
      if (seen.has(requestID)) return [`two events of one request: ${eventName} ${requestID}`];
      seen.add(requestID);
      return [];
    }),
  ];
}

/** No change without its event, and no event of a success without its change. */
function changes({ keys, aliases, keyStores }: Database, records: readonly TrailRecord[]): string[] {
  const done = records.filter(({ errorCode }) => errorCode === undefined);
  const of = (name: string): TrailRecord[] => done.filter(({ eventName }) => eventName === name);
  const keysMade = new Set(of('CreateKey').flatMap(({ resources = [] }) => resources.map(({ ARN }) => ARN)));
  const aliasesMade = new Set(of('CreateAlias').map(({ requestParameters }) => String(requestParameters?.['aliasName'])));
  const tagsMade = new Set(
    of('TagResource').flatMap(({ requestParameters, resources = [] }) =>
      ((requestParameters?.['tags'] ?? []) as { tagKey: string; tagValue: string }[]).map(({ tagKey, tagValue }) => joined(resources[0]?.ARN ?? '', tagKey, tagValue)),
    ),
  );
  const arns = new Set(keys.map(arnOf));
  const aliasNames = new Set(aliases.map(({ AliasName }) => AliasName));
  const tags = new Set(keys.flatMap((key) => key.tags.map((tag) => joined(arnOf(key), tag.TagKey ?? '', tag.TagValue ?? ''))));
  const both = (what: string, rows: Set<string>, told: Set<string>): string[] => [
    ...[...rows].filter((id) => !told.has(id)).map((id) => `${what} without its event: ${id}`),
    ...[...told].filter((id) => !rows.has(id)).map((id) => `an event, and no ${what}: ${id}`),
  ];
  return [
    ...both('key', arns, keysMade),
    ...both('alias', aliasNames, aliasesMade),
    ...both('tag', tags, tagsMade),
    ...keyStores.flatMap((store) => connection(store, done)),
  ];
}

/** A key store is where its last event has sent it. */
function connection({ CustomKeyStoreId, ConnectionState }: KeyStoreRow, done: readonly TrailRecord[]): string[] {
  const last = done.findLast(
    ({ eventName, requestParameters }) =>
      (eventName === 'ConnectCustomKeyStore' || eventName === 'DisconnectCustomKeyStore') &&
      requestParameters?.['customKeyStoreId'] === CustomKeyStoreId,
  )?.eventName;
  if (last === undefined) return [];
  const states = last === 'ConnectCustomKeyStore' ? ['CONNECTING', 'CONNECTED', 'FAILED'] : ['DISCONNECTING', 'DISCONNECTED'];
  return states.includes(ConnectionState) ? [] : [`${CustomKeyStoreId} is ${ConnectionState} after ${last}`];
}

/** Every answered call left its event, with its outcome, and its change. */
function answers({ keys, aliases }: Database, records: readonly TrailRecord[], answered: readonly Answered[]): string[] {
  const told = index(records, ({ requestID }) => requestID);
  const known = index(keys, ({ KeyId }) => KeyId);
  const named = index(aliases, ({ AliasName }) => AliasName);
  const kept = (call: Answered): boolean => {
    const { input, output } = call;
    switch (call.operation) {
      case 'CreateKey':
        return known.has(String((output?.['KeyMetadata'] as { KeyId?: string } | undefined)?.KeyId));
      case 'CreateAlias':
        return named.get(String(input['AliasName']))?.TargetKeyId === input['TargetKeyId'];
      case 'TagResource': {
        const { tags = [] } = known.get(String(input['KeyId'])) ?? {};
        return (input['Tags'] as { TagKey: string; TagValue: string }[]).every(({ TagKey, TagValue }) =>
          tags.some((tag) => tag.TagKey === TagKey && tag.TagValue === TagValue),
        );
      }
      default:
        return true;
    }
  };
  return answered.flatMap((call) => {
    const what = `${call.operation} ${call.requestId} (${call.error ?? 'ok'})`;
    const record = told.get(call.requestId);
    if (!record) return [`${what} was answered and has no event`];
    const problems: string[] = [];
    if (record.eventName !== call.operation || record.errorCode !== call.error)
      problems.push(`${what} has the event ${record.eventName} ${record.errorCode ?? 'ok'}`);
    if (call.error === undefined && !kept(call)) problems.push(`${what} was answered and is not there`);
    return problems;
  });
}

