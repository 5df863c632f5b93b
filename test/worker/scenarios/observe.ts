import type { TestWorld } from '../world.ts';

/** What a person sees of a world, without ids and times: the same however it came about. */
export interface Observed {
  /** By name: connection state and error code. */
  readonly stores: Readonly<Record<string, string>>;
  /** By alias: the key's state. */
  readonly keys: Readonly<Record<string, string>>;
  /** State, and the zones of the active HSMs; in the order of creation. */
  readonly clusters: readonly string[];
  /** Of each cluster that has HSMs: users that are not as they should be. */
  readonly users: readonly string[];
  readonly faults: readonly string[];
  /** Names and error codes of all events, the oldest first. */
  readonly trail: readonly string[];
}

export async function observe(world: TestWorld): Promise<Observed> {
  const trail = (await trailOf(world)).map(({ eventName, errorCode }) => [eventName, errorCode].filter(Boolean).join(' '));
  const { CustomKeyStores = [] } = await world.kms('DescribeCustomKeyStores');
  const { Clusters = [] } = await world.cloudhsmv2('DescribeClusters');
  const { Aliases = [] } = await world.kms('ListAliases');
  const ordered = Clusters.toSorted((a, b) => Number(a.CreateTimestamp) - Number(b.CreateTimestamp));
  const keys = await Promise.all(
    Aliases.filter(({ TargetKeyId }) => TargetKeyId !== undefined).map(async ({ AliasName = '', TargetKeyId }) => {
      const { KeyMetadata } = await world.kms('DescribeKey', { KeyId: TargetKeyId });
      return [AliasName, KeyMetadata?.KeyState ?? ''] as const;
    }),
  );
  const users = await Promise.all(
    ordered
      .filter(({ Hsms = [] }) => Hsms.length > 0)
      .map(async ({ ClusterId = '' }) => {
        const { Users = [] } = await world.cloudhsmCli('UserList', { ClusterId });
        return Users.filter(({ Role }) => Role === 'crypto-user').map(({ Username, Locked, Mfa, Coverage }) =>
          [Username, Locked && 'locked', Mfa && 'mfa', Coverage !== 'full' && Coverage].filter(Boolean).join(' '),
        );
      }),
  );
  return {
    stores: Object.fromEntries(
      CustomKeyStores.map(({ CustomKeyStoreName = '', ConnectionState, ConnectionErrorCode }) => [
        CustomKeyStoreName,
        [ConnectionState, ConnectionErrorCode].filter(Boolean).join(' '),
      ]),
    ),
    keys: Object.fromEntries(keys),
    clusters: ordered.map(({ State = '', Hsms = [] }) =>
      [State, ...Hsms.filter((hsm) => hsm.State === 'ACTIVE').map(({ AvailabilityZone = '' }) => AvailabilityZone.at(-1) ?? '')].join(' '),
    ),
    users: users.map((names) => names.join(', ')),
    faults: (await world.control.faults(undefined)).map(({ fault }) => fault),
    trail,
  };
}

interface TrailRecord {
  readonly eventName: string;
  readonly eventTime: string;
  readonly errorCode?: string;
}

/** All events, the oldest first. */
export async function trailOf(world: TestWorld): Promise<TrailRecord[]> {
  const records: TrailRecord[] = [];
  let NextToken: string | undefined;
  do {
    const page = await world.cloudtrail('LookupEvents', { MaxResults: 50, ...(NextToken !== undefined && { NextToken }) });
    for (const { CloudTrailEvent = '{}' } of page.Events ?? []) records.unshift(JSON.parse(CloudTrailEvent) as TrailRecord);
    ({ NextToken } = page);
  } while (NextToken !== undefined);
  // Those who look are seen, too.
  return records.filter(({ eventName }) => eventName !== 'LookupEvents');
}
