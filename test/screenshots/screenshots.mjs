/**
 * `npm run screenshots`: each state of the playground, in light and dark, three widths and both languages, as a picture in
 * the git-ignored .screenshots/. To look at, all of them, after a change of how something looks.
 *
 *   npm run screenshots -- failed     only this state
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { browsers } from '../tools/browsers.mjs';
import { build } from '../tools/build.mjs';
import { byTimer } from '../tools/finding.mjs';
import { root } from '../tools/paths.mjs';
import { serve } from '../tools/serve.mjs';
import { launch } from '../tools/sites.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const folder = join(root, '.screenshots');
const widths = [360, 820, 1440];
const languages = ['en', 'ja'];
const themes = /** @type {const} */ (['light', 'dark']);
/** In the page; `bringAbout` puts it there. @type {(...path: string[]) => Promise<any>} */
const clustersAt = () => Promise.reject(new Error('only in the page'));

/**
 * How each state comes about, by calls in the page that is then pictured: they show in its panel of calls, as a person's do.
 * `simulator` is the page's own.
 * @type {Record<string, (simulator: any) => Promise<void>>}
 */
const states = {
  async connected({ kms }) {
    const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' };
    for (const alias of ['archive', 'payments']) {
      const { KeyMetadata } = await kms.createKey({ ...inStore, Description: `For ${alias}` });
      await kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: KeyMetadata.KeyId });
    }
    await kms.createKey(inStore);
  },
  async connecting({ kms, control }) {
    const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
    await kms.disconnectCustomKeyStore(store);
    await control.advance(60_000);
    await control.setSpeed(1);
    await kms.connectCustomKeyStore(store);
    await control.advance(7 * 60_000);
  },
  async failed({ kms, control }) {
    const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
    await kms.disconnectCustomKeyStore(store);
    await control.advance(60_000);
    await kms.updateCustomKeyStore({ ...store, KeyStorePassword: 'not-the-one' });
    await kms.connectCustomKeyStore(store);
    await control.advance(60 * 60_000);
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store }).catch(() => {});
  },
  async 'one HSM'({ kms, cloudhsmv2, control }) {
    const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
    await cloudhsmv2.deleteHsm({ ClusterId: 'cluster-1a23b4cdefg', HsmId: 'hsm-abcdefghijk' });
    await control.advance(60 * 60_000);
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store }).catch(() => {});
  },
  async 'no HSM'({ kms, cloudhsmv2, control }) {
    const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await cloudhsmv2.deleteHsm({ ClusterId: 'cluster-1a23b4cdefg', HsmId });
    await control.advance(60 * 60_000);
    await kms.encrypt({ KeyId: KeyMetadata.KeyId, Plaintext: new Uint8Array([1]) }).catch(() => {});
  },
  async cluster({ kms, cloudhsmv2, control }) {
    for (let i = 0; i < 3; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await cloudhsmv2.tagResource({ ResourceId: 'cluster-1a23b4cdefg', TagList: [{ Key: 'team', Value: 'payments' }] });
    await cloudhsmv2.createHsm({ ClusterId: 'cluster-1a23b4cdefg', AvailabilityZone: 'us-west-2c' });
    await control.advance(60 * 60_000);
    const clusters = await clustersAt('cluster-1a23b4cdefg');
    await new Promise((done) => setTimeout(done, 500));
    const details = clusters.shadowRoot.querySelector('glass-cluster-details').shadowRoot;
    for (const opened of ['glass-action[data-operation=DeleteHsm]', 'glass-certificate[name=ClusterCertificate]'])
      details.querySelector(opened).shadowRoot.querySelector('details').open = true;
    await new Promise((done) => setTimeout(done, 1500));
  },
  async backups({ kms, cloudhsmv2, control }) {
    for (let i = 0; i < 3; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await control.advance(30 * 24 * 60 * 60_000);
    const { Backups } = await cloudhsmv2.describeBackups({});
    await cloudhsmv2.deleteBackup({ BackupId: Backups.at(-1).BackupId });
    await cloudhsmv2.deleteBackup({ BackupId: Backups.at(-2).BackupId });
    await cloudhsmv2.modifyBackupAttributes({ BackupId: Backups.at(-3).BackupId, NeverExpires: true });
    await clustersAt();
    await new Promise((done) => setTimeout(done, 1000));
  },
  async 'inside an HSM'({ kms, cloudhsmv2, cloudhsmCli, control }) {
    const ClusterId = 'cluster-1a23b4cdefg';
    const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
    for (let i = 0; i < 12; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
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
    const clusters = await clustersAt(ClusterId, Hsm.HsmId);
    await new Promise((done) => setTimeout(done, 1500));
    clusters.shadowRoot.querySelector('glass-hsm-details').shadowRoot.querySelector('glass-key-objects').shadowRoot.querySelector('details').open = true;
    await new Promise((done) => setTimeout(done, 500));
  },
  async 'inside an HSM being created'({ cloudhsmv2, control }) {
    const ClusterId = 'cluster-1a23b4cdefg';
    await control.setSpeed(1);
    const { Hsm } = await cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await clustersAt(ClusterId, Hsm.HsmId);
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'a backup beside its cluster'({ kms, cloudhsmv2, cloudhsmCli, control }) {
    const ClusterId = 'cluster-1a23b4cdefg';
    for (let i = 0; i < 3; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await control.advance(25 * 60 * 60_000);
    const { Backups } = await cloudhsmv2.describeBackups({});
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    const { SessionId } = await cloudhsmCli.login({ ClusterId, Username: 'admin', Role: 'admin', Password: 'adminPswd1234' });
    await cloudhsmCli.userCreate({ ClusterId, SessionId, Username: 'alice', Role: 'crypto-user', Password: 'wonder1234' });
    await clustersAt(Backups[0].BackupId);
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'lost cluster'({ kms, cloudhsmv2, control }) {
    for (let i = 0; i < 3; i += 1) await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await cloudhsmv2.deleteHsm({ ClusterId: 'cluster-1a23b4cdefg', HsmId });
    await control.advance(60 * 60_000);
    await cloudhsmv2.deleteCluster({ ClusterId: 'cluster-1a23b4cdefg' });
    await control.advance(60 * 60_000);
    const { Backups } = await cloudhsmv2.describeBackups({});
    const clusters = await clustersAt(Backups[0].BackupId);
    await new Promise((done) => setTimeout(done, 1000));
    clusters.shadowRoot.querySelector('glass-backup-details').shadowRoot.querySelector('glass-action').shadowRoot.querySelector('details').open = true;
    await new Promise((done) => setTimeout(done, 500));
  },
  async terminal() {
    const frame = /** @type {any} */ (document.querySelector('glass-playground'));
    location.hash = '#/terminal';
    await new Promise((done) => setTimeout(done, 1500));
    const { shadowRoot } = frame.shadowRoot.querySelector('glass-terminal');
    for (const line of ['cloudhsm-cli user list', 'aws kms list-keys', 'cloudhsm-cli login --username admin --role admin']) {
      shadowRoot.querySelector('#line').value = line;
      shadowRoot.querySelector('form').requestSubmit();
      await new Promise((done) => setTimeout(done, 700));
    }
  },
  async empty({ control }) {
    await control.loadScenario('empty');
  },
  async 'cluster being created'({ control, cloudhsmv2, look }) {
    await control.loadScenario('empty');
    const [{ subnets }] = await look('network');
    await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds: subnets.map((/** @type {any} */ one) => one.SubnetId) });
    await control.setSpeed(1);
    await control.advance(60_000);
  },
  async 'certificate to sign'({ control, cloudhsmv2, look }) {
    await control.loadScenario('empty');
    const [{ subnets }] = await look('network');
    const { Cluster } = await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds: subnets.map((/** @type {any} */ one) => one.SubnetId) });
    await control.advance(600_000);
    await cloudhsmv2.createHsm({ ClusterId: Cluster.ClusterId, AvailabilityZone: 'us-west-2a' });
    await control.advance(600_000);
    await cloudhsmv2.createHsm({ ClusterId: Cluster.ClusterId, AvailabilityZone: 'us-west-2b' }).catch(() => {});
  },
  async errors({ control }) {
    await control.injectFault('pkcs11-sessions', { active: true, target: 'cks-1234567890abcdef0' });
    location.hash = '#/errors';
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'error to repair'({ control }) {
    await control.loadScenario('user-logged-in');
    location.hash = '#/errors/USER_LOGGED_IN';
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'error with several causes'({ control }) {
    await control.loadScenario('key-material-deleted');
    location.hash = '#/errors/KMSInvalidStateException';
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'key store to create'({ control }) {
    await control.loadScenario('cluster');
  },
  async 'view sign in'() {
    location.hash = '#/sign-in';
    await new Promise((done) => setTimeout(done, 1000));
  },
  async 'view wizard key'() {
    sessionStorage.setItem('glass-hsm-create-key', JSON.stringify({ Origin: 'AWS_CLOUDHSM', advanced: true }));
    location.hash = '#/keys/create/key';
    await new Promise((done) => setTimeout(done, 1000));
  },
  async 'view wizard store'({ kms, control }) {
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await control.advance(60_000);
    sessionStorage.setItem('glass-hsm-create-key', JSON.stringify({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' }));
    location.hash = '#/keys/create/store';
    await new Promise((done) => setTimeout(done, 1000));
  },
  async 'view wizard labels'() {
    sessionStorage.setItem('glass-hsm-create-key', JSON.stringify({ alias: 'aws/mine', tags: [{ name: 'team', value: 'payments' }, { name: '', value: 'x' }] }));
    location.hash = '#/keys/create/labels';
    await new Promise((done) => setTimeout(done, 1000));
    /** @type {any} */ (document.querySelector('glass-playground'))?.shadowRoot.querySelector('glass-create-key-wizard').shadowRoot.querySelector('button.primary').click();
    await new Promise((done) => setTimeout(done, 1000));
  },
  async 'view wizard users'() {
    sessionStorage.setItem('glass-hsm-create-key', JSON.stringify({ users: ['AppRole', 'Carol'], otherAccounts: ['444455556666', '1234'] }));
    location.hash = '#/keys/create/users';
    await new Promise((done) => setTimeout(done, 1000));
    /** @type {any} */ (document.querySelector('glass-playground'))?.shadowRoot.querySelector('glass-create-key-wizard').shadowRoot.querySelector('button.primary').click();
    await new Promise((done) => setTimeout(done, 1000));
  },
  async 'view wizard review'({ kms, control }) {
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await control.advance(60_000);
    sessionStorage.setItem('glass-hsm-create-key', JSON.stringify({
      Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0', alias: 'payments', Description: 'Encrypts card numbers',
      tags: [{ name: 'team', value: 'payments' }], administrators: ['KeyAdminRole'], users: ['AppRole'], otherAccounts: ['444455556666'],
    }));
    location.hash = '#/keys/create/review';
    await new Promise((done) => setTimeout(done, 1000));
    /** @type {any} */ (document.querySelector('glass-playground'))?.shadowRoot.querySelector('glass-create-key-wizard').shadowRoot.querySelector('button.primary').click();
    await new Promise((done) => setTimeout(done, 1000));
  },
  async 'view keys'({ kms }) {
    const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' };
    const ids = [];
    for (const [i, alias] of ['payments', 'archive', 'a-rather-long-alias-of-the-department-of-payments', undefined, 'backup'].entries()) {
      const { KeyMetadata: { KeyId } } = await kms.createKey(i % 2 === 0 ? inStore : {});
      if (alias) await kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: KeyId });
      ids.push(KeyId);
    }
    await kms.scheduleKeyDeletion({ KeyId: ids[3], PendingWindowInDays: 7 });
    await kms.disableKey({ KeyId: ids[1] });
    localStorage.setItem('glass-hsm-key-table', JSON.stringify({ columns: ['aliases', 'keyId', 'state', 'origin', 'store'], pageSize: 25, wrap: false }));
    location.hash = '#/keys';
    await new Promise((done) => setTimeout(done, 1500));
    const { shadowRoot } = /** @type {any} */ (document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-key-table'));
    for (const box of [...shadowRoot.querySelectorAll('tbody input')].slice(0, 2)) box.click();
    await new Promise((done) => setTimeout(done, 500));
  },
  async 'view key'({ kms }) {
    const root = 'arn:aws:iam::111122223333:';
    const allow = (/** @type {string} */ Sid, /** @type {unknown} */ AWS, /** @type {string | string[]} */ Action) => ({ Sid, Effect: 'Allow', Principal: { AWS }, Action, Resource: '*' });
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [
      allow('Enable IAM User Permissions', `${root}root`, 'kms:*'),
      allow('Allow access for Key Administrators', `${root}role/KeyAdminRole`, ['kms:Put*', 'kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion']),
      allow('Allow use of the key', [`${root}role/AppRole`, 'arn:aws:iam::444455556666:root'], ['kms:Encrypt', 'kms:Decrypt']),
    ] }, undefined, 2);
    const { KeyMetadata: { KeyId } } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0', Description: 'Encrypts card numbers', Policy });
    await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyId });
    location.hash = `#/keys/${KeyId}`;
    await new Promise((done) => setTimeout(done, 1500));
    const { shadowRoot } = /** @type {any} */ (document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-key-page'));
    shadowRoot.querySelector('glass-action[data-operation=ScheduleKeyDeletion]').shadowRoot.querySelector('details').open = true;
    await new Promise((done) => setTimeout(done, 500));
  },
  async 'view key unavailable'({ kms }) {
    const { KeyMetadata: { KeyId } } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
    location.hash = `#/keys/${KeyId}/cryptographic-configuration`;
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'view key rotation'({ kms, control }) {
    const { KeyMetadata: { KeyId } } = await kms.createKey({});
    await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
    await kms.rotateKeyOnDemand({ KeyId });
    await control.advance(60 * 60_000);
    location.hash = `#/keys/${KeyId}/key-rotation`;
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'view key policy'({ kms }) {
    const { KeyMetadata: { KeyId } } = await kms.createKey({});
    await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
    location.hash = `#/keys/${KeyId}/key-policy`;
    await new Promise((done) => setTimeout(done, 1500));
    const { shadowRoot } = /** @type {any} */ (document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-key-page'));
    shadowRoot.querySelector('glass-action[data-operation=PutKeyPolicy]').shadowRoot.querySelector('details').open = true;
    await new Promise((done) => setTimeout(done, 500));
  },
  async 'view key stores'({ kms, control }) {
    const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
    await kms.disconnectCustomKeyStore(store);
    await control.advance(60_000);
    await kms.updateCustomKeyStore({ ...store, KeyStorePassword: 'not-the-one' });
    await kms.connectCustomKeyStore(store);
    await control.advance(60 * 60_000);
    location.hash = '#/key-stores';
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'view key store'({ kms, control }) {
    const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
    await kms.disconnectCustomKeyStore(store);
    await control.advance(60_000);
    await control.setSpeed(1);
    await kms.connectCustomKeyStore(store);
    await control.advance(7 * 60_000);
    location.hash = '#/key-stores/cks-1234567890abcdef0';
    await new Promise((done) => setTimeout(done, 1500));
    const view = /** @type {any} */ (document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-key-stores'));
    for (const operation of ['ConnectCustomKeyStore', 'UpdateCustomKeyStore', 'DeleteCustomKeyStore'])
      view.shadowRoot.querySelector(`glass-action[data-operation=${operation}]`).shadowRoot.querySelector('details').open = true;
    await new Promise((done) => setTimeout(done, 500));
  },
  async 'view event history'({ kms }) {
    const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyMetadata.KeyId });
    await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyMetadata.KeyId }).catch(() => {});
    for (let i = 0; i < 30; i += 1) await kms.tagResource({ KeyId: KeyMetadata.KeyId, Tags: [{ TagKey: 'i', TagValue: String(i) }] });
    await kms.disableKey({ KeyId: KeyMetadata.KeyId });
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
    location.hash = '#/cloudtrail';
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'taken home'({ kms, control }) {
    const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
    await kms.describeCustomKeyStores();
    const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
    await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyMetadata.KeyId });
    await kms.disconnectCustomKeyStore(store);
    await control.advance(60_000);
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store }).catch(() => {});
    await kms.connectCustomKeyStore(store);
    const home = /** @type {any} */ (document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-home'));
    home.shadowRoot.querySelector('glass-calls').shadowRoot.querySelector('.home').open = true;
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'view event'({ kms, cloudtrail }) {
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0', Description: 'For payments' });
    const { Events } = await cloudtrail.lookupEvents({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }] });
    location.hash = `#/cloudtrail/${Events[0].EventId}`;
    await new Promise((done) => setTimeout(done, 1500));
  },
  async 'view create key store'({ control }) {
    await control.loadScenario('cluster');
    location.hash = '#/key-stores/create';
    await new Promise((done) => setTimeout(done, 1500));
  },
};

/** @param {Page} page @param {string} state @param {string} address */
async function bringAbout(page, state, address) {
  await page.goto(address);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('glass-playground'))?.simulator, byTimer);
  // In the page: goes to the view of clusters, and waits for its element.
  await page.evaluate(() => {
    Object.assign(globalThis, {
      async clustersAt(/** @type {string[]} */ ...path) {
        location.hash = ['#/clusters', ...path].join('/');
        const found = () => document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-clusters-view')?.shadowRoot?.querySelector('glass-clusters');
        while (!found()) await new Promise((done) => setTimeout(done, 50));
        return found();
      },
    });
  });
  // The function's text becomes a function again: the page's policy does not bind its driver.
  await page.evaluate(`(${String(states[state]).replace(/^async ('[^']*'|\w+)/, 'async function')})(document.querySelector('glass-playground').simulator)`);
  // All that was said has been drawn, and what moves and ends has ended.
  await page.evaluate(async () => {
    const frames = (/** @type {number} */ left) => new Promise((done) => { const next = () => (left-- > 0 ? requestAnimationFrame(next) : done(undefined)); next(); });
    await frames(10);
    /** @param {ParentNode} tree @returns {Element[]} */
    const hosts = (tree) => [...tree.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? [e, ...hosts(e.shadowRoot)] : []));
    for (const { shadowRoot } of hosts(document)) for (const motion of shadowRoot?.getAnimations() ?? []) if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish();
    await frames(2);
  });
}

const wanted = process.argv.slice(2);
const chosen = Object.keys(states).filter((state) => wanted.length === 0 || wanted.includes(state));
await build();
await mkdir(folder, { recursive: true });
for (const state of chosen) await rm(join(folder, state), { recursive: true, force: true });
const { chromium } = await browsers(['chromium']);
const browser = await launch('chromium', chromium.path);
const site = await serve();
try {
  for (const state of chosen) {
    await mkdir(join(folder, state), { recursive: true });
    for (const language of languages) {
      for (const theme of themes) {
        // A new profile: a new world.
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        await bringAbout(page, state, `${site.url}?lang=${language}`);
        for (const width of widths) {
          await page.setViewport({ width, height: 900 });
          await page.screenshot({ path: join(folder, state, `${language}-${theme}-${width}.png`), fullPage: true });
        }
        await context.close();
      }
    }
    console.log(`${state}: ${languages.length * themes.length * widths.length} pictures in .screenshots/${state}/`);
  }
} finally {
  await browser.close();
  await site.close();
}
