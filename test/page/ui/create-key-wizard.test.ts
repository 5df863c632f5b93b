import { expect } from 'chai';
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
  const link = (name: string): HTMLAnchorElement | undefined => page.all<HTMLAnchorElement>('a').find((each) => each.textContent.trim() === name);
  const made = (): Record<string, unknown> => page.calls.find(({ operation }) => operation === 'CreateKey')?.input as Record<string, unknown>;
  const code = (): string => page.all('#beside pre').map(({ textContent }) => textContent.replace(/\s+/g, ' ')).join(' ');
  const policy = (): string | undefined => page.all('.policy pre')[0]?.textContent;
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
        await page.element.updateComplete;
        // The same in code, folded where there is no room beside the page; it grows from page to page.
        expect(code()).to.equal('aws kms create-key \\ --origin AWS_CLOUDHSM \\ --region us-west-2');
        expect(page.all('#beside')[0]?.checkVisibility()).to.equal(false);
        page.press(of.beside);
        await page.element.updateComplete;
        expect(page.control(of.beside).getAttribute('aria-expanded')).to.equal('true');
        await fits();
        await page.next(1);
        await page.says(of.loaded);
        expect(code()).to.contain('aws kms describe-custom-key-stores').and.contain('aws cloudhsmv2 describe-clusters').and.not.contain('--custom-key-store-id');
        page.press('ExampleKeyStore');
        await page.element.updateComplete;
        expect(code()).to.contain(`--custom-key-store-id ${CustomKeyStoreId}`);
        await fits();
        await page.next(2);
        page.type(of.alias, 'alias/payments');
        page.type(of.description, 'For payments');
        page.press(of.addTag);
        await page.element.updateComplete;
        page.type(of.tagKey, 'team');
        page.type(of.tagValue, 'payments');
        await page.element.updateComplete;
        expect(code()).to.contain("--description 'For payments'").and.contain('--tags TagKey=team,TagValue=payments').and.contain('aws kms create-alias \\ --alias-name alias/payments').and.not.contain('--policy');
        page.press('Python');
        await fits();
        await page.next(3);
        // The way that was chosen stays.
        expect(code()).to.contain("Policy=open('key-policy.json').read()").and.contain('kms.create_alias(');
        expect(checked('may-delete')).to.equal(true);
        page.all<HTMLInputElement>('#administrators-KeyAdminRole')[0]?.click();
        page.press(of.mayDelete);
        await page.element.updateComplete;
        expect(policy()).to.contain('role/KeyAdminRole').and.not.contain('ScheduleKeyDeletion');
        await fits();
        await page.next(4);
        page.all<HTMLInputElement>('#users-AppRole')[0]?.click();
        page.press(of.addAccount);
        await page.element.updateComplete;
        expect(page.focused()).to.equal(page.control(of.account(1)));
        page.type(of.account(1), '444455556666');
        await fits();
        await page.next(5);
        expect(policy()).to.contain('444455556666:root');
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
    await page.says('Multi-Region keys cannot be created in an AWS CloudHSM key store.');
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
    // Announced, and told by the field itself.
    expect(page.all('form > [role=status].hidden')[0]?.textContent).to.equal('One field needs attention.');
    expect(page.focused()?.closest('fieldset')?.getAttribute('aria-describedby')).to.equal('store-wrong');
    page.press('ExampleKeyStore');
    await page.next(2);
    expect(page.all('form > [role=status].hidden')[0]?.textContent).to.equal('');
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
});
