import type { ConnectionErrorCodeType } from '@aws-sdk/client-kms';
import type { FaultName } from '../../model/control.ts';
import type { Moment } from '../call.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyStoreRow, Schema } from '../storage/schema.ts';

/** What keeps AWS KMS from a key store's cluster though both are well: faults that only nature makes (facts 3.3, 5). */

export const faultsRead: Read = { store: 'world', key: ['faults'] };
export type Faults = Schema['world'] | undefined;
export const faultsIn = (rows: Rows): Faults => rows.get('world', ['faults']);

/** A key store, or one that is about to be. */
type Store = Pick<KeyStoreRow, 'CloudHsmClusterId'> & Partial<Pick<KeyStoreRow, 'CustomKeyStoreId'>>;

/** @returns whether the fault is injected, and aimed at the key store, at its cluster, or at all */
export const suffers = (row: Faults, fault: FaultName, { CustomKeyStoreId, CloudHsmClusterId }: Store): boolean =>
  row?.id === 'faults' &&
  row.active.some(
    (one) =>
      one.fault === fault &&
      (one.target === undefined || one.target === CustomKeyStoreId || one.target === CloudHsmClusterId),
  );

/** Packets do not arrive: the network is down, or the rules of the cluster's security group are not what they must be. */
const isCutOff = (row: Faults, store: Store): boolean => suffers(row, 'network', store) || suffers(row, 'security-group', store);

/** @returns whether KMS gets nothing done in the cluster now */
export const cannotReach = (row: Faults, store: Store): boolean => isCutOff(row, store) || suffers(row, 'pkcs11-sessions', store);

/**
 * @param cutOff what the operation answers where packets do not arrive: KMSInvalidStateException is the cryptographic
 * operations' (recorded); of others AWS says nothing, and they answer that KMS has failed
 * @throws AwsError also KMSInternalException "whose message mentions PKCS #11 sessions"; that text is ours
 */
export async function requireReachable(
  { storage }: Moment,
  store: KeyStoreRow,
  cutOff: 'KMSInvalidStateException' | 'KMSInternalException' = 'KMSInternalException',
): Promise<void> {
  const row = await storage.get('world', ['faults']);
  if (isCutOff(row, store)) throw new AwsError(cutOff, 'KMS cannot communicate with your CloudHSM cluster');
  if (suffers(row, 'pkcs11-sessions', store))
    throw new AwsError('KMSInternalException', `CloudHSM cluster ${store.CloudHsmClusterId} has no free PKCS #11 session. Try again later.`);
}

/**
 * KMS looks at the rules of the cluster's security group when a key store is created, gets another cluster, connects, and when
 * a key is created in it (facts 1.3, 1.7).
 * @throws AwsError CloudHsmClusterInvalidConfigurationException; AWS's text is not public
 */
export function requireSecurityGroup(row: Faults, store: Store): void {
  if (suffers(row, 'security-group', store))
    throw new AwsError(
      'CloudHsmClusterInvalidConfigurationException',
      `The security group of CloudHSM cluster ${store.CloudHsmClusterId} must allow TCP 2223-2225 among its members, in and out.`,
    );
}

/** In the order in which KMS would meet them on its way into the cluster. */
const connectionErrors: readonly (readonly [FaultName, ConnectionErrorCodeType])[] = [
  ['network', 'NETWORK_ERRORS'],
  // Found at once, unless the rules were changed while KMS was connecting.
  ['security-group', 'NETWORK_ERRORS'],
  ['subnet-deleted', 'SUBNET_NOT_FOUND'],
  ['subnet-full', 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'],
  ['internal-error', 'INTERNAL_ERROR'],
];

/** @returns what nature keeps KMS from connecting with (facts 1.8) */
export const connectionFault = (row: Faults, store: Store): ConnectionErrorCodeType | undefined =>
  connectionErrors.find(([fault]) => suffers(row, fault, store))?.[1];
