import { expect } from 'chai';
import { GlassKeys } from '../../../src/page/ui/keys/keys.ts';
import { CustomKeyStoreId, nameOf, stage, type Stage } from './stage.ts';
import { waitFor } from './waiting.ts';

const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;

describe('Encrypt and Decrypt in <glass-keys>', () => {
  let keys: Stage<GlassKeys>;
  let KeyId: string;
  const open = async (lang: 'en' | 'ja' = 'en'): Promise<void> => {
    keys = await stage(() => new GlassKeys(), { lang });
    KeyId = (await keys.simulator.kms.createKey(inStore)).KeyMetadata?.KeyId ?? '';
    keys.element.KeyId = KeyId;
    await keys.says('CustomKeyStoreId');
    await waitFor(keys.element, () => keys.all('glass-try-key').length > 0);
  };
  /** What a person sees of one of both sides. */
  const side = (name: 'Encrypt' | 'Decrypt' | 'GenerateDataKey') => {
    const [form] = keys.all<HTMLFormElement>(`form[aria-labelledby="${name.charAt(0).toLowerCase() + name.slice(1)}-title"]`);
    const controls = (): HTMLInputElement[] => [...(form?.querySelectorAll<HTMLInputElement>('button, input, textarea') ?? [])];
    const field = (label: string | RegExp): HTMLInputElement => {
      const found = controls().find((each) => (typeof label === 'string' ? nameOf(each) === label : label.test(nameOf(each))));
      if (!found) throw new Error(`${name} has no ${String(label)}.`);
      return found;
    };
    return {
      field,
      submit: () => {
        field(name).click();
      },
      type: (label: string | RegExp, text: string) => {
        field(label).value = text;
        field(label).dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      pair: async (key: string, value: string, words: readonly [string | RegExp, RegExp, RegExp] = ['Add pair', /Context key/, /Context value/]) => {
        field(words[0]).click();
        await waitFor(keys.element, () => controls().some((each) => words[1].test(nameOf(each))));
        side(name).type(words[1], key);
        side(name).type(words[2], value);
      },
      text: () => form?.textContent.replace(/\s+/g, ' ') ?? '',
    };
  };
  afterEach(() => {
    keys.close();
  });

  for (const [lang, plaintext, ciphertext, decrypted, words] of [
    ['en', 'Text to encrypt', 'Ciphertext (Base64)', 'Decrypted text', ['Add pair', /Context key/, /Context value/]],
    ['ja', '暗号化するテキスト', '暗号文 (Base64)', '復号されたテキスト', ['ペアの追加', /コンテキストのキー/, /コンテキストの値/]],
  ] as const)
    it(`goes there and back with an encryption context, and refuses another (${lang})`, async () => {
      await open(lang);
      const text = 'Grüße, 世界 🔑';
      await keys.says(/aws kms encrypt[^]*--plaintext fileb:\/\/plaintext\.txt[^]*aws kms decrypt[^]*--ciphertext-blob fileb:\/\/ciphertext\.bin/);
      side('Encrypt').type(plaintext, text);
      await keys.says(lang === 'en' ? '20 of 4,096 bytes' : '20 / 4,096 バイト');
      await side('Encrypt').pair('department', 'finance', words);
      side('Encrypt').submit();
      await keys.says(/bytes of ciphertext|暗号文は \d+ バイト/);
      const blob = side('Decrypt').field(ciphertext).value;
      expect(side('Encrypt').field(ciphertext).value).to.equal(blob);
      expect(keys.calls.at(-1)?.input).to.deep.include({ KeyId, EncryptionContext: { department: 'finance' } });
      await keys.says(new RegExp(`aws kms decrypt[^]*--ciphertext-blob ${RegExp.escape(blob)}[^]*department=finance`));
      // The context comes along, as the ciphertext does.
      side('Decrypt').submit();
      await keys.says(/20 bytes of plaintext|プレーンテキストは 20 バイト/);
      expect(side('Decrypt').field(decrypted).value).to.equal(text);
      expect(keys.calls.at(-1)?.input).to.deep.equal({ KeyId, CiphertextBlob: blob, EncryptionContext: { department: 'finance' } });

      side('Decrypt').type(words[2], 'Finance');
      side('Decrypt').submit();
      await keys.says('InvalidCiphertextException');
      expect(side('Decrypt').text()).to.contain(lang === 'en' ? 'AWS sends no message with this error.' : 'このエラーで AWS はメッセージを返しません。');
      await waitFor(keys.element, () => keys.focused()?.id === 'decrypt-refusal');
      expect((keys.all<HTMLTextAreaElement>('#decrypted')[0])?.value).to.equal('');
    });

  it('keeps a plaintext in its two fields alone', async () => {
    await open();
    side('Encrypt').type('Text to encrypt', 'only-here');
    side('Encrypt').submit();
    await keys.says('bytes of ciphertext');
    side('Decrypt').submit();
    await keys.says('9 bytes of plaintext');
    const holders = keys.all<HTMLTextAreaElement>('*').filter((each) => [each.value, each.textContent, ...[...each.attributes].map(({ value }) => value)].some((value) => typeof value === 'string' && value.includes('only-here')));
    expect(holders.map(nameOf)).to.deep.equal(['Text to encrypt', 'Decrypted text']);
  });

  for (const [lang, encrypted, plain, ciphertext, decrypted, words] of [
    ['en', 'Encrypted data key (Base64)', 'Data key (Base64)', 'Ciphertext (Base64)', 'Decrypted text', ['Add pair', /Context key/, /Context value/]],
    ['ja', '暗号化されたデータキー (Base64)', 'データキー (Base64)', '暗号文 (Base64)', '復号されたテキスト', ['ペアの追加', /コンテキストのキー/, /コンテキストの値/]],
  ] as const)
    it(`generates a data key, which Decrypt makes again; it is in those fields alone (${lang})`, async () => {
      await open(lang);
      expect(keys.all('form.generateDataKey textarea').some((each) => each.checkVisibility())).to.equal(false);
      await side('GenerateDataKey').pair('file', 'a.txt', words);
      await keys.says(/aws kms generate-data-key[^]*a\.txt[^]*AES_256/);
      side('GenerateDataKey').submit();
      await keys.says(/A data key of 32 bytes\.|データキーは 32 バイトです。/);
      expect(keys.calls.at(-1)).to.deep.equal({ operation: 'GenerateDataKey', input: { KeyId, KeySpec: 'AES_256', EncryptionContext: { file: 'a.txt' } } });
      const key = side('GenerateDataKey').field(plain).value;
      expect(Uint8Array.fromBase64(key)).to.have.length(32);
      expect(side('Decrypt').field(ciphertext).value).to.equal(side('GenerateDataKey').field(encrypted).value);
      side('Decrypt').submit();
      await keys.says(/32 bytes of plaintext|プレーンテキストは 32 バイト/);
      // One in a hundred million such keys is UTF-8 text, too.
      expect(side('Decrypt').field(decrypted).value).to.equal(key);
      const holders = keys.all<HTMLTextAreaElement>('*').filter((each) => [each.value, each.textContent, ...[...each.attributes].map(({ value }) => value)].some((value) => typeof value === 'string' && value.includes(key)));
      expect(holders.map(nameOf)).to.deep.equal([decrypted, plain]);
    });

  it('is refused while the key store is not connected, in place', async () => {
    await open();
    side('Encrypt').submit();
    await keys.says('bytes of ciphertext');
    await keys.simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await keys.says('Unavailable');
    for (const name of ['Encrypt', 'Decrypt', 'GenerateDataKey'] as const) {
      side(name).submit();
      await waitFor(keys.element, () => side(name).text().includes('KMSInvalidStateException'));
      expect(side(name).text()).to.contain(`arn:aws:kms:us-west-2:111122223333:key/${KeyId} is unavailable.`).and.contain('until the store is CONNECTED');
    }
  });

  it('counts bytes against the limit, and lets one meet AWS’s error', async () => {
    await open();
    side('Encrypt').type('Text to encrypt', 'é'.repeat(2048));
    await keys.says('4,096 of 4,096 bytes');
    side('Encrypt').submit();
    await keys.says('bytes of ciphertext');
    side('Encrypt').type('Text to encrypt', `${'é'.repeat(2048)}!`);
    await keys.says('4,097 bytes; one call encrypts at most 4,096');
    side('Encrypt').submit();
    await keys.says("Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096");
  });

  it('says what is not Base64, not a ciphertext, and of another key', async () => {
    await open();
    const ciphertext = 'Ciphertext (Base64)';
    side('Decrypt').type(ciphertext, 'not base64!');
    side('Decrypt').submit();
    await keys.says('This is not Base64.');
    side('Decrypt').type(ciphertext, btoa('no ciphertext'));
    side('Decrypt').submit();
    await keys.says('InvalidCiphertextException');
    expect(keys.text()).to.not.contain('This is not Base64.');
    const { kms } = keys.simulator;
    const other = (await kms.createKey(inStore)).KeyMetadata?.KeyId;
    const { CiphertextBlob } = await kms.encrypt({ KeyId: other, Plaintext: new Uint8Array([1]) });
    side('Decrypt').type(ciphertext, CiphertextBlob?.toBase64() ?? '');
    side('Decrypt').submit();
    await keys.says('IncorrectKeyException');
  });

  it('shows a plaintext that is not text in Base64', async () => {
    await open();
    const { CiphertextBlob } = await keys.simulator.kms.encrypt({ KeyId, Plaintext: new Uint8Array([0xff, 0xfe]) });
    side('Decrypt').type('Ciphertext (Base64)', CiphertextBlob?.toBase64() ?? '');
    side('Decrypt').submit();
    await keys.says('2 bytes of plaintext. This plaintext is not UTF-8 text');
    expect(side('Decrypt').field('Decrypted text').value).to.equal('//4=');
  });

  it('forgets everything with another key', async () => {
    await open();
    side('Encrypt').type('Text to encrypt', 'for this key');
    side('Encrypt').submit();
    await keys.says('bytes of ciphertext');
    const other = (await keys.simulator.kms.createKey(inStore)).KeyMetadata?.KeyId ?? '';
    const [before] = keys.all('glass-try-key');
    keys.element.KeyId = other;
    await waitFor(keys.element, () => keys.all('glass-try-key')[0] !== before && keys.all('#text').length > 0);
    expect(side('Encrypt').field('Text to encrypt').value).to.equal('Hello from the glass');
    expect(side('Decrypt').field('Ciphertext (Base64)').value).to.equal('');
  });
});
