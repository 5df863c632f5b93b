/**
 * A cluster lost and got back by clicking alone, under the CSP: its HSMs and the cluster are deleted, a cluster is created from
 * the backup, the key store goes on with it, and what was encrypted before is decrypted.
 */
import { press, reach, read, sees } from '../tools/finding.mjs';

export const name = 'recovery';
export const bases = ['/'];

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url }) {
  await page.goto(`${url}?lang=en`);
  await sees(page, 'ExampleKeyStore · CONNECTED');
  // No waiting: done by the next look.
  await reach(page, 'Simulated time:');
  await press(page, 'No waiting: done by the next call');
  await page.keyboard.press('Escape');

  // A key, a ciphertext, and a backup that has the key: adding an HSM makes one.
  await press(page, 'Create key');
  await sees(page, 'Created KMS key');
  await press(page, 'Open the page of the new key');
  await press(page, 'Try it');
  await press(page, 'Encrypt', 'glass-try-key');
  await sees(page, 'bytes of ciphertext');
  await press(page, 'Decrypt', 'glass-try-key');
  await sees(page, 'bytes of plaintext');
  const tryIt = new URL(page.url()).hash;
  await press(page, 'Map', 'glass-playground');
  await press(page, 'Add HSM us-west-2c', 'glass-map');

  // Lost: the HSMs, then the cluster, which AWS deletes only without them. The map leads to where that is done.
  await press(page, 'cluster-1a23b4cdefg', 'glass-map');
  await sees(page, '1 key, 2 users');
  await sees(page, 'Delete the cluster');
  await act(page, 'DeleteCluster', 'Delete cluster');
  await sees(page, 'DeleteCluster was refused');
  await sees(page, 'Its event in CloudTrail');
  for (let left = 3; left > 0; left -= 1) {
    await act(page, 'DeleteHsm', left === 3 ? undefined : 'Remove HSM');
    await sees(page, left > 1 ? 'AWS has answered DeleteHsm' : 'no HSM');
    await page.waitForFunction((most) => document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-home')?.shadowRoot?.querySelector('glass-map')?.shadowRoot?.querySelectorAll('.hsm').length === most, { polling: 50 }, left - 1);
  }
  await act(page, 'DeleteCluster', 'Delete cluster');
  await sees(page, 'This cluster does not exist any more.');
  await comeBack(page, tryIt);
  await press(page, 'Decrypt', 'glass-try-key');
  await sees(page, 'Nothing was decrypted');
  await sees(page, 'KMSInvalidStateException');
  for (let steps = 3; steps > 0; steps -= 1) await page.goBack();
  await sees(page, 'This cluster does not exist any more.');

  // Got back, from the newest backup of the cluster that is gone.
  const BackupId = /READY.{0,40}?(backup-\w+)/.exec(await read(page, 40_000))?.[1] ?? '';
  await press(page, BackupId, 'glass-backups');
  await sees(page, 'Create a cluster from this backup');
  await act(page, 'CreateCluster');
  await sees(page, 'is being created.');
  const id = /Cluster (cluster-\w+) is being created/.exec(await read(page, 40_000))?.[1] ?? '';
  await press(page, `Open ${id}`);
  await sees(page, 'UNINITIALIZED');
  await act(page, 'CreateHsm');
  await sees(page, 'customerCA.crt');
  await act(page, 'CreateHsm');
  await sees(page, 'Use it for key store ExampleKeyStore');
  await sees(page, 'us-west-2b 1');

  // The key store: disconnected, told of the new cluster, connected.
  await act(page, 'UpdateCustomKeyStore');
  await sees(page, 'UpdateCustomKeyStore was refused');
  await act(page, 'DisconnectCustomKeyStore');
  await sees(page, 'it is DISCONNECTED.');
  await act(page, 'UpdateCustomKeyStore');
  await sees(page, 'Connect the key store');
  await act(page, 'ConnectCustomKeyStore');
  await press(page, 'Map', 'glass-playground');
  await sees(page, 'ExampleKeyStore · CONNECTED');
  await comeBack(page, tryIt);
  await press(page, 'Decrypt', 'glass-try-key');
  await sees(page, 'bytes of plaintext');
}

/** To the key, where its last ciphertext still stands. @param {Page} page @param {string} tryIt the address of its tab */
async function comeBack(page, tryIt) {
  await press(page, 'Customer managed keys', 'glass-playground');
  await press(page, tryIt.split('/')[2] ?? '', 'glass-key-table');
  await press(page, 'Try it', 'glass-key-page');
}

/**
 * Opens the action if need be, presses its button and answers its question.
 * @param {Page} page @param {string} operation @param {string} [yes]
 */
async function act(page, operation, yes) {
  const open = await page.waitForFunction((wanted) => {
    /** @param {ParentNode} root @returns {Element[]} */
    const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
    const action = all(document).find((e) => e.matches(`glass-action[data-operation=${wanted}]`));
    return action?.shadowRoot?.querySelector('details');
  }, { polling: 50 }, operation);
  const details = /** @type {import('puppeteer-core').ElementHandle<HTMLDetailsElement>} */ (open.asElement());
  if (!(await details.evaluate((e) => e.open))) await (await details.$('summary'))?.click();
  await press(page, operation, 'glass-action');
  if (yes !== undefined) await press(page, yes, 'glass-action');
}
