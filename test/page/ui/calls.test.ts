import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { Language } from '../../../src/page/i18n/languages.ts';
import { GlassCalls } from '../../../src/page/ui/calls/calls.ts';
import { linkErrors } from '../../../src/page/ui/error-link.ts';
import { errorAddress } from '../../../src/page/ui/guide/address.ts';
import { axeFindings } from './axe.ts';
import { CustomKeyStoreId, stage, type Stage } from './stage.ts';
import { waitFor } from './waiting.ts';

const make = (): GlassCalls => new GlassCalls();
const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;
const ignored = (): undefined => undefined;

describe('<glass-calls>', () => {
  let panel: Stage<GlassCalls>;
  const open = async (lang: Language = 'en', theme: 'light' | 'dark' = 'light'): Promise<void> => {
    panel = await stage(make, { lang, theme });
    await panel.element.updateComplete;
  };
  afterEach(() => {
    panel.close();
  });

  const rows = (): HTMLElement[] => panel.all('ol.list button');
  /** The calls that are listed, without their times. */
  const listed = (): string[] => rows().map(({ textContent }) => textContent.replace(/\d?\d:\d\d:\d\d( [AP]M)?/, '').replace(/\s+/g, ' ').trim());
  const until = (count: number): Promise<unknown> => waitFor(panel.element, () => rows().length === count && rows().every((row) => row.querySelector('time')));
  const tabs = (): HTMLElement[] => panel.all('[role=tab]');
  const tab = (): string => tabs().find((each) => each.ariaSelected === 'true')?.textContent.trim() ?? '';
  const text = (): string => panel.all('pre')[0]?.textContent ?? '';
  const show = async (name: string): Promise<string> => {
    panel.press(name);
    await panel.element.updateComplete;
    return text();
  };

  it('says what will come here', async () => {
    await open();
    expect(panel.text()).to.contain('Every call to AWS from this page appears here');
    expect(rows()).to.deep.equal([]);
  });

  it('shows each call: the newest first, its operation, status, AWS’s code and the simulated time', async () => {
    linkErrors(errorAddress);
    await open();
    const { kms, cloudhsmv2, control } = panel.simulator;
    await control.advance(86_400_000 * 3);
    await kms.listKeys();
    await cloudhsmv2.describeClusters();
    await kms.describeKey({ KeyId: 'alias/none' }).catch(ignored);
    await until(3);
    expect(listed()).to.deep.equal(['DescribeKey 400', 'DescribeClusters 200', 'ListKeys 200']);
    // Where the page explains codes, this one leads there.
    expect(panel.all<HTMLAnchorElement>('ol.list a').map(({ textContent, hash }) => [textContent, hash])).to.deep.equal([['NotFoundException', '#/errors/NotFoundException']]);
    const shown = new Date(rows()[0]?.querySelector('time')?.dateTime ?? 0);
    expect((await control.now()).getTime() - shown.getTime()).to.be.within(0, 60_000);
    expect(panel.all('[role=status]').map((each) => each.textContent)).to.include('DescribeKey: 400 NotFoundException');
  });

  it('keeps the last twenty', async () => {
    await open();
    for (let i = 0; i < 22; i += 1) await panel.simulator.kms.listKeys({ Limit: i + 1 });
    await until(20);
    expect(JSON.parse(text())).to.have.property('Keys');
    rows().at(-1)?.click();
    await panel.element.updateComplete;
    expect(await show('HTTP')).to.contain('{"Limit":3}');
  });

  it('follows the newest call, until a person chooses an older one', async () => {
    await open();
    const { kms } = panel.simulator;
    await kms.listKeys();
    await kms.listAliases();
    await until(2);
    const current = (): string => rows().find((row) => row.ariaCurrent === 'true')?.querySelector('code')?.textContent ?? '';
    expect(current()).to.equal('ListAliases');
    rows()[1]?.click();
    await kms.describeCustomKeyStores();
    await until(3);
    expect(current()).to.equal('ListKeys');
    rows()[0]?.click();
    await kms.listAliases();
    await until(4);
    expect(current()).to.equal('ListAliases');
  });

  it('shows one call six ways', async () => {
    await open();
    const { kms, cloudtrail } = panel.simulator;
    const { KeyMetadata, $metadata } = await kms.createKey({ ...inStore, Tags: [{ TagKey: 'a', TagValue: 'b' }] });
    await until(1);
    expect(tabs().map((each) => each.textContent.trim())).to.deep.equal(['Answer', 'HTTP', 'AWS CLI', 'TypeScript', 'Python', 'CloudTrail']);

    const answer = JSON.parse(text()) as { KeyMetadata: Record<string, unknown> };
    expect(answer.KeyMetadata).to.include({ KeyId: KeyMetadata?.KeyId, CreationDate: KeyMetadata?.CreationDate?.toISOString() });

    const http = await show('HTTP');
    expect(http).to.match(/^POST \/ HTTP\/1\.1\nhost: kms\.us-west-2\.amazonaws\.com\n/);
    expect(http).to.contain('x-amz-target: TrentService.CreateKey\n').and.contain('Signature=00000000…\n');
    expect(http).to.contain(`"CustomKeyStoreId":"${CustomKeyStoreId}"`);
    expect(http).to.contain(`\nHTTP/1.1 200\nx-amzn-requestid: ${$metadata.requestId}\n`);

    expect(await show('AWS CLI')).to.equal(
      `aws kms create-key \\\n  --origin AWS_CLOUDHSM \\\n  --custom-key-store-id ${CustomKeyStoreId} \\\n  --tags TagKey=a,TagValue=b \\\n  --region us-west-2`,
    );
    expect(await show('TypeScript')).to.contain("new CreateKeyCommand({\n    Origin: 'AWS_CLOUDHSM',");
    expect(await show('Python')).to.contain("kms.create_key(\n    Origin='AWS_CLOUDHSM',");

    panel.press('CloudTrail');
    await panel.says('eventVersion');
    expect(JSON.parse(text())).to.include({ eventName: 'CreateKey', requestID: $metadata.requestId });
    // What the panel asks for itself is nobody's call.
    expect(listed()).to.deep.equal(['CreateKey 200']);
    await cloudtrail.lookupEvents();
    await until(2);
    expect(listed()[0]).to.equal('LookupEvents 200');
  });

  it('asks CloudTrail only when somebody looks, and finds read-only calls and failures as well', async () => {
    await open();
    const { kms, exchanges } = panel.simulator;
    const asked: string[] = [];
    exchanges.addEventListener('exchange', ({ request }) => asked.push(request.headers['x-amz-target'] ?? ''));
    await kms.listKeys();
    await kms.describeKey({ KeyId: 'alias/none' }).catch(ignored);
    await until(2);
    expect(asked.filter((target) => target.includes('LookupEvents'))).to.deep.equal([]);
    panel.press('CloudTrail');
    await panel.says('"errorCode": "NotFoundException"');
    rows()[1]?.click();
    await panel.says('"eventName": "ListKeys"');
    rows()[0]?.click();
    await panel.says('"errorCode": "NotFoundException"');
    expect(asked.filter((target) => target.includes('LookupEvents'))).to.have.lengthOf(2);
  });

  it('says where CloudTrail has no record, and where no SDK could have sent the call', async () => {
    await open();
    await panel.simulator.fetch('https://kms.us-west-2.amazonaws.com/', { method: 'POST', headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.Dance' }, body: '{}' });
    await until(1);
    expect(listed()).to.deep.equal(['Dance 400']);
    expect(panel.all('ol.list .code').map(({ textContent }) => textContent)).to.deep.equal(['UnknownOperationException']);
    panel.press('AWS CLI');
    await panel.says('Neither the AWS CLI nor an SDK could have sent this request');
    panel.press('CloudTrail');
    await panel.says('CloudTrail has no record of this call.');
  });

  for (const [lang, decrypted] of [
    ['en', 'Plaintext as text'],
    ['ja', 'Plaintext をテキストとして表示'],
  ] as const)
    it(`shows decrypted bytes as the text that they are (${lang})`, async () => {
      await open(lang);
      const { kms } = panel.simulator;
      const { KeyMetadata } = await kms.createKey(inStore);
      const { CiphertextBlob } = await kms.encrypt({ KeyId: KeyMetadata?.KeyId, Plaintext: new TextEncoder().encode('ガラス') });
      await until(2);
      expect(panel.text()).not.to.contain(decrypted);
      await kms.decrypt({ CiphertextBlob });
      await panel.says(decrypted);
      expect(panel.text()).to.contain(`${decrypted} ガラス`);
    });

  for (const [lang, means] of [
    ['en', 'Keys can be created only while it is CONNECTED'],
    ['ja', 'キーを作成できるのは CONNECTED のときだけです'],
  ] as const)
    it(`tells what AWS’s refusal means (${lang})`, async () => {
      await open(lang);
      const { kms } = panel.simulator;
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
      await kms.createKey(inStore).catch(ignored);
      await panel.says(means);
      expect(panel.all('.error code')[0]?.textContent).to.equal('CustomKeyStoreInvalidStateException');
      expect(JSON.parse(text())).to.have.property('__type', 'CustomKeyStoreInvalidStateException');
    });

  it('has an empty answer where AWS sends none', async () => {
    await open();
    const { kms } = panel.simulator;
    const { KeyMetadata } = await kms.createKey();
    await kms.createAlias({ AliasName: 'alias/a', TargetKeyId: KeyMetadata?.KeyId });
    await panel.says('AWS answers this call with an empty body.');
  });

  it('forgets when it is told to', async () => {
    await open();
    await panel.simulator.kms.listKeys();
    await until(1);
    panel.element.clear();
    await panel.says('Every call to AWS from this page appears here');
  });

  it('is worked by keyboard: arrows, Home and End go through the tabs, one of which Tab reaches', async () => {
    await open();
    await panel.simulator.kms.listKeys();
    await until(1);
    tabs()[0]?.focus();
    for (const [key, name] of [
      ['ArrowRight', 'HTTP'],
      ['End', 'CloudTrail'],
      ['ArrowRight', 'Answer'],
      ['ArrowLeft', 'CloudTrail'],
      ['Home', 'Answer'],
    ] as const) {
      await sendKeys({ press: key });
      await waitFor(panel.element, () => tab() === name);
      await panel.element.updateComplete;
      expect(panel.focused()?.textContent?.trim()).to.equal(name);
      expect(tabs().filter(({ tabIndex }) => tabIndex === 0)).to.have.lengthOf(1);
      expect(panel.all('[role=tabpanel]')[0]?.getAttribute('aria-labelledby')).to.equal(panel.focused()?.id);
    }
  });

  for (const lang of ['en', 'ja'] as const)
    for (const theme of ['light', 'dark'] as const)
      it(`has nothing that axe finds: ${lang}, ${theme}`, async () => {
        await open(lang, theme);
        expect(await axeFindings(panel.element)).to.deep.equal([]);
        const { kms } = panel.simulator;
        await kms.createKey(inStore);
        await kms.describeKey({ KeyId: 'alias/none' }).catch(ignored);
        await until(2);
        for (const each of tabs()) {
          each.click();
          await panel.element.updateComplete;
          expect(await axeFindings(panel.element)).to.deep.equal([]);
        }
      });
});
