import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { guideTexts } from '../../../src/page/i18n/guide.ts';
import type { GlassGuide } from '../../../src/page/ui/guide/guide.ts';
import { axeFindings } from './axe.ts';
import { adminPassword, currentStep, newPassword, open, rests, typePasswords } from './guide-world.ts';
import { CustomKeyStoreId, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

const operations = (guide: Stage<GlassGuide>): string[] => guide.calls.map(({ operation }) => operation);
const focusIs = async (guide: Stage<GlassGuide>, selector: string): Promise<void> => {
  await waitFor(guide.element, () => guide.all(selector).length > 0);
  await focusComes(() => guide.focused() !== null && guide.focused() === guide.all(selector)[0]);
};
const reaches = (guide: Stage<GlassGuide>, step: string): Promise<unknown> => waitFor(guide.element, () => currentStep(guide) === step);
/** To a control, as one goes there with the Tab key from where the focus is. */
async function tabTo(guide: Stage<GlassGuide>, reached: (element: Element | null) => boolean): Promise<void> {
  for (let pressed = 0; pressed < 30 && !reached(guide.focused()); pressed += 1) await sendKeys({ press: 'Tab' });
  expect(reached(guide.focused())).to.equal(true);
}

describe('<glass-guide>', () => {
  let guide: Stage<GlassGuide>;
  afterEach(() => {
    guide.close();
  });

  for (const lang of ['en', 'ja'] as const)
    it(`lists all codes, searches them, lists the scenarios and what is injected (${lang})`, async () => {
      guide = await open(null, { lang, theme: lang === 'en' ? 'light' : 'dark' });
      expect(await axeFindings(guide.element)).to.deep.equal([]);
      guide.type(lang === 'en' ? 'Search' : '検索', '{"__type":"KMSInvalidStateException","message":"KMS cannot communicate with your CloudHSM cluster"}');
      await waitFor(guide.element, () => guide.all('.found a').length > 0);
      expect(guide.all<HTMLAnchorElement>('.found a')[0]?.getAttribute('href')).to.equal('#/errors/KMSInvalidStateException');
      guide.type(lang === 'en' ? 'Search' : '検索', 'zzz');
      await guide.says(lang === 'en' ? 'No page fits this text.' : 'この文に合うページはありません。');
      expect(guide.all('[data-scenario]')).to.have.lengthOf(28);

      // A scenario that was loaded leads to its page, which names the keys that it is about.
      guide.press(lang === 'en' ? 'Load key-material-deleted' : '読み込む key-material-deleted');
      await waitFor(guide.element, () => guide.all('dialog').length === 1);
      guide.all('dialog .danger')[0]?.click();
      await focusIs(guide, '#loaded');
      expect(guide.all<HTMLAnchorElement>('#loaded a')[0]?.getAttribute('href')).to.equal('#/errors/KMSInvalidStateException');
      expect(await axeFindings(guide.element)).to.deep.equal([]);

      await guide.simulator.control.injectFault('network', { active: true, target: CustomKeyStoreId });
      await waitFor(guide.element, () => guide.all('.active-faults li').length === 1);
      expect(await axeFindings(guide.element)).to.deep.equal([]);
      guide.press(lang === 'en' ? /^End it/ : /^終わらせる/);
      await waitFor(guide.element, () => guide.all('.active-faults li').length === 0);
      expect(await guide.simulator.control.faults()).to.deep.equal([]);
    });

  it('takes a code in any case, says so where there is no page about it, and brings the focus to the title', async () => {
    guide = await open('USER_LOGGED_IN');
    guide.element.code = 'user_not_found';
    guide.element.focus();
    await focusIs(guide, '#title');
    expect(guide.focused()?.textContent).to.equal('USER_NOT_FOUND');
    guide.element.code = 'XKS_PROXY_TIMED_OUT';
    await guide.says('There is no page about XKS_PROXY_TIMED_OUT.');
  });

  it('repairs by each step done by keyboard: the call is seen before, the state before and after, and the focus goes along', async () => {
    guide = await open('INVALID_CREDENTIALS', { scenario: 'invalid-credentials' });
    const { simulator } = guide;
    await simulator.control.setSpeed(Infinity);
    const isDo = (element: Element | null): boolean => element?.textContent.trim() === 'Do this step';
    guide.element.focus();
    await focusIs(guide, '#title');

    await reaches(guide, 'disconnect');
    await guide.says('this holds: ✕ AWS KMS has another password');
    await guide.says(/ConnectionState\s*Before\s*FAILED\s*After\s*DISCONNECTED/);
    expect(guide.all('[aria-current=step] .ways pre')[0]?.textContent).to.contain('aws kms disconnect-custom-key-store');
    await tabTo(guide, isDo);
    await sendKeys({ press: 'Enter' });

    await focusIs(guide, '#title-setPassword');
    expect(guide.all('[aria-current=step] .ways pre')[0]?.textContent).to.contain('user change-password --username kmsuser --role crypto-user');
    // Nothing is typed silently: without the passwords it asks for them.
    await tabTo(guide, isDo);
    await sendKeys({ press: 'Enter' });
    await focusIs(guide, '#setPassword-admin-password');
    await sendKeys({ type: adminPassword });
    await tabTo(guide, (element) => element?.id === 'setPassword-kms-password');
    await sendKeys({ type: newPassword });
    expect(guide.all('[aria-current=step] .ways pre')[0]?.textContent, 'no password is shown').not.to.contain('Pswd');
    await sendKeys({ press: 'Enter' });

    await focusIs(guide, '#title-tellPassword');
    expect(guide.all('[aria-current=step] .ways pre')[0]?.textContent).to.contain('--key-store-password');
    expect(guide.all('[aria-current=step] .ways pre')[0]?.textContent, 'no password is shown').not.to.contain('Pswd');
    await tabTo(guide, isDo);
    await sendKeys({ press: 'Enter' });
    await focusIs(guide, '#title-connect');
    await guide.says('The cause is gone. Go on with the steps that are left.');
    await tabTo(guide, isDo);
    await sendKeys({ press: 'Enter' });
    await focusIs(guide, '#title-prove');
    await tabTo(guide, (element) => element?.textContent.trim() === 'Encrypt and create a key');
    await sendKeys({ press: 'Enter' });
    await focusIs(guide, '#repaired');
    expect(operations(guide)).to.deep.equal(['DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore', 'Encrypt', 'CreateKey']);
  });

  it('counts what was done elsewhere, and waits as long as AWS, shown', async () => {
    guide = await open('INVALID_CREDENTIALS', { scenario: 'invalid-credentials' });
    const { kms, control } = guide.simulator;
    await control.setSpeed(1);
    await reaches(guide, 'disconnect');
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await waitFor(guide.element, () => guide.all('[data-step=disconnect][data-state=waiting] progress').length === 1);
    // What was before is what was before it was begun.
    await guide.says(/ConnectionState\s*Before\s*FAILED\s*After\s*DISCONNECTED/);
    expect(await axeFindings(guide.element)).to.deep.equal([]);
    await control.advance(3_600_000);
    await reaches(guide, 'setPassword');
    expect(guide.all('[data-step=disconnect]')[0]?.dataset['state']).to.equal('done');
  });

  it('stops where something is refused, in the words that it was refused with', async () => {
    guide = await open('USER_LOCKED_OUT', { scenario: 'user-locked-out' });
    await guide.simulator.control.setSpeed(1);
    await reaches(guide, 'disconnect');
    guide.control('Do this step').focus();
    guide.press('Do this step');
    // The button is gone while AWS takes its time: the focus stays with the step.
    await waitFor(guide.element, () => guide.all('[data-step=disconnect][data-state=waiting]').length === 1);
    await focusIs(guide, '#title-disconnect');
    expect(guide.text(), 'a repair is no error being made').not.to.include('Being made to happen');
    await guide.simulator.control.setSpeed(Infinity);
    await guide.simulator.control.advance(3_600_000);
    await reaches(guide, 'setPassword');
    await rests(guide);
    guide.type('Password of admin', 'notTheAdmin1');
    guide.type('New password of kmsuser', newPassword);
    await guide.element.updateComplete;
    guide.press('Do this step');
    await focusIs(guide, '#stop');
    await guide.says('Login failed');
    await guide.says('It is not the password of the cluster’s admin.');
    expect(currentStep(guide)).to.equal('setPassword');
    expect(await axeFindings(guide.element)).to.deep.equal([]);
  });

  it('says that a password was not the right one, and which code the connection fails with', async () => {
    guide = await open('INVALID_CREDENTIALS', { scenario: 'invalid-credentials' });
    const { control, kms } = guide.simulator;
    await control.setSpeed(Infinity);
    await reaches(guide, 'disconnect');
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await reaches(guide, 'setPassword');
    guide.type('Password of admin', adminPassword);
    guide.type('New password of kmsuser', newPassword);
    await guide.element.updateComplete;
    guide.press('Do this step');
    await reaches(guide, 'tellPassword');
    await rests(guide);
    guide.type('Password of kmsuser', 'anotherOne1');
    await guide.element.updateComplete;
    guide.press('Do this step');
    await focusIs(guide, '#stop');
    await guide.says('it is not the password that kmsuser has in the cluster');
    await rests(guide);
    expect(await axeFindings(guide.element)).to.deep.equal([]);

    // Who does not know it has an admin set another one, and goes on.
    guide.press(/^You do not know the password/);
    await waitFor(guide.element, () => guide.all('details[data-step=resetPassword][open]').length === 1);
    expect(await axeFindings(guide.element)).to.deep.equal([]);
    guide.type('New password of kmsuser', 'yetAnother1');
    await guide.element.updateComplete;
    guide.all('details[data-step=resetPassword] .primary')[0]?.click();
    await focusIs(guide, '#title-tellPassword');
    await rests(guide);
    guide.press('Do this step');
    await reaches(guide, 'connect');
  });

  for (const lang of ['en', 'ja'] as const)
    it(`makes it happen in this world, asked first, and then shows the repair (${lang})`, async () => {
      guide = await open('INVALID_CREDENTIALS', { lang });
      await guide.simulator.control.setSpeed(Infinity);
      await guide.says(lang === 'en' ? 'The key store works.' : 'キーストアは正常に動作しています。');
      expect(guide.all('[data-repair]')).to.deep.equal([]);
      await guide.says(lang === 'en' ? 'Steps for this case: AWS KMS has another password' : '次の場合の手順: AWS KMS が持つパスワードが');
      guide.press(lang === 'en' ? /^Make it happen/ : /^起こす/);
      await waitFor(guide.element, () => guide.all('dialog').length === 1);
      expect(operations(guide)).to.deep.equal([]);
      expect(await axeFindings(guide.element)).to.deep.equal([]);
      guide.all('dialog .danger')[0]?.click();
      await waitFor(guide.element, () => guide.all('[data-repair=INVALID_CREDENTIALS]').length === 1);
      await rests(guide);
      await focusIs(guide, '#here');
      expect(operations(guide)).to.deep.equal(['DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore']);
      expect(await axeFindings(guide.element)).to.deep.equal([]);
    });

  it('brings what was begun to its end, though the page is left in the middle, and shows no cause until then', async () => {
    guide = await open('INVALID_CREDENTIALS');
    const { simulator } = guide;
    await simulator.control.setSpeed(Infinity);
    await guide.says('The key store works.');
    const connected = new Promise((resolve) => {
      simulator.exchanges.addEventListener('exchange', ({ request }) => {
        if (request.headers['x-amz-target']?.endsWith('.ConnectCustomKeyStore')) resolve(undefined);
      });
    });
    guide.press(/^Make it happen/);
    await waitFor(guide.element, () => guide.all('dialog').length === 1);
    guide.all('dialog .danger')[0]?.click();
    await guide.says('Being made to happen…');
    expect(guide.text()).not.to.include('This is the cause');
    guide.element.remove();
    await connected;
    expect((await simulator.look('map')).keyStores[0]?.ConnectionErrorCode).to.equal('INVALID_CREDENTIALS');
  });

  it('loads a scenario, asked first, tells the page around it, and gives its passwords', async () => {
    guide = await open('USER_LOGGED_IN');
    let replaced = 0;
    guide.element.addEventListener('glass-world-replaced', () => (replaced += 1));
    guide.press('Load user-logged-in');
    await waitFor(guide.element, () => guide.all('dialog').length === 1);
    guide.all('dialog .danger')[0]?.click();
    await waitFor(guide.element, () => guide.all('[data-repair=USER_LOGGED_IN]').length === 1);
    await focusIs(guide, '#here');
    expect(replaced).to.equal(1);
    await reaches(guide, 'logOut');
    guide.press(/^Fill in/);
    await guide.element.updateComplete;
    expect(guide.control<HTMLInputElement>('Password of kmsuser').value).to.equal((await guide.simulator.control.notes()).passwords['kmsuser']);
  });

  it('names the keys that lost their material, warns of those that a backup lacks, and says with which it works again', async () => {
    guide = await open('KMSInvalidStateException', { scenario: 'key-material-deleted' });
    const { kms, control } = guide.simulator;
    await control.setSpeed(Infinity);
    const { ids } = await control.notes();
    await guide.says(`${ids['AliasName'] ?? ''} ${ids['KeyId'] ?? ''}`);
    await waitFor(guide.element, () => guide.all('[data-repair=keyMissing]').length === 1);
    await guide.says('It holds the material of all keys of the store.');
    const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    const newer = KeyMetadata?.KeyId ?? '';
    await waitFor(guide.element, () => guide.all('.loss .key-names')[0]?.textContent.includes(newer));
    await guide.says('It lacks the material of one key of the store');
    expect(await axeFindings(guide.element)).to.deep.equal([]);

    guide.press('Have it done');
    await waitFor(guide.element, () => guide.all('dialog .key-names')[0]?.textContent.includes(newer));
    expect(await axeFindings(guide.element)).to.deep.equal([]);
    guide.all('dialog .danger')[0]?.click();
    // The backup has an old password of kmsuser.
    await waitFor(guide.element, () => guide.all('#stop[data-stop=asks]').length > 0);
    await rests(guide);
    await typePasswords(guide);
    guide.press('Have it done');
    await focusIs(guide, '#repaired');
    const [encrypted, created, missing] = guide.all('.finished .key-names').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(encrypted).to.equal(`${ids['AliasName'] ?? ''} ${ids['KeyId'] ?? ''}`);
    expect(created).to.match(/^[0-9a-f-]{36}$/);
    expect(missing).to.equal(newer);
    expect(await axeFindings(guide.element)).to.deep.equal([]);
  });

  it('shows the steps for what is behind a code most often where nothing is wrong, as the source document has it', async () => {
    guide = await open('CustomKeyStoreInvalidStateException');
    await guide.says(`Steps for this case: ${guideTexts.en.causeTexts.disconnected.is.replaceAll('`', '')}`);
  });

  it('says that there is nothing to repair where there is no key store', async () => {
    guide = await open('USER_LOGGED_IN', { scenario: 'empty' });
    await guide.says('There is no key store in this account and Region, so there is nothing to repair.');
    expect(await axeFindings(guide.element)).to.deep.equal([]);
  });
});
