import type { ConnectionErrorCodeType } from '@aws-sdk/client-kms';
import type { FaultName, InjectedFault } from '../../model/control.ts';
import type { Moment } from '../call.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import { isActive, type KeyStoreRow, type Schema } from '../storage/schema.ts';

/** What keeps AWS KMS from a key store's cluster though both are well: faults that only nature makes (facts 3.3, 5). */

export const faultsRead: Read = { store: 'world', key: ['faults'] };
export type Faults = readonly InjectedFault[];

const activeIn = (row: Schema['world'] | undefined, now: number): Faults =>
  row?.id === 'faults' ? row.active.filter((fault) => isActive(fault, now)) : [];
export const faultsIn = (rows: Rows, { now }: Pick<Moment, 'now'>): Faults => activeIn(rows.get('world', ['faults']), now);
export const faultsOf = async ({ storage, now }: Pick<Moment, 'storage' | 'now'>): Promise<Faults> =>
  activeIn(await storage.get('world', ['faults']), now);

/** A key store, or one that is about to be. */
type Store = Pick<KeyStoreRow, 'CloudHsmClusterId'> & Partial<Pick<KeyStoreRow, 'CustomKeyStoreId'>>;

/** @returns whether the fault is injected, and aimed at the key store, at its cluster, or at all */
const suffers = (faults: Faults, name: FaultName, { CustomKeyStoreId, CloudHsmClusterId }: Store): boolean =>
  faults.some(
    ({ fault, target }) => fault === name && (target === undefined || target === CustomKeyStoreId || target === CloudHsmClusterId),
  );

/** Packets do not arrive: the network is down, or the rules of the cluster's security group are not what they must be. */
const isCutOff = (faults: Faults, store: Store): boolean => suffers(faults, 'network', store) || suffers(faults, 'security-group', store);

/** @returns whether KMS gets nothing done in the cluster now */
export const cannotReach = (faults: Faults, store: Store): boolean => isCutOff(faults, store) || suffers(faults, 'pkcs11-sessions', store);

/**
 * @param cutOff what the operation answers where packets do not arrive: KMSInvalidStateException is the cryptographic
 * operations' (recorded); of others AWS says nothing, and they answer that KMS has failed
 * @throws AwsError also KMSInternalException "whose message mentions PKCS #11 sessions"; that text is ours
 */
export async function requireReachable(
  moment: Moment,
  store: KeyStoreRow,
  cutOff: 'KMSInvalidStateException' | 'KMSInternalException' = 'KMSInternalException',
): Promise<void> {
  const faults = await faultsOf(moment);
  if (isCutOff(faults, store)) throw new AwsError(cutOff, 'KMS cannot communicate with your CloudHSM cluster');
  if (suffers(faults, 'pkcs11-sessions', store))
    throw new AwsError('KMSInternalException', `CloudHSM cluster ${store.CloudHsmClusterId} has no free PKCS #11 session. Try again later.`);
}

/**
 * KMS looks at the rules of the cluster's security group when a key store is created, gets another cluster, connects, and when
 * a key is created in it (facts 1.3, 1.7).
 * @throws AwsError CloudHsmClusterInvalidConfigurationException; AWS's text is not public
 */
export function requireSecurityGroup(faults: Faults, store: Store): void {
  if (suffers(faults, 'security-group', store))
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
export const connectionFault = (faults: Faults, store: Store): ConnectionErrorCodeType | undefined =>
  connectionErrors.find(([fault]) => suffers(faults, fault, store))?.[1];
