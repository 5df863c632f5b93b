import { expect } from 'chai';
import { GlassClusters } from '../../../src/page/ui/clusters/clusters.ts';
import { axeFindings } from './axe.ts';
import { aliceWhileHsmJoins, createKey, orphanKey, signIn } from './inside-world.ts';
import { ClusterId, CustomKeyStoreId, stage, type Stage } from './stage.ts';
import { waitFor } from './waiting.ts';

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

type Clusters = Stage<GlassClusters>;

/** A world in which AWS's waits take AWS's time: what is under way stays so. */
async function slowly({ simulator: { control } }: Clusters): Promise<void> {
  await control.setSpeed(1);
}
async function newestBackup({ simulator: { cloudhsmv2 } }: Clusters): Promise<string> {
  return (await cloudhsmv2.describeBackups({})).Backups?.[0]?.BackupId ?? '';
}
async function opened(clusters: Clusters, selector: string): Promise<void> {
  const host = await waitFor(clusters.element, () => clusters.all(selector)[0]);
  const details = await waitFor(clusters.element, () => host.shadowRoot?.querySelector('details'));
  details.open = true;
}
async function cluster(clusters: Clusters): Promise<void> {
  await clusters.element.open(ClusterId);
  await clusters.says(`${ClusterId}-sg`);
}
async function loseHsms({ simulator: { cloudhsmv2, control } }: Clusters): Promise<void> {
  for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await cloudhsmv2.deleteHsm({ ClusterId, HsmId });
  await control.advance(hour);
}
async function emptySubnets({ look }: Clusters['simulator']): Promise<string[]> {
  return ((await look('network'))[0]?.subnets ?? []).map(({ SubnetId }) => SubnetId);
}
/** A second cluster, from a backup of the first. */
async function second(clusters: Clusters, wait = hour): Promise<string> {
  const { cloudhsmv2, control } = clusters.simulator;
  const SubnetIds = await emptySubnets(clusters.simulator);
  const { Cluster } = await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds, SourceBackupId: await newestBackup(clusters) });
  await control.advance(wait);
  return Cluster?.ClusterId ?? '';
}

/** How a state comes about. */
const states: Record<string, (clusters: Clusters) => Promise<void>> = {
  none: async (clusters) => {
    await clusters.simulator.control.loadScenario('empty');
    await clusters.says(/There is no cluster in this Region|このリージョンにはクラスターがありません/);
  },
  'several clusters, 90 days of daily backups': async (clusters) => {
    await clusters.simulator.control.advance(90 * day + hour);
    const made = await second(clusters, 1);
    await clusters.says(made);
    await waitFor(clusters.element, () => clusters.all('nav').length > 0);
  },
  'an ACTIVE cluster': async (clusters) => {
    const { cloudhsmv2 } = clusters.simulator;
    await cloudhsmv2.tagResource({ ResourceId: ClusterId, TagList: [{ Key: 'k'.repeat(128), Value: 'v'.repeat(256) }] });
    await cluster(clusters);
    await clusters.says('k'.repeat(128));
    await clusters.says(`KMS managed ENI for cluster ${ClusterId}`);
    for (const operation of ['DeleteHsm', 'UntagResource', 'DeleteCluster']) await opened(clusters, `glass-action[data-operation=${operation}]`);
    await opened(clusters, 'glass-certificate[name=ClusterCertificate]');
    await clusters.says('CN=GlassHSM example customer CA');
  },
  'HSMs that come and go': async (clusters) => {
    await slowly(clusters);
    await clusters.simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await clusters.simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId: 'hsm-abcdefghijk' });
    await cluster(clusters);
    await clusters.says('CREATE_IN_PROGRESS');
    await clusters.says('DELETE_IN_PROGRESS');
  },
  'CREATE_IN_PROGRESS, from a backup': async (clusters) => {
    await clusters.simulator.control.advance(day + hour);
    await slowly(clusters);
    await clusters.element.open(await second(clusters, 1));
    await clusters.says('CREATE_IN_PROGRESS');
    await clusters.says(/makes its certificates|最初の HSM が作成します/);
  },
  'UNINITIALIZED, with its CSR': async (clusters) => {
    const { cloudhsmv2, control, region } = clusters.simulator;
    const SubnetIds = await emptySubnets(clusters.simulator);
    const { Cluster: { ClusterId: id = '' } = {} } = await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds });
    await control.advance(hour);
    await cloudhsmv2.createHsm({ ClusterId: id, AvailabilityZone: `${region}a` });
    await control.advance(hour);
    await clusters.element.open(id);
    await clusters.says('UNINITIALIZED');
    await opened(clusters, 'glass-certificate[name=ClusterCsr]');
    await clusters.says('BEGIN CERTIFICATE REQUEST');
  },
  'MODIFY_IN_PROGRESS': async (clusters) => {
    await slowly(clusters);
    await clusters.simulator.cloudhsmv2.modifyCluster({ ClusterId, HsmType: 'hsm2m.medium' });
    await cluster(clusters);
    await clusters.says('MODIFY_IN_PROGRESS');
  },
  'without HSMs': async (clusters) => {
    await loseHsms(clusters);
    await cluster(clusters);
    await clusters.says(/no HSM|HSM なし/);
  },
  'gone, its backups not': async (clusters) => {
    await loseHsms(clusters);
    await clusters.simulator.cloudhsmv2.deleteCluster({ ClusterId });
    await clusters.simulator.control.advance(hour);
    await clusters.element.open(ClusterId);
    await clusters.says(/does not exist any more|もう存在しません/);
    await waitFor(clusters.element, () => clusters.all('tbody button').length > 1);
  },
  'another cluster of the same history': async (clusters) => {
    const { cloudhsmv2, control } = clusters.simulator;
    await control.advance(day + hour);
    const id = await second(clusters);
    for (const zone of ['a', 'b']) {
      await cloudhsmv2.createHsm({ ClusterId: id, AvailabilityZone: `us-west-2${zone}` });
      await control.advance(hour);
    }
    await clusters.element.open(id);
    await clusters.says('UpdateCustomKeyStore');
    await opened(clusters, 'glass-action[data-operation=UpdateCustomKeyStore]');
    clusters.press('UpdateCustomKeyStore');
    await clusters.says('CustomKeyStoreInvalidStateException');
  },
  'an HSM from inside': async (clusters) => {
    const { simulator } = clusters;
    const HsmId = await aliceWhileHsmJoins(simulator);
    const SessionId = await signIn(simulator);
    for (let i = 0; i < 22; i += 1)
      await simulator.cloudhsmCli.userCreate({ ClusterId, SessionId, Username: `the_longest_name_of_any_user_${String(i).padStart(2, '0')}`, Role: 'crypto-user', Password: 'longest1234' });
    for (let i = 0; i < 12; i += 1) await createKey(simulator);
    await orphanKey(simulator);
    await clusters.element.open(ClusterId, HsmId);
    await clusters.says(/orphaned|孤立/);
    await clusters.says(/The first 20 of 25|25 件中の最初の 20 件/);
    await waitFor(clusters.element, () => clusters.all('#sessions tbody tr').length > 0);
    const [key] = clusters.all<HTMLDetailsElement>('.keys details');
    if (key) key.open = true;
  },
  'an HSM that holds nothing yet, from inside': async (clusters) => {
    await clusters.element.open(ClusterId, 'hsm-abcdefghijk');
    await clusters.says(/There are no keys in this cluster yet|このクラスターにキーはまだありません/);
  },
  'the first HSM of a cluster that is not initialized, from inside': async (clusters) => {
    const { cloudhsmv2, control } = clusters.simulator;
    await control.loadScenario('empty');
    const { Cluster } = await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds: await emptySubnets(clusters.simulator) });
    await control.advance(hour);
    const { Hsm } = await cloudhsmv2.createHsm({ ClusterId: Cluster?.ClusterId ?? '', AvailabilityZone: 'us-west-2a' });
    await control.advance(hour);
    await clusters.element.open(Cluster?.ClusterId ?? '', Hsm?.HsmId);
    await clusters.says(/There are no users yet|ユーザーはまだありません/);
    await clusters.says(/The cluster has no other HSM|他の HSM はありません/);
  },
  'an HSM that is being created, from inside': async (clusters) => {
    await slowly(clusters);
    const { Hsm } = await clusters.simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await clusters.element.open(ClusterId, Hsm?.HsmId ?? '');
    await clusters.says(/is being created|作成中です/);
  },
  'an HSM that is gone': async (clusters) => {
    await clusters.element.open(ClusterId, 'hsm-aaaaaaaaaaa');
    await clusters.says(/This HSM does not exist|この HSM はもう存在しません/);
  },
  'a backup that differs from its cluster': async (clusters) => {
    const { simulator } = clusters;
    await createKey(simulator);
    await simulator.control.advance(day + hour);
    await createKey(simulator);
    const SessionId = await signIn(simulator);
    await simulator.cloudhsmCli.userCreate({ ClusterId, SessionId, Username: 'the_longest_name_of_any_user_00', Role: 'crypto-user', Password: 'longest1234' });
    clusters.element.BackupId = await newestBackup(clusters);
    await clusters.says('the_longest_name_of_any_user_00');
  },
  'a READY backup': async (clusters) => {
    await clusters.simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    await clusters.simulator.control.advance(day + hour);
    clusters.element.BackupId = await newestBackup(clusters);
    await clusters.says('kmsuser');
    for (const operation of ['CreateCluster', 'CopyBackupToRegion', 'DeleteBackup']) await opened(clusters, `glass-action[data-operation=${operation}]`);
  },
  'backups in every state': async (clusters) => {
    const { cloudhsmv2, control } = clusters.simulator;
    await control.advance(2 * day + hour);
    const { Backups = [] } = await cloudhsmv2.describeBackups({});
    await cloudhsmv2.deleteBackup({ BackupId: Backups[0]?.BackupId ?? '' });
    await cloudhsmv2.modifyBackupAttributes({ BackupId: Backups[1]?.BackupId ?? '', NeverExpires: true });
    await slowly(clusters);
    await cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await clusters.says('PENDING_DELETION');
    await clusters.says(/never expires|期限なし/);
  },
  'a backup that is deleted': async (clusters) => {
    await clusters.simulator.control.advance(2 * day + hour);
    const BackupId = await newestBackup(clusters);
    await clusters.simulator.cloudhsmv2.deleteBackup({ BackupId });
    clusters.element.BackupId = BackupId;
    await clusters.says('RestoreBackup');
  },
  'a backup that is gone': async (clusters) => {
    clusters.element.BackupId = 'backup-aaaaaaaaaaa';
    await clusters.says(/This backup does not exist|このバックアップはもう存在しません/);
  },
};

describe('<glass-clusters> in each state', () => {
  for (const lang of ['en', 'ja'] as const)
    for (const [name, arrange] of Object.entries(states))
      it(`${name}, ${lang}: axe finds nothing, light and dark, narrow and wide; nothing is too wide`, async () => {
        const clusters = await stage(() => new GlassClusters(), { lang });
        try {
          await arrange(clusters);
          for (const [theme, width] of [['light', 320], ['dark', 700], ['light', 1300]] as const) {
            const { element } = clusters;
            element.theme = theme;
            document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
            element.style.inlineSize = `${String(width)}px`;
            // Elements inside of elements follow one after the other.
            await waitFor(element, () => clusters.all('[theme]').every((each) => each.getAttribute('theme') === theme));
            expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
            const { right } = element.getBoundingClientRect();
            for (const inner of clusters.all(':not(.hidden, svg *, thead, thead *)'))
              expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right);
          }
        } finally {
          clusters.close();
        }
      });
});
