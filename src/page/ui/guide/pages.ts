import type { TroubleName } from '../../../model/control.ts';
import type { GuideCode } from './address.ts';
import type { CauseName } from './causes.ts';
import type { ProvocationName } from './provocations.ts';

/** What a page is about; its words are the catalogue's. */
export interface Page {
  /** What can be behind the code, in the order of repair: what stands first is in the way of what follows. */
  readonly causes: readonly CauseName[];
  /** What is behind it most often, shown where nothing is wrong; the first cause unless said. */
  readonly usual?: CauseName;
  /** Codes that it is easily mixed up with. */
  readonly apart: readonly GuideCode[];
  /** What brings it about in the world that is open. */
  readonly provocations: readonly ProvocationName[];
  /** Worlds in which it has happened. */
  readonly scenarios: readonly TroubleName[];
  /** What of the world helps to understand it, where nothing can be repaired by steps. */
  readonly lists?: 'stores' | 'clusters';
}

export const pages: Readonly<Record<GuideCode, Page>> = {
  CLUSTER_NOT_FOUND: {
    causes: ['CLUSTER_NOT_FOUND'],
    apart: ['INSUFFICIENT_CLOUDHSM_HSMS', 'CloudHsmClusterNotFoundException'],
    provocations: ['deleteCluster'],
    scenarios: ['cluster-deleted'],
  },
  INSUFFICIENT_CLOUDHSM_HSMS: {
    causes: ['INSUFFICIENT_CLOUDHSM_HSMS'],
    apart: ['CLUSTER_NOT_FOUND', 'CloudHsmClusterInvalidConfigurationException'],
    provocations: ['deleteHsms'],
    scenarios: ['no-hsm'],
  },
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: {
    causes: ['INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'],
    apart: ['SUBNET_NOT_FOUND', 'NETWORK_ERRORS'],
    provocations: ['fillSubnet'],
    scenarios: ['no-free-addresses'],
  },
  INTERNAL_ERROR: {
    causes: ['INTERNAL_ERROR'],
    apart: ['NETWORK_ERRORS', 'KMSInternalException'],
    provocations: ['internalError'],
    scenarios: ['internal-error'],
  },
  INVALID_CREDENTIALS: {
    causes: ['INVALID_CREDENTIALS', 'mfa'],
    apart: ['USER_LOCKED_OUT', 'USER_LOGGED_IN', 'USER_NOT_FOUND'],
    provocations: ['wrongPassword'],
    scenarios: ['invalid-credentials', 'kmsuser-mfa', 'old-backup'],
  },
  NETWORK_ERRORS: {
    causes: ['securityGroup', 'NETWORK_ERRORS'],
    apart: ['INTERNAL_ERROR', 'CloudHsmClusterInvalidConfigurationException', 'KMSInvalidStateException'],
    provocations: ['cutNetwork'],
    scenarios: ['network'],
  },
  SUBNET_NOT_FOUND: {
    causes: ['SUBNET_NOT_FOUND'],
    apart: ['INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET', 'CLUSTER_NOT_FOUND'],
    provocations: ['deleteSubnet'],
    scenarios: ['subnet-not-found'],
  },
  USER_LOCKED_OUT: {
    causes: ['USER_LOCKED_OUT'],
    apart: ['INVALID_CREDENTIALS', 'USER_LOGGED_IN'],
    provocations: ['lockOut'],
    scenarios: ['user-locked-out'],
  },
  USER_LOGGED_IN: {
    causes: ['USER_LOGGED_IN'],
    apart: ['USER_LOCKED_OUT', 'INVALID_CREDENTIALS'],
    provocations: ['logIn'],
    scenarios: ['user-logged-in'],
  },
  USER_NOT_FOUND: {
    causes: ['inconsistent', 'USER_NOT_FOUND'],
    apart: ['INVALID_CREDENTIALS', 'USER_LOCKED_OUT'],
    provocations: ['deleteUser'],
    scenarios: ['user-not-found'],
  },

  KMSInvalidStateException: {
    causes: ['CLUSTER_NOT_FOUND', 'INSUFFICIENT_CLOUDHSM_HSMS', 'securityGroup', 'NETWORK_ERRORS', ...failures(), 'disconnected', 'moving', 'keyMissing', 'pendingKey'],
    usual: 'disconnected',
    apart: ['CustomKeyStoreInvalidStateException', 'DisabledException', 'KMSInternalException'],
    provocations: ['disconnectUsed', 'deleteHsms', 'cutNetwork'],
    scenarios: ['disconnected', 'key-material-deleted', 'backup-without-key', 'no-hsm', 'cluster-deleted', 'network'],
  },
  CustomKeyStoreInvalidStateException: {
    causes: ['CLUSTER_NOT_FOUND', 'INSUFFICIENT_CLOUDHSM_HSMS', 'securityGroup', 'NETWORK_ERRORS', ...failures(), 'moving', 'disconnected'],
    usual: 'disconnected',
    apart: ['KMSInvalidStateException', 'CloudHsmClusterInvalidConfigurationException'],
    provocations: ['disconnect', 'connectFailed'],
    scenarios: ['disconnected', 'connect-when-failed'],
  },
  CloudHsmClusterInvalidConfigurationException: {
    causes: ['CLUSTER_NOT_FOUND', 'INSUFFICIENT_CLOUDHSM_HSMS', 'securityGroup', 'oneZone'],
    usual: 'oneZone',
    apart: ['CloudHsmClusterNotActiveException', 'INSUFFICIENT_CLOUDHSM_HSMS', 'CustomKeyStoreInvalidStateException'],
    provocations: ['deleteOneHsm', 'closePorts'],
    scenarios: ['one-hsm', 'one-zone', 'fast-failure'],
  },
  KMSInternalException: {
    causes: ['pkcs11', 'NETWORK_ERRORS'],
    apart: ['INTERNAL_ERROR', 'ThrottlingException'],
    provocations: ['useUpSessions'],
    scenarios: ['pkcs11-sessions'],
  },
  ThrottlingException: {
    causes: ['throttled'],
    apart: ['KMSInternalException', 'LimitExceededException'],
    provocations: ['throttle'],
    scenarios: ['throttled'],
  },
  DisabledException: {
    causes: ['disabledKey'],
    apart: ['KMSInvalidStateException'],
    provocations: ['disableKey'],
    scenarios: [],
  },
  CloudHsmClusterInUseException: {
    causes: [],
    apart: ['CloudHsmClusterNotRelatedException', 'CustomKeyStoreNameInUseException'],
    provocations: ['sameCluster'],
    scenarios: [],
    lists: 'clusters',
  },
  CloudHsmClusterNotActiveException: {
    causes: [],
    apart: ['CloudHsmClusterInvalidConfigurationException', 'CloudHsmClusterNotFoundException'],
    provocations: [],
    scenarios: [],
    lists: 'clusters',
  },
  CloudHsmClusterNotFoundException: {
    causes: [],
    apart: ['CLUSTER_NOT_FOUND', 'CustomKeyStoreNotFoundException'],
    provocations: ['unknownCluster'],
    scenarios: [],
    lists: 'clusters',
  },
  CloudHsmClusterNotRelatedException: {
    causes: ['CLUSTER_NOT_FOUND', 'keyMissing', 'disconnected'],
    apart: ['CloudHsmClusterInUseException', 'CloudHsmClusterNotFoundException'],
    provocations: [],
    scenarios: ['unrelated-cluster'],
    lists: 'clusters',
  },
  CustomKeyStoreHasCMKsException: {
    causes: ['hasKeys'],
    apart: ['CustomKeyStoreInvalidStateException'],
    provocations: ['deleteFullStore'],
    scenarios: ['store-with-keys'],
  },
  CustomKeyStoreNameInUseException: {
    causes: [],
    apart: ['CloudHsmClusterInUseException'],
    provocations: ['sameName'],
    scenarios: [],
    lists: 'stores',
  },
  CustomKeyStoreNotFoundException: {
    causes: [],
    apart: ['CloudHsmClusterNotFoundException', 'NotFoundException'],
    provocations: ['unknownStore'],
    scenarios: [],
    lists: 'stores',
  },
  IncorrectTrustAnchorException: {
    causes: [],
    apart: ['CloudHsmClusterNotRelatedException'],
    provocations: [],
    scenarios: [],
    lists: 'clusters',
  },
  IncorrectKeyException: { causes: [], apart: ['InvalidCiphertextException', 'NotFoundException'], provocations: [], scenarios: [] },
  InvalidCiphertextException: { causes: [], apart: ['IncorrectKeyException', 'KMSInvalidStateException'], provocations: ['badCiphertext'], scenarios: [] },
  LimitExceededException: { causes: [], apart: ['ThrottlingException'], provocations: [], scenarios: [], lists: 'stores' },
  NotFoundException: { causes: [], apart: ['CustomKeyStoreNotFoundException', 'KMSInvalidStateException'], provocations: ['unknownKey'], scenarios: [] },
  UnsupportedOperationException: {
    causes: [],
    apart: ['CustomKeyStoreInvalidStateException'],
    provocations: ['unsupported'],
    scenarios: [],
  },
  DeleteKey: {
    causes: ['orphans'],
    apart: ['KMSInvalidStateException', 'CustomKeyStoreHasCMKsException'],
    provocations: [],
    scenarios: ['orphaned-key'],
  },
};

/** Why a store is FAILED, beside what is seen from the outside: each has a page of its own. */
function failures(): readonly CauseName[] {
  return [
    'SUBNET_NOT_FOUND',
    'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
    'INTERNAL_ERROR',
    'inconsistent',
    'USER_NOT_FOUND',
    'USER_LOCKED_OUT',
    'USER_LOGGED_IN',
    'INVALID_CREDENTIALS',
    'mfa',
  ];
}
