import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { ChooseClusterEvent } from '../../../src/page/ui/events.ts';
import type { GlassAction } from '../../../src/page/ui/clusters/action.ts';
import { GlassClusters } from '../../../src/page/ui/clusters/clusters.ts';
import { GlassMap } from '../../../src/page/ui/map/map.ts';
import { ClusterId, CustomKeyStoreId, nameOf, stage, type Stage } from './stage.ts';
import { waitFor } from './waiting.ts';

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;
const hsms = ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp'] as const;

describe('<glass-clusters>', () => {
  let clusters: Stage<GlassClusters>;
  const open = async (options: Parameters<typeof stage>[1] = {}): Promise<void> => {
    clusters = await stage(() => new GlassClusters(), options);
    await clusters.says(/There are no backups yet/);
    await clusters.says(options.scenario === 'empty' ? '0 clusters' : 'ExampleKeyStore');
  };
  afterEach(() => {
    clusters.close();
  });

  /** The action with an AWS operation's name, opened; as a person finds it. */
  const action = async (operation: string, nth = 0): Promise<HTMLElement> => {
    const host = await waitFor(clusters.element, () => clusters.all(`glass-action[data-operation=${operation}]`)[nth]);
    const summary = await waitFor(clusters.element, () => host.shadowRoot?.querySelector('summary'));
    if (!summary.parentElement?.hasAttribute('open')) summary.click();
    return host;
  };
  /** Presses the button of an opened action, and answers the question that it may ask. */
  const call = async (operation: string, yes?: string, nth = 0): Promise<void> => {
    const host = await action(operation, nth);
    const press = await waitFor(clusters.element, () => host.shadowRoot?.querySelector<HTMLButtonElement>('.call[aria-disabled=false]'));
    // As a pointer does.
    press.focus();
    press.click();
    if (yes !== undefined) (await waitFor(clusters.element, () => clusters.all('dialog button').find((each) => nameOf(each) === yes))).click();
  };
  const lastCall = (operation: string): unknown => clusters.calls.findLast((each) => each.operation === operation)?.input;
  const showCluster = async (): Promise<void> => {
    clusters.press(ClusterId);
    await clusters.says('cloudhsm-cluster-1a23b4cdefg-sg');
  };
  const newestBackup = async (): Promise<string> => (await clusters.simulator.cloudhsmv2.describeBackups({})).Backups?.[0]?.BackupId ?? '';
  const showBackup = async (): Promise<string> => {
    await clusters.simulator.control.advance(day + hour);
    const BackupId = await newestBackup();
    (await waitFor(clusters.element, () => clusters.all(`[data-id="${BackupId}"]`)[0])).click();
    await clusters.says('ModifyBackupAttributes');
    return BackupId;
  };
  const loseHsms = async (): Promise<void> => {
    for (const HsmId of hsms) await clusters.simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId });
    await clusters.simulator.control.advance(hour);
  };

  it('says how to get a cluster where there is none', async () => {
    await open({ scenario: 'empty' });
    await clusters.says('There is no cluster in this Region. CreateCluster makes one');
    expect(clusters.text()).to.include('0 clusters').and.include('There are no backups yet.');
  });

  it('lists a cluster with its state, HSMs by zone, keys and key store, and follows what changes', async () => {
    await open();
    await clusters.says('ExampleKeyStore');
    const row = (): string => clusters.all('tbody tr')[0]?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    expect(row()).to.equal('State ACTIVE ID cluster-1a23b4cdefg HSM type hsm1.medium Mode FIPS HSMs us-west-2a 1us-west-2b 1 Keys 0 of 3,300 Key store ExampleKeyStore Source backup –');
    await clusters.simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    await clusters.simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await waitFor(clusters.element, () => row().includes('us-west-2c 1 Keys 1 of 3,300'));
  });

  it('shows a cluster: general facts, HSMs with their interfaces, and the security group with its ports', async () => {
    await open();
    await showCluster();
    expect(nameOf(clusters.focused() as Element)).to.equal(ClusterId);
    const text = clusters.text();
    for (const fact of ['TCP ports 2223–2225', 'hsm-abcdefghijk', 'eni-', '90 days', 'IPV4', 'cks-1234567890abcdef0', 'free addresses'])
      expect(text).to.include(fact);
  });

  it('shows what Connect built, and not any more after Disconnect', async () => {
    await open();
    await showCluster();
    await clusters.says('KMS managed ENI for cluster cluster-1a23b4cdefg');
    expect(clusters.text()).to.include(`kms-${CustomKeyStoreId}`);
    await clusters.simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await clusters.simulator.control.advance(hour);
    await waitFor(clusters.element, () => !clusters.text().includes('KMS managed ENI'));
    expect(clusters.text()).not.to.include(`kms-${CustomKeyStoreId}`);
  });

  it('reads a certificate when it is opened, and not before', async () => {
    await open();
    await showCluster();
    expect(clusters.text()).not.to.include('SHA-256 fingerprint');
    const host = await waitFor(clusters.element, () => clusters.all('glass-certificate[name="customerCA.crt"]')[0]);
    (await waitFor(clusters.element, () => host.shadowRoot?.querySelector('summary'))).click();
    await clusters.says('itself (self-signed)');
    const pem = host.shadowRoot?.querySelector('pre')?.textContent ?? '';
    const { fingerprint } = await clusters.simulator.look('certificate', { pem });
    await clusters.says(fingerprint);
  });

  it('writes an action as AWS CLI, TypeScript and Python, as its fields say', async () => {
    await open();
    await showCluster();
    const host = await action('CreateHsm');
    await clusters.says('--availability-zone us-west-2c');
    clusters.choose('Availability Zone', 'us-west-2a');
    await clusters.says('--availability-zone us-west-2a');
    const tabs = host.shadowRoot?.querySelector('glass-call-code')?.shadowRoot;
    tabs?.querySelector<HTMLElement>('[role=tab]')?.focus();
    await sendKeys({ press: 'ArrowRight' });
    await clusters.says('new CreateHsmCommand({');
    await sendKeys({ press: 'ArrowRight' });
    await clusters.says("cloudhsmv2.create_hsm(");
    expect(nameOf(clusters.focused() as Element)).to.equal('Python');
  });

  it('adds an HSM, and removes one after asking what is lost', async () => {
    await open();
    await showCluster();
    await call('CreateHsm');
    await clusters.says('AWS has answered CreateHsm.');
    expect(lastCall('CreateHsm')).to.deep.equal({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await clusters.simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId: hsms[0] });
    await clusters.simulator.control.advance(hour);
    await action('DeleteHsm');
    await waitFor(clusters.element, () => clusters.control<HTMLSelectElement>('HSM').options.length === 2);
    await call('DeleteHsm', 'Remove HSM');
    await clusters.says('AWS has answered DeleteHsm.');
    expect(lastCall('DeleteHsm')).to.deep.equal({ ClusterId, HsmId: hsms[1] });
  });

  it('a No is a No', async () => {
    await open();
    await showCluster();
    await call('DeleteCluster', 'Cancel');
    expect(clusters.all('dialog')).to.have.length(0);
    expect(lastCall('DeleteCluster')).to.equal(undefined);
    expect(nameOf(clusters.focused() as Element)).to.equal('DeleteCluster');
  });

  it('tells AWS’s refusal in place, with what it means, and takes the focus there', async () => {
    await open();
    await showCluster();
    await call('DeleteCluster', 'Delete cluster');
    await clusters.says('DeleteCluster was refused');
    expect(clusters.text()).to.include('CloudHsmInvalidRequestException');
    await (await action('DeleteCluster') as GlassAction).updateComplete;
    expect(clusters.focused()?.id).to.equal('refusal');
  });

  it('a cluster that was deleted is gone, and its backups are still there', async () => {
    await open();
    await showCluster();
    await loseHsms();
    await call('DeleteCluster', 'Delete cluster');
    await clusters.simulator.control.advance(hour);
    await clusters.says('This cluster does not exist any more.');
    const BackupId = await newestBackup();
    await waitFor(clusters.element, () => clusters.all(`[data-id="${BackupId}"]`).length === 2);
    await clusters.says('(gone)');
  });

  it('changes the retention policy; asks first where it gets shorter', async () => {
    await open();
    await showCluster();
    await action('ModifyCluster');
    clusters.type('Days', '200');
    await clusters.says('Value=200');
    await call('ModifyCluster');
    await clusters.says('200 days');
    clusters.type('Days', '7');
    await clusters.says('Value=7');
    await call('ModifyCluster', 'Change');
    await clusters.says('7 days');
    clusters.type('Days', '380');
    await clusters.says('Value=380');
    await call('ModifyCluster');
    await clusters.says('CloudHsmInvalidRequestException');
  });

  it('moves hsm1.medium to hsm2m.medium, and offers the way back for as long as AWS does', async () => {
    await open();
    await showCluster();
    await call('ModifyCluster', undefined, 1);
    await clusters.says('MODIFY_IN_PROGRESS');
    await clusters.simulator.control.advance(2 * hour);
    await clusters.says('Can be rolled back until');
    await clusters.says('--hsm-type hsm1.medium');
  });

  it('adds and removes tags', async () => {
    await open();
    await showCluster();
    await action('TagResource');
    clusters.type('Tag key', 'team');
    clusters.type('Tag value', 'payments');
    await clusters.says('Key=team,Value=payments');
    await call('TagResource');
    await clusters.says('team = payments');
    await call('UntagResource');
    await waitFor(clusters.element, () => !clusters.text().includes('team = payments'));
  });

  it('shows a backup: what it holds, how long it is kept', async () => {
    await open();
    const { KeyMetadata } = await clusters.simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    await showBackup();
    await clusters.says(KeyMetadata?.Arn ?? '');
    expect(clusters.text()).to.include('1 key, 2 users').and.match(/kmsuser ?crypto-user/).and.include('0x0000000000000008');
  });

  it('keeps, deletes and restores a backup', async () => {
    await open();
    const BackupId = await showBackup();
    await call('ModifyBackupAttributes');
    await clusters.says('--no-never-expires');
    expect(clusters.text()).to.include('never expires');
    await call('ModifyBackupAttributes');
    await waitFor(clusters.element, () => !clusters.text().includes('never expires'));
    expect(lastCall('ModifyBackupAttributes')).to.deep.equal({ BackupId, NeverExpires: false });
    await call('DeleteBackup', 'Delete backup');
    await clusters.says('can be restored until');
    await call('RestoreBackup');
    await waitFor(clusters.element, () => !clusters.text().includes('PENDING_DELETION'));
  });

  it('copies a backup to another Region', async () => {
    await open();
    const BackupId = await showBackup();
    await action('CopyBackupToRegion');
    clusters.choose('Region', /eu-west-1/);
    await clusters.says('--destination-region eu-west-1');
    await call('CopyBackupToRegion');
    await clusters.says('A copy is being made in eu-west-1.');
    expect(lastCall('CopyBackupToRegion')).to.deep.equal({ DestinationRegion: 'eu-west-1', BackupId });
    const [copy] = await clusters.simulator.look('backups', { region: 'eu-west-1' });
    expect(copy).to.deep.include({ keyCount: 0, userCount: 2 });
    expect(copy?.copied).to.include({ region: 'us-west-2', BackupId });
  });

  it('creates a cluster from a backup in the chosen subnets, and opens it', async () => {
    await open();
    const SourceBackupId = await showBackup();
    await action('CreateCluster');
    const boxes = await waitFor(clusters.element, () => {
      const found = clusters.all<HTMLInputElement>('input[type=checkbox]');
      return found.length === 3 && found;
    });
    boxes[2]?.click();
    await call('CreateCluster');
    await clusters.says('is being created.');
    const { SubnetIds } = lastCall('CreateCluster') as { SubnetIds: string[] };
    expect(SubnetIds).to.have.length(2);
    const id = /Cluster (cluster-\w+) is being created/.exec(clusters.text())?.[1] ?? '';
    clusters.press(`Open ${id}`);
    await clusters.says('The cluster’s first HSM makes its certificates.');
    expect(clusters.element.ClusterId).to.equal(id);
    expect(clusters.all('.link').map(nameOf)).to.include(SourceBackupId);
  });

  it('a key store goes on with a cluster of the same history: disconnect, update', async () => {
    await open();
    await clusters.simulator.control.advance(day + hour);
    const { cloudhsmv2, control, look } = clusters.simulator;
    const SubnetIds = (await look('network'))[0]?.subnets.map(({ SubnetId }) => SubnetId) ?? [];
    const { Cluster: { ClusterId: id = '' } = {} } = await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds, SourceBackupId: await newestBackup() });
    await control.advance(hour);
    await cloudhsmv2.createHsm({ ClusterId: id, AvailabilityZone: 'us-west-2a' });
    await control.advance(hour);
    await cloudhsmv2.createHsm({ ClusterId: id, AvailabilityZone: 'us-west-2b' });
    await control.advance(hour);
    await clusters.element.open(id);
    await clusters.says('Use it for key store ExampleKeyStore');
    await call('UpdateCustomKeyStore');
    await clusters.says('CustomKeyStoreInvalidStateException');
    await call('DisconnectCustomKeyStore');
    await control.advance(hour);
    await waitFor(clusters.element, () => clusters.all('glass-action[data-operation=DisconnectCustomKeyStore]').length === 0);
    await call('UpdateCustomKeyStore');
    await waitFor(clusters.element, () => !clusters.text().includes('Use it for key store'));
    await call('ConnectCustomKeyStore');
    await control.advance(hour);
    const [store] = await look('keyStores');
    expect(store).to.include({ CloudHsmClusterId: id, ConnectionState: 'CONNECTED' });
  });

  it('90 days of daily backups: a page at a time, the newest first', async () => {
    await open();
    await clusters.simulator.control.advance(91 * day + hour);
    const created = (): number[] => clusters.all<HTMLTimeElement>('tbody time').map(({ dateTime }) => Date.parse(dateTime));
    await waitFor(clusters.element, () => created().length === 10);
    const seen = [...created()];
    for (let page = 2; page <= 9; page += 1) {
      clusters.press('Next');
      await clusters.says(`Page ${String(page)}`);
      const before = seen.at(-1) ?? 0;
      await waitFor(clusters.element, () => (created()[0] ?? before) < before);
      seen.push(...created());
    }
    expect(seen).to.have.length(90);
    expect(seen).to.deep.equal([...seen].sort((a, b) => b - a));
    expect(clusters.control('Newest').getAttribute('aria-disabled')).to.equal('false');
    clusters.press('Newest');
    await clusters.says('Page 1');
  });

  it('goes back to the lists, and the focus to where it came from', async () => {
    await open();
    await showCluster();
    clusters.press(/All clusters and backups/);
    await clusters.element.updateComplete;
    expect((clusters.focused() as HTMLElement).dataset['id']).to.equal(ClusterId);
    expect(clusters.element.ClusterId).to.equal(null);
  });

  it('by keyboard: Enter on a cluster opens it, Tab leads into it', async () => {
    await open();
    clusters.control(ClusterId).focus();
    await sendKeys({ press: 'Enter' });
    await clusters.says('cloudhsm-cluster-1a23b4cdefg-sg');
    expect(clusters.focused()?.id).to.equal('title');
    await sendKeys({ press: 'Tab' });
    expect(clusters.focused()?.localName).to.equal('button');
  });
});

describe('A cluster’s id on the map', () => {
  it('is text where nobody shows clusters, and asks for the cluster where somebody does', async () => {
    const map = await stage(() => new GlassMap());
    try {
      await map.says(ClusterId);
      expect(map.all('button').map(nameOf)).not.to.include(ClusterId);
      map.element.clusters = true;
      await map.element.updateComplete;
      const asked = new Promise<string>((resolve) => {
        map.element.addEventListener('glass-choose-cluster', (event: ChooseClusterEvent) => {
          resolve(event.ClusterId);
        });
      });
      map.press(ClusterId);
      expect(await asked).to.equal(ClusterId);
    } finally {
      map.close();
    }
  });
});
