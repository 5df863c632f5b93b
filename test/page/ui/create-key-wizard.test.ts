import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { GlassCreateKeyWizard } from '../../../src/page/ui/create-key-wizard/wizard.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';
import { walk, words, type Walk } from './wizard-world.ts';

const place = 'glass-hsm-create-key';

describe('<glass-create-key-wizard>', () => {
  let page: Walk;
  const open = async (options: Parameters<typeof walk>[0] = {}): Promise<void> => {
    page = await walk(options);
  };
  afterEach(() => {
    page.close();
  });
  const checked = (id: string): boolean => page.all<HTMLInputElement>(`#${id}`)[0]?.checked === true;
  const link = (name: RegExp | string): HTMLAnchorElement | undefined =>
    page.all<HTMLAnchorElement>('a').find((each) => (typeof name === 'string' ? each.textContent.trim() === name : name.test(each.getAttribute('aria-label') ?? '')));
  const made = (): Record<string, unknown> => page.calls.find(({ operation }) => operation === 'CreateKey')?.input as Record<string, unknown>;
  const wrong = (): string[] => page.all('.bad.small[id$=wrong]').map(({ textContent }) => textContent);

  for (const lang of ['en', 'ja'] as const)
    for (const theme of ['light', 'dark'] as const)
      it(`leads from page to page to a key in a key store: ${lang}, ${theme}; axe finds nothing on any, none is wider than 320 px`, async () => {
        await open({ lang, theme });
        const { words: of } = page;
        const fits = async (): Promise<void> => {
          expect(await axeFindings(page.element), page.title()).to.deep.equal([]);
          page.element.style.inlineSize = '320px';
          expect(page.element.scrollWidth, page.title()).to.be.at.most(320);
          const { right } = page.element.getBoundingClientRect();
          for (const inner of page.all('.card *:not(.hidden, svg *, pre *)').filter((each) => each.checkVisibility()))
            expect(inner.getBoundingClientRect().right, `${page.title()}: ${inner.outerHTML.slice(0, 80)}`).to.be.at.most(right);
          page.element.style.inlineSize = '';
        };
        // As the console begins.
        for (const id of ['key-type-symmetric', 'key-usage-ENCRYPT_DECRYPT', 'origin-AWS_KMS', 'regionality-single']) expect(checked(id), id).to.equal(true);
        expect(page.all<HTMLDetailsElement>('details')[0]?.open).to.equal(false);
        page.press(of.advanced);
        page.press(of.origin);
        await fits();
        await page.next(1);
        await page.says(of.loaded);
        page.press('ExampleKeyStore');
        await fits();
        await page.next(2);
        page.type(of.alias, 'alias/payments');
        page.type(of.description, 'For payments');
        page.press(of.addTag);
        await page.element.updateComplete;
        page.type(of.tagKey, 'team');
        page.type(of.tagValue, 'payments');
        await fits();
        await page.next(3);
        expect(checked('may-delete')).to.equal(true);
        page.all<HTMLInputElement>('#administrators-KeyAdminRole')[0]?.click();
        page.press(of.mayDelete);
        await fits();
        await page.next(4);
        page.all<HTMLInputElement>('#users-AppRole')[0]?.click();
        page.press(of.addAccount);
        await page.element.updateComplete;
        expect(page.focused()).to.equal(page.control(of.account(1)));
        page.type(of.account(1), '444455556666');
        await fits();
        await page.next(5);
        await fits();
        page.press(of.finish);
        await waitFor(page.element, () => page.title() === of.done);
        await page.says('alias/payments');
        await fits();
        const { Policy, ...input } = made();
        expect(input).to.deep.equal({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId, Description: 'For payments', Tags: [{ TagKey: 'team', TagValue: 'payments' }] });
        expect(String(Policy)).to.contain('role/KeyAdminRole').and.contain('role/AppRole').and.contain('444455556666:root').and.not.contain('ScheduleKeyDeletion');
        expect(page.calls.at(-1)).to.deep.include({ operation: 'CreateAlias' });
        const { KeyMetadata } = await page.simulator.kms.describeKey({ KeyId: 'alias/payments' });
        expect(KeyMetadata).to.include({ Origin: 'AWS_CLOUDHSM', CloudHsmClusterId: ClusterId });
        const KeyId = KeyMetadata?.KeyId ?? '';
        expect(page.all<HTMLAnchorElement>('a.button').map(({ hash }) => hash)).to.deep.equal([`#/keys/${KeyId}`, `#/keys/${KeyId}/cryptographic-configuration`, '#/keys']);
        // The next key begins anew.
        expect(sessionStorage.getItem(place)).not.to.contain('payments');
      });

  for (const [what, choose, refused] of [
    ['an asymmetric key', ['Asymmetric'], true],
    ['an HMAC key', ['Generate and verify MAC'], true],
    ['imported material', ['Advanced options', 'External (Import key material)'], true],
    ['an external key store', ['Advanced options', 'External key store'], true],
    ['a multi-Region key', ['Advanced options', 'Multi-Region key'], true],
    ['a key of AWS KMS', [], false],
  ] as const)
    it(`${what}: ${refused ? 'says that it is not simulated, and meets AWS’s refusal at Finish' : 'needs no key store'}`, async () => {
      await open();
      for (const name of choose) {
        page.press(name);
        await page.element.updateComplete;
      }
      expect(page.text().includes('At Finish, CreateKey will be refused') || page.text().includes('at Finish, CreateKey will be refused')).to.equal(refused);
      await page.next(2);
      page.type('Alias', 'other');
      await page.next(3);
      await page.next(4);
      await page.next(5);
      page.press('Finish');
      if (refused) await page.says('UnsupportedOperationException');
      else await waitFor(page.element, () => page.title() === words.en.done);
      expect(made()).not.to.have.property('CustomKeyStoreId');
    });

  it('keeps to what a key store can hold: no other kind of key, no other Region', async () => {
    await open();
    page.press('Advanced options');
    page.press('Multi-Region key');
    page.press('AWS CloudHSM key store');
    await page.element.updateComplete;
    expect(checked('regionality-single')).to.equal(true);
    expect(page.control<HTMLInputElement>('Multi-Region key').disabled).to.equal(true);
    await page.says('A custom key store cannot hold multi-Region keys.');
    page.press('Asymmetric');
    await page.element.updateComplete;
    expect(checked('origin-AWS_KMS')).to.equal(true);
    expect(page.control<HTMLInputElement>('AWS CloudHSM key store').disabled).to.equal(true);
    await page.says('Only symmetric encryption keys can be in a custom key store.');
    expect([...(page.all<HTMLSelectElement>('#key-spec')[0]?.options ?? [])].map(({ text }) => text)).to.include.members(['RSA_2048', 'SM2']);
  });

  it('tells what is wrong in the field, once one wants to go on, and puts the focus there', async () => {
    await open();
    await page.toStores();
    await page.says('ExampleKeyStore');
    page.press('Next');
    await page.says('Choose a custom key store.');
    await focusComes(() => page.focused()?.matches('[name=store]') === true);
    page.press('ExampleKeyStore');
    await page.next(2);
    expect(wrong()).to.deep.equal([]);
    for (const [alias, text] of [
      ['', 'Type an alias.'],
      ['with space', 'An alias has letters, digits and /_- only, at most 250 of them.'],
      ['x'.repeat(251), 'An alias has letters, digits and /_- only, at most 250 of them.'],
      ['aws/mine', 'Aliases that begin with aws/ belong to AWS.'],
    ] as const) {
      page.type('Alias', alias);
      page.press('Next');
      await page.says(text);
      await focusComes(() => page.focused() === page.control('Alias'));
      expect(page.control('Alias').getAttribute('aria-invalid')).to.equal('true');
    }
    page.type('Alias', 'mine');
    for (const [key, value, text] of [
      ['', 'x', 'This tag needs a key.'],
      ['aws:x', '', 'Tag keys that begin with aws: belong to AWS.'],
      ['x'.repeat(129), '', 'A tag’s key has at most 128 characters, its value 256.'],
    ] as const) {
      if (page.all('.pair').length === 0) page.press('Add tag');
      await page.element.updateComplete;
      page.type('Tag key 1', key);
      page.type('Tag value 1', value);
      page.press('Next');
      await page.says(text);
      await focusComes(() => page.focused() === page.control('Tag key 1'));
    }
    page.type('Tag key 1', 'team');
    page.press('Add tag');
    await page.element.updateComplete;
    page.type('Tag key 2', 'team');
    page.press('Next');
    await page.says('Another tag has this key.');
    expect(await axeFindings(page.element)).to.deep.equal([]);
    page.press('Remove tag 2');
    await page.next(3);
    await page.next(4);
    const ids = ['1234', '111122223333', '444455556666', '444455556666'];
    for (const [i, id] of ids.entries()) {
      page.press('Add another AWS account');
      await page.element.updateComplete;
      page.type(`AWS account ID ${String(i + 1)}`, id);
    }
    page.press('Next');
    await page.says('An account ID has 12 digits.');
    expect(wrong()).to.deep.equal(['An account ID has 12 digits.', 'This is the key’s own account.', 'This account is in the list already.']);
    await focusComes(() => page.focused() === page.control('AWS account ID 1'));
    for (const row of ['1', '1', '2']) {
      page.press(`Remove AWS account ${row}`);
      await page.element.updateComplete;
    }
    await page.next(5);
    expect(page.text()).to.contain('arn:aws:iam::444455556666:root');
  });

  it('keeps place and what was typed: back, forward, a reload; Finish leads to what is missing', async () => {
    await open();
    await page.toStores();
    history.back();
    await page.at(0);
    expect(checked('origin-AWS_CLOUDHSM')).to.equal(true);
    expect(page.all<HTMLDetailsElement>('details')[0]?.open).to.equal(true);
    history.forward();
    await page.at(1);
    location.hash = '#/keys/create/labels';
    await page.at(2);
    page.type('Alias', 'kept');
    await page.element.updateComplete;
    // Another element, as after a reload.
    const again = Object.assign(new GlassCreateKeyWizard(), { path: ['labels'], simulator: page.simulator, lang: 'en' });
    document.body.append(again);
    await waitFor(again, () => again.shadowRoot?.querySelector<HTMLInputElement>('#alias')?.value === 'kept');
    again.remove();
    expect(sessionStorage.getItem(place)).to.contain('kept');

    location.hash = '#/keys/create/review';
    await page.at(5);
    page.press('Finish');
    await page.says('Choose a custom key store.');
    expect(page.title()).to.equal('Choose a custom key store');
    await focusComes(() => page.focused()?.matches('[name=store]') === true);
    expect(page.calls).to.deep.equal([]);
    link('Cancel')?.click();
    await waitFor(page.element, () => page.title() === 'Configure key');
    expect(checked('origin-AWS_KMS')).to.equal(true);
  });

  it('leads to the form for a key store and back, with nothing lost', async () => {
    await open();
    await page.toStores();
    await page.says('ExampleKeyStore');
    expect(link('Create custom key store')?.hash).to.equal('#/key-stores/create/for-key');
    location.hash = '#/keys/create/store';
    await page.at(1);
    history.back();
    await page.at(0);
    expect(checked('origin-AWS_CLOUDHSM')).to.equal(true);
  });

  it('says that there is no key store yet', async () => {
    await open({ scenario: 'empty' });
    await page.toStores();
    await page.says('There is no custom key store in this account and Region yet.');
    expect(await axeFindings(page.element)).to.deep.equal([]);
    page.press('Next');
    await page.says('Choose a custom key store.');
  });

  it('reviews all, with ways back, and lets the policy be edited', async () => {
    await open();
    await page.toStores();
    await page.toReview('edited');
    expect(page.all<HTMLAnchorElement>('.edit').map(({ hash }) => hash)).to.deep.equal(
      ['key', 'store', 'labels', 'administrators', 'users'].map((name) => `#/keys/create/${name}`),
    );
    link(/^Edit: Add labels$/)?.click();
    await page.at(2);
    expect(page.control<HTMLInputElement>('Alias').value).to.equal('edited');
    location.hash = '#/keys/create/review';
    await page.at(5);
    expect(page.text()).to.contain('aws kms create-key').and.contain('aws kms create-alias');
    page.press('Edit policy');
    await focusComes(() => page.focused()?.id === 'policy');
    page.type('Key policy (JSON)', '{');
    page.press('Finish');
    await page.says('This is not JSON.');
    expect(page.calls).to.deep.equal([]);
    page.type('Key policy (JSON)', '{"Version":"2012-10-17","Statement":[]}');
    page.press('Finish');
    await page.says('The new key policy will not allow you to update the key policy in the future.');
    await focusComes(() => page.focused()?.id === 'refusal');
    page.press('Undo: let the policy follow from the pages');
    await page.element.updateComplete;
    page.press('Finish');
    await waitFor(page.element, () => page.title() === words.en.done);
  });

  for (const lang of ['en', 'ja'] as const)
    it(`a key store that is not connected: a warning, AWS’s error at Finish, connected in place, and the key (${lang})`, async () => {
      await open({ lang });
      const { kms, control } = page.simulator;
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
      await control.advance(60 * 60_000);
      await page.toStores();
      await page.says(lang === 'en' ? 'Cannot be used: it is DISCONNECTED, not CONNECTED.' : '使用できません。ステータスが CONNECTED ではなく DISCONNECTED です。');
      page.press('ExampleKeyStore');
      await page.says('CustomKeyStoreInvalidStateException');
      expect(await axeFindings(page.element)).to.deep.equal([]);
      await page.toReview('mine');
      page.press(page.words.finish);
      await page.says(`Custom key store ${CustomKeyStoreId} is DISCONNECTED`);
      await focusComes(() => page.focused()?.id === 'refusal');
      expect(await axeFindings(page.element)).to.deep.equal([]);
      await control.setSpeed(1);
      page.press(lang === 'en' ? 'Connect the key store' : 'キーストアを接続する');
      await page.says(lang === 'en' ? 'The key store is being connected.' : 'キーストアを接続しています。');
      await page.says(lang === 'en' ? '20 min to go' : '20 分');
      expect(await axeFindings(page.element)).to.deep.equal([]);
      await control.advance(20 * 60_000);
      await page.says(lang === 'en' ? 'This key store can be used now.' : 'このキーストアは使用できるようになりました。');
      page.press(page.words.finish);
      await waitFor(page.element, () => page.title() === page.words.done);
    });

  for (const lang of ['en', 'ja'] as const)
    it(`a cluster with one HSM: AWS’s error at Finish, an HSM added in place, and the key (${lang})`, async () => {
      await open({ lang });
      const { cloudhsmv2, control } = page.simulator;
      await cloudhsmv2.deleteHsm({ ClusterId, HsmId: 'hsm-abcdefghijk' });
      await control.advance(60 * 60_000);
      await page.toStores();
      await page.says(lang === 'en' ? 'fewer than two active HSMs' : 'アクティブな HSM が 2 つに足りません。');
      await page.toReview('mine');
      page.press(page.words.finish);
      await page.says(lang === 'en' ? 'needs active HSMs in at least two Availability Zones' : 'アベイラビリティーゾーンの異なる 2 つ以上のアクティブな HSM が必要です');
      expect(page.text()).to.contain('CloudHsmClusterInvalidConfigurationException');
      await control.setSpeed(1);
      page.press(lang === 'en' ? 'Add an HSM in us-west-2a' : 'us-west-2a に HSM を追加');
      await page.says(lang === 'en' ? 'The HSM is being created.' : 'HSM を作成しています。');
      await control.advance(60 * 60_000);
      await page.says(lang === 'en' ? 'This key store can be used now.' : 'このキーストアは使用できるようになりました。');
      page.press(page.words.finish);
      await waitFor(page.element, () => page.title() === page.words.done);
    });

  it('HSMs of one zone are not enough, and are told so', async () => {
    await open();
    const { cloudhsmv2, control } = page.simulator;
    await cloudhsmv2.deleteHsm({ ClusterId, HsmId: 'hsm-abcdefghijk' });
    await cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2b' });
    await control.advance(60 * 60_000);
    await page.toStores();
    await page.says('2 active HSMs in 1 Availability Zone');
    await page.says('Cannot be used: all its active HSMs are in one Availability Zone.');
  });

  it('a taken alias: the key stands, and Finish again makes what is missing alone, also after a reload', async () => {
    await open();
    const { kms } = page.simulator;
    const { KeyMetadata } = await kms.createKey();
    await kms.createAlias({ AliasName: 'alias/taken', TargetKeyId: KeyMetadata?.KeyId });
    page.calls.length = 0;
    await page.toStores();
    await page.toReview('taken');
    page.press('Finish');
    await page.says('AlreadyExistsException');
    const states = (): (string | null)[] => page.all('.call').map((each) => each.getAttribute('data-state'));
    expect(states()).to.deep.equal(['done', 'refused']);
    expect(await axeFindings(page.element)).to.deep.equal([]);
    const again = Object.assign(new GlassCreateKeyWizard(), { path: ['labels'], simulator: page.simulator, lang: 'en' });
    document.body.append(again);
    // There is only the review left.
    await waitFor(again, () => again.shadowRoot?.textContent.includes('stands already'));
    again.remove();
    page.type('Another alias', 'free');
    page.press('Finish');
    await waitFor(page.element, () => page.title() === words.en.done);
    await page.says('alias/free');
    expect(page.calls.map(({ operation }) => operation)).to.deep.equal(['CreateKey', 'CreateAlias', 'CreateAlias']);
    expect((await kms.listKeys()).Keys).to.have.lengthOf(2);
  });

  const reach = async (has: (at: Element | null) => boolean): Promise<void> => {
    for (let presses = 0; presses < 60 && !has(page.focused()); presses += 1) await sendKeys({ press: 'Tab' });
    expect(has(page.focused()), page.focused()?.outerHTML ?? '').to.equal(true);
  };
  const button = (name: string) => (at: Element | null) => at?.textContent.trim() === name;

  it('goes by keyboard alone: kind of key, key store, labels', async () => {
    await open();
    await reach((at) => at?.localName === 'summary');
    await sendKeys({ press: 'Enter' });
    await reach((at) => at?.id === 'origin-AWS_KMS');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await waitFor(page.element, () => checked('origin-AWS_CLOUDHSM'));
    await reach(button('Next'));
    await sendKeys({ press: 'Enter' });
    await page.at(1);
    await page.says('ExampleKeyStore');
    await reach((at) => at?.matches('[name=store]') === true);
    await sendKeys({ press: ' ' });
    await reach(button('Next'));
    await sendKeys({ press: 'Enter' });
    await page.at(2);
    await reach((at) => at?.id === 'alias');
    await sendKeys({ type: 'typed' });
    // Enter in a field goes on.
    await sendKeys({ press: 'Enter' });
    await page.at(3);
  });

  it('goes by keyboard alone: permissions, review, the key', async () => {
    await open();
    await page.next(2);
    page.type('Alias', 'typed');
    await page.next(3);
    await reach((at) => at?.id === 'administrators-Alice');
    await sendKeys({ press: ' ' });
    await reach(button('Next'));
    await sendKeys({ press: 'Enter' });
    await page.next(4);
    await page.next(5);
    await reach(button('Finish'));
    await sendKeys({ press: 'Enter' });
    await waitFor(page.element, () => page.title() === words.en.done);
    await focusComes(() => page.focused()?.id === 'title');
    expect(String(made()['Policy'])).to.contain('user/Alice');
  });
});
