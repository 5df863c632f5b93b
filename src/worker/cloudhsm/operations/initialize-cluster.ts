import { beginWait, clockRead } from '../../clock.ts';
import { newUuid } from '../../ids.ts';
import { withCertificates } from '../certificates/lazily.ts';
import { activeHsms, clusterKey, clusterRead, requireCluster, requireState, withState } from '../clusters.ts';
import { invalidRequest, notFound } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { Stale } from '../../storage/rows.ts';
import type { ClusterRow } from '../../storage/schema.ts';

/** Recorded: the answer's and the cluster's own (facts 6.1). */
const initializing = 'Cluster is initializing. State will change to INITIALIZED upon completion.';

/** The customer claims the cluster: the certificate is of the key in the HSM, and signed by the customer's own CA. */
export const initializeCluster: CloudHsmHandler<'InitializeCluster'> = async (call, { ClusterId, SignedCert, TrustAnchor }) => {
  const read = (await call.storage.get('clusters', clusterKey(call, ClusterId))) ?? notFound('Cluster', ClusterId);
  const csr = requestOf(read);
  const claim = { csr, signedCert: SignedCert, trustAnchor: TrustAnchor, now: call.now };
  const wrong = await withCertificates(({ checkSignedCertificate }) => checkSignedCertificate(claim));
  const transition = newUuid();
  return call.commit([clockRead, clusterRead(call, ClusterId)], (rows) => {
    const cluster = requireCluster(rows, call, ClusterId);
    if (requestOf(cluster) !== csr) throw new Stale('The HSM has made another request.');
    if (wrong !== undefined) return invalidRequest(wrong);
    const { ClusterCsr: _claimed, ...hardware } = cluster.Certificates;
    rows.put(
      'clusters',
      withState(cluster, {
        State: 'INITIALIZE_IN_PROGRESS',
        StateMessage: initializing,
        Certificates: { ...hardware, ClusterCertificate: SignedCert },
        trustAnchor: TrustAnchor,
        transition,
      }),
    );
    beginWait(rows, call, transition, { kind: 'initialize-cluster', target: ClusterId });
    return { State: 'INITIALIZE_IN_PROGRESS', StateMessage: initializing };
  });
};

/** "The CSR exists only when the cluster's state is UNINITIALIZED" (API Reference, Certificates), and there is an HSM. */
function requestOf(cluster: ClusterRow): string {
  requireState(cluster, 'UNINITIALIZED');
  if (cluster.SourceBackupId !== undefined)
    return invalidRequest(`Cluster '${cluster.ClusterId}' was created from a backup. Its first HSM restores it.`);
  const { ClusterCsr } = cluster.Certificates;
  // An HSM that is being deleted takes its key with it, although its request is shown until it is gone.
  if (ClusterCsr === undefined || activeHsms(cluster).count === 0)
    return invalidRequest(`Cluster '${cluster.ClusterId}' has no active HSM, and no certificate signing request.`);
  return ClusterCsr;
}
