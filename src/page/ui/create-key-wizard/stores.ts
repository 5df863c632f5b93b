import type { MapView } from '../../../model/look.ts';
import { faultsOf, type Fault } from '../map/faults.ts';
import { rowsOf, zonesWith, type Row } from '../map/rows.ts';

export type StoreRow = Row & Required<Pick<Row, 'store'>>;

export const storesIn = (map: MapView): StoreRow[] => rowsOf(map).flatMap((row) => (row.store ? [{ ...row, store: row.store }] : []));

/** Why CreateKey would be refused for a key store, and by what error. */
export type Hindrance = 'notConnected' | 'noCluster' | 'fewHsms' | 'oneZone';
export const refusedWith: Readonly<Record<Hindrance, string>> = {
  notConnected: 'CustomKeyStoreInvalidStateException',
  noCluster: 'CloudHsmClusterInvalidConfigurationException',
  fewHsms: 'CloudHsmClusterInvalidConfigurationException',
  oneZone: 'CloudHsmClusterInvalidConfigurationException',
};

/** HSMs that do their work, and in how many zones. */
export function activeIn({ cluster }: Row): { readonly hsms: number; readonly zones: number } {
  const hsms = cluster?.hsms.filter(({ State }) => State === 'ACTIVE') ?? [];
  return { hsms: hsms.length, zones: zonesWith(hsms, 'ACTIVE').size };
}

/** The source document, step 10: CONNECTED; an active cluster; at least two active HSMs in different Availability Zones. */
export function hindrancesOf(row: StoreRow): readonly Hindrance[] {
  const { hsms, zones } = activeIn(row);
  const connected = row.store.ConnectionState === 'CONNECTED';
  return [
    ...(connected ? [] : (['notConnected'] as const)),
    ...(row.cluster ? (hsms < 2 ? (['fewHsms'] as const) : zones < 2 ? (['oneZone'] as const) : []) : (['noCluster'] as const)),
  ];
}

/** What to do next for a key store, and what is already under way. */
export const nextFor = (row: StoreRow): Fault | undefined => faultsOf(row)[0];
