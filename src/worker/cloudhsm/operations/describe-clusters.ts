import type { ClusterRow } from '../../storage/schema.ts';
import { describeCluster } from '../clusters.ts';
import { invalidRequest, type CloudHsmHandler } from '../handler.ts';

/** What a filter looks at; the names are the API Reference's. */
const filters: Readonly<Record<string, (cluster: ClusterRow) => string>> = {
  clusterIds: ({ ClusterId }) => ClusterId,
  vpcIds: ({ VpcId }) => VpcId,
  states: ({ State }) => State,
};

/** Filters are joined by "and", their values by "or". An unknown id is no error but an empty list (facts 6.1). */
export const describeClusters: CloudHsmHandler<'DescribeClusters'> = async (call, input) => {
  const wanted = Object.entries(input.Filters ?? {}).map(([name, values]) => {
    const valueOf = filters[name] ?? invalidRequest(`'${name}' is not a filter; filters are ${Object.keys(filters).join(', ')}.`);
    return (cluster: ClusterRow) => values.includes(valueOf(cluster));
  });
  const limit = input.MaxResults ?? 25;
  // An account has few clusters (quota: 4 a Region), so those that the filters drop cost nothing.
  const rows = await call.storage.page({ store: 'clusters', prefix: [call.account, call.region], limit: 1000 });
  const matching = rows.filter(
    (cluster) => cluster.ClusterId > (input.NextToken ?? '') && wanted.every((matches) => matches(cluster)),
  );
  const page = matching.slice(0, limit);
  const last = page.at(-1);
  return {
    Clusters: page.map(describeCluster),
    ...(matching.length > limit && last && { NextToken: last.ClusterId }),
  };
};
