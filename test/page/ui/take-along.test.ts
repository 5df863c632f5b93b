import { expect } from 'chai';
import { connect } from '../../../src/page/index.ts';
import { GlassMissingMaterial } from '../../../src/page/ui/carry/missing-material.ts';
import { GlassTakeAlong } from '../../../src/page/ui/carry/take-along.ts';
import { axeFindings } from './axe.ts';
import { CustomKeyStoreId, nameOf, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;

/** A world with one key, as a file. */
async function exported(): Promise<{ text: string; KeyId: string }> {
  const simulator = await connect({ database: crypto.randomUUID(), workerUrl: '/public/build/worker.js' });
  const { KeyMetadata } = await simulator.kms.createKey(inStore);
  const text = await simulator.control.exportWorld();
  simulator.close();
  return { text, KeyId: KeyMetadata?.KeyId ?? '' };
}

describe('<glass-take-along>', () => {
  let page: Stage<GlassTakeAlong>;
  const open = async (options: Parameters<typeof stage>[1] = {}): Promise<void> => {
    page = await stage(() => new GlassTakeAlong(), options);
    await page.element.show();
  };
  afterEach(() => {
    page.close();
  });
  const choose = (text: string): void => {
    const [field] = page.all<HTMLInputElement>('#file');
    const list = new DataTransfer();
    list.items.add(new File([text], 'world.json', { type: 'application/json' }));
    if (!field) throw new Error('There is no field for a file.');
    field.files = list.files;
    field.dispatchEvent(new Event('change'));
  };

  it('saves the world as a file, named by its day', async () => {
    await open();
    const { createObjectURL } = URL;
    let saved: Blob | undefined;
    URL.createObjectURL = (blob) => createObjectURL.call(URL, (saved = blob as Blob));
    try {
      page.press('Save as a file');
      await page.says(/glass-hsm-\d{4}-\d\d-\d\d\.json was handed to your browser\./);
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    expect((await page.simulator.control.inspectWorld((await saved?.text()) ?? '')).keyStores).to.equal(1);
  });

  it('makes a link, and says where a world is too large for one', async () => {
    await open();
    page.press('Make a link');
    const [field] = await waitFor(page.element, () => (page.all('#link').length > 0 ? page.all<HTMLInputElement>('#link') : undefined));
    expect(field?.value).to.match(/#\/world\/1\.[\w-]+$/);
    await focusComes(() => page.focused()?.id === 'link');
    page.close();

    await open();
    for (let i = 0; i < 60; i += 1) await page.simulator.kms.createKey({ Description: crypto.getRandomValues(new Uint8Array(4096)).toHex().slice(0, 8192) });
    page.press('Make a link');
    await page.says('This world is too large for a link: more than 32,000 characters. Save it as a file.');
  });

  for (const [lang, words] of [
    ['en', { inFile: 'In the file: scenario default', after: '1 custom key store, 1 KMS key,', before: '1 custom key store, 0 KMS keys,', cancel: 'Cancel', replace: 'Replace this world', done: 'The world of the file is here.', missing: '1 key material is missing', make: 'Make new material for all keys', made: '1 key material was made.' }],
    ['ja', { inFile: 'ファイルの内容: シナリオ default', after: 'カスタムキーストア 1、KMS キー 1、', before: 'カスタムキーストア 1、KMS キー 0、', cancel: 'キャンセル', replace: 'この環境を置き換える', done: 'ファイルの環境を読み込みました。', missing: 'キーマテリアルが 1 個ありません', make: 'すべてのキーのキーマテリアルを作成', made: 'キーマテリアルを 1 個作成しました。' }],
  ] as const)
    it(`says what is in a file and what it replaces, replaces it, and makes new material (${lang})`, async () => {
      const { text, KeyId } = await exported();
      await open({ lang });
      choose(text);
      await page.says(words.inFile);
      expect(page.text()).to.contain(words.after).and.to.contain(words.before);
      await focusComes(() => page.focused()?.id === 'in-file');
      expect(await axeFindings(page.element)).to.deep.equal([]);
      page.press(words.cancel);
      await focusComes(() => page.focused()?.id === 'file');
      expect((await page.simulator.kms.listKeys()).Keys).to.deep.equal([]);

      choose(text);
      await page.says(words.inFile);
      await focusComes(() => page.focused()?.id === 'in-file');
      const replaced = new Promise((resolve) => {
        page.element.addEventListener('glass-world-replaced', resolve, { once: true });
      });
      page.press(words.replace);
      await replaced;
      await page.says(words.done);
      await page.says(words.missing);
      await focusComes(() => page.focused()?.id === 'make');
      expect(await axeFindings(page.element)).to.deep.equal([]);
      const encrypt = (): Promise<unknown> => page.simulator.kms.encrypt({ KeyId, Plaintext: new Uint8Array([1]) });
      expect(await encrypt().catch((error: unknown) => (error as Error).name)).to.equal('KMSInvalidStateException');
      page.press(words.make);
      await page.says(words.made);
      await waitFor(page.element, () => !page.text().includes(words.missing));
      await focusComes(() => page.focused()?.id === 'file');
      await encrypt();
    });

  it('says why a file is none, and changes nothing', async () => {
    await open();
    const { KeyMetadata } = await page.simulator.kms.createKey(inStore);
    for (const [text, says] of [['{"a":', 'it is not JSON'], ['{}', 'it was not made by GlassHSM'], ['{"glassHsmWorld":9}', 'its format is 9']] as const) {
      choose(text);
      await page.says(says);
    }
    await page.simulator.kms.encrypt({ KeyId: KeyMetadata?.KeyId ?? '', Plaintext: new Uint8Array([1]) });
  });

  for (const lang of ['en', 'ja'] as const)
    for (const theme of ['light', 'dark'] as const)
      it(`has nothing that axe finds: ${lang}, ${theme}`, async () => {
        await open({ lang, theme });
        page.press(lang === 'en' ? 'Make a link' : 'リンクを作成');
        await waitFor(page.element, () => page.all('#link').length > 0);
        await focusComes(() => page.focused()?.id === 'link');
        expect(await axeFindings(page.element)).to.deep.equal([]);
      });
});

describe('<glass-missing-material>', () => {
  for (const [lang, without, make, made] of [
    ['en', 'This key has no material', 'Make new material', '1 key material was made.'],
    ['ja', 'このキーにはキーマテリアルがありません', '新しいキーマテリアルを作成', 'キーマテリアルを 1 個作成しました。'],
  ] as const)
    it(`shows where a key has none, and makes new for it alone (${lang})`, async () => {
      const { text, KeyId } = await exported();
      const element = new GlassMissingMaterial();
      element.of = { KeyId };
      const page = await stage(() => element, { lang });
      try {
        await page.simulator.control.importWorld(text);
        await page.says(without);
        expect(await axeFindings(element)).to.deep.equal([]);
        page.press(make);
        (await waitFor(element, () => page.all('dialog button').find((each) => nameOf(each) === make))).click();
        await page.says(made);
        await waitFor(element, () => !page.text().includes(without));
        await focusComes(() => page.focused()?.getAttribute('role') === 'status');
        expect(await axeFindings(element)).to.deep.equal([]);
        await page.simulator.kms.encrypt({ KeyId, Plaintext: new Uint8Array([1]) });
      } finally {
        page.close();
      }
    });

  it('shows nothing of a key that has some, or that there is not', async () => {
    const element = new GlassMissingMaterial();
    element.of = { KeyId: 'nobody' };
    const page = await stage(() => element);
    try {
      const { KeyMetadata } = await page.simulator.kms.createKey(inStore);
      element.of = { KeyId: KeyMetadata?.KeyId ?? '' };
      await waitFor(element, () => element.shadowRoot?.querySelector('[role=status]'));
      expect(page.text()).to.equal('');
    } finally {
      page.close();
    }
  });
});
