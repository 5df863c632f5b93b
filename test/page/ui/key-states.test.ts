import { expect } from 'chai';
import { GlassKeys } from '../../../src/page/ui/keys/keys.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId, hide, inStore, named, newSimulator, settle, show, type Shown } from './map-world.ts';
import { stage } from './stage.ts';
import { waitFor } from './waiting.ts';

const day = 24 * 60 * 60 * 1000;
const words = {
  en: { stateIs: 'State of the KMS key:', orphaned: 'orphaned', orphan: 'Its KMS key was deleted' },
  ja: { stateIs: 'KMS キーの状態:', orphaned: '孤立', orphan: 'KMS キーが削除されました' },
} as const;

describe('the state of each key', () => {
  let shown: Shown | undefined;
  afterEach(() => {
    if (shown) hide(shown);
    shown = undefined;
  });
  const newKey = async ({ simulator }: Shown, alias: string): Promise<string> => {
    const { KeyMetadata: { KeyId = '' } = {} } = await simulator.kms.createKey(inStore);
    await simulator.kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: KeyId });
    return KeyId;
  };
  const texts = ({ root }: Shown, selector: string): string[] => [...root().querySelectorAll(selector)].map(named);
  /** What the key store's card says beside its number of keys, and its keys, the newest first. */
  const store = (on: Shown): { all: string | undefined; keys: string[] } => ({
    all: texts(on, '.store dd').at(-1),
    keys: texts(on, '.store .chip'),
  });
  const becomes = (on: Shown, expected: ReturnType<typeof store>): Promise<unknown> =>
    waitFor(on.map, () => JSON.stringify(store(on)) === JSON.stringify(expected));

  for (const lang of ['en', 'ja'] as const) {
    const { stateIs, orphaned, orphan } = words[lang];

    it(`on the map: one word where all are alike, each its own where not; ${lang}`, async () => {
      shown = await show(await newSimulator(), { lang });
      const { kms, control } = shown.simulator;
      const [a, b] = [await newKey(shown, 'a'), await newKey(shown, 'b')];
      await newKey(shown, 'c');
      await becomes(shown, { all: '3 Enabled', keys: ['alias/c', 'alias/b', 'alias/a'] });
      await kms.disableKey({ KeyId: a });
      await kms.scheduleKeyDeletion({ KeyId: b });
      await becomes(shown, { all: '3', keys: ['alias/c', 'alias/b PendingDeletion', 'alias/a Disabled'] });
      await control.setSpeed(Infinity);
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
      await becomes(shown, { all: '3', keys: ['alias/c Unavailable', 'alias/b PendingDeletion', 'alias/a Unavailable'] });
      await kms.cancelKeyDeletion({ KeyId: b });
      await becomes(shown, { all: '3 Unavailable', keys: ['alias/c', 'alias/b', 'alias/a'] });
      for (const width of [320, 1300]) {
        shown.map.style.inlineSize = `${String(width)}px`;
        expect(shown.map.scrollWidth, `${String(width)} px`).to.be.at.most(width);
      }
    });

    it(`a key that is left behind in the HSM is called orphaned, and says what that is; ${lang}`, async () => {
      shown = await show(await newSimulator(), { lang });
      const { kms, control } = shown.simulator;
      const [KeyId] = [await newKey(shown, 'lost'), await newKey(shown, 'kept')];
      await shown.press('alias/lost');
      await shown.says(`${stateIs} Enabled`);
      await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
      await shown.says(`${stateIs} PendingDeletion`);
      await control.setSpeed(Infinity);
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
      await control.advance(7 * day);
      await kms.connectCustomKeyStore({ CustomKeyStoreId });
      // The store has one key, the cluster two.
      await becomes(shown, { all: '1 Enabled', keys: ['alias/kept'] });
      const chip = `${KeyId.slice(0, 8)}…${KeyId.slice(-4)} ${orphaned}`;
      expect(texts(shown, '#hsm-abcdefghijk ~ .chips .chip')).to.deep.equal(['alias/kept', chip]);
      await shown.says(orphan);
      expect(texts(shown, '.key')[0]).not.to.contain(stateIs);
      // Opened anew it still has its attributes: the HSM has the key.
      await shown.press(lang === 'en' ? 'Close' : '閉じる');
      await shown.press(chip);
      await shown.says('check-value');
      await shown.says(`arn:aws:kms:us-west-2:111122223333:key/${KeyId}`);
      const [object] = await shown.simulator.look('keyObjects', { ClusterId, limit: 200 }).then((all) => all.filter(({ orphaned: left }) => left));
      expect(object?.attributes['label']).to.contain(KeyId);
      for (const theme of ['light', 'dark'] as const) {
        shown.map.theme = theme;
        document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
        await shown.map.updateComplete;
        settle(shown);
        expect(await axeFindings(shown.map), theme).to.deep.equal([]);
      }
    });

    it(`in the list and in the details, and gone when it is gone; ${lang}`, async () => {
      const keys = await stage(() => new GlassKeys(), { lang });
      const { kms, control } = keys.simulator;
      const { KeyMetadata: { KeyId = '' } = {} } = await kms.createKey(inStore);
      keys.element.KeyId = KeyId;
      const shows = (state: string): Promise<unknown> =>
        waitFor(keys.element, () => keys.all('.state').length >= 2 && keys.all('tbody .state, .details .head .state').every((each) => named(each) === state));
      await shows('Enabled');
      await kms.disableKey({ KeyId });
      await shows('Disabled');
      await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
      await shows('PendingDeletion');
      expect(await axeFindings(keys.element)).to.deep.equal([]);
      await control.advance(7 * day);
      await keys.says(lang === 'en' ? 'This key does not exist any more.' : /このキーはもう/);
      await waitFor(keys.element, () => keys.all('tbody tr').length === 0);
      keys.close();
    });
  }
});
