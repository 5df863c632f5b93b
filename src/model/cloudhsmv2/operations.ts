import { backupOperations } from './backup-operations.ts';
import { clusterOperations } from './cluster-operations.ts';
import { resourceOperations } from './resource-operations.ts';

/** The AWS CloudHSM v2 operations: all 18. Target `BaldrApiService`, signing name `cloudhsm`. */
export const cloudhsmv2Operations = { ...clusterOperations, ...backupOperations, ...resourceOperations };
