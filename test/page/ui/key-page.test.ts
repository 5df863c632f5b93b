import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { consolePolicy, permissionsIn, type Permissions } from '../../../src/page/ui/key-policy/console-policy.ts';
import { GlassKeyPage } from '../../../src/page/ui/keys/key-page.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId, nameOf, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

const day = 24 * 60 * 60 * 1000;
const account = '111122223333';
const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;
const [alice, bob, keyAdmin, app] = ['user/Alice', 'user/Bob', 'role/KeyAdminRole', 'role/AppRole'].map((name) => `arn:aws:iam::${account}:${name}`) as [string, string, string, string];
const permissions: Permissions = { administrators: [alice], mayDelete: true, users: [bob], otherAccounts: ['444455556666'] };
const Policy = consolePolicy(account, permissions);

type Page = Stage<GlassKeyPage>;
const show = async ({ element }: Page, ...path: string[]): Promise<void> => {
  element.path = path;
  await element.updateComplete;
};
/** The action of this operation, opened; of several, the one with this label. */
const action = async ({ element, all }: Page, operation: string, label?: string): Promise<ShadowRoot> => {
  const host = await waitFor(element, () => all(`glass-action[data-operation=${operation}]${label ? `[label="${label}"]` : ''}`)[0]);
  const root = await waitFor(element, () => host.shadowRoot?.querySelector('.call') && host.shadowRoot);
  root.querySelector('details')?.setAttribute('open', '');
  return root;
};
const call = async (page: Page, operation: string, label?: string): Promise<void> => {
  const root = await action(page, operation, label);
  (await waitFor(page.element, () => root.querySelector<HTMLButtonElement>('.call[aria-disabled=false]'))).click();
};
const whyNot = async (page: Page, operation: string, text: RegExp, label?: string): Promise<void> => {
  const root = await action(page, operation, label);
  await waitFor(page.element, () => text.test(root.querySelector('#why')?.textContent ?? ''));
};
/** The way from what was called to its event. */
const linksEvent = async (page: Page, operation: string, label?: string): Promise<void> => {
  const root = await action(page, operation, label);
  await waitFor(page.element, () => root.querySelector(`a[href^="#/cloudtrail/request/${operation}/"]`));
};
const codeSays = async (page: Page, operation: string, text: RegExp, label?: string): Promise<void> => {
  const root = await action(page, operation, label);
  await waitFor(page.element, () => text.test(root.querySelector('glass-call-code')?.shadowRoot?.textContent ?? ''));
};
const yes = async ({ element, all }: Page, name: string): Promise<void> => {
  (await waitFor(element, () => all('dialog button').find((each) => nameOf(each) === name))).click();
};
const fieldOf = (page: Page, id: string): HTMLInputElement => {
  const [field] = page.all<HTMLInputElement>(`[id="${id}"]`);
  if (!field) throw new Error(`There is no ${id}.`);
  return field;
};
const type = async (page: Page, id: string, text: string): Promise<void> => {
  const field = fieldOf(page, id);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await page.element.updateComplete;
};
const check = async (page: Page, id: string): Promise<void> => {
  fieldOf(page, id).click();
  await page.element.updateComplete;
};

describe('<glass-key-page>', () => {
  let page: Page;
  let KeyId: string;
  const open = async (input: object = inStore, tab: string[] = []): Promise<void> => {
    page = await stage(() => new GlassKeyPage());
    const { KeyMetadata } = await page.simulator.kms.createKey(input);
    KeyId = KeyMetadata?.KeyId ?? '';
    await show(page, KeyId, ...tab);
    await page.says('General configuration');
  };
  const lastCall = (operation: string): unknown => page.calls.findLast((each) => each.operation === operation)?.input;
  afterEach(() => {
    page.close();
  });

  const words = {
    en: { tabs: ['Key policy', 'Cryptographic configuration', 'Tags', 'Aliases', 'Try it'], said: ['Key type Symmetric', 'Origin AWS CloudHSM', 'Key spec SYMMETRIC_DEFAULT', 'Key usage Encrypt and decrypt', 'Custom key store ID', 'Custom key store name ExampleKeyStore', 'Custom key store type AWS CloudHSM key store', 'Connection state Connected CONNECTED', 'CloudHSM cluster ID'] },
    ja: { tabs: ['キーポリシー', '暗号化設定', 'タグ', 'エイリアス', '試してみる'], said: ['キーのタイプ 対称', 'オリジン AWS CloudHSM', 'キーの仕様 SYMMETRIC_DEFAULT', 'キーの使用 暗号化および復号化', 'カスタムキーストア ID', 'カスタムキーストア名 ExampleKeyStore', 'カスタムキーストアのタイプ AWS CloudHSM キーストア', '接続ステータス Connected CONNECTED', 'CloudHSM クラスター ID'] },
  } as const;
  it('shows the cryptographic configuration with the key store and the cluster, linked, in both languages; lets a person try the key by keyboard alone', async () => {
    await open({ ...inStore, Description: 'For payments' });
    // Gone to another key and back: the focus waits for what is to be shown.
    await show(page, 'nobody');
    await show(page, KeyId, 'cryptographic-configuration');
    page.element.focus();
    await focusComes(() => page.focused()?.id === 'tab-title');
    for (const lang of ['en', 'ja'] as const) {
      const { tabs, said } = words[lang];
      page.element.lang = lang;
      await waitFor(page.element, () => page.all('#tab-title')[0]?.textContent === tabs[1]);
      expect(page.focused()?.id).to.equal('tab-title');
      expect(page.all('.tabs a').map((a) => [a.textContent, a.getAttribute('href'), a.getAttribute('aria-current')])).to.deep.equal(
        ['key-policy', 'cryptographic-configuration', 'tags', 'aliases', 'try-it'].map((tab, i) => [tabs[i], `#/keys/${KeyId}/${tab}`, i === 1 ? 'page' : null]),
      );
      const rows = page.all('dl > div').map((row) => [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' '));
      for (const each of said) expect(rows.some((row) => row.startsWith(each)), each).to.equal(true);
      expect(page.all('dl a').map((a) => a.getAttribute('href'))).to.deep.equal([`#/key-stores/${CustomKeyStoreId}`, `#/key-stores/${CustomKeyStoreId}`, `#/clusters/${ClusterId}`]);
      expect(page.text()).to.contain('For payments').and.to.contain(`arn:aws:kms:us-west-2:${account}:key/${KeyId}`);
    }
    page.element.lang = 'en';
    await show(page, KeyId, 'try-it');
    await waitFor(page.element, () => page.all('#text')[0]);
    page.element.focus();
    await focusComes(() => page.focused()?.id === 'tab-title');
    for (let i = 0; page.focused()?.textContent.trim() !== 'Encrypt' && i < 10; i += 1) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.says(/bytes of ciphertext/);
    await waitFor(page.element, () => page.all('.encrypt a[href^="#/cloudtrail/request/Encrypt/"]')[0]);
  });

  it('goes through a key’s states by its actions, and says why one is not possible', async () => {
    await open();
    await whyNot(page, 'EnableKey', /It is enabled/);
    await whyNot(page, 'CancelKeyDeletion', /not scheduled/);
    await codeSays(page, 'DisableKey', /aws kms disable-key/);
    await call(page, 'DisableKey');
    await yes(page, 'Cancel');
    expect(lastCall('DisableKey')).to.equal(undefined);
    await call(page, 'DisableKey');
    await yes(page, 'Disable');
    await page.says('Nothing can be encrypted or decrypted with this key until it is enabled.');
    await linksEvent(page, 'DisableKey');
    await whyNot(page, 'DisableKey', /It is disabled/);
    await call(page, 'EnableKey');
    await whyNot(page, 'EnableKey', /It is enabled/);

    await action(page, 'ScheduleKeyDeletion');
    await type(page, 'ScheduleKeyDeletion-PendingWindowInDays', '5');
    await call(page, 'ScheduleKeyDeletion');
    await yes(page, 'Schedule key deletion');
    await page.says('ValidationException');
    await focusComes(() => page.focused()?.id === 'refusal');
    await type(page, 'ScheduleKeyDeletion-PendingWindowInDays', '7');
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

  it('changes whom the policy names, as the console’s default view does; each action keeps what was chosen in it', async () => {
    await open({ ...inStore, Policy });
    await page.says('Key administrators may delete this key.');
    expect(page.text()).to.contain(`Key administrators${alice}`).and.to.contain('Other AWS accounts444455556666');
    const [administrators, users, accounts] = ['Edit key administrators', 'Edit key users', 'Edit other AWS accounts'];
    for (const label of [administrators, users, accounts]) await whyNot(page, 'PutKeyPolicy', /Nothing is changed/, label);
    await check(page, `PutKeyPolicy-users-${app}`);
    await check(page, `PutKeyPolicy-administrators-${keyAdmin}`);
    await check(page, 'PutKeyPolicy-mayDelete');
    await codeSays(page, 'PutKeyPolicy', /put-key-policy(?![^]*ScheduleKeyDeletion)[^]*Administrators[^]*role\/KeyAdminRole/, administrators);
    await call(page, 'PutKeyPolicy', administrators);
    await page.says('Key administrators may not delete this key.');
    await linksEvent(page, 'PutKeyPolicy', administrators);
    const saved = (): Permissions | undefined => permissionsIn((lastCall('PutKeyPolicy') as { Policy: string }).Policy);
    expect(saved()).to.deep.equal({ ...permissions, administrators: [alice, keyAdmin], mayDelete: false });
    await whyNot(page, 'PutKeyPolicy', /Nothing is changed/, administrators);

    await check(page, `PutKeyPolicy-users-${bob}`);
    await call(page, 'PutKeyPolicy', users);
    await page.says(`Key users${app} Other AWS accounts`);
    for (const [typed, why] of [['4444', /12 digits/], [account, /own account/], ['444455556666', /in the list already/]] as const) {
      await type(page, 'PutKeyPolicy-account', typed);
      await whyNot(page, 'PutKeyPolicy', why, accounts);
    }
    await type(page, 'PutKeyPolicy-account', '777788889999');
    await check(page, 'PutKeyPolicy-accounts-444455556666');
    await call(page, 'PutKeyPolicy', accounts);
    await page.says('Other AWS accounts777788889999');
    expect(saved()).to.deep.equal({ administrators: [alice, keyAdmin], mayDelete: false, users: [app], otherAccounts: ['777788889999'] });

    // AWS refuses to lock the caller out, who here is allowed by the administrators' statement alone.
    const { Statement } = JSON.parse(Policy) as { Statement: object[] };
    await page.simulator.kms.putKeyPolicy({ KeyId, Policy: JSON.stringify({ Statement: Statement.slice(1) }) });
    await page.says('Key administrators may delete this key.');
    await waitFor(page.element, () => fieldOf(page, `PutKeyPolicy-administrators-${alice}`).checked && !fieldOf(page, `PutKeyPolicy-administrators-${keyAdmin}`).checked);
    await check(page, `PutKeyPolicy-administrators-${alice}`);
    await call(page, 'PutKeyPolicy', administrators);
    await page.says('The new key policy will not allow you to update the key policy in the future.');
    await focusComes(() => page.focused()?.id === 'refusal');
    await linksEvent(page, 'PutKeyPolicy', administrators);
  });

  it('shows the policy as JSON; AWS refuses a malformed one, and one that locks out; one that is not the console’s has no default view', async () => {
    await open({ ...inStore, Policy });
    page.press('Switch to policy view');
    await page.says('"Sid": "Allow use of the key"');
    await whyNot(page, 'PutKeyPolicy', /Nothing is changed/);
    await type(page, 'PutKeyPolicy-Policy', '{');
    await call(page, 'PutKeyPolicy');
    await page.says('MalformedPolicyDocumentException');
    await focusComes(() => page.focused()?.id === 'refusal');
    const nobody = '{"Statement":{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}}';
    await type(page, 'PutKeyPolicy-Policy', nobody);
    await call(page, 'PutKeyPolicy');
    await page.says('The new key policy will not allow you to update the key policy in the future.');
    await check(page, 'PutKeyPolicy-Bypass');
    await call(page, 'PutKeyPolicy');
    await page.says('so there is no default view of it');
    expect(lastCall('PutKeyPolicy')).to.deep.equal({ KeyId, Policy: nobody, BypassPolicyLockoutSafetyCheck: true });
    await codeSays(page, 'PutKeyPolicy', /--policy file:\/\/policy\.json/);
    expect(page.all('button').map(nameOf)).to.not.contain('Switch to default view');
  });

  it('changes description, tags and aliases; what was typed is forgotten with its call alone', async () => {
    await open({ ...inStore, Description: 'Old' }, ['tags']);
    await page.says('This key has no tags.');
    await whyNot(page, 'UpdateKeyDescription', /Nothing is changed/);
    await type(page, 'TagResource-TagKey', 'team');
    await type(page, 'UpdateKeyDescription-Description', 'New');
    await call(page, 'UpdateKeyDescription');
    await waitFor(page.element, () => page.all('.description')[0]?.textContent === 'New');
    await whyNot(page, 'UpdateKeyDescription', /Nothing is changed/);
    expect(fieldOf(page, 'TagResource-TagKey').value).to.equal('team');
    await type(page, 'TagResource-TagValue', 'red');
    await call(page, 'TagResource');
    await waitFor(page.element, () => page.all('tbody td code').some(({ textContent }) => textContent === 'red'));
    await call(page, 'UntagResource');
    await page.says('This key has no tags.');
    expect(lastCall('UntagResource')).to.deep.equal({ KeyId, TagKeys: ['team'] });

    await show(page, KeyId, 'aliases');
    await page.says('This key has no alias.');
    await action(page, 'CreateAlias');
    await type(page, 'CreateAlias-AliasName', 'payments');
    await call(page, 'CreateAlias');
    await page.says('Alias must start with the prefix');
    await type(page, 'CreateAlias-AliasName', 'alias/payments');
    await call(page, 'CreateAlias');
    await page.says(`arn:aws:kms:us-west-2:${account}:alias/payments`);
    await call(page, 'DeleteAlias');
    await yes(page, 'Delete alias');
    await page.says('This key has no alias.');
    expect(lastCall('DeleteAlias')).to.deep.equal({ AliasName: 'alias/payments' });

    const { KeyMetadata } = await page.simulator.kms.createKey({});
    await page.simulator.kms.createAlias({ AliasName: 'alias/theirs', TargetKeyId: KeyMetadata?.KeyId });
    for (const [AliasName, code] of [['alias/nobody', 'NotFoundException'], ['alias/aws/s3', 'NotAuthorizedException']] as const) {
      await type(page, 'UpdateAlias-AliasName', AliasName);
      await call(page, 'UpdateAlias');
      await yes(page, 'Move an alias to this key');
      await page.says(code);
      await focusComes(() => page.focused()?.id === 'refusal');
    }
    await type(page, 'UpdateAlias-AliasName', 'alias/theirs');
    await codeSays(page, 'UpdateAlias', /aws kms update-alias[^]*alias\/theirs/);
    await call(page, 'UpdateAlias');
    await page.says('Move alias/theirs to this key?');
    await yes(page, 'Move an alias to this key');
    await page.says(`arn:aws:kms:us-west-2:${account}:alias/theirs`);
    expect(lastCall('UpdateAlias')).to.deep.equal({ AliasName: 'alias/theirs', TargetKeyId: KeyId });
    await linksEvent(page, 'UpdateAlias');
  });

  it('rotates a key of AWS KMS; a key of a key store has no such tab', async () => {
    await open({}, ['key-rotation']);
    await page.says('Automatic key rotationDisabled');
    await whyNot(page, 'DisableKeyRotation', /not enabled/);
    await action(page, 'EnableKeyRotation');
    await type(page, 'EnableKeyRotation-RotationPeriodInDays', '90');
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
});

/** How a key comes from state to state, and which tab is then open. */
const states: Readonly<Record<string, readonly [tab: string, come: (page: Page, KeyId: string) => Promise<void>]>> = {
  'the default view of the policy, all actions open': [
    'key-policy',
    async (page) => {
      await page.says(/Key administrators may|キー管理者はこのキーを削除できます/);
      for (const operation of ['EnableKey', 'DisableKey', 'ScheduleKeyDeletion', 'CancelKeyDeletion', 'UpdateKeyDescription', 'PutKeyPolicy']) await action(page, operation);
      for (const each of page.all<HTMLDetailsElement>('details')) each.open = true;
      await type(page, 'PutKeyPolicy-account', '1');
    },
  ],
  'the policy refused': [
    'key-policy',
    async (page) => {
      page.press(/Switch to policy view|ポリシービューへの切り替え/);
      await waitFor(page.element, () => page.all('#PutKeyPolicy-Policy')[0]);
      await type(page, 'PutKeyPolicy-Policy', '{');
      await call(page, 'PutKeyPolicy');
      await page.says('MalformedPolicyDocumentException');
    },
  ],
  'Disabled, a long alias': [
    'aliases',
    async (page, KeyId) => {
      await page.simulator.kms.createAlias({ AliasName: `alias/${'x'.repeat(250)}`, TargetKeyId: KeyId });
      await page.simulator.kms.disableKey({ KeyId });
      await page.says(/until it is enabled|有効にするまで、/);
      for (const operation of ['CreateAlias', 'UpdateAlias', 'DeleteAlias']) await action(page, operation);
    },
  ],
  'Unavailable, cryptographic configuration': [
    'cryptographic-configuration',
    async (page, KeyId) => {
      await page.simulator.kms.enableKey({ KeyId });
      await page.simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
      await page.says(/its key store is DISCONNECT|キーストアが DISCONNECT/);
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
  deleted: [
    'try-it',
    async (page) => {
      await page.simulator.control.reset();
      await page.says(/does not exist any more|もう存在しません/);
    },
  ],
};

// Each theme and each width in both languages, each theme at each width in one of them.
for (const [lang, looks] of [['en', [['light', 320], ['dark', 1100]]], ['ja', [['dark', 320], ['light', 1100]]]] as const)
  describe(`<glass-key-page> from state to state, ${lang}`, () => {
    let page: Page;
    let KeyId: string;
    before(async () => {
      page = await stage(() => new GlassKeyPage(), { lang });
      const { KeyMetadata } = await page.simulator.kms.createKey({ ...inStore, Policy, Description: 'd'.repeat(300) });
      KeyId = KeyMetadata?.KeyId ?? '';
    });
    after(() => {
      page.close();
    });
    for (const [name, [tab, come]] of Object.entries(states))
      it(`${name}: axe finds nothing, light and dark, narrow and wide; nothing is too wide`, async () => {
        const { element } = page;
        await show(page, KeyId, tab);
        await page.says(/General configuration|一般設定/);
        await come(page, KeyId);
        for (const [theme, width] of looks) {
          element.theme = theme;
          document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
          element.style.inlineSize = `${String(width)}px`;
          await waitFor(element, () => page.all('[theme]').every((each) => each.getAttribute('theme') === theme));
          expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
          const { right } = element.getBoundingClientRect();
          for (const inner of page.all(':not(.hidden, svg *)'))
            expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right + 0.5);
        }
      });
  });
