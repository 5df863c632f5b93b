import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import type { CloudHsmHandler, CloudHsmOperationName } from './handler.ts';
import { copyBackupToRegion } from './operations/copy-backup-to-region.ts';
import { createCluster } from './operations/create-cluster.ts';
import { createHsm } from './operations/create-hsm.ts';
import { deleteBackup } from './operations/delete-backup.ts';
import { deleteCluster } from './operations/delete-cluster.ts';
import { deleteHsm } from './operations/delete-hsm.ts';
import { deleteResourcePolicy } from './operations/delete-resource-policy.ts';
import { describeBackups } from './operations/describe-backups.ts';
import { describeClusters } from './operations/describe-clusters.ts';
import { getResourcePolicy } from './operations/get-resource-policy.ts';
import { initializeCluster } from './operations/initialize-cluster.ts';
import { listTags } from './operations/list-tags.ts';
import { modifyBackupAttributes } from './operations/modify-backup-attributes.ts';
import { modifyCluster } from './operations/modify-cluster.ts';
import { putResourcePolicy } from './operations/put-resource-policy.ts';
import { restoreBackup } from './operations/restore-backup.ts';
import { tagResource } from './operations/tag-resource.ts';
import { untagResource } from './operations/untag-resource.ts';

/** One handler for each operation of the table: a missing or superfluous one does not compile. */
const handlers: { readonly [Name in CloudHsmOperationName]: CloudHsmHandler<Name> } = {
  CopyBackupToRegion: copyBackupToRegion,
  CreateCluster: createCluster,
  CreateHsm: createHsm,
  DeleteBackup: deleteBackup,
  DeleteCluster: deleteCluster,
  DeleteHsm: deleteHsm,
  DeleteResourcePolicy: deleteResourcePolicy,
  DescribeBackups: describeBackups,
  DescribeClusters: describeClusters,
  GetResourcePolicy: getResourcePolicy,
  InitializeCluster: initializeCluster,
  ListTags: listTags,
  ModifyBackupAttributes: modifyBackupAttributes,
  ModifyCluster: modifyCluster,
  PutResourcePolicy: putResourcePolicy,
  RestoreBackup: restoreBackup,
  TagResource: tagResource,
  UntagResource: untagResource,
};

/** Runs a CloudHSM v2 operation on decoded and validated input. */
export function runCloudHsm(call: Call, name: string, input: Values): Promise<Values> {
  const handler = handlers[name as CloudHsmOperationName] as unknown as (call: Call, input: Values) => Promise<Values>;
  return handler(call, input);
}
