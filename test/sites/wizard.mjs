/**
 * The source document's console procedure, its 22 steps by its own words, in Japanese and in English, under the page's CSP;
 * and the two errors that it names, repaired without leaving the page.
 */
import assert from 'node:assert/strict';
import { byTimer, choose, control, press, sees } from '../tools/finding.mjs';

export const name = 'wizard';

/** @typedef {import('puppeteer-core').Page} Page */

/** Labels as the document has them; the English ones are those that it names, or of AWS's English page (facts 10). */
const words = {
  ja: {
    acting: '操作者:', signedIn: 'アカウント 111122223333 の Bob として操作しています。', region: 'リージョン',
    keys: 'カスタマーマネージドキー', create: 'キーの作成', symmetric: '対称', usage: '暗号化および復号化', advanced: '詳細オプション',
    origin: 'AWS CloudHSM キーストア', noMultiRegion: 'マルチリージョンキーは、AWS CloudHSM キーストアでは作成できません。', next: '次へ',
    createStore: 'カスタムキーストアの作成', storeNote: '異なるアベイラビリティーゾーンに少なくとも 2 つのアクティブな HSM が必要です。',
    alias: 'エイリアス', description: '説明 (オプション)', public: '機密情報や重要情報を含めないでください', tags: 'タグの追加', addTag: 'タグを追加', tagKey: 'タグキー 1', tagValue: 'タグ値 1', costs: 'コスト配分レポート',
    administrators: 'キー管理者', iam: 'IAM ポリシーで KMS キーの使用を許可することもできます', roles: '長期の認証情報', mayDelete: 'キー管理者がこのキーを削除できるようにする',
    thisAccount: 'このアカウント', otherAccounts: 'Other AWS アカウント', addAccount: 'Add another AWS アカウント', account: (/** @type {number} */ i) => `AWS アカウント ID ${i}`, otherNote: 'そのアカウントの管理者も',
    review: '完了で行われる呼び出し', edit: '編集: ラベルの追加', finish: '完了', done: 'KMS キーを作成しました',
    pages: ['カスタムキーストアの選択', 'ラベルの追加', 'キーの管理アクセス許可の定義', 'キーの使用アクセス許可の定義', '確認'],
    cryptography: '暗号化設定', originIs: 'オリジン', gear: '設定', column: 'カスタムキーストア ID', confirm: '確認', name: 'カスタムキーストア名', type: 'カスタムキーストアのタイプAWS CloudHSM キーストア', cluster: 'CloudHSM クラスター ID',
    connect: 'キーストアを接続する', addHsm: 'us-west-2a に HSM を追加', repaired: 'このキーストアは使用できるようになりました。',
  },
  en: {
    acting: 'Acting as', signedIn: 'You act as Bob in account 111122223333.', region: 'Region',
    keys: 'Customer managed keys', create: 'Create key', symmetric: 'Symmetric', usage: 'Encrypt and decrypt', advanced: 'Advanced options',
    origin: 'AWS CloudHSM key store', noMultiRegion: 'Multi-Region keys cannot be created in an AWS CloudHSM key store.', next: 'Next',
    createStore: 'Create custom key store', storeNote: 'with at least two active HSMs in different Availability Zones.',
    alias: 'Alias', description: 'Description (optional)', public: 'Put nothing confidential or sensitive', tags: 'Add tags', addTag: 'Add tag', tagKey: 'Tag key 1', tagValue: 'Tag value 1', costs: 'cost allocation reports',
    administrators: 'Key administrators', iam: 'IAM policies can give other IAM users and roles permission', roles: 'long-term credentials', mayDelete: 'Allow key administrators to delete this key',
    thisAccount: 'This account', otherAccounts: 'Other AWS accounts', addAccount: 'Add another AWS account', account: (/** @type {number} */ i) => `AWS account ID ${i}`, otherNote: 'The administrators of those accounts',
    review: 'What Finish calls', edit: 'Edit: Add labels', finish: 'Finish', done: 'The KMS key was created',
    pages: ['Choose a custom key store', 'Add labels', 'Define key administrative permissions', 'Define key usage permissions', 'Review'],
    cryptography: 'Cryptographic configuration', originIs: 'Origin', gear: 'Preferences', column: 'Custom key store ID', confirm: 'Confirm', name: 'Custom key store name', type: 'Custom key store typeAWS CloudHSM key store', cluster: 'CloudHSM cluster ID',
    connect: 'Connect the key store', addHsm: 'Add an HSM in us-west-2a', repaired: 'This key store can be used now.',
  },
};
/** @typedef {(typeof words)['ja']} Words */

const wizard = 'glass-create-key-wizard';
const store = 'cks-1234567890abcdef0';

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url }) {
  for (const lang of /** @type {const} */ (['ja', 'en'])) {
    const of = words[lang];
    await page.goto(`${url}?lang=${lang}`);
    await sees(page, 'ExampleKeyStore · CONNECTED');
    await ask(page, ({ control: time }) => time.reset());
    await sees(page, 'ExampleKeyStore · CONNECTED');

    await toReview(page, of, `document-${lang}`, true);
    // 21: all settings, and a way back to each.
    await sees(page, of.review);
    await sees(page, '"Sid": "Allow access for Key Administrators"');
    await press(page, of.edit, wizard);
    await onPage(page, of.pages[1] ?? '');
    assert.equal(await valueOf(page, of.alias), `document-${lang}`);
    await page.goBack();
    await sees(page, of.review);
    // 22.
    await press(page, of.finish, wizard);
    await onPage(page, of.done);
    const { key, policy, trail } = /** @type {any} */ (await ask(page, async ({ kms, cloudtrail }, alias) => {
      const { KeyMetadata } = await kms.describeKey({ KeyId: alias });
      const { Policy } = await kms.getKeyPolicy({ KeyId: KeyMetadata.KeyId });
      const { Events } = await cloudtrail.lookupEvents({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }] });
      return { key: { ...KeyMetadata }, policy: JSON.parse(Policy), trail: Events.map((/** @type {any} */ event) => event.Username) };
    }, `alias/document-${lang}`));
    assert.equal(key.Origin, 'AWS_CLOUDHSM');
    assert.equal(key.CustomKeyStoreId, store);
    assert.equal(key.CloudHsmClusterId, 'cluster-1a23b4cdefg');
    assert.equal(key.Description, 'For payments');
    assert.deepEqual(policy.Statement.map((/** @type {any} */ { Sid }) => Sid), [
      'Enable IAM User Permissions', 'Allow access for Key Administrators', 'Allow use of the key', 'Allow attachment of persistent resources',
    ]);
    assert.ok(!policy.Statement[1].Action.includes('kms:ScheduleKeyDeletion'));
    assert.deepEqual(policy.Statement[2].Principal.AWS, ['arn:aws:iam::111122223333:role/AppRole', 'arn:aws:iam::444455556666:root', 'arn:aws:iam::777788889999:root']);
    assert.deepEqual(trail, ['Bob']);
    await lookAtKey(page, of, key.KeyId);

    // The two errors that the document names, met at the end of the same walk and repaired there.
    await ask(page, async ({ kms, control: time }, CustomKeyStoreId) => {
      await time.setSpeed(Infinity);
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    }, store);
    await toReview(page, of, `connected-${lang}`);
    await press(page, of.finish, wizard);
    await sees(page, 'CustomKeyStoreInvalidStateException');
    await press(page, of.connect, wizard);
    await sees(page, of.repaired);
    await press(page, of.finish, wizard);
    await onPage(page, of.done);

    await ask(page, ({ cloudhsmv2 }) => cloudhsmv2.deleteHsm({ ClusterId: 'cluster-1a23b4cdefg', HsmId: 'hsm-abcdefghijk' }));
    await toReview(page, of, `two-zones-${lang}`);
    // A reload keeps the place and what was typed.
    await page.reload();
    await sees(page, `alias/two-zones-${lang}`);
    await press(page, of.finish, wizard);
    await sees(page, 'CloudHsmClusterInvalidConfigurationException');
    await press(page, of.addHsm, wizard);
    await sees(page, of.repaired);
    await press(page, of.finish, wizard);
    await onPage(page, of.done);
  }
  await withoutStore(page, words.en);
}

/** What the document ends with: the key's cryptographic configuration, and the table's column by the gear. @param {Page} page @param {Words} labels @param {string} KeyId */
async function lookAtKey(page, labels, KeyId) {
  await press(page, labels.cryptography, wizard);
  await onPage(page, labels.cryptography);
  for (const row of [`${labels.originIs}AWS CloudHSM`, `${labels.column}${store}`, `${labels.name}ExampleKeyStore`, labels.type, `${labels.cluster}cluster-1a23b4cdefg`]) await sees(page, row);
  await press(page, labels.keys, 'glass-playground');
  await onPage(page, labels.keys);
  await press(page, labels.gear, 'glass-key-table');
  await press(page, labels.column, 'glass-key-table');
  await press(page, labels.confirm, 'glass-key-table');
  /** @param {string} id @param {string} heading @param {string} value */
  const shown = (id, heading, value) => {
    const table = document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-key-table')?.shadowRoot;
    const row = [...(table?.querySelectorAll('tbody tr') ?? [])].find(({ textContent }) => textContent?.includes(id));
    const headings = [...(table?.querySelectorAll('thead th') ?? [])].map(({ textContent }) => textContent?.trim());
    return headings.at(-1) === heading && row?.lastElementChild?.textContent?.includes(value);
  };
  await page.waitForFunction(shown, byTimer, KeyId, labels.column, store);
  // The column lasts: the next walk begins without it.
  await page.evaluate(() => { localStorage.removeItem('glass-hsm-key-table'); });
}

/** No key store yet: "Create custom key store" leads to its form and back, and nothing is lost. @param {Page} page @param {Words} labels */
async function withoutStore(page, labels) {
  await ask(page, async ({ control: time }) => {
    await time.loadScenario('cluster');
    await time.setSpeed(Infinity);
  });
  await page.evaluate(() => { location.hash = '#/keys/create'; });
  await press(page, labels.advanced, wizard);
  await press(page, labels.origin, wizard);
  await press(page, labels.next, wizard);
  await onPage(page, labels.pages[0] ?? '');
  await press(page, labels.createStore, wizard);
  await type(page, 'Custom key store name', 'MyKeyStore', 'glass-key-stores');
  await type(page, 'kmsuser password', 'kmsPswd1234', 'glass-key-stores');
  await press(page, 'Create', 'glass-action');
  await onPage(page, labels.pages[0] ?? '');
  await press(page, 'MyKeyStore', wizard);
  await press(page, labels.connect, wizard);
  await sees(page, 'Can be used');
  await press(page, labels.next, wizard);
  await onPage(page, labels.pages[1] ?? '');
  await page.goBack();
  await onPage(page, labels.pages[0] ?? '');
  await page.goBack();
  // Over the form, which lies between.
  await sees(page, 'Create an AWS CloudHSM key store');
  await page.goBack();
  await page.goBack();
  await onPage(page, 'Configure key');
  assert.equal(await page.evaluate((input) => input.checked, /** @type {any} */ (await control(page, labels.origin, wizard))), true);
}

/** Steps 1 to 20. @param {Page} page @param {Words} labels @param {string} alias @param {boolean} [whole] with the optional steps, and a look at each note */
async function toReview(page, labels, alias, whole = false) {
  /** @param {...string} texts */
  const notes = async (...texts) => {
    for (const text of whole ? texts : []) await sees(page, text);
  };
  /** @param {number} at the page that comes, and the focus to its title */
  const next = async (at) => {
    await press(page, labels.next, wizard);
    await onPage(page, labels.pages[at] ?? '');
  };
  if (whole) {
    // 1: sign in, by one click. 2: the Region, at the upper right.
    await press(page, labels.acting);
    await press(page, 'Bob', 'glass-sign-in');
    await sees(page, labels.signedIn);
    await choose(page, labels.region, 'us-west-2');
  }
  // 3 and 4.
  await press(page, labels.keys, 'glass-playground');
  await press(page, labels.create, 'glass-key-table');
  // 5 to 9.
  await press(page, labels.symmetric, wizard);
  assert.equal(await page.evaluate((input) => input.checked, /** @type {any} */ (await control(page, labels.usage, wizard))), true);
  await press(page, labels.advanced, wizard);
  await press(page, labels.origin, wizard);
  await notes(labels.noMultiRegion);
  await next(0);
  // 10 and 11.
  await notes(labels.storeNote, labels.createStore);
  await press(page, 'ExampleKeyStore', wizard);
  await next(1);
  // 12 to 14.
  await notes(labels.public, labels.tags, labels.costs);
  await type(page, labels.alias, alias);
  if (whole) {
    await type(page, labels.description, 'For payments');
    await press(page, labels.addTag, wizard);
    await type(page, labels.tagKey, 'team');
    await type(page, labels.tagValue, 'payments');
  }
  await next(2);
  // 15 to 17.
  await notes(labels.administrators, labels.iam, labels.roles);
  if (whole) {
    await press(page, 'KeyAdminRole', wizard);
    await press(page, labels.mayDelete, wizard);
  }
  await next(3);
  // 18 to 20.
  await notes(labels.thisAccount, labels.iam, labels.otherAccounts, labels.otherNote);
  if (whole) {
    await press(page, 'AppRole', wizard);
    for (const [i, id] of ['444455556666', '777788889999'].entries()) {
      await press(page, labels.addAccount, wizard);
      await type(page, labels.account(i + 1), id);
    }
  }
  await next(4);
  await sees(page, labels.review);
}

/** @param {Page} page @param {string} label @param {string} text @param {string} [within] */
async function type(page, label, text, within = wizard) {
  await (await control(page, label, within)).type(text);
}

/** @param {Page} page @param {string} label */
const valueOf = async (page, label) => (await control(page, label, wizard)).evaluate((field) => /** @type {HTMLInputElement} */ (field).value);

/** Waits until the page of this title has come, and the focus to it. @param {Page} page @param {string} title */
async function onPage(page, title) {
  /** @param {string} wanted */
  const look = (wanted) => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.textContent === wanted;
  };
  await page.waitForFunction(look, byTimer, title).catch((error) => {
    throw new Error(`the focus does not come to "${title}" (${error.message})`);
  });
}

/** @template T @param {Page} page @param {(simulator: any, input: any) => Promise<T>} question @param {unknown} [input] @returns {Promise<T>} */
const ask = async (page, question, input) =>
  /** @type {any} */ (await page.evaluate(`(${String(question)})(document.querySelector('glass-playground').simulator, ${JSON.stringify(input) ?? 'undefined'})`));
