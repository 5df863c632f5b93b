import type { ClusterRow } from '../../storage/schema.ts';
import { describeCluster } from '../clusters.ts';
import { filtersOf } from '../filters.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { pageOf } from '../paging.ts';

/** An unknown id is no error but an empty list (facts 6.1). */
export const describeClusters: CloudHsmHandler<'DescribeClusters'> = async (call, input) => {
  const matches = filtersOf<ClusterRow>(input.Filters, {
    clusterIds: ({ ClusterId }) => ClusterId,
    vpcIds: ({ VpcId }) => VpcId,
    states: ({ State }) => State,
  });
  // An account has few clusters (quota: 4 a Region), so those that the filters drop cost nothing.
  const clusters = await call.storage.page({ store: 'clusters', prefix: [call.account, call.region], limit: 1000 });
  const { rows, end } = pageOf(clusters.filter(matches), 'clusters', ({ ClusterId }) => ClusterId, input, 25);
  return { Clusters: rows.map(describeCluster), ...end };
};
