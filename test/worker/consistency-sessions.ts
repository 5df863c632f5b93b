import { joined, type Database } from './consistency-events.ts';

/** What consistency.ts says of who is signed in: everybody is a user of a cluster with HSMs, and AWS KMS is where it is connected. */
export function sessions({ clusterSessions, clusterUsers, clusters, keyStores }: Database): string[] {
  const inPlace = new Map(clusters.map(({ account, region, ClusterId, hsms }) => [joined(account, region, ClusterId), hsms.length]));
  const users = new Set(clusterUsers.map(({ account, region, ClusterId, username }) => joined(account, region, ClusterId, username)));
  const signedIn = new Map(clusterSessions.map(({ account, region, ClusterId, SessionId, client }) => [joined(account, region, ClusterId, SessionId), client]));
  const may = new Set<string>();
  const problems = keyStores.flatMap(({ account, region, CustomKeyStoreId, CloudHsmClusterId, ConnectionState }) => {
    const id = joined(account, region, CloudHsmClusterId, CustomKeyStoreId);
    if (ConnectionState === 'CONNECTED' || ConnectionState === 'DISCONNECTING') may.add(id);
    const must = ConnectionState === 'CONNECTED' && inPlace.has(joined(account, region, CloudHsmClusterId));
    return must && signedIn.get(id) !== 'AWS KMS' ? [`AWS KMS is not signed in for ${CustomKeyStoreId}, which is CONNECTED`] : [];
  });
  for (const { account, region, ClusterId, SessionId, username, client } of clusterSessions) {
    const cluster = joined(account, region, ClusterId);
    if (client === 'AWS KMS' && !may.has(joined(cluster, SessionId))) problems.push(`AWS KMS is signed in at ${ClusterId} for ${SessionId}`);
    if (client === 'cloudhsm-cli' && !users.has(joined(cluster, username))) problems.push(`${username} is signed in at ${ClusterId}, and is no user there`);
    if (client === 'cloudhsm-cli' && !inPlace.get(cluster)) problems.push(`${username} is signed in at ${ClusterId}, which has no HSM`);
  }
  return problems;
}
