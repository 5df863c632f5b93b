import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { Simulator } from '../../../src/page/index.ts';
import type { ChooseKeyEvent } from '../../../src/page/ui/events.ts';
import { GlassKeys } from '../../../src/page/ui/keys/keys.ts';
import { isUnlisted } from '../../../src/page/ui/unlisted.ts';
import { CustomKeyStoreId, stage, type Stage } from './stage.ts';
import { waitFor } from './waiting.ts';

const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;

async function createKey({ kms }: Simulator, alias?: string, input: Parameters<Simulator['kms']['createKey']>[0] = inStore): Promise<string> {
  const { KeyMetadata: { KeyId = '' } = {} } = await kms.createKey(input);
  if (alias) await kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: KeyId });
  return KeyId;
}

async function createKeys(simulator: Simulator, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (const _ of Array.from({ length: count })) ids.push(await createKey(simulator));
  return ids;
}

async function disconnect({ control, kms }: Simulator): Promise<void> {
  await control.setSpeed(Infinity);
  await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
  await kms.describeCustomKeyStores();
}

describe('<glass-keys>', () => {
  let keys: Stage<GlassKeys>;
  const open = async (lang: 'en' | 'ja' = 'en'): Promise<Simulator> => {
    keys = await stage(() => new GlassKeys(), { lang });
    return keys.simulator;
  };
  const rows = (): string[] => keys.all('tbody button').map(({ textContent }) => textContent.trim());
  /** Chosen by pressing its row, and described. */
  const choose = async (KeyId: string): Promise<void> => {
    (await waitFor(keys.element, () => keys.all('tbody button').find(({ textContent }) => textContent.includes(KeyId)))).click();
    await keys.says('CustomKeyStoreId');
  };
  /** The value of a member in the details. */
  const member = (name: string): string => {
    const term = keys.all('dt').find(({ textContent }) => textContent === name);
    return term?.nextElementSibling?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  };
  afterEach(() => {
    keys.close();
  });

  for (const [lang, empty, one, heading, noAlias] of [
    ['en', 'There are no KMS keys in this account and Region yet.', '1 key', 'Key state', 'no alias'],
    ['ja', 'まだ KMS キーがありません。', '1 個のキー', 'キーステータス', 'エイリアスなし'],
  ] as const)
    it(`says that there are none, and shows the first that comes, as a table (${lang})`, async () => {
      const simulator = await open(lang);
      await keys.says(empty);
      const KeyId = await createKey(simulator);
      await keys.says(one);
      keys.element.style.inlineSize = '70rem';
      const table = keys.all('table')[0];
      expect(table && getComputedStyle(table).display).to.equal('table');
      expect([...keys.all('thead th')].map(({ textContent }) => textContent)).to.include(heading);
      const row = keys.all('tbody tr')[0]?.textContent.replace(/\s+/g, ' ');
      for (const text of [noAlias, KeyId, 'Enabled', 'AWS_CLOUDHSM', '20']) expect(row).to.contain(text);
      await simulator.kms.createAlias({ AliasName: 'alias/first', TargetKeyId: KeyId });
      await keys.says('alias/first');
    });

  it('pages through sixty, the newest first', async () => {
    const simulator = await open();
    const all = (await createKeys(simulator, 60)).reverse();
    await keys.says('60 keys');
    await waitFor(keys.element, () => rows()[0] === all[0]);
    expect(rows()).to.deep.equal(all.slice(0, 25));
    expect(keys.control('Previous').getAttribute('aria-disabled')).to.equal('true');
    keys.control('Next').focus();
    keys.press('Next');
    await waitFor(keys.element, () => rows()[0] === all[25]);
    expect(rows()).to.deep.equal(all.slice(25, 50));
    expect(keys.text()).to.contain('Page 2 of 3');
    // A new key does not move the page under the reader.
    all.unshift(await createKey(simulator));
    await keys.says('61 keys');
    expect(rows()[0]).to.equal(all[26]);
    keys.press('Next');
    await waitFor(keys.element, () => rows().length === 10);
    expect(keys.control('Next').getAttribute('aria-disabled')).to.equal('true');
    expect(keys.focused()).to.equal(keys.control('Next'));
    keys.press('Next');
    keys.press('Previous');
    await waitFor(keys.element, () => rows()[0] === all[26]);
    keys.press('Newest');
    await waitFor(keys.element, () => rows()[0] === all[0]);
  });

  it('keeps the focus on a row when a newer key comes above it', async () => {
    const simulator = await open();
    const KeyId = await createKey(simulator);
    (await waitFor(keys.element, () => keys.all('tbody button')[0])).focus();
    await createKey(simulator);
    await waitFor(keys.element, () => rows().length === 2);
    expect(keys.focused()?.textContent?.trim()).to.equal(KeyId);
  });

  for (const [lang, answered, again, back] of [
    ['en', 'DescribeKey answered Enabled; it has changed since.', 'Call DescribeKey again', /All keys/],
    ['ja', 'DescribeKey の応答は Enabled でしたが、その後変わりました。', 'DescribeKey をもう一度呼び出す', /すべてのキー/],
  ] as const)
    it(`describes the chosen key once, and its state as it is now (${lang})`, async () => {
      const simulator = await open(lang);
      const KeyId = await createKey(simulator, 'payments', { ...inStore, Description: 'For payments', Tags: [{ TagKey: 'team', TagValue: 'red' }] });
      let chosen: string | undefined;
      keys.element.addEventListener('glass-choose-key', (event: ChooseKeyEvent) => (chosen = event.KeyId));
      keys.calls.length = 0;
      await choose(KeyId);
      expect(chosen).to.equal(KeyId);
      await waitFor(keys.element, () => member(lang === 'en' ? 'Aliases' : 'エイリアス') !== '');
      expect(keys.focused()?.id).to.equal('title');
      const arn = `arn:aws:kms:us-west-2:111122223333:key/${KeyId}`;
      expect(member('Arn')).to.contain(arn);
      for (const [name, value] of Object.entries({
        AWSAccountId: '111122223333', Enabled: 'true', Description: 'For payments', KeyUsage: 'ENCRYPT_DECRYPT', KeyState: 'Enabled', Origin: 'AWS_CLOUDHSM',
        CustomKeyStoreId, CloudHsmClusterId: 'cluster-1a23b4cdefg', KeyManager: 'CUSTOMER', KeySpec: 'SYMMETRIC_DEFAULT', EncryptionAlgorithms: 'SYMMETRIC_DEFAULT',
        MultiRegion: 'false', [lang === 'en' ? 'Tags' : 'タグ']: 'team = red', [lang === 'en' ? 'Aliases' : 'エイリアス']: 'alias/payments',
      }))
        expect(member(name), name).to.equal(value);
      expect(keys.calls.map(({ operation }) => operation)).to.have.members(['DescribeKey', 'ListResourceTags']);

      await disconnect(simulator);
      await keys.says(answered);
      expect(member('KeyState')).to.contain('Unavailable');
      await waitFor(keys.element, () => keys.all('tbody tr')[0]?.textContent.includes('Unavailable'));
      expect(keys.calls.filter(({ operation }) => operation === 'DescribeKey')).to.have.length(1);
      keys.press(again);
      await waitFor(keys.element, () => member('Enabled') === 'false');
      expect(member('KeyState')).to.equal('Unavailable');

      keys.press(back);
      await keys.element.updateComplete;
      expect(keys.all('glass-key-details')).to.deep.equal([]);
      expect(keys.focused()?.textContent?.trim()).to.equal(KeyId);
    });

  it('shows the key that its owner names, without taking the focus; another at once', async () => {
    const simulator = await open();
    const [first = '', second = ''] = await createKeys(simulator, 2);
    keys.element.KeyId = first;
    await waitFor(keys.element, () => member('KeyId').includes(first));
    expect(keys.focused()).to.equal(document.body);
    keys.element.setAttribute('key-id', second);
    await waitFor(keys.element, () => member('KeyId').includes(second));
    await waitFor(keys.element, () => keys.all('[aria-current]')[0]?.textContent.includes(second));
    expect(keys.all('[aria-current]')).to.have.length(1);
  });

  it('describes a key that its owner names without listing that among a person’s calls', async () => {
    const simulator = await open();
    const KeyId = await createKey(simulator);
    const listed: string[] = [];
    simulator.exchanges.addEventListener('exchange', ({ request }) => {
      if (!isUnlisted(request)) listed.push(String(request.headers['x-amz-target']));
    });
    keys.element.KeyId = KeyId;
    await waitFor(keys.element, () => member('KeyId').includes(KeyId));
    expect(listed).to.deep.equal([]);
    keys.press('Call DescribeKey again');
    await waitFor(keys.element, () => listed.length === 2);
    expect(listed).to.have.members(['TrentService.ListResourceTags', 'TrentService.DescribeKey']);
    keys.press(/All keys/);
    await choose(KeyId);
    expect(listed).to.have.length(4);
  });

  it('says that a key is not there', async () => {
    await open();
    keys.element.KeyId = crypto.randomUUID();
    await keys.says('The key could not be described');
    await keys.says('NotFoundException');
  });

  it('says that a key is there no more, in a world that was reset', async () => {
    const simulator = await open();
    await choose(await createKey(simulator));
    await simulator.control.reset();
    await keys.says('This key does not exist any more.');
    await keys.says('There are no KMS keys');
    expect(keys.all('form')).to.deep.equal([]);
  });

  it('copies the ARN, or says what to do where it may not', async () => {
    const simulator = await open();
    await choose(await createKey(simulator));
    const button = keys.control('Copy Arn');
    const { clipboard } = navigator;
    const copied: string[] = [];
    let allowed = true;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => (allowed ? Promise.resolve(void copied.push(text)) : Promise.reject(new Error('Not allowed'))) },
    });
    try {
      button.click();
      await keys.says('Copied Arn');
      expect(member('Arn')).to.contain(copied[0]);
      allowed = false;
      button.click();
      await keys.says('Not allowed here: select and copy');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('works by keyboard', async () => {
    const simulator = await open();
    const KeyId = await createKey(simulator);
    (await waitFor(keys.element, () => keys.all('tbody button')[0])).focus();
    await sendKeys({ press: 'Enter' });
    await waitFor(keys.element, () => member('KeyId').includes(KeyId) && keys.focused()?.id === 'title');
    await sendKeys({ press: 'Tab' });
    expect(keys.focused()).to.equal(keys.control('Call DescribeKey again'));
    await sendKeys({ press: 'Tab' });
    expect(keys.focused()).to.equal(keys.control('Copy KeyId'));
  });
});
