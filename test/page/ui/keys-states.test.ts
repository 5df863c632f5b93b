import { expect } from 'chai';
import { GlassKeys } from '../../../src/page/ui/keys/keys.ts';
import { axeFindings } from './axe.ts';
import { CustomKeyStoreId, stage, unanswered, type Stage } from './stage.ts';
import { waitFor } from './waiting.ts';

const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;

async function longKey({ simulator: { kms } }: Stage<GlassKeys>): Promise<string> {
  const { KeyMetadata: { KeyId = '' } = {} } = await kms.createKey({ ...inStore, Description: 'description'.repeat(700), Tags: [{ TagKey: 'k'.repeat(128), TagValue: 'v'.repeat(256) }] });
  for (const name of ['x'.repeat(250), 'b', 'c', 'd', 'e']) await kms.createAlias({ AliasName: `alias/${name}`, TargetKeyId: KeyId });
  return KeyId;
}

async function details(keys: Stage<GlassKeys>): Promise<void> {
  keys.element.KeyId = await longKey(keys);
  await keys.says('CustomKeyStoreId');
  await keys.says('alias/b');
}

/** How a state comes about. */
const states: Record<string, (keys: Stage<GlassKeys>) => Promise<void>> = {
  empty: async (keys) => {
    await keys.says(/no KMS keys|KMS キーがありません/);
  },
  'a page of many': async (keys) => {
    await longKey(keys);
    for (const _ of Array.from({ length: 25 })) await keys.simulator.kms.createKey({});
    await keys.says('26');
    await waitFor(keys.element, () => keys.all('nav').length > 0);
  },
  details,
  busy: async (keys) => {
    keys.element.KeyId = await longKey(keys);
    keys.element.simulator = unanswered(keys.simulator);
    await keys.says(/Calling…|呼び出しています…/);
    (await waitFor(keys.element, () => keys.all('.call button')[0])).click();
    await waitFor(keys.element, () => keys.all('.call button[aria-disabled=true]')[0]);
  },
  Unavailable: async (keys) => {
    await details(keys);
    await keys.simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await keys.says('Unavailable');
  },
  'not found': async (keys) => {
    keys.element.KeyId = crypto.randomUUID();
    await keys.says('NotFoundException');
  },
  'tried, well and in vain': async (keys) => {
    await details(keys);
    const press = (side: string): void => {
      keys.all(`form[aria-labelledby="${side}-title"] .call button`)[0]?.click();
    };
    keys.all('#encrypt-context .add')[0]?.click();
    press('encrypt');
    await keys.says(/bytes of ciphertext|暗号文は/);
    press('decrypt');
    await keys.says(/bytes of plaintext|プレーンテキストは/);
    const [blob] = keys.all<HTMLTextAreaElement>('#blob');
    if (!blob) throw new Error('There is no field for a ciphertext.');
    blob.value = 'AAAA';
    blob.dispatchEvent(new InputEvent('input', { bubbles: true }));
    press('decrypt');
    await keys.says('InvalidCiphertextException');
  },
};

describe('<glass-keys> in each state', () => {
  for (const lang of ['en', 'ja'] as const)
    for (const [name, arrange] of Object.entries(states))
      it(`${name}, ${lang}: axe finds nothing, light and dark, narrow and wide; nothing is too wide`, async () => {
        const keys = await stage(() => new GlassKeys(), { lang });
        try {
          await arrange(keys);
          for (const [theme, width] of [['light', 320], ['dark', 700], ['light', 1300]] as const) {
            const { element } = keys;
            element.theme = theme;
            document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
            element.style.inlineSize = `${String(width)}px`;
            await waitFor(element, () => keys.all('glass-call-code').every((each) => each.getAttribute('theme') === theme));
            await element.updateComplete;
            expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
            const { right } = element.getBoundingClientRect();
            for (const inner of keys.all(':not(.hidden, svg *, thead, thead *)'))
              expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right);
          }
        } finally {
          keys.close();
        }
      });
});
