/** The keys of an account as a person goes about in them: signed in, sorted, filtered, in one's own columns; a key's tabs; and every way back. */
import assert from 'node:assert/strict';
import { byTimer, control, press, sees } from '../tools/finding.mjs';

export const name = 'keys';

/** @typedef {import('puppeteer-core').Page} Page */

const store = 'cks-1234567890abcdef0';
const table = 'glass-key-table';
const key = 'glass-key-page';

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url }) {
  // Room for a table: elsewhere keys are cards.
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${url}?lang=en`);
  await sees(page, 'ExampleKeyStore · CONNECTED');
  await press(page, 'Acting as');
  await press(page, 'Carol', 'glass-sign-in');
  await sees(page, 'You act as Carol in account 111122223333.');
  const KeyId = await page.evaluate(async (CustomKeyStoreId) => {
    const { kms } = /** @type {any} */ (document.querySelector('glass-playground')).simulator;
    let last = '';
    for (const [alias, input] of /** @type {const} */ ([['zoo', {}], ['paypal', {}], ['payments', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId }]])) {
      const { KeyMetadata } = await kms.createKey(input);
      last = KeyMetadata.KeyId;
      await kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: last });
    }
    return last;
  }, store);

  // Filtered, sorted, with one more column.
  await press(page, 'Customer managed keys', 'glass-playground');
  await shows(page, 'payments,paypal,zoo');
  await (await control(page, 'Alias begins with', table)).type('pay');
  await sees(page, '2 keys fit the filter');
  await press(page, 'Aliases', table);
  await press(page, 'Aliases▲', table);
  await shows(page, 'paypal,payments');
  await press(page, 'Preferences', table);
  await press(page, 'Custom key store ID', table);
  await press(page, 'Confirm', table);
  await shows(page, 'paypal,payments', store);

  // A key, tab by tab; each has an address of its own, which a reload keeps.
  await press(page, 'alias/payments', table);
  await sees(page, 'General configuration');
  await press(page, 'Aliases', key);
  await sees(page, `arn:aws:kms:us-west-2:111122223333:alias/payments`);
  await press(page, 'Cryptographic configuration', key);
  await sees(page, 'Custom key store nameExampleKeyStore');
  await page.reload();
  await sees(page, 'Custom key store nameExampleKeyStore');
  assert.equal(new URL(page.url()).hash, `#/keys/${KeyId}/cryptographic-configuration`);
  await page.goBack();
  await sees(page, 'Move an alias to this key');
  await page.goBack();
  await sees(page, 'Edit key policy');
  await page.goBack();
  // The table as it was left.
  await shows(page, 'paypal,payments', store);
  await page.reload();
  await shows(page, 'paypal,payments', store);
  assert.equal(await (await control(page, 'Alias begins with', table)).evaluate((field) => /** @type {HTMLInputElement} */ (field).value), 'pay');
  await page.goForward();
  await sees(page, 'Edit key policy');

  // Left by a link it goes on where it was; what is changed there does not change what one comes back to.
  await press(page, '← Customer managed keys', key);
  await shows(page, 'paypal,payments', store);
  await press(page, 'Clear filter', table);
  await shows(page, 'zoo,paypal,payments', store);
  await page.goBack();
  await sees(page, 'Edit key policy');
  await page.goBack();
  await shows(page, 'paypal,payments', store);
  await page.goForward();
  await page.goForward();
  await shows(page, 'zoo,paypal,payments', store);
}

/** Waits for these rows, from the top by the names of their keys; the last one's last cell. @param {Page} page @param {string} names @param {string} [last] */
async function shows(page, names, last = '') {
  /** @param {string} wanted @param {string} end */
  const look = (wanted, end) => {
    const rows = [...(document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-key-table')?.shadowRoot?.querySelectorAll('tbody tr') ?? [])];
    return rows.map((row) => /alias\/(\w+)/.exec(row.textContent ?? '')?.[1]).join() === wanted && rows.at(-1)?.lastElementChild?.textContent?.includes(end);
  };
  await page.waitForFunction(look, byTimer, names, last).catch((error) => {
    throw new Error(`the table does not show ${names} (${error.message})`);
  });
}
