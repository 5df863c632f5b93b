import type { Stage } from '../stage.ts';
import { documentIds, documentPasswords } from '../document.ts';

/** What happens in many stories: steps of a person, and the time that they take at AWS. */

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const { ClusterId, CustomKeyStoreId, SubnetIds, HsmIds } = documentIds;
export { ClusterId, CustomKeyStoreId, HsmIds };
export const store = { CustomKeyStoreId };
/** What the stories set kmsuser's password to, where an admin does. */
export const kmsPassword = documentPasswords.kmsuser;

export const pass = (stage: Stage, ms: number): Promise<undefined> => stage.control.advance({ ms });

/** A call that AWS refuses, as it shall. @throws Error where it does not */
export async function refused(call: Promise<unknown>, name: string): Promise<void> {
  const error: unknown = await call.then(
    () => new Error('It was answered.'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error) || error.name !== name) throw new Error(`Not refused with ${name}.`, { cause: error });
}

export interface MadeKey {
  readonly KeyId: string;
  readonly Arn: string;
  /** What was encrypted with it, in Base64. */
  readonly ciphertext: string;
}

/** A key in the document's store, with an alias, and something that it encrypted. */
export async function makeKey(stage: Pick<Stage, 'kms'>, AliasName: string, CustomKeyStoreId = store.CustomKeyStoreId): Promise<MadeKey> {
  const { KeyMetadata } = await stage.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
  const { KeyId = '', Arn = '' } = KeyMetadata ?? {};
  await stage.kms('CreateAlias', { AliasName, TargetKeyId: KeyId });
  return { KeyId, Arn, ciphertext: await encrypted(stage, AliasName) };
}
export async function encrypted(stage: Pick<Stage, 'kms'>, KeyId: string): Promise<string> {
  const { CiphertextBlob } = await stage.kms('Encrypt', { KeyId, Plaintext: new TextEncoder().encode('Made before it failed') });
  return CiphertextBlob?.toBase64() ?? '';
}
export const decrypt = (stage: Stage, { ciphertext }: MadeKey): Promise<unknown> =>
  stage.kms('Decrypt', { CiphertextBlob: Uint8Array.fromBase64(ciphertext) });
export const createKey = (stage: Stage): Promise<unknown> => stage.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', ...store });

export async function disconnect(stage: Stage): Promise<void> {
  await stage.kms('DisconnectCustomKeyStore', store);
  await pass(stage, 3 * minute);
}
/** Ends CONNECTED or FAILED. */
export async function connect(stage: Stage): Promise<void> {
  await stage.kms('ConnectCustomKeyStore', store);
  await pass(stage, 20 * minute);
}

export async function addHsm(stage: Stage, zone: 'a' | 'b' | 'c', toCluster = ClusterId): Promise<string> {
  const { Hsm } = await stage.cloudhsmv2('CreateHsm', { ClusterId: toCluster, AvailabilityZone: `us-west-2${zone}` });
  await pass(stage, 8 * minute);
  return Hsm?.HsmId ?? '';
}
export async function removeHsm(stage: Stage, HsmId: string): Promise<void> {
  await stage.cloudhsmv2('DeleteHsm', { ClusterId, HsmId });
  await pass(stage, 5 * minute);
}
export async function removeAllHsms(stage: Stage): Promise<void> {
  const { Clusters: [cluster] = [] } = await stage.cloudhsmv2('DescribeClusters', { Filters: { clusterIds: [ClusterId] } });
  for (const { HsmId = '' } of cluster?.Hsms ?? []) await removeHsm(stage, HsmId);
}
export async function deleteCluster(stage: Stage): Promise<void> {
  await removeAllHsms(stage);
  await stage.cloudhsmv2('DeleteCluster', { ClusterId });
  await pass(stage, 5 * minute);
}

/** @returns the newest backup of the document's cluster */
export async function newestBackup(stage: Stage): Promise<string> {
  const { Backups = [] } = await stage.cloudhsmv2('DescribeBackups', { Filters: { clusterIds: [ClusterId], states: ['READY'] } });
  const [newest] = Backups.toSorted((a, b) => Number(b.CreateTimestamp) - Number(a.CreateTimestamp));
  return newest?.BackupId ?? '';
}
/** A cluster from a backup, with two HSMs: a new one has to be neither initialized nor activated (facts 1.9). */
export async function restoreCluster(stage: Stage, SourceBackupId: string): Promise<string> {
  const { Cluster } = await stage.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds, SourceBackupId });
  const restored = Cluster?.ClusterId ?? '';
  await pass(stage, 5 * minute);
  await addHsm(stage, 'a', restored);
  await addHsm(stage, 'b', restored);
  return restored;
}

/** Somebody at CloudHSM CLI, from `login` to `logout`. */
export async function loggedIn(
  stage: Stage,
  Username: 'admin' | 'kmsuser',
  work: (session: { readonly ClusterId: string; readonly SessionId: string }) => Promise<unknown>,
  at = ClusterId,
): Promise<void> {
  const session = await logIn(stage, Username, at);
  await work(session);
  await stage.cloudhsmCli('Logout', session);
}
export async function logIn(stage: Stage, Username: 'admin' | 'kmsuser', at = ClusterId): Promise<{ ClusterId: string; SessionId: string }> {
  const Role = Username === 'admin' ? 'admin' : 'crypto-user';
  const { SessionId = '' } = await stage.cloudhsmCli('Login', { ClusterId: at, Username, Role, Password: documentPasswords[Username] });
  return { ClusterId: at, SessionId };
}
export const kmsUser = { Username: 'kmsuser', Role: 'crypto-user' } as const;
/** An admin gives kmsuser the password that the notes name. */
export const resetKmsPassword = (stage: Stage, at = ClusterId): Promise<void> =>
  loggedIn(stage, 'admin', (session) => stage.cloudhsmCli('UserChangePassword', { ...session, ...kmsUser, Password: kmsPassword }), at);
