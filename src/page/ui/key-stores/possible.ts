import type { ConnectionStateType } from '@aws-sdk/client-kms';
import type { ClusterDetails, KeyStoreView } from '../../../model/look.ts';
import { zonesWith } from '../map/rows.ts';

/** What can be done with a key store. `update`: its cluster and the password that AWS KMS has; `rename`: its name alone. */
export type StoreAction = 'connect' | 'disconnect' | 'rename' | 'update' | 'delete';

/** Facts 1.5. The console offers no Connect where AWS would do nothing (CONNECTING, CONNECTED). */
const states: Readonly<Record<StoreAction, readonly ConnectionStateType[]>> = {
  connect: ['DISCONNECTED'],
  disconnect: ['CONNECTED', 'CONNECTING', 'FAILED'],
  rename: ['DISCONNECTED', 'CONNECTED'],
  update: ['DISCONNECTED'],
  delete: ['DISCONNECTED'],
};

/**
 * Why AWS would refuse it, or do nothing: `state` for the connection state, `keys` for the KMS keys that are still in the
 * store (facts 1.5); undefined where it is possible.
 */
export function obstacle(action: StoreAction, { ConnectionState, keyCount }: Pick<KeyStoreView, 'ConnectionState' | 'keyCount'>): 'state' | 'keys' | undefined {
  if (!states[action].includes(ConnectionState)) return 'state';
  return action === 'delete' && keyCount > 0 ? 'keys' : undefined;
}

/** Zones with active HSMs that CreateCustomKeyStore and CreateKey need (facts 1.6). */
export const zonesNeeded = 2;

/**
 * Why a new key store cannot have this cluster (facts 1.3): it is not ACTIVE; a key store uses it, or one that shares its
 * backup history; too few HSMs. Undefined where it can.
 */
export function unfit(cluster: ClusterDetails, keyStores: readonly KeyStoreView[]): 'notActive' | 'inUse' | 'related' | 'fewHsms' | undefined {
  if (keyStores.some(({ CloudHsmClusterId }) => CloudHsmClusterId === cluster.ClusterId)) return 'inUse';
  if (cluster.State !== 'ACTIVE') return 'notActive';
  if (cluster.relatedKeyStores.length > 0) return 'related';
  return zonesWith(cluster.hsms, 'ACTIVE').size < zonesNeeded ? 'fewHsms' : undefined;
}
