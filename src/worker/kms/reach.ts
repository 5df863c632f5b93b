import type { FaultName } from '../../model/control.ts';
import type { Moment } from '../call.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import type { KeyStoreRow, Schema } from '../storage/schema.ts';

/** What keeps AWS KMS from a key store's cluster though both are well: faults that only nature makes (facts 3.3). */

export const faultsRead: Read = { store: 'world', key: ['faults'] };

/** @returns whether the fault is injected, and aimed at the key store, at its cluster, or at all */
export const suffers = (row: Schema['world'] | undefined, fault: FaultName, store: KeyStoreRow): boolean =>
  row?.id === 'faults' &&
  row.active.some(
    (one) => one.fault === fault && (one.target === undefined || one.target === store.CustomKeyStoreId || one.target === store.CloudHsmClusterId),
  );

/**
 * @param network what the operation answers where the network is down: KMSInvalidStateException is the cryptographic
 * operations' (recorded); of others AWS says nothing, and they answer that KMS has failed
 * @throws AwsError also KMSInternalException "whose message mentions PKCS #11 sessions"; that text is ours
 */
export async function requireReachable(
  { storage }: Moment,
  store: KeyStoreRow,
  network: 'KMSInvalidStateException' | 'KMSInternalException' = 'KMSInternalException',
): Promise<void> {
  const row = await storage.get('world', ['faults']);
  if (suffers(row, 'network', store)) throw new AwsError(network, 'KMS cannot communicate with your CloudHSM cluster');
  if (suffers(row, 'pkcs11-sessions', store))
    throw new AwsError('KMSInternalException', `CloudHSM cluster ${store.CloudHsmClusterId} has no free PKCS #11 session. Try again later.`);
}
