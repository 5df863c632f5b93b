/** CloudHSM clusters, their HSMs from inside, backups, and a cluster built from nothing. */

/** @param {any} simulator */
async function week({ kms, cloudhsmv2, control }) {
  for (let i = 0; i < 3; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
  await control.advance(6 * 24 * 60 * 60_000);
  const { Backups } = await cloudhsmv2.describeBackups({});
  await cloudhsmv2.deleteBackup({ BackupId: Backups.at(-1).BackupId });
  await cloudhsmv2.deleteBackup({ BackupId: Backups.at(-2).BackupId });
  await cloudhsmv2.modifyBackupAttributes({ BackupId: Backups.at(-3).BackupId, NeverExpires: true });
}

/** @param {string} operation */
const actionOf = (operation) => `glass-action[data-operation=${operation}]`;

/** @type {import('./all.mjs').View[]} */
export const clusters = [
  { name: 'clusters', at: '#/clusters', sign: 'glass-clusters-view >>> glass-clusters >>> glass-backups >>> tbody tr', world: week },
  { name: 'clusters-empty', at: '#/clusters', scenario: 'empty', sign: 'glass-clusters-view >>> glass-clusters' },
  {
    name: 'cluster',
    at: '#/clusters/cluster-1a23b4cdefg',
    sign: 'glass-cluster-details >>> [data-hsm]',
    async world({ kms, cloudhsmv2, control }) {
      for (let i = 0; i < 3; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
      await cloudhsmv2.tagResource({ ResourceId: 'cluster-1a23b4cdefg', TagList: [{ Key: 'team', Value: 'payments' }] });
      await cloudhsmv2.createHsm({ ClusterId: 'cluster-1a23b4cdefg', AvailabilityZone: 'us-west-2c' });
      await control.advance(60 * 60_000);
    },
    steps: [['open', `${actionOf('DeleteHsm')} >>> details`], ['open', 'glass-certificate[name=ClusterCertificate] >>> details']],
  },
  {
    name: 'hsm',
    at: '#/clusters/cluster-1a23b4cdefg/{HsmId}',
    sign: 'glass-key-objects >>> details',
    async world({ kms, cloudhsmv2, cloudhsmCli, control }) {
      const ClusterId = 'cluster-1a23b4cdefg';
      const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
      for (let i = 0; i < 4; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
      const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
      const { Hsm } = await cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
      const { SessionId } = await cloudhsmCli.login({ ClusterId, Username: 'admin', Role: 'admin', Password: 'adminPswd1234' });
      for (const Username of ['alice', 'the_longest_name_of_any_user_00'])
        await cloudhsmCli.userCreate({ ClusterId, SessionId, Username, Role: 'crypto-user', Password: 'wonder1234' });
      for (let i = 0; i < 5; i += 1) await cloudhsmCli.login({ ClusterId, Username: 'alice', Role: 'crypto-user', Password: 'wrongPswd99' }).catch(() => {});
      await kms.scheduleKeyDeletion({ KeyId: KeyMetadata.KeyId, PendingWindowInDays: 7 });
      await kms.disconnectCustomKeyStore(store);
      await control.advance(8 * 24 * 60 * 60_000);
      await cloudhsmCli.login({ ClusterId, Username: 'admin', Role: 'admin', Password: 'adminPswd1234' });
      return { HsmId: Hsm.HsmId };
    },
    steps: [['open', 'glass-key-objects >>> details']],
  },
  {
    name: 'hsm-being-created',
    at: '#/clusters/cluster-1a23b4cdefg/{HsmId}',
    sign: 'glass-hsm-details >>> #title',
    async world({ cloudhsmv2, control }) {
      await control.setSpeed(1);
      const { Hsm } = await cloudhsmv2.createHsm({ ClusterId: 'cluster-1a23b4cdefg', AvailabilityZone: 'us-west-2c' });
      return { HsmId: Hsm.HsmId };
    },
  },
  {
    name: 'backup',
    at: '#/clusters/{BackupId}',
    sign: 'glass-backup-details >>> h3',
    async world({ kms, cloudhsmv2, cloudhsmCli, control }) {
      const ClusterId = 'cluster-1a23b4cdefg';
      for (let i = 0; i < 3; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
      await control.advance(25 * 60 * 60_000);
      const { Backups } = await cloudhsmv2.describeBackups({});
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
      const { SessionId } = await cloudhsmCli.login({ ClusterId, Username: 'admin', Role: 'admin', Password: 'adminPswd1234' });
      await cloudhsmCli.userCreate({ ClusterId, SessionId, Username: 'alice', Role: 'crypto-user', Password: 'wonder1234' });
      return { BackupId: Backups[0].BackupId };
    },
  },
  {
    name: 'backup-of-lost-cluster',
    at: '#/clusters/{BackupId}',
    sign: 'glass-backup-details >>> glass-action',
    async world({ kms, cloudhsmv2, control }) {
      for (let i = 0; i < 3; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
      for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await cloudhsmv2.deleteHsm({ ClusterId: 'cluster-1a23b4cdefg', HsmId });
      await control.advance(60 * 60_000);
      await cloudhsmv2.deleteCluster({ ClusterId: 'cluster-1a23b4cdefg' });
      await control.advance(60 * 60_000);
      const { Backups } = await cloudhsmv2.describeBackups({});
      return { BackupId: Backups[0].BackupId };
    },
    steps: [['open', 'glass-backup-details >>> glass-action >>> details']],
  },
  { name: 'create-cluster', at: '#/clusters/create', scenario: 'empty', sign: 'glass-setup >>> [data-step]' },
  {
    name: 'create-cluster-to-sign',
    at: '#/clusters/create',
    scenario: 'empty',
    sign: 'glass-setup >>> [data-step]',
    async world({ control, cloudhsmv2, look }) {
      const [{ subnets }] = await look('network');
      const { Cluster } = await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds: subnets.map((/** @type {any} */ one) => one.SubnetId) });
      await control.advance(600_000);
      await cloudhsmv2.createHsm({ ClusterId: Cluster.ClusterId, AvailabilityZone: 'us-west-2a' });
      await control.advance(600_000);
    },
  },
  { name: 'terminal', at: '#/terminal', sign: 'glass-terminal >>> .example' },
  {
    name: 'terminal-used',
    at: '#/terminal',
    sign: 'glass-terminal >>> #line[type=password]',
    steps: ['cloudhsm-cli user list', 'aws kms list-keys', 'aws kms create-kee', 'cloudhsm-cli login --username admin --role admin'].flatMap((line, i) =>
      /** @type {import('./all.mjs').Step[]} */ ([
        ['type', 'glass-terminal >>> #line', line], ['send', 'glass-terminal >>> form.line'], ['wait', `glass-terminal >>> .log > :nth-child(${i + 1})`], ['wait', 'glass-terminal >>> .scroll[aria-busy=false]'],
      ])),
  },
];
