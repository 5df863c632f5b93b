import type { TestWorld } from '../world.ts';
import { documentCluster, documentStore } from '../world.ts';

/** What the tests of KMS share: keys of each origin, a key store in each state, and the events. */

export const hour = 60 * 60 * 1000;
export const place = { account: '111122223333', region: 'us-west-2' } as const;
export const alice = 'arn:aws:iam::111122223333:user/Alice';
/** A key id that no key has. */
export const unknownKeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
export const arnOf = (resource: string, { account, region }: { account: string; region: string } = place): string =>
  `arn:aws:kms:${region}:${account}:${resource}`;
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export type Origin = 'AWS_KMS' | 'AWS_CLOUDHSM';
export const origins: readonly Origin[] = ['AWS_KMS', 'AWS_CLOUDHSM'];

export interface TestKey {
  readonly KeyId: string;
  readonly Arn: string;
}

/** A symmetric encryption key: in KMS itself, or in the document's key store. */
export async function createKey(world: Pick<TestWorld, 'kms'>, Origin: Origin = 'AWS_KMS'): Promise<TestKey> {
  const { KeyMetadata } = await world.kms('CreateKey', {
    Origin,
    ...(Origin === 'AWS_CLOUDHSM' && { CustomKeyStoreId: documentStore }),
  });
  return { KeyId: KeyMetadata?.KeyId ?? '', Arn: KeyMetadata?.Arn ?? '' };
}

export const connectionStates = ['DISCONNECTED', 'CONNECTING', 'CONNECTED', 'FAILED', 'DISCONNECTING'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** Brings the document's key store into a state, by calls alone. */
export async function bringStore(world: TestWorld, state: ConnectionState): Promise<void> {
  const CustomKeyStoreId = documentStore;
  if (state === 'CONNECTED') return;
  await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
  if (state === 'DISCONNECTING') return;
  await world.control.advance({ ms: hour });
  if (state === 'DISCONNECTED') return;
  // A wrong password makes the connection fail.
  if (state === 'FAILED') await world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword: 'wrong1234' });
  await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
  if (state === 'FAILED') await world.control.advance({ ms: hour });
}

export async function deleteHsms(world: TestWorld): Promise<void> {
  for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp'])
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId });
}

export type TrailRecord = Readonly<Record<string, unknown>>;

/** The events of this name, the newest first. */
export async function eventsOf(world: TestWorld, name: string): Promise<TrailRecord[]> {
  const { Events = [] } = await world.cloudtrail('LookupEvents', {
    LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: name }],
  });
  return Events.map(({ CloudTrailEvent = '{}' }) => JSON.parse(CloudTrailEvent) as TrailRecord);
}

/** The ARNs that an event shows, in its order. */
export const resourcesOf = (record: TrailRecord | undefined): readonly string[] =>
  ((record?.['resources'] ?? []) as { ARN: string }[]).map(({ ARN }) => ARN);
