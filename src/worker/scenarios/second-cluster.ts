import { dailyBackup } from '../cloudhsm/daily-backup.ts';
import { passwordDigest } from '../hsm/password.ts';
import type { ClusterRow } from '../storage/schema.ts';
import type { WorldRows } from '../storage/storage.ts';
import { documentCluster, documentPasswords, documentWorld } from './document.ts';
import { anotherCa, anotherClusterCertificate } from './second-certificates.ts';

const [first, second] = documentCluster.hsms as readonly [ClusterRow['hsms'][number], ClusterRow['hsms'][number]];

/** A second cluster beside the document's, in the same subnets, with a certificate and keys of its own: ours. */
export const secondCluster: ClusterRow = {
  ...documentCluster,
  ClusterId: 'cluster-k5e4n3d2a7b',
  // Before all stories begin, and when there was its HSM type (facts 6.2).
  CreateTimestamp: Date.UTC(2025, 0, 15),
  HsmType: 'hsm2m.medium',
  SecurityGroup: 'sg-0d4f5a6b',
  Certificates: { ClusterCertificate: anotherClusterCertificate },
  trustAnchor: anotherCa,
  hsms: [
    { ...first, HsmId: 'hsm-k2m4p6r7t3v', EniId: 'eni-0b7c1e91', EniIp: '10.0.1.21' },
    { ...second, HsmId: 'hsm-w5x6y7z2a3b', EniId: 'eni-0b7c1e92', EniIp: '10.0.0.22' },
  ],
};

/** @returns the document's world with another cluster in it, whose users have the same passwords */
export const documentAnd =
  (cluster: ClusterRow) =>
  async (now: number): Promise<WorldRows> => {
    const { account, region, ClusterId } = cluster;
    const { clusters = [], clusterUsers = [], due = [], ...world } = await documentWorld(now);
    const users = (['admin', 'kmsuser'] as const).map(async (username) => ({
      account,
      region,
      ClusterId,
      username,
      role: username === 'admin' ? ('admin' as const) : ('crypto-user' as const),
      passwordDigest: await passwordDigest(documentPasswords[username]),
    }));
    return {
      ...world,
      clusters: [...clusters, cluster],
      clusterUsers: [...clusterUsers, ...(await Promise.all(users))],
      due: [...due, dailyBackup({ account, region, now }, ClusterId)],
    };
  };
