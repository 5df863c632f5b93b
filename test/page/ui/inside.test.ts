import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ChooseHsmEvent, ChooseKeyEvent } from '../../../src/page/ui/events.ts';
import { linkErrors } from '../../../src/page/ui/error-link.ts';
import { errorAddress } from '../../../src/page/ui/guide/address.ts';
import { GlassClusters } from '../../../src/page/ui/clusters/clusters.ts';
import { GlassMap } from '../../../src/page/ui/map/map.ts';
import { largeWorld } from '../../worker/large-world.ts';
import { aliceWhileHsmJoins, createKey, day, forgottenSession, hour, hsms, orphanKey, signIn, worldWithoutMaterial } from './inside-world.ts';
import { ClusterId, nameOf, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

const rowsIn = (clusters: Stage<GlassClusters>, within: string): string[] =>
  clusters.all(`${within} tbody tr`).map((row) => [...row.children].map((cell) => cell.textContent.trim().replace(/\s+/g, ' ')).join(' '));

describe('inside an HSM', () => {
  before(() => {
    linkErrors(errorAddress);
  });
  let clusters: Stage<GlassClusters>;
  const open = async (options: Parameters<typeof stage>[1] = {}): Promise<Stage<GlassClusters>['simulator']> => {
    clusters = await stage(() => new GlassClusters(), options);
    await clusters.says('1 cluster');
    return clusters.simulator;
  };
  const look = async (HsmId: string = hsms[0]): Promise<void> => {
    await clusters.element.open(ClusterId, HsmId);
    await waitFor(clusters.element, () => clusters.all('glass-key-objects').length > 0);
  };
  afterEach(() => {
    clusters.close();
  });
  /** The rows of a section's table, each in one line. */
  const rows = (section: string): string[] => rowsIn(clusters, `section[aria-labelledby=${section}]`);
  const keys = (): string[] => clusters.all('.keys summary').map((summary) => summary.textContent.replace(/\s+/g, ' ').trim());

  it('is opened from its cluster, takes the focus, and leads back to where it was opened', async () => {
    await open();
    (await waitFor(clusters.element, () => clusters.all(`[data-id=${ClusterId}]`)[0])).click();
    const link = await waitFor(clusters.element, () => clusters.all(`[data-hsm=${hsms[1]}]`)[0]);
    link.focus();
    await sendKeys({ press: 'Enter' });
    await waitFor(clusters.element, () => clusters.all('glass-hsm-details').length > 0);
    await focusComes(() => clusters.focused()?.id === 'title' && nameOf(clusters.focused() as Element) === hsms[1]);
    clusters.press(`← Cluster ${ClusterId}`);
    await focusComes(() => (clusters.focused() as HTMLElement | null)?.dataset['hsm'] === hsms[1]);
  });

  it('is opened from its box on the map, where somebody shows clusters', async () => {
    await open();
    const map = await stage(() => new GlassMap());
    try {
      await map.says(hsms[0]);
      expect(map.all('button').map(nameOf)).not.to.include(hsms[0]);
      map.element.clusters = true;
      await map.element.updateComplete;
      const asked = new Promise<string>((resolve) => {
        map.element.addEventListener('glass-choose-hsm', (event: ChooseHsmEvent) => {
          resolve(`${event.ClusterId} ${event.HsmId}`);
        });
      });
      map.press(hsms[0]);
      expect(await asked).to.equal(`${ClusterId} ${hsms[0]}`);
    } finally {
      map.close();
    }
  });

  it('shows how full it is', async () => {
    const simulator = await open();
    await createKey(simulator);
    await look();
    await clusters.says('Keys 1 of 3,300');
    expect(clusters.text()).to.match(/Users 2 of [\d,]+ /).and.match(/Sessions 1 of 900/);
    expect(clusters.all<HTMLMeterElement>('meter').map(({ value, max }) => [value, max])).to.deep.include.members([[1, 3300], [1, 900]]);
  });

  it('shows users with role, lock, failed logins and coverage, and follows what changes', async () => {
    const simulator = await open();
    await look();
    await waitFor(clusters.element, () => rows('users').length === 2);
    expect(rows('users')).to.deep.equal(['admin admin yes 0 none full on all HSMs', 'kmsuser crypto-user yes 0 of 5 none full on all HSMs']);
    const HsmId = await aliceWhileHsmJoins(simulator);
    await waitFor(clusters.element, () => rows('users').includes(`alice crypto-user ▲ locked 5 of 5 none ▲ inconsistent missing on ${HsmId}`));
    await clusters.element.open(ClusterId, HsmId);
    await waitFor(clusters.element, () => rows('users').includes('alice crypto-user ▲ locked 5 of 5 none ▲ inconsistent missing on this HSM'));
  });

  it('ends a forgotten session after asking, which repairs USER_LOGGED_IN', async () => {
    const simulator = await open({ scenario: 'cluster' });
    const store = await forgottenSession(simulator);
    expect((await simulator.look('keyStores'))[0]?.ConnectionErrorCode).to.equal('USER_LOGGED_IN');
    await look();
    await clusters.says('connecting its key store fails with USER_LOGGED_IN');
    const end = (): HTMLElement | undefined => clusters.all('#sessions button')[0];
    (await waitFor(clusters.element, end)).click();
    await clusters.says('Sign kmsuser out?');
    await focusComes(() => nameOf(clusters.focused() as Element) === 'Cancel');
    await sendKeys({ press: 'Enter' });
    await waitFor(clusters.element, () => clusters.all('dialog').length === 0);
    expect((await simulator.look('clusterContents', { ClusterId }))?.sessions, 'a No is a No').to.have.lengthOf(1);
    end()?.click();
    (await waitFor(clusters.element, () => clusters.all('dialog button').find((each) => nameOf(each) === 'Sign out'))).click();
    await clusters.says('kmsuser is signed out.');
    await clusters.says('Nobody is signed in.');
    await focusComes(() => clusters.focused()?.id === 'sessions');
    await simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId: store });
    await simulator.control.advance(hour);
    await simulator.kms.connectCustomKeyStore({ CustomKeyStoreId: store });
    await simulator.control.advance(hour);
    expect((await simulator.look('keyStores'))[0]?.ConnectionState).to.equal('CONNECTED');
    await clusters.says(`AWS KMS ${store}`);
    expect(clusters.calls.map(({ operation }) => operation), 'no AWS API').to.not.include('Logout');
  });

  it('tells why a session could not be ended', async () => {
    const simulator = await open();
    await look();
    const SessionId = await signIn(simulator);
    (await waitFor(clusters.element, () => clusters.all('#sessions button')[0])).click();
    const yes = await waitFor(clusters.element, () => clusters.all('dialog button').find((each) => nameOf(each) === 'Sign out'));
    // Somebody else is quicker.
    await simulator.cloudhsmCli.logout({ ClusterId, SessionId });
    yes.click();
    await clusters.says('The session was not ended');
    await focusComes(() => clusters.focused()?.id === 'refusal');
    await waitFor(clusters.element, () => clusters.all('#sessions tbody tr').length === 1);
    expect(clusters.text()).to.include('your session has ended').and.include('CloudHsmCliError');
  });

  it('shows a key with all attributes, as key list --verbose prints them', async () => {
    const simulator = await open();
    const KeyId = await createKey(simulator);
    await look();
    const { attributes, owner } = await simulator.look('keyObject', { KeyId });
    const summary = await waitFor(clusters.element, () => clusters.all('.keys summary')[0]);
    summary.click();
    const list = await waitFor(clusters.element, () => clusters.all('.attributes')[0]);
    const shown = Object.fromEntries([...list.children].map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]));
    const printed = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
    expect(shown).to.deep.equal({ ...printed, owner });
    expect(Object.keys(attributes)).to.have.length.above(20);
    const asked = new Promise<string>((resolve) => {
      clusters.element.addEventListener('glass-choose-key', (event: ChooseKeyEvent) => {
        resolve(event.KeyId);
      });
    });
    clusters.press('Show the KMS key');
    expect(await asked).to.equal(KeyId);
  });

  it('marks a key that no KMS key has any more', async () => {
    const simulator = await open();
    const orphan = await orphanKey(simulator);
    await look();
    await waitFor(clusters.element, () => keys()[0]?.includes('▲ orphaned'));
    expect(keys()[0]).to.include(orphan);
    clusters.all('.keys summary')[0]?.click();
    await clusters.says('No KMS key has it any more');
    expect(clusters.all('button').map(nameOf)).to.not.include('Show the KMS key');
    expect(clusters.all<HTMLAnchorElement>('.keys a').map(({ hash }) => hash)).to.deep.equal(['#/errors/DeleteKey']);
  });

  it('marks a key that the HSMs have no material of, and makes new after asking', async () => {
    const { kms, look: ask } = await open({ database: await worldWithoutMaterial() });
    await look();
    await waitFor(clusters.element, () => keys()[0]?.includes('✕ no material'));
    clusters.all('.keys summary')[0]?.click();
    await clusters.says('what was encrypted before stays unreadable for ever');
    expect(clusters.all<HTMLAnchorElement>('.missing a').map((each) => each.hash)).to.include('#/errors/KMSInvalidStateException');
    const answer = async (name: string): Promise<void> => {
      clusters.press('Make new material');
      const dialog = await waitFor(clusters.element, () => clusters.all('dialog')[0]);
      expect(dialog.textContent).to.include('stays unreadable for ever');
      [...dialog.querySelectorAll('button')].find((each) => nameOf(each) === name)?.click();
      await waitFor(clusters.element, () => clusters.all('dialog').length === 0);
    };
    await answer('Cancel');
    expect((await ask('keyObjects', { ClusterId, limit: 1 }))[0]?.withoutMaterial, 'a No is a No').to.equal(true);
    await answer('Make new material');
    await clusters.says('1 key material was made.');
    await waitFor(clusters.element, () => keys()[0]?.includes('✕ no material') === false);
    const [key] = (await ask('keys', {})).keys;
    await kms.encrypt({ KeyId: key?.KeyId ?? '', Plaintext: new Uint8Array([1]) });
  });

  it('says that there are no keys yet', async () => {
    await open();
    await look();
    await clusters.says('There are no keys in this cluster yet.');
  });

  it('compares two HSMs: state, place, keys, users and who is missing', async () => {
    const simulator = await open();
    const HsmId = await aliceWhileHsmJoins(simulator);
    await createKey(simulator);
    await look();
    await waitFor(clusters.element, () => rows('compare').includes('Keys 1 1'));
    expect(rows('compare')).to.include.members(['State ACTIVE ACTIVE', 'Availability Zone us-west-2a us-west-2b', 'Users 3 3', 'Users that it lacks none none']);
    await clusters.says('Both hold the same keys and users.');
    clusters.choose('The other HSM', new RegExp(HsmId));
    await waitFor(clusters.element, () => rows('compare').includes('Users that it lacks ▲ differs none alice'));
    expect(rows('compare')).to.include('Users ▲ differs 3 2');
    await clusters.says('What differs in keys and users is marked.');
  });

  it('says so while it is created, and when it is gone', async () => {
    const simulator = await open();
    await simulator.control.setSpeed(1);
    const { Hsm: { HsmId = '' } = {} } = await simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await clusters.element.open(ClusterId, HsmId);
    await clusters.says('This HSM is being created.');
    expect(clusters.all('glass-key-objects')).to.have.lengthOf(0);
    await waitFor(clusters.element, () => rows('compare').includes('Keys not to be asked 0'));
    await simulator.control.advance(hour);
    await waitFor(clusters.element, () => clusters.all('glass-key-objects').length > 0);
    await simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId });
    await clusters.says('This HSM is being deleted.');
    await simulator.control.advance(hour);
    await clusters.says('This HSM does not exist any more.');
  });

  it('says so when its cluster is gone', async () => {
    const simulator = await open();
    await look();
    for (const HsmId of hsms) await simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId });
    await simulator.control.advance(hour);
    await clusters.says('This HSM does not exist any more.');
    await simulator.cloudhsmv2.deleteCluster({ ClusterId });
    await simulator.control.advance(hour);
    await clusters.says('The cluster of this HSM does not exist any more.');
  });
});

describe('a cluster with 10,000 keys, from inside', () => {
  let database: string;
  let clusters: Stage<GlassClusters>;
  const labels = (): string[] => clusters.all('.keys .label').map((label) => label.textContent.trim().slice(-5));
  before(async function () {
    this.timeout(60_000);
    database = await largeWorld(10_000);
  });
  beforeEach(async () => {
    clusters = await stage(() => new GlassClusters(), { database });
    await clusters.says('1 cluster');
    await clusters.element.open(ClusterId, hsms[0]);
    await clusters.says('10,000 keys in the cluster');
  });
  afterEach(() => {
    clusters.close();
  });

  it('shows a page at a time, the newest first', async () => {
    await waitFor(clusters.element, () => labels()[0] === '10000');
    clusters.press('Next');
    await waitFor(clusters.element, () => labels()[0] === '09990');
    await clusters.says('Page 2');
    clusters.press('Newest');
    await waitFor(clusters.element, () => labels()[0] === '10000');
    expect(clusters.control('Previous').getAttribute('aria-disabled')).to.equal('true');
  });

  for (const [what, text] of [
    ['the end of its label', '000000000042'],
    ['its KMS key id', '00000000-0000-4000-8000-000000000042'],
    ['its ARN', `arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-000000000042`],
    ['its id', `0x${[...String(42).padStart(64, '0')].map((digit) => `3${digit}`).join('')}`],
  ] as const)
    it(`finds a key by ${what}`, async () => {
      clusters.type('Search by label, KMS key id, key reference or id', text);
      await waitFor(clusters.element, () => labels().length === 1 && labels()[0] === '00042');
    });

  it('finds one by its reference, pages through many, and says where there is none', async () => {
    const [key] = await clusters.simulator.look('keyObjects', { ClusterId, limit: 1 });
    const search = 'Search by label, KMS key id, key reference or id';
    clusters.type(search, key?.['key-reference'] ?? '');
    await waitFor(clusters.element, () => labels().join() === '10000');
    clusters.type(search, '-00000000999');
    await waitFor(clusters.element, () => labels().length === 10 && labels()[0] === '09999');
    clusters.type(search, '-0000000099');
    await waitFor(clusters.element, () => clusters.all('glass-key-objects nav, .list nav').length > 0 && labels()[0] === '09999');
    clusters.press('Next');
    await waitFor(clusters.element, () => labels()[0] === '09989');
    clusters.type(search, 'nothing like it');
    await clusters.says('No key has “nothing like it” in its label, id or reference.');
  });
});

describe('a backup as what it holds', () => {
  it('shows its users with their flags, and what it and its cluster have each alone', async () => {
    const clusters = await stage(() => new GlassClusters());
    try {
      const { simulator } = clusters;
      const kept = await createKey(simulator);
      const removed = await createKey(simulator);
      await aliceWhileHsmJoins(simulator);
      await simulator.control.advance(day + hour);
      const BackupId = (await simulator.cloudhsmv2.describeBackups({})).Backups?.[0]?.BackupId ?? '';
      clusters.element.BackupId = BackupId;
      await clusters.says('The cluster has the same users and keys now.');
      expect(rowsIn(clusters, 'section[aria-labelledby=contents]')).to.include('alice crypto-user ▲ locked 5 of 5 none');
      const later = await createKey(simulator);
      const SessionId = await signIn(simulator);
      await simulator.cloudhsmCli.userDelete({ ClusterId, SessionId, Username: 'alice', Role: 'crypto-user' });
      await simulator.cloudhsmCli.userCreate({ ClusterId, SessionId, Username: 'bob', Role: 'crypto-user', Password: 'builder1234' });
      await simulator.kms.scheduleKeyDeletion({ KeyId: removed, PendingWindowInDays: 7 });
      await simulator.control.advance(8 * day);
      const facts = (): string[] => clusters.all('section[aria-labelledby=difference] dd').map((each) => each.textContent.replace(/\s+/g, ' ').trim());
      await waitFor(clusters.element, () => facts()[0]?.includes(removed) && facts()[1]?.includes(later));
      const [inBackup = '', inCluster = ''] = facts();
      expect(inBackup).to.include('user alice').and.not.include(kept);
      expect(inCluster).to.include('user bob').and.not.include(kept);
    } finally {
      clusters.close();
    }
  });

  it('has no cluster to stand beside where that is gone', async () => {
    const clusters = await stage(() => new GlassClusters());
    try {
      const { cloudhsmv2, control } = clusters.simulator;
      for (const HsmId of hsms) await cloudhsmv2.deleteHsm({ ClusterId, HsmId });
      await control.advance(hour);
      await cloudhsmv2.deleteCluster({ ClusterId });
      await control.advance(hour);
      clusters.element.BackupId = (await cloudhsmv2.describeBackups({})).Backups?.[0]?.BackupId ?? '';
      await waitFor(clusters.element, () => clusters.all('section[aria-labelledby=contents]').length > 0);
      expect(clusters.all('section[aria-labelledby=difference]')).to.have.lengthOf(0);
    } finally {
      clusters.close();
    }
  });
});
