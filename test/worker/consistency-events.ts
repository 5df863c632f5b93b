import { eventsOf, type EventsRow, type KeyStoreRow, type Schema, type StoreName } from '../../src/worker/storage/schema.ts';

/** What consistency.ts says of events: what they tell and what is there. */

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

export type Database = { readonly [S in StoreName]: readonly Schema[S][] };
/** What the checks read of a CloudTrail record. */
export interface TrailRecord {
  readonly eventID: string;
  readonly requestID?: string;
  readonly eventName: string;
  readonly errorCode?: string;
  readonly readOnly: boolean;
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
  readonly responseElements: Readonly<Record<string, unknown>> | null;
  readonly additionalEventData?: Readonly<Record<string, unknown>>;
  readonly resources?: readonly { readonly ARN: string }[];
}

export const joined = (...parts: (string | number)[]): string => parts.join(' ');
export const recordsOf = (row: EventsRow): TrailRecord[] => eventsOf(row).map(({ record }) => record as unknown as TrailRecord);
export const arnOf = ({ account, region, KeyId }: { account: string; region: string; KeyId: string }): string =>
  `arn:aws:kms:${region}:${account}:key/${KeyId}`;
export const index = <T>(list: readonly T[], key: (item: T) => string): Map<string, T> => new Map(list.map((item) => [key(item), item]));

/** One event a call, in transactions that were. */
export function events({ events: rows, world }: Database, records: readonly TrailRecord[]): string[] {
  const sequence = world.find((row) => row.id === 'sequence');
  const last = sequence?.id === 'sequence' ? sequence.value : 0;
  const seen = new Set<string>();
  return [
    ...rows.filter((row) => row.sequence > last).map((row) => `events ${String(row.sequence)} lie beyond the sequence ${String(last)}`),
    ...records.flatMap(({ requestID, eventName }) => {
      // What AWS does by itself has no request.
      if (requestID === undefined) return [];
      if (seen.has(requestID)) return [`two events of one request: ${eventName} ${requestID}`];
      seen.add(requestID);
      return [];
    }),
  ];
}

/** No change without its event, and no event of a success without its change, unless a later one took it back. */
export function changes({ keys, aliases, keyStores }: Database, records: readonly TrailRecord[]): string[] {
  const done = records.filter(({ errorCode }) => errorCode === undefined);
  const told = replay(done);
  const arns = new Set(keys.map(arnOf));
  const aliasNames = new Set(aliases.map(({ AliasName, ...key }) => joined(arnOf({ ...key, KeyId: key.TargetKeyId }), AliasName)));
  const tags = new Set(keys.flatMap((key) => key.tags.map((tag) => joined(arnOf(key), tag.TagKey ?? '', tag.TagValue ?? ''))));
  const both = (what: string, rows: Set<string>, events: Set<string>): string[] => [
    ...[...rows].filter((id) => !events.has(id)).map((id) => `${what} without its event: ${id}`),
    ...[...events].filter((id) => !rows.has(id)).map((id) => `an event, and no ${what}: ${id}`),
  ];
  return [
    ...both('key', arns, told.keys),
    ...both('alias', aliasNames, new Set([...told.aliases].map(([name, arn]) => joined(arn, name.slice(name.indexOf('alias/')))))),
    ...both('tag', tags, new Set([...told.tags].map(([id, value]) => joined(id, value)))),
    ...keyStores.flatMap((store) => connection(store, done)),
  ];
}

interface Told {
  readonly keys: Set<string>;
  /** The key of each alias, by the alias' ARN. */
  readonly aliases: Map<string, string>;
  /** The value of each tag, by the key's ARN and the tag's. */
  readonly tags: Map<string, string>;
}
type Tags = readonly { readonly tagKey: string; readonly tagValue: string }[];

/** What there must be after these events, in their order. */
function replay(done: readonly TrailRecord[]): Told {
  const told: Told = { keys: new Set(), aliases: new Map(), tags: new Map() };
  for (const { eventName, requestParameters, resources = [] } of done) {
    const arns = resources.map(({ ARN }) => ARN);
    const key = arns.find((arn) => arn.includes(':key/')) ?? '';
    const alias = arns.find((arn) => arn.includes(':alias/')) ?? '';
    const tag = (): void => {
      for (const { tagKey, tagValue } of (requestParameters?.['tags'] ?? []) as Tags) told.tags.set(joined(key, tagKey), tagValue);
    };
    const changes: Readonly<Record<string, () => unknown>> = {
      CreateKey: () => (tag(), told.keys.add(key)),
      TagResource: tag,
      UntagResource: () => ((requestParameters?.['tagKeys'] ?? []) as string[]).map((tagKey) => told.tags.delete(joined(key, tagKey))),
      CreateAlias: () => told.aliases.set(alias, key),
      UpdateAlias: () => told.aliases.set(alias, key),
      DeleteAlias: () => told.aliases.delete(alias),
      DeleteKey: () => {
        told.keys.delete(key);
        for (const [name, arn] of told.aliases) if (arn === key) told.aliases.delete(name);
        for (const id of told.tags.keys()) if (id.startsWith(`${key} `)) told.tags.delete(id);
      },
    };
    changes[eventName]?.();
  }
  return told;
}

/** @returns backing key ids of what DeleteKey said that it could not delete */
export function orphans(records: readonly TrailRecord[]): ReadonlySet<string> {
  const statuses = records
    .filter(({ eventName }) => eventName === 'DeleteKey')
    .flatMap(
      ({ additionalEventData }) =>
        JSON.parse(String(additionalEventData?.['backingKeysDeletionStatus'] ?? '[]')) as { backingKeyId: string; deletionStatus: string }[],
    );
  return new Set(statuses.filter(({ deletionStatus }) => deletionStatus === 'FAILURE').map(({ backingKeyId }) => backingKeyId));
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
export function answers({ keys, aliases }: Database, records: readonly TrailRecord[], answered: readonly Answered[]): string[] {
  const told = index(records, ({ requestID = '' }) => requestID);
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

