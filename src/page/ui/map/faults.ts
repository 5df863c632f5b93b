import type { Simulator } from '../../client/simulator.ts';
import { zonesNeeded } from '../key-stores/possible.ts';
import { zonesOf, zonesWith, type MapCluster, type Row } from './rows.ts';

/** What a button can do about a fault. */
export type Step =
  | { readonly do: 'connect' | 'disconnect'; readonly CustomKeyStoreId: string }
  | { readonly do: 'addHsm'; readonly ClusterId: string; readonly AvailabilityZone: string };

/** Calls AWS for it. */
export function takeStep({ kms, cloudhsmv2 }: Pick<Simulator, 'kms' | 'cloudhsmv2'>, step: Step): Promise<unknown> {
  switch (step.do) {
    case 'addHsm':
      return cloudhsmv2.createHsm({ ClusterId: step.ClusterId, AvailabilityZone: step.AvailabilityZone });
    case 'connect':
      return kms.connectCustomKeyStore({ CustomKeyStoreId: step.CustomKeyStoreId });
    case 'disconnect':
      return kms.disconnectCustomKeyStore({ CustomKeyStoreId: step.CustomKeyStoreId });
  }
}

/** Something that does not work, and the way out. Its words are the catalogue's, under `faults` and its name. */
export interface Fault {
  /** A `ConnectionErrorCode` of AWS's, or a name of ours for what has none. */
  readonly name: string;
  /** True where `name` is AWS's code. */
  readonly isCode: boolean;
  /** What AWS answers because of it: operations and error code. */
  readonly answers: readonly (readonly [operations: string, code: string])[];
  /** The next step of the way out, where a button can do it. */
  readonly step?: Step;
  /** An HSM that will end the fault is on its way. */
  readonly joining?: true;
}

const createKey = 'CreateKey';
const crypto = 'Encrypt, Decrypt';
const notConnected = [
  [createKey, 'CustomKeyStoreInvalidStateException'],
  [crypto, 'KMSInvalidStateException'],
] as const;

type Found = Omit<Fault, 'name' | 'isCode'> & { readonly code?: string };
type Rule = readonly [name: string, find: (row: Required<Pick<Row, 'store'>> & Row) => Found | undefined];

/** In the order of repair: first what connecting needs, then the connection, then what CreateKey needs beyond it. */
const rules: readonly Rule[] = [
  [
    'clusterGone',
    ({ store, cluster }) =>
      cluster || store.ConnectionErrorCode === 'CLUSTER_NOT_FOUND'
        ? undefined
        : {
            answers: [[createKey, 'CloudHsmClusterInvalidConfigurationException'], [crypto, 'KMSInvalidStateException']],
            ...(store.ConnectionState === 'CONNECTED' && {
              step: { do: 'disconnect', CustomKeyStoreId: store.CustomKeyStoreId },
            }),
          },
  ],
  [
    'noHsm',
    ({ cluster }) =>
      cluster && zonesWith(cluster.hsms, 'ACTIVE').size === 0
        ? {
            answers: [[crypto, 'KMSInvalidStateException'], [createKey, 'CloudHsmClusterInvalidConfigurationException']],
            ...addHsm(cluster),
          }
        : undefined,
  ],
  [
    'failed',
    ({ store: { ConnectionState, ConnectionErrorCode: code, CustomKeyStoreId } }) =>
      ConnectionState === 'FAILED'
        ? {
            ...(code && { code }),
            answers: [...notConnected, ['ConnectCustomKeyStore', 'CustomKeyStoreInvalidStateException']],
            step: { do: 'disconnect', CustomKeyStoreId },
          }
        : undefined,
  ],
  [
    'disconnected',
    ({ store: { ConnectionState, CustomKeyStoreId } }) =>
      ConnectionState === 'DISCONNECTED'
        ? { answers: notConnected, step: { do: 'connect', CustomKeyStoreId } }
        : undefined,
  ],
  [
    'oneZone',
    ({ cluster }) =>
      cluster && zonesWith(cluster.hsms, 'ACTIVE').size === zonesNeeded - 1
        ? { answers: [[createKey, 'CloudHsmClusterInvalidConfigurationException']], ...addHsm(cluster) }
        : undefined,
  ],
];

/** What is wrong with a key store, in the order of repair. A cluster that no store uses has nothing to fail. */
export function faultsOf({ store, ...row }: Row): Fault[] {
  if (!store) return [];
  return rules.flatMap(([name, find]) => {
    const found = find({ ...row, store });
    if (!found) return [];
    const { code, ...rest } = found;
    return [{ ...rest, name: code ?? name, isCode: code !== undefined }];
  });
}

/** An HSM where the cluster has no active one; nothing to do while one is joining there. */
function addHsm({ ClusterId, hsms, ...cluster }: MapCluster): Pick<Fault, 'step' | 'joining'> {
  const active = zonesWith(hsms, 'ACTIVE');
  const free = zonesOf({ ClusterId, hsms, ...cluster }).filter((zone) => !active.has(zone));
  const coming = zonesWith(hsms, 'CREATE_IN_PROGRESS');
  const [AvailabilityZone] = free;
  if (free.some((zone) => coming.has(zone))) return { joining: true };
  return AvailabilityZone === undefined ? {} : { step: { do: 'addHsm', ClusterId, AvailabilityZone } };
}

/** What stops working when this HSM goes: the fault that it leads to, if it does. */
export function lossOf({ store, cluster }: Row, HsmId: string): 'noHsm' | 'oneZone' | undefined {
  if (!store || !cluster) return undefined;
  const zones = zonesWith(cluster.hsms, 'ACTIVE').size;
  const left = zonesWith(cluster.hsms.filter((hsm) => hsm.HsmId !== HsmId), 'ACTIVE').size;
  if (left === zones || left >= zonesNeeded) return undefined;
  return left === 0 ? 'noHsm' : 'oneZone';
}
