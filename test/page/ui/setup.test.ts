import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { Simulator } from '../../../src/page/index.ts';
import type { ChooseKeyEvent } from '../../../src/page/ui/events.ts';
import { GlassSetup } from '../../../src/page/ui/setup/setup.ts';
import { customerCa as anotherCa } from '../../../src/worker/scenarios/certificates.ts';
import { axeFindings } from './axe.ts';
import { adminPassword, deeds, kmsPassword, only, open } from './setup-world.ts';
import { stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

/** Each step as it is met: its title and button, words of its form, and what stands beside it. */
const met: Readonly<Record<string, { readonly en: readonly [title: string, button: string]; readonly ja: readonly [string, string]; readonly ways: readonly string[]; readonly code: string }>> = {
  cluster: { en: ['Create the cluster', 'Create cluster'], ja: ['クラスターを作成する', 'クラスターを作成'], ways: ['AWS CLI', 'TypeScript', 'Python'], code: 'aws cloudhsmv2 create-cluster' },
  firstHsm: { en: ['Create the first HSM', 'Create HSM'], ja: ['最初の HSM を作成する', 'HSM を作成'], ways: ['AWS CLI', 'TypeScript', 'Python'], code: '--availability-zone us-west-2a' },
  sign: { en: ['Sign the cluster’s certificate', 'Make a CA and sign'], ja: ['クラスターの証明書に署名する', 'CA を作成して署名'], ways: [], code: 'openssl x509 -req -days 3652' },
  activate: { en: ['Activate the cluster', 'Activate cluster'], ja: ['クラスターをアクティブ化する', 'クラスターをアクティブ化'], ways: [], code: 'cluster activate Enter password: ******** Confirm password: ********' },
  secondHsm: { en: ['Create an HSM in a second zone', 'Create HSM'], ja: ['2 つ目のゾーンに HSM を作成する', 'HSM を作成'], ways: ['AWS CLI', 'TypeScript', 'Python'], code: '--availability-zone us-west-2b' },
  user: { en: ['Create the user for AWS KMS', 'Create kmsuser'], ja: ['AWS KMS 用のユーザーを作成する', 'kmsuser を作成'], ways: [], code: 'aws-cloudhsm > user create --username kmsuser --role crypto-user' },
  store: { en: ['Create the key store', 'Create key store'], ja: ['キーストアを作成する', 'キーストアを作成'], ways: ['AWS CLI', 'TypeScript', 'Python'], code: '--trust-anchor-certificate file://customerCA.crt' },
  connect: { en: ['Connect the key store', 'Connect'], ja: ['キーストアを接続する', '接続'], ways: ['AWS CLI', 'TypeScript', 'Python'], code: 'aws kms connect-custom-key-store' },
  key: { en: ['Create the first key', 'Create the first key'], ja: ['最初のキーを作成する', '最初のキーを作成'], ways: ['AWS CLI', 'TypeScript', 'Python'], code: '--origin AWS_CLOUDHSM' },
};
/** What the world holds when a step is next: `sign` is in none. */
const arranged = (step: string): string => (step === 'sign' ? 'initialize' : step);

const current = (setup: Stage<GlassSetup>): string | undefined => setup.all('[aria-current="step"]')[0]?.dataset['step'];
const reaches = (setup: Stage<GlassSetup>, step: string): Promise<unknown> => waitFor(setup.element, () => current(setup) === step);
const stateOf = (setup: Stage<GlassSetup>, step: string): string | undefined => setup.all(`[data-step="${step}"]`)[0]?.dataset['state'];
/** The focus alone changes nothing that could be watched: what comes with it is waited for, and it is there in the end. */
async function focusIs(setup: Stage<GlassSetup>, selector: string): Promise<void> {
  await waitFor(setup.element, () => setup.all(selector).length > 0);
  await focusComes(() => setup.focused() === setup.all(selector)[0]);
}
const atOnce = ({ control }: Simulator): Promise<void> => control.setSpeed(Infinity);

describe('<glass-setup>', () => {
  let setup: Stage<GlassSetup>;
  afterEach(() => {
    setup.close();
  });

  for (const [step, { ways, code, ...words }] of Object.entries(met))
    for (const lang of ['en', 'ja'] as const)
      it(`meets the step ${step}: what it does, one button, and the same by other means (${lang})`, async () => {
        const theme = lang === 'en' ? 'light' : 'dark';
        setup = await open(arranged(step), { lang, theme });
        await reaches(setup, step);
        const [title, button] = words[lang];
        await setup.says(title);
        await waitFor(setup.element, () => setup.all('.primary').length === 1);
        expect(setup.all('.primary').map((each) => each.textContent.trim())).to.deep.equal([button]);
        expect(setup.all('[role=tab]').map((each) => each.textContent.trim())).to.deep.equal(ways);
        expect(setup.all('.ways pre').map((each) => each.textContent.replace(/[\s\\]+/g, ' ')).join(' ')).to.contain(code);
        const open_ = Object.keys(met).indexOf(step);
        Object.keys(met).forEach((name, i) => {
          if (i !== open_) expect(stateOf(setup, name), name).to.equal(i < open_ ? 'done' : 'later');
        });
        expect(await axeFindings(setup.element)).to.deep.equal([]);
      });

  it('builds all of it by its buttons, asks for nothing twice, and leads from step to step', async () => {
    setup = await stage(() => new GlassSetup(), { scenario: 'empty' });
    await atOnce(setup.simulator);
    let chosen = '';
    setup.element.addEventListener('glass-choose-key', (event: ChooseKeyEvent) => (chosen = event.KeyId));
    const does = async (step: string, button: string): Promise<void> => {
      await reaches(setup, step);
      await waitFor(setup.element, () => setup.all('.primary').some((each) => each.textContent.trim() === button));
      if (step !== 'cluster' && step !== 'activate' && step !== 'user') await focusIs(setup, `#title-${step}`);
      setup.press(button);
    };
    await does('cluster', 'Create cluster');
    await does('firstHsm', 'Create HSM');
    await does('sign', 'Make a CA and sign');
    await does('initialize', 'Initialize cluster');
    await reaches(setup, 'activate');
    setup.press(/^Fill in/);
    await setup.element.updateComplete;
    await does('activate', 'Activate cluster');
    await does('secondHsm', 'Create HSM');
    await reaches(setup, 'user');
    await waitFor(setup.element, () => setup.all('#kms-password').length === 1);
    expect(setup.control<HTMLInputElement>('Password of admin').value, 'still known').to.equal(adminPassword);
    setup.type('Password of kmsuser', kmsPassword);
    await setup.element.updateComplete;
    await does('user', 'Create kmsuser');
    await reaches(setup, 'store');
    expect(setup.control<HTMLInputElement>('Password of kmsuser').value, 'still known').to.equal(kmsPassword);
    setup.type('Name of the key store', 'Mine');
    await setup.element.updateComplete;
    await does('store', 'Create key store');
    await does('connect', 'Connect');
    await reaches(setup, 'key');
    setup.type('Alias (optional)', 'alias/mine');
    await setup.element.updateComplete;
    await does('key', 'Create the first key');
    await setup.says('Your first key stands');
    await focusIs(setup, '#title-finished');
    expect(setup.calls.map(({ operation }) => operation)).to.deep.equal([
      'CreateCluster', 'CreateHsm', 'InitializeCluster', 'CreateHsm', 'CreateCustomKeyStore', 'ConnectCustomKeyStore', 'CreateKey', 'CreateAlias',
    ]);
    const { kms } = setup.simulator;
    const { CiphertextBlob } = await kms.encrypt({ KeyId: 'alias/mine', Plaintext: new TextEncoder().encode('hello') });
    const { Plaintext, KeyId } = await kms.decrypt({ CiphertextBlob });
    expect(new TextDecoder().decode(Plaintext)).to.equal('hello');
    expect(KeyId).to.contain(chosen);
    expect(await axeFindings(setup.element)).to.deep.equal([]);

    // And another one.
    setup.press('Build another cluster from nothing');
    await reaches(setup, 'cluster');
    expect(setup.control('Create cluster')).to.be.instanceOf(HTMLButtonElement);
  });

  it('waits as long as AWS, and says how long that is', async () => {
    setup = await open('cluster');
    await setup.simulator.control.setSpeed(1);
    await reaches(setup, 'cluster');
    setup.press('Create cluster');
    await setup.says('At AWS 4 min by our guess');
    expect(stateOf(setup, 'cluster')).to.equal('waiting');
    expect(setup.all('progress')).to.have.lengthOf(1);
    expect(setup.all('.primary')).to.deep.equal([]);
    expect(await axeFindings(setup.element)).to.deep.equal([]);
    await setup.simulator.control.advance(240_000);
    await reaches(setup, 'firstHsm');
    await setup.says('Next: Create the first HSM');
    await focusIs(setup, '#title-firstHsm');
  });

  it('goes on where others have gone: by SDK, CLI or in the map', async () => {
    setup = await open('cluster');
    await atOnce(setup.simulator);
    await reaches(setup, 'cluster');
    const order = ['cluster', 'firstHsm', 'sign', 'activate', 'secondHsm', 'user', 'store', 'connect', 'key'];
    const names = Object.keys(deeds);
    for (const [i, name] of names.entries()) {
      await deeds[name]?.(setup.simulator);
      const next = order[i + 1];
      if (next) await reaches(setup, next);
      else await setup.says('Your first key stands');
    }
  });

  it('says in place what AWS refuses, takes the focus there, and goes on', async () => {
    setup = await open('cluster');
    await reaches(setup, 'cluster');
    setup.choose('HSM type', 'hsm1.medium (refused)');
    await setup.element.updateComplete;
    setup.press('Create cluster');
    await setup.says('Provided HsmType is not supported.');
    await focusIs(setup, '#refusal');
    expect(await axeFindings(setup.element)).to.deep.equal([]);
    setup.choose('HSM type', 'hsm2m.medium');
    await atOnce(setup.simulator);
    setup.press('Create cluster');
    await reaches(setup, 'firstHsm');
    expect(setup.all('#refusal')).to.deep.equal([]);
  });

  it('leaves out subnets that are not wanted, and warns of fewer than two zones', async () => {
    setup = await open('cluster');
    await reaches(setup, 'cluster');
    const boxes = setup.all<HTMLInputElement>('.subnets input');
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([true, true, true]);
    boxes[0]?.click();
    await setup.element.updateComplete;
    expect(setup.all('.subnets .bad')).to.deep.equal([]);
    boxes[2]?.click();
    await setup.element.updateComplete;
    expect(setup.all('.subnets .bad')).to.have.lengthOf(1);
    boxes[2]?.click();
    await setup.element.updateComplete;
    setup.press('Create cluster');
    await waitFor(setup.element, () => stateOf(setup, 'cluster') === 'waiting' || current(setup) === 'firstHsm');
    expect(Object.keys((await only(setup.simulator)).SubnetMapping).sort()).to.deep.equal(['us-west-2b', 'us-west-2c']);
  });

  it('takes what one’s own openssl made, and says in the field what is no certificate', async () => {
    setup = await open('initialize');
    await reaches(setup, 'sign');
    setup.press('I sign it with my own openssl');
    await setup.element.updateComplete;
    setup.type(/^Signed certificate/, '-----BEGIN CERTIFICATE-----\nMII');
    setup.press('Take these two');
    await setup.says('cut off or damaged');
    await focusIs(setup, '#pastedCert');
    expect(setup.control('Trust anchor: customerCA.crt').getAttribute('aria-invalid')).to.equal('true');
    expect(await axeFindings(setup.element)).to.deep.equal([]);

    // A certificate, but not the cluster's: AWS says so.
    const certificate = anotherCa;
    setup.type(/^Signed certificate/, certificate);
    setup.type(/^Trust anchor/, certificate);
    setup.press('Take these two');
    await reaches(setup, 'initialize');
    await waitFor(setup.element, () => setup.all('.primary').some((each) => each.textContent.trim() === 'Initialize cluster'));
    setup.press('Initialize cluster');
    await setup.says('CloudHsmInvalidRequestException');
    await setup.says('SignedCert is a self-signed certificate');
    expect(setup.calls.map(({ operation }) => operation)).to.include('InitializeCluster');
  });

  it('can sign again what AWS refused', async () => {
    setup = await open('initialize');
    await reaches(setup, 'sign');
    setup.press('I sign it with my own openssl');
    const certificate = anotherCa;
    setup.type(/^Signed certificate/, certificate);
    setup.type(/^Trust anchor/, certificate);
    setup.press('Take these two');
    await reaches(setup, 'initialize');
    setup.press('Sign again');
    await reaches(setup, 'sign');
    await waitFor(setup.element, () => setup.all('.primary').some((each) => each.textContent.trim() === 'Make a CA and sign'));
    setup.press('Make a CA and sign');
    await reaches(setup, 'initialize');
    await setup.says('customerCA.key');
  });

  it('shows what CloudHSM CLI refuses', async () => {
    setup = await open('activate');
    await reaches(setup, 'activate');
    setup.type('New password of admin', 'short');
    setup.press('Activate cluster');
    await setup.says('A password has 8 to 32 characters.');
    await focusIs(setup, '#refusal');
  });

  it('asks for the password of admin again after a reload, and tells when it is wrong', async () => {
    setup = await open('user');
    await reaches(setup, 'user');
    await waitFor(setup.element, () => setup.all('#kms-password').length === 1);
    expect(setup.control<HTMLInputElement>('Password of admin').value).to.equal('');
    setup.type('Password of admin', 'wrong12345');
    setup.type('Password of kmsuser', kmsPassword);
    setup.press('Create kmsuser');
    await setup.says('Login failed: user name, role or password is wrong.');
    setup.type('Password of admin', adminPassword);
    setup.press('Create kmsuser');
    await reaches(setup, 'store');
  });

  it('leads from a wrong password of kmsuser over FAILED to CONNECTED', async () => {
    setup = await open('store');
    await atOnce(setup.simulator);
    await reaches(setup, 'store');
    setup.type('Password of kmsuser', 'wrong12345');
    setup.press('Create key store');
    await reaches(setup, 'connect');
    await waitFor(setup.element, () => setup.all('.primary').some((each) => each.textContent.trim() === 'Connect'));
    setup.press('Connect');
    await setup.says('INVALID_CREDENTIALS');
    expect(await axeFindings(setup.element)).to.deep.equal([]);
    setup.press('Disconnect');
    await waitFor(setup.element, () => setup.all('.own').length === 1);
    setup.press('AWS KMS has another password than the cluster');
    setup.type('Password of kmsuser', kmsPassword);
    await waitFor(setup.element, () => setup.control('Tell AWS KMS').getAttribute('aria-disabled') === 'false');
    setup.press('Tell AWS KMS');
    await waitFor(setup.element, () => setup.calls.at(-1)?.operation === 'UpdateCustomKeyStore' && setup.control('Connect').getAttribute('aria-disabled') === 'false');
    setup.press('Connect');
    await reaches(setup, 'key');
  });

  it('continues with the newest cluster, and lets one choose', async () => {
    setup = await open('firstHsm');
    await reaches(setup, 'firstHsm');
    const first = await only(setup.simulator);
    await setup.simulator.control.advance(60_000);
    await deeds['cluster']?.(setup.simulator);
    await waitFor(setup.element, () => setup.all<HTMLSelectElement>('#which')[0]?.options.length === 3);
    expect(setup.control<HTMLSelectElement>('Cluster to go on with').value, 'it stays with its own').to.equal(first.ClusterId);

    const { simulator } = setup;
    const again = new GlassSetup();
    Object.assign(again, { lang: 'en', theme: 'light', simulator });
    setup.element.replaceWith(again);
    const select = await waitFor(again, () => again.shadowRoot?.querySelector<HTMLSelectElement>('#which'));
    expect(select.value).not.to.equal(first.ClusterId);
    select.value = first.ClusterId;
    select.dispatchEvent(new Event('change'));
    await waitFor(again, () => again.shadowRoot?.querySelector('[data-step="cluster"] .result')?.textContent.includes(first.ClusterId));
    again.remove();
  });

  it('skips what a cluster from a backup brings along', async () => {
    setup = await open('secondHsm');
    const [backup] = await setup.simulator.look('backups');
    const cluster = await only(setup.simulator);
    await atOnce(setup.simulator);
    const { Cluster } = await setup.simulator.cloudhsmv2.createCluster({
      HsmType: 'hsm2m.medium',
      SubnetIds: Object.values(cluster.SubnetMapping),
      SourceBackupId: backup?.BackupId ?? '',
    });
    await setup.simulator.look('clusters');
    setup.element.begin(Cluster?.ClusterId);
    await reaches(setup, 'firstHsm');
    for (const step of ['sign', 'initialize', 'activate', 'user']) expect(stateOf(setup, step), step).to.equal('skipped');
    await setup.says('Not needed: the cluster comes from a backup');
    expect(await axeFindings(setup.element)).to.deep.equal([]);
    await waitFor(setup.element, () => setup.all('.primary').length === 1);
    setup.press('Create HSM');
    await reaches(setup, 'secondHsm');
  });

  it('begins anew where its cluster is gone', async () => {
    setup = await open('firstHsm');
    await reaches(setup, 'firstHsm');
    await atOnce(setup.simulator);
    const { ClusterId } = await only(setup.simulator);
    await setup.simulator.cloudhsmv2.deleteCluster({ ClusterId });
    await setup.simulator.look('clusters');
    await reaches(setup, 'cluster');
  });

  it('works by keyboard alone: Enter in a field does the step, arrows turn the tabs', async () => {
    setup = await open('store');
    await reaches(setup, 'store');
    setup.all('[role=tab]')[0]?.focus();
    await sendKeys({ press: 'ArrowRight' });
    await setup.says("import { readFile } from 'node:fs/promises';");
    expect(setup.focused()?.textContent?.trim()).to.equal('TypeScript');
    await sendKeys({ press: 'End' });
    await setup.says("TrustAnchorCertificate=open('customerCA.crt').read()");
    await sendKeys({ press: 'ArrowRight' });
    expect(setup.focused()?.textContent?.trim()).to.equal('AWS CLI');
    setup.control('Password of kmsuser').focus();
    await sendKeys({ type: kmsPassword });
    await sendKeys({ press: 'Enter' });
    await reaches(setup, 'connect');
    expect(setup.calls.at(-1)?.operation).to.equal('CreateCustomKeyStore');
  });

  it('never shows a password, in whatever code', async () => {
    setup = await open('store');
    await reaches(setup, 'store');
    setup.type('Password of kmsuser', 'secretSecret1');
    await setup.element.updateComplete;
    for (const tab of setup.all('[role=tab]')) {
      tab.click();
      await setup.element.updateComplete;
      expect(setup.all('.ways')[0]?.textContent).to.contain('********').and.not.to.contain('secretSecret1');
    }
  });
});
