import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { identitiesIn } from '../../../src/model/identities.ts';
import type { Language } from '../../../src/page/i18n/languages.ts';
import { consolePolicy } from '../../../src/page/ui/create-key-wizard/policy.ts';
import { consoleStatements } from '../../../src/page/ui/keys/console-statements.ts';
import { GlassKeyPage } from '../../../src/page/ui/keys/key-page.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId, nameOf, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

const day = 24 * 60 * 60 * 1000;
const account = '111122223333';
const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;
const [alice, bob] = identitiesIn(account);
const statements = { account, administrators: [alice], mayDelete: true, users: bob ? [bob] : [], otherAccounts: ['444455556666'] };

type Page = Stage<GlassKeyPage>;
const show = async ({ element }: Page, ...path: string[]): Promise<void> => {
  element.path = path;
  await element.updateComplete;
};
/** The action of this operation, opened. */
const action = async ({ element, all }: Page, operation: string): Promise<ShadowRoot> => {
  const host = await waitFor(element, () => all(`glass-action[data-operation=${operation}]`)[0]);
  const root = await waitFor(element, () => host.shadowRoot?.querySelector('.call') && host.shadowRoot);
  root.querySelector('details')?.setAttribute('open', '');
  return root;
};
const call = async (page: Page, operation: string): Promise<void> => {
  const root = await action(page, operation);
  (await waitFor(page.element, () => root.querySelector<HTMLButtonElement>('.call[aria-disabled=false]'))).click();
};
const whyNot = async (page: Page, operation: string, text: RegExp): Promise<void> => {
  const root = await action(page, operation);
  await waitFor(page.element, () => text.test(root.querySelector('#why')?.textContent ?? ''));
};
const yes = async ({ element, all }: Page, name: string): Promise<void> => {
  (await waitFor(element, () => all('dialog button').find((each) => nameOf(each) === name))).click();
};
const type = (page: Page, id: string, text: string): void => {
  const [field] = page.all<HTMLInputElement>(`#${id}`);
  if (!field) throw new Error(`There is no ${id}.`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

describe('consoleStatements', () => {
  const arn = `arn:aws:iam::${account}:user/`;
  it('reads what the console has written', () => {
    expect(consoleStatements(consolePolicy(statements))).to.deep.equal({
      administrators: [`${arn}Alice`], mayDelete: true, users: [`${arn}Bob`], otherAccounts: ['444455556666'],
    });
    expect(consoleStatements(consolePolicy({ ...statements, mayDelete: false, users: [], otherAccounts: [] }))).to.deep.equal({
      administrators: [`${arn}Alice`], mayDelete: false, users: [], otherAccounts: [],
    });
  });
  it('knows nothing of a policy without its statements', () => {
    expect(consoleStatements(consolePolicy({ ...statements, administrators: [], users: [], otherAccounts: [] }))).to.equal(undefined);
    expect(consoleStatements(consolePolicy(statements).replaceAll('"Sid": "Allow', '"Sid": "Renamed'))).to.equal(undefined);
    expect(consoleStatements('{"Statement":{"Effect":"Allow","Principal":"*"}}')).to.equal(undefined);
  });
});

describe('<glass-key-page>', () => {
  let page: Page;
  let KeyId: string;
  const open = async (input: object = inStore, tab: string[] = [], lang: Language = 'en'): Promise<void> => {
    page = await stage(() => new GlassKeyPage(), { lang });
    const { KeyMetadata } = await page.simulator.kms.createKey(input);
    KeyId = KeyMetadata?.KeyId ?? '';
    await show(page, KeyId, ...tab);
    await page.says(/General configuration|一般設定/);
  };
  const lastCall = (operation: string): unknown => page.calls.findLast((each) => each.operation === operation)?.input;
  afterEach(() => {
    page.close();
  });

  for (const [lang, words] of [
    ['en', { tabs: ['Key policy', 'Cryptographic configuration', 'Tags', 'Aliases', 'Try it'], said: ['Key type Symmetric', 'Origin AWS CloudHSM', 'Key spec SYMMETRIC_DEFAULT', 'Key usage Encrypt and decrypt', 'Custom key store ID', 'Custom key store name ExampleKeyStore', 'Custom key store type AWS CloudHSM key store', 'Connection state Connected CONNECTED', 'CloudHSM cluster ID'] }],
    ['ja', { tabs: ['キーポリシー', '暗号化設定', 'タグ', 'エイリアス', '試してみる'], said: ['キーのタイプ 対称', 'オリジン AWS CloudHSM', 'キーの仕様 SYMMETRIC_DEFAULT', 'キーの使用 暗号化および復号化', 'カスタムキーストア ID', 'カスタムキーストア名 ExampleKeyStore', 'カスタムキーストアのタイプ AWS CloudHSM キーストア', '接続の状態 Connected CONNECTED', 'CloudHSM クラスター ID'] }],
  ] as const)
    it(`shows the cryptographic configuration with the key store and the cluster, linked (${lang})`, async () => {
      await open({ ...inStore, Description: 'For payments' }, [], lang);
      // Gone to another key and back: the focus waits for what is to be shown.
      await show(page, 'nobody');
      await show(page, KeyId, 'cryptographic-configuration');
      page.element.focus();
      await focusComes(() => page.focused()?.id === 'tab-title');
      expect(page.focused()?.textContent).to.equal(words.tabs[1]);
      expect(page.all('.tabs a').map((a) => [a.textContent, a.getAttribute('href'), a.getAttribute('aria-current')])).to.deep.equal(
        ['key-policy', 'cryptographic-configuration', 'tags', 'aliases', 'try-it'].map((tab, i) => [words.tabs[i], `#/keys/${KeyId}/${tab}`, i === 1 ? 'page' : null]),
      );
      const rows = page.all('dl > div').map((row) => [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' '));
      for (const said of words.said) expect(rows.some((row) => row.startsWith(said)), said).to.equal(true);
      expect(page.all('dl a').map((a) => a.getAttribute('href'))).to.deep.equal([`#/key-stores/${CustomKeyStoreId}`, `#/key-stores/${CustomKeyStoreId}`, `#/clusters/${ClusterId}`]);
      expect(page.text()).to.contain('For payments').and.to.contain(`arn:aws:kms:us-west-2:${account}:key/${KeyId}`);
    });

  it('goes through a key’s states by its actions, and says why one is not possible', async () => {
    await open();
    await whyNot(page, 'EnableKey', /It is enabled/);
    await whyNot(page, 'CancelKeyDeletion', /not scheduled/);
    expect((await action(page, 'DisableKey')).querySelector('glass-call-code')?.shadowRoot?.textContent).to.contain(`aws kms disable-key`);
    await call(page, 'DisableKey');
    await yes(page, 'Cancel');
    expect(lastCall('DisableKey')).to.equal(undefined);
    await call(page, 'DisableKey');
    await yes(page, 'Disable');
    await page.says('Nothing can be encrypted or decrypted with this key until it is enabled.');
    await whyNot(page, 'DisableKey', /It is disabled/);
    await call(page, 'EnableKey');
    await whyNot(page, 'EnableKey', /It is enabled/);

    await action(page, 'ScheduleKeyDeletion');
    type(page, 'ScheduleKeyDeletion-PendingWindowInDays', '5');
    await call(page, 'ScheduleKeyDeletion');
    await yes(page, 'Schedule key deletion');
    await page.says('ValidationException');
    await focusComes(() => page.focused()?.id === 'refusal');
    type(page, 'ScheduleKeyDeletion-PendingWindowInDays', '7');
    await page.element.updateComplete;
    await call(page, 'ScheduleKeyDeletion');
    await yes(page, 'Schedule key deletion');
    await page.says(/The key will be deleted on .*the deletion can be canceled/);
    expect(lastCall('ScheduleKeyDeletion')).to.deep.equal({ KeyId, PendingWindowInDays: 7 });
    for (const operation of ['EnableKey', 'DisableKey', 'ScheduleKeyDeletion', 'UpdateKeyDescription']) await whyNot(page, operation, /cancel that first/);
    await call(page, 'CancelKeyDeletion');
    await whyNot(page, 'CancelKeyDeletion', /not scheduled/);
    await page.says('until it is enabled.');
  });

  it('says that a key is Unavailable, and leads to its key store; that it was deleted while it is open; that there is none', async () => {
    await open();
    await page.simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await page.says(/its key store is DISCONNECT/);
    expect(page.all('.notice a').map((a) => a.getAttribute('href'))).to.deep.equal([`#/key-stores/${CustomKeyStoreId}`]);
    await page.simulator.control.advance(day);
    await page.simulator.kms.connectCustomKeyStore({ CustomKeyStoreId });
    await page.simulator.control.advance(day);
    await waitFor(page.element, () => page.all('.notice').length === 0);
    await page.simulator.kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
    await page.says('The key will be deleted on');
    await page.simulator.control.advance(9 * day);
    await page.says(`The KMS key ${KeyId} does not exist any more.`);
    await show(page, 'nobody');
    await page.says('There is no KMS key nobody in this account and Region.');
    page.element.focus();
    await focusComes(() => page.focused()?.id === 'title');
  });

  it('edits the description, and forgets what was typed for it alone', async () => {
    await open({ Description: 'Old' }, ['tags']);
    await action(page, 'UpdateKeyDescription');
    await action(page, 'TagResource');
    await whyNot(page, 'UpdateKeyDescription', /Nothing is changed/);
    type(page, 'TagResource-TagKey', 'team');
    type(page, 'UpdateKeyDescription-Description', 'New');
    await page.element.updateComplete;
    await call(page, 'UpdateKeyDescription');
    await waitFor(page.element, () => page.all('.description')[0]?.textContent === 'New');
    await whyNot(page, 'UpdateKeyDescription', /Nothing is changed/);
    expect(page.all<HTMLInputElement>('#TagResource-TagKey')[0]?.value).to.equal('team');
  });

  it('shows the policy as the console does, and as JSON; AWS refuses a malformed one, and one that locks out', async () => {
    await open({ ...inStore, Policy: consolePolicy(statements) });
    await page.says('Key administrators may delete this key.');
    expect(page.text()).to.contain(`arn:aws:iam::${account}:user/Alice`).and.to.contain('Other AWS accounts444455556666');
    page.press('Switch to policy view');
    await page.says('"Sid": "Allow use of the key"');
    await action(page, 'PutKeyPolicy');
    await whyNot(page, 'PutKeyPolicy', /Nothing is changed/);
    type(page, 'PutKeyPolicy-Policy', '{');
    await page.element.updateComplete;
    await call(page, 'PutKeyPolicy');
    await page.says('MalformedPolicyDocumentException');
    await focusComes(() => page.focused()?.id === 'refusal');
    const nobody = '{"Statement":{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}}';
    type(page, 'PutKeyPolicy-Policy', nobody);
    await page.element.updateComplete;
    await call(page, 'PutKeyPolicy');
    await page.says('The new key policy will not allow you to update the key policy in the future.');
    page.all<HTMLInputElement>('.check input')[0]?.click();
    await page.element.updateComplete;
    await call(page, 'PutKeyPolicy');
    await page.says('none of the statements that AWS’s console writes');
    expect(lastCall('PutKeyPolicy')).to.deep.equal({ KeyId, Policy: nobody, BypassPolicyLockoutSafetyCheck: true });
    expect((await action(page, 'PutKeyPolicy')).querySelector('glass-call-code')?.shadowRoot?.textContent).to.contain('--policy file://policy.json');
  });

  it('adds and removes tags and aliases', async () => {
    await open(inStore, ['tags']);
    await page.says('This key has no tags.');
    await action(page, 'TagResource');
    type(page, 'TagResource-TagKey', 'team');
    type(page, 'TagResource-TagValue', 'red');
    await page.element.updateComplete;
    await call(page, 'TagResource');
    await waitFor(page.element, () => page.all('tbody tr').some(({ textContent }) => textContent === 'teamred'));
    await call(page, 'UntagResource');
    await page.says('This key has no tags.');
    expect(lastCall('UntagResource')).to.deep.equal({ KeyId, TagKeys: ['team'] });

    await show(page, KeyId, 'aliases');
    await page.says('This key has no alias.');
    await action(page, 'CreateAlias');
    type(page, 'CreateAlias-AliasName', 'payments');
    await page.element.updateComplete;
    await call(page, 'CreateAlias');
    await page.says('Alias must start with the prefix');
    type(page, 'CreateAlias-AliasName', 'alias/payments');
    await page.element.updateComplete;
    await call(page, 'CreateAlias');
    await page.says(`arn:aws:kms:us-west-2:${account}:alias/payments`);
    await call(page, 'DeleteAlias');
    await yes(page, 'Delete alias');
    await page.says('This key has no alias.');
    expect(lastCall('DeleteAlias')).to.deep.equal({ AliasName: 'alias/payments' });
  });

  it('rotates a key of AWS KMS; a key of a key store has no such tab', async () => {
    await open({}, ['key-rotation']);
    await page.says('Automatic key rotationDisabled');
    await whyNot(page, 'DisableKeyRotation', /not enabled/);
    await action(page, 'EnableKeyRotation');
    type(page, 'EnableKeyRotation-RotationPeriodInDays', '90');
    await page.element.updateComplete;
    await call(page, 'EnableKeyRotation');
    await page.says('90 days');
    await call(page, 'RotateKeyOnDemand');
    await page.simulator.control.advance(day);
    await page.says('ON_DEMAND');
    expect(page.all('tbody tr').length).to.equal(2);
    await call(page, 'DisableKeyRotation');
    await page.says('Automatic key rotationDisabled');
    await show(page, KeyId, 'cryptographic-configuration');
    await page.says('Its key material is in AWS KMS’s own HSMs.');
    const { KeyMetadata } = await page.simulator.kms.createKey(inStore);
    await show(page, KeyMetadata?.KeyId ?? '', 'key-rotation');
    await waitFor(page.element, () => page.all('.tabs a').length === 5 && page.all('#tab-title')[0]?.textContent === 'Key policy');
  });

  it('lets a person try the key, and works by keyboard alone', async () => {
    await open(inStore, ['try-it']);
    await page.says('Encrypt');
    page.element.focus();
    await focusComes(() => page.focused()?.id === 'tab-title');
    for (let i = 0; page.focused()?.textContent.trim() !== 'Encrypt' && i < 10; i += 1) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.says(/bytes of ciphertext/);
  });
});

/** How a state comes about, and which tab is then open. */
const states: Readonly<Record<string, readonly [tab: string, come: (page: Page, KeyId: string) => Promise<void>]>> = {
  'the default view of the policy, all actions open': [
    'key-policy',
    async (page) => {
      await page.says(/Key administrators may|キー管理者はこのキーを削除できます/);
      for (const operation of ['EnableKey', 'DisableKey', 'ScheduleKeyDeletion', 'CancelKeyDeletion', 'UpdateKeyDescription']) await action(page, operation);
    },
  ],
  'the policy refused': [
    'key-policy',
    async (page) => {
      page.press(/Switch to policy view|ポリシービューへの切り替え/);
      await action(page, 'PutKeyPolicy');
      type(page, 'PutKeyPolicy-Policy', '{');
      await page.element.updateComplete;
      await call(page, 'PutKeyPolicy');
      await page.says('MalformedPolicyDocumentException');
    },
  ],
  'Unavailable, cryptographic configuration': [
    'cryptographic-configuration',
    async (page) => {
      await page.simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
      await page.says('Unavailable');
    },
  ],
  'PendingDeletion, long tags': [
    'tags',
    async (page, KeyId) => {
      await page.simulator.kms.tagResource({ KeyId, Tags: [{ TagKey: 'k'.repeat(128), TagValue: 'v'.repeat(256) }] });
      await page.simulator.kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
      await page.says(/The key will be deleted|に削除されます。/);
      for (const operation of ['TagResource', 'UntagResource']) await whyNot(page, operation, /./);
    },
  ],
  'Disabled, a long alias': [
    'aliases',
    async (page, KeyId) => {
      await page.simulator.kms.createAlias({ AliasName: `alias/${'x'.repeat(250)}`, TargetKeyId: KeyId });
      await page.simulator.kms.disableKey({ KeyId });
      await page.says(/until it is enabled|有効にするまで、/);
      for (const operation of ['CreateAlias', 'DeleteAlias']) await action(page, operation);
    },
  ],
  deleted: [
    'try-it',
    async (page) => {
      await page.simulator.control.reset();
      await page.says(/does not exist any more|もう存在しません/);
    },
  ],
};

describe('states of <glass-key-page>', () => {
  let page: Page;
  afterEach(() => {
    page.close();
  });
  for (const [name, [tab, come]] of Object.entries(states))
    for (const lang of ['en', 'ja'] as const)
      it(`${name}, ${lang}: axe finds nothing, light and dark, narrow and wide; nothing is too wide`, async () => {
        page = await stage(() => new GlassKeyPage(), { lang });
        const { element, simulator } = page;
        const { KeyMetadata: { KeyId = '' } = {} } = await simulator.kms.createKey({ ...inStore, Policy: consolePolicy(statements), Description: 'd'.repeat(300) });
        await show(page, KeyId, tab);
        await page.says(/General configuration|一般設定/);
        await come(page, KeyId);
        for (const theme of ['light', 'dark'] as const) {
          element.theme = theme;
          document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
          for (const width of [320, 1100]) {
            element.style.inlineSize = `${String(width)}px`;
            await waitFor(element, () => page.all('[theme]').every((each) => each.getAttribute('theme') === theme));
            expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
            const { right } = element.getBoundingClientRect();
            for (const inner of page.all(':not(.hidden, svg *)'))
              expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right + 0.5);
          }
        }
        element.style.inlineSize = '';
      });
});
