import { enoughForNewKeys, isWritable } from '../cloudhsm/for-kms.ts';
import { AwsError } from '../errors.ts';
import type { ClusterRow } from '../storage/schema.ts';

/** What AWS KMS demands of a cluster (facts 1.3, 1.6, 1.7). AWS's texts are not public; these are ours. */

/** @throws AwsError CloudHsmClusterNotActiveException */
export function requireActiveCluster(cluster: ClusterRow): void {
  if (cluster.State !== 'ACTIVE')
    throw new AwsError(
      'CloudHsmClusterNotActiveException',
      `CloudHSM cluster ${cluster.ClusterId} is ${cluster.State}. Initialize and activate it first.`,
    );
}

/** @throws AwsError CloudHsmClusterInvalidConfigurationException; the wording is a weak third-party report (facts 1.6) */
export function requireTwoZones(cluster: ClusterRow | undefined): void {
  if (!cluster || !enoughForNewKeys(cluster))
    throw new AwsError(
      'CloudHsmClusterInvalidConfigurationException',
      'CloudHSM cluster must contain active HSMs in at least two Availability Zones',
    );
}

/**
 * The HSMs make no keys while the cluster's HSM type changes.
 * @throws AwsError CloudHsmClusterInvalidConfigurationException: what AWS answers is not documented, and of CreateKey's errors this
 * is the one about the cluster
 */
export function requireWritable(cluster: ClusterRow | undefined): void {
  if (cluster && !isWritable(cluster))
    throw new AwsError(
      'CloudHsmClusterInvalidConfigurationException',
      `CloudHSM cluster ${cluster.ClusterId} is in limited-write mode while its HSM type changes.`,
    );
}

/** @throws AwsError CloudHsmClusterNotFoundException */
export function clusterNotFound(ClusterId: string): never {
  throw new AwsError('CloudHsmClusterNotFoundException', `CloudHSM cluster ${ClusterId} does not exist.`);
}
