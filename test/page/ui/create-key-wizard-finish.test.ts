import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { GlassCreateKeyWizard } from '../../../src/page/ui/create-key-wizard/wizard.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';
import { walk, words, type Walk } from './wizard-world.ts';

/** Review and Finish; the pages before have a file of their own. */
describe('<glass-create-key-wizard> at its end', () => {
  let page: Walk;
  const open = async (options: Parameters<typeof walk>[0] = {}): Promise<void> => {
    page = await walk(options);
  };
  afterEach(() => {
    page.close();
  });
  const checked = (id: string): boolean => page.all<HTMLInputElement>(`#${id}`)[0]?.checked === true;
  const link = (name: RegExp): HTMLAnchorElement | undefined => page.all<HTMLAnchorElement>('a').find((each) => name.test(each.getAttribute('aria-label') ?? ''));
  const made = (): Record<string, unknown> => page.calls.find(({ operation }) => operation === 'CreateKey')?.input as Record<string, unknown>;

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
      expect(page.text()).to.contain(`aws kms connect-custom-key-store \\ --custom-key-store-id ${CustomKeyStoreId}`);
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
      expect(page.text()).to.contain(`aws cloudhsmv2 create-hsm \\ --cluster-id ${ClusterId} \\ --availability-zone us-west-2a`);
      page.press(lang === 'en' ? 'Add an HSM in us-west-2a' : 'us-west-2a に HSM を追加');
      await page.says(lang === 'en' ? 'The HSM is being created.' : 'HSM を作成しています。');
      await waitFor(page.element, () => page.all<HTMLAnchorElement>('.repair a.event')[0]?.hash.startsWith('#/cloudtrail/request/CreateHsm/'));
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
    expect(page.all<HTMLAnchorElement>('.call a').map(({ hash }) => hash.replace(/\/[^/]+$/, ''))).to.deep.equal(['#/cloudtrail/request/CreateKey', '#/cloudtrail/request/CreateAlias']);
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
    // The code beside: unfolded, another way by the arrow keys, and back into the page.
    await reach(button('The same in code'));
    await sendKeys({ press: 'Enter' });
    await reach(button('AWS CLI'));
    await sendKeys({ press: 'ArrowRight' });
    await waitFor(page.element, () => page.all('#beside [aria-selected=true]')[0]?.textContent.trim() === 'TypeScript');
    expect(page.all('#beside pre')[0]?.textContent).to.contain('new CreateKeyCommand({');
    page.all('#title')[0]?.focus();
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
