import { expect } from 'chai';
import type { Simulator } from '../../../src/page/index.ts';
import '../../../src/page/playground.ts';
import { GlassPlayground } from '../../../src/page/ui/frame/playground.ts';
import { axeFindings } from './axe.ts';
import { CustomKeyStoreId, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

const make = (): GlassPlayground => new GlassPlayground();
const minute = 60_000;

describe('<glass-playground>', () => {
  let page: Stage<GlassPlayground>;
  let address: string;
  const titled = document.title;
  const open = async (options: Parameters<typeof stage>[1] = {}): Promise<void> => {
    page = await stage(make, options);
    await page.says('ExampleKeyStore · CONNECTED'); // the form knows the world
    await waitFor(page.element, () => page.all('[popovertarget=clock]').length > 0);
  };
  beforeEach(() => {
    address = location.href;
    localStorage.clear();
  });
  afterEach(() => {
    page.close();
    history.replaceState(null, '', address);
    localStorage.clear();
    document.title = titled;
    document.documentElement.removeAttribute('lang');
    delete document.documentElement.dataset['theme'];
  });

  const clock = (): string => page.all('[popovertarget=clock]')[0]?.textContent.replace(/\s+/g, ' ') ?? '';
  const now = async (simulator: Simulator): Promise<number> => (await simulator.control.now()).getTime();

  it('has one heading of the first level, landmarks, and a link past the header', async () => {
    await open();
    expect(page.all('h1').map(({ textContent }) => textContent)).to.deep.equal(['GlassHSM']);
    for (const landmark of ['header', 'main', 'footer']) expect(page.all(landmark)).to.have.lengthOf(1);
    const skip = page.all('a').find(({ textContent }) => textContent === 'Skip to the map');
    skip?.click();
    expect(page.focused()).to.equal(page.all('main')[0]);
    expect(location.hash).to.equal('');
  });

  for (const [lang, mark] of [
    ['en', 'Simulated. Everything stays in this browser; nothing is sent anywhere. Never put a real secret in it.'],
    ['ja', 'シミュレーションです。データはこのブラウザの中だけに保存され、外部へは送信されません。本物の機密情報は入力しないでください。'],
  ] as const)
    it(`says at all times that it is simulated, and once (${lang})`, async () => {
      await open({ lang });
      expect(page.text()).to.contain(mark);
      expect(page.all('.mark').filter((each) => each.checkVisibility())).to.have.lengthOf(1);
    });

  it('holds the map, the form and the calls, of one world, and leads to its key stores and keys', async () => {
    await open();
    const link = (hash: string): Promise<HTMLAnchorElement> => waitFor(page.element, () => page.all<HTMLAnchorElement>('a').find((each) => each.hash === hash));
    expect((await link(`#/key-stores/${CustomKeyStoreId}`)).textContent).to.equal('ExampleKeyStore');
    page.control('Alias (optional)').focus();
    const field = page.focused();
    page.press('Create key');
    await page.says('CreateKey: 200');
    const { KeyId } = (await page.simulator.kms.listKeys()).Keys?.[0] ?? {};
    // Who creates keys is at work there, and stays.
    await page.says('Open the page of the new key');
    expect(page.focused()).to.equal(field);
    const address = `#/keys/${String(KeyId)}`;
    await waitFor(page.element, () => page.all<HTMLAnchorElement>('a').filter(({ hash }) => hash === address).length === 2);
    // In the glass, too.
    (await waitFor(page.element, () => page.all('.hsm .chip button')[0])).click();
    await focusComes(() => page.focused()?.id === 'key-title');
    expect(page.focused()?.querySelector('a')?.hash).to.equal(address);
  });

  describe('addresses', () => {
    const goes = async (hash: string): Promise<void> => {
      const moved = new Promise((resolve) => {
        window.addEventListener('hashchange', resolve, { once: true });
      });
      location.hash = hash;
      await moved;
    };

    it('shows the map first, and names it in the navigation', async () => {
      await open();
      expect(page.all('nav [aria-current=page]').map(({ textContent }) => textContent)).to.deep.equal(['Map']);
    });

    it('leads from a cluster on the map to the terminal, where the line waits', async () => {
      await open();
      const link = await waitFor(page.element, () => page.all<HTMLAnchorElement>('.cluster a').find(({ hash }) => hash.startsWith('#/terminal/')));
      await goes(link.hash);
      await page.says('It knows cloudhsm-cli only');
      await focusComes(() => page.focused()?.id === 'line');
      expect(document.title).to.equal('Terminal · GlassHSM');
      expect(await axeFindings(page.element)).to.deep.equal([]);
    });

    for (const [lang, there, back] of [
      ['en', 'There is no such page: #/nowhere', 'Back to the map'],
      ['ja', 'このページはありません: #/nowhere', 'マップに戻る'],
    ] as const)
      it(`says that there is no such page, and leads back to the map as it was (${lang})`, async () => {
        await open({ lang });
        page.type(lang === 'en' ? 'Alias (optional)' : /^エイリアス/, 'kept');
        await goes('#/nowhere');
        await page.says(there);
        expect(page.all('glass-map')[0]?.checkVisibility()).to.equal(false);
        expect(page.focused()).to.equal(page.all('main')[0]);
        expect(await axeFindings(page.element)).to.deep.equal([]);
        const [link] = page.all<HTMLAnchorElement>('main .failure a');
        expect(link?.textContent).to.equal(back);
        await goes(link?.hash ?? '');
        await waitFor(page.element, () => page.all('glass-map')[0]?.checkVisibility());
        expect(page.control<HTMLInputElement>(lang === 'en' ? 'Alias (optional)' : /^エイリアス/).value).to.equal('kept');
      });
  });

  describe('time', () => {
    it('runs, and is ahead as far as the world is', async () => {
      await open();
      await page.simulator.control.advance(40 * 86_400_000);
      const shown = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(await now(page.simulator));
      await page.says(shown);
      const first = page.all('.now')[0]?.textContent;
      await waitFor(page.element, () => page.all('.now')[0]?.textContent !== first);
    });

    for (const [lang, [short1, short60, short600, shortNone], words] of [
      ['en', ['1 s = 1 sec', '1 s = 1 min', '1 s = 10 min', 'no waiting'], ['As long as at AWS connecting: 20 min', '1 s = 1 min of waiting connecting: 20 sec', '1 s = 10 min of waiting connecting: 2 sec', 'No waiting: done by the next call']],
      ['ja', ['1 秒 = 1 秒', '1 秒 = 1 分', '1 秒 = 10 分', '待ち時間なし'], ['AWS と同じ 接続: 20 分', '1 秒で待ち時間の 1 分 が経過 接続: 20 秒', '1 秒で待ち時間の 10 分 が経過 接続: 2 秒', '待ち時間なし (次の呼び出しまでに完了)']],
    ] as const)
      it(`says in words what its speed is, and changes it (${lang})`, async () => {
        await open({ lang });
        const choices = (): HTMLElement[] => page.all('#clock label');
        expect(choices().map((each) => [...each.children].map(({ textContent }) => textContent).join(' ').trim())).to.deep.equal(words);
        const speed = async (): Promise<number> => (await page.simulator.look('map')).speed;
        expect(await speed()).to.equal(60);
        for (const [choice, expected, short] of [[0, 1, short1], [2, 600, short600], [3, Infinity, shortNone], [1, 60, short60]] as const) {
          choices()[choice]?.click();
          await waitFor(page.element, () => clock().includes(short));
          expect(await speed()).to.equal(expected);
          expect(page.all<HTMLInputElement>('#clock input')[choice]?.checked).to.equal(true);
        }
      });

    it('shows a speed that somebody else has set', async () => {
      await open();
      await page.simulator.control.setSpeed(300);
      await page.says('1 s = 5 min of waiting');
      expect(page.all<HTMLInputElement>('#clock input').map(({ checked }) => checked)).to.deep.equal([true, false, false, false, false]);
    });

    for (const [name, ms] of [
      ['+1 hour', 60 * minute],
      ['+1 day', 1440 * minute],
      ['+7 days', 7 * 1440 * minute],
      ['+30 days', 30 * 1440 * minute],
    ] as const)
      it(`jumps ahead: ${name}`, async () => {
        await open();
        const before = await now(page.simulator);
        // Its window is closed until it is asked for.
        page.all('[popovertarget=clock]')[0]?.click();
        page.press(name);
        await page.says('It is now');
        expect((await now(page.simulator)) - before).to.be.within(ms, ms + minute);
      });
  });

  for (const [lang, name, tokyo] of [
    ['en', 'US West (Oregon)', 'Asia Pacific (Tokyo)'],
    ['ja', '米国西部 (オレゴン)', 'アジアパシフィック (東京)'],
  ] as const)
    it(`has all commercial Regions with their names (${lang})`, async () => {
      await open({ lang });
      const [region] = page.all<HTMLSelectElement>('select.region');
      expect(region?.options).to.have.lengthOf(34);
      expect(region?.selectedOptions[0]?.text).to.equal(`us-west-2 · ${name}`);
      expect([...(region?.options ?? [])].map(({ text }) => text)).to.include(`ap-northeast-1 · ${tokyo}`);
      // The chosen one is never cut; on a phone its id stands alone.
      for (const [width, text] of [[360, 'us-west-2'], [820, 'us-west-2'], [1280, `us-west-2 · ${name}`]] as const) {
        page.element.style.inlineSize = `${String(width)}px`;
        const [shown] = page.all('.place > span');
        expect(shown?.innerText, `${String(width)} px`).to.equal(text);
        expect(shown?.scrollWidth, `${String(width)} px`).to.be.at.most(shown?.clientWidth ?? 0);
      }
    });

  it('changes its language at once, in the address, the document and every element, and remembers it', async () => {
    await open();
    expect([document.documentElement.lang, document.title]).to.deep.equal(['en', 'GlassHSM: an AWS CloudHSM key store in your browser']);
    page.press('Settings');
    page.choose('Language', '日本語');
    await page.says('最近の呼び出し');
    await page.says('KMS キーの作成');
    expect([document.documentElement.lang, document.title]).to.deep.equal(['ja', 'GlassHSM: ブラウザの中の AWS CloudHSM キーストア']);
    expect(new URLSearchParams(location.search).get('lang')).to.equal('ja');
    history.replaceState(null, '', address);
    expect(make().lang).to.equal('ja');
    history.replaceState(null, '', `${location.pathname}?lang=en`);
    expect(make().lang).to.equal('en');
  });

  it('changes its theme, and remembers it', async () => {
    await open();
    const dark = (): boolean => getComputedStyle(page.all('glass-map')[0] ?? page.element).colorScheme === 'dark';
    page.press('Settings');
    page.choose('Theme', 'Dark');
    await waitFor(page.element, dark);
    expect(document.documentElement.dataset['theme']).to.equal('dark');
    page.choose('Theme', 'Like the system');
    await waitFor(page.element, () => !dark());
    expect(page.element.hasAttribute('theme')).to.equal(false);
    page.choose('Theme', 'Light');
    await waitFor(page.element, () => page.element.theme === 'light');
    const next = make();
    document.body.append(next);
    await next.updateComplete;
    expect(next.theme).to.equal('light');
    next.remove();
  });

  it('works where storage may not be used', async () => {
    const { getItem, setItem } = Storage.prototype;
    const forbidden = (): never => {
      throw new DOMException('Not here.', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: forbidden, setItem: forbidden });
    try {
      await open();
      page.press('Settings');
      page.choose('Theme', 'Dark');
      page.choose('Language', '日本語');
      await page.says('最近の呼び出し');
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });

  for (const [lang, start, there] of [
    ['en', 'Build a cluster', 'Create a cluster, step by step'],
    ['ja', 'クラスターを作成する', 'クラスターを手順に沿って作成する'],
  ] as const)
    it(`leads from an empty map to where a cluster is built (${lang})`, async () => {
      await open({ lang });
      await page.simulator.control.loadScenario('empty');
      const map = page.all('glass-map')[0]?.shadowRoot;
      const button = await waitFor(page.element, () => map?.querySelector<HTMLElement>('.start'));
      expect(button.textContent).to.equal(start);
      button.click();
      await waitFor(page.element, () => page.all('#title-cluster')[0]);
      await focusComes(() => page.focused()?.textContent === there);
      expect(location.hash).to.equal('#/clusters/create');
      expect(await axeFindings(page.element)).to.deep.equal([]);
    });

  it('asks before it resets, says what is lost, and begins anew', async () => {
    await open();
    page.press('Create key');
    await page.says('Open the page of the new key');
    page.press('Reset');
    page.press('Reset');
    await page.says('can never be decrypted again');
    expect(page.all('dialog')).to.have.lengthOf(1);
    expect(page.all<HTMLInputElement>('[name="scenario"][value="default"]')[0]?.checked).to.equal(true);
    page.press('Cancel');
    await waitFor(page.element, () => page.all('dialog').length === 0);
    expect((await page.simulator.kms.listKeys()).Keys).to.have.lengthOf(1);
    page.press('Reset');
    await page.says('can never be decrypted again');
    page.press('Erase and begin anew');
    await page.says('The world begins anew.');
    expect((await page.simulator.kms.listKeys()).Keys).to.deep.equal([]);
    await page.says('Last calls');
    expect(page.text()).not.to.contain('Open the page of the new key');
  });

  for (const [lang, notice, mark] of [
    ['en', 'Keys last only until you close this tab. The disk is full.', 'Everything stays in this tab, until it is closed'],
    ['ja', 'キーはこのタブを閉じると消えます。 The disk is full.', 'データはこのタブの中だけにあり、タブを閉じると消えます'],
  ] as const)
    it(`says that nothing is kept, and why, where there is no storage (${lang})`, async () => {
      await open({ lang });
      expect(page.text()).not.to.contain(notice);
      Object.assign(page.simulator, { storage: { storage: 'memory', reason: 'The disk is full.' } });
      page.element.requestUpdate();
      await page.says(notice);
      expect(page.text()).to.contain(mark);
      expect(page.all('.notice').filter((each) => each.checkVisibility())).to.have.lengthOf(1);
    });

  it('says when the simulator has stopped, why, and offers to reload', async () => {
    await open();
    page.simulator.close();
    page.simulator.changes.dispatchEvent(new Event('change') as never);
    await page.says('The simulator has stopped');
    expect(page.text()).to.contain('This simulator was closed.');
    expect(page.control('Reload the page')).to.be.instanceOf(HTMLButtonElement);
    expect(page.control<HTMLButtonElement>('Reset').disabled).to.equal(true);
  });

  for (const lang of ['en', 'ja'] as const)
    for (const theme of ['light', 'dark'] as const)
      it(`has nothing that axe finds: ${lang}, ${theme}`, async () => {
        localStorage.setItem('glass-hsm-theme', theme);
        await open({ lang, theme });
        await page.simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
        await page.says('CreateKey: 200');
        await page.says(lang === 'en' ? '1 of 3,300 keys' : 'キー 1 / 3,300');
        // Motion that ends, ends now: what stays is what is judged.
        for (const { shadowRoot } of page.all('*'))
          for (const motion of shadowRoot?.getAnimations() ?? []) if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish();
        expect(await axeFindings(page.element)).to.deep.equal([]);
        page.all('[popovertarget=clock]')[0]?.click();
        expect(await axeFindings(page.element)).to.deep.equal([]);
        page.press(/^(Settings|設定)$/);
        expect(await axeFindings(page.element)).to.deep.equal([]);
      });
});
