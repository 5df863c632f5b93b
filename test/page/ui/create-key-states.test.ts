import { expect } from 'chai';
import { GlassCreateKey } from '../../../src/page/ui/create-key/create-key.ts';
import { axeFindings } from './axe.ts';
import { CustomKeyStoreId, stage, unanswered, type Stage } from './stage.ts';

const words = {
  en: { create: 'Create key', alias: 'Alias (optional)', advanced: 'Advanced options', addTag: 'Add tag', type: 'Key type', busy: 'Creating…' },
  ja: { create: 'キーの作成', alias: 'エイリアス (オプション)', advanced: '詳細オプション', addTag: 'タグの追加', type: 'キーのタイプ', busy: '作成しています…' },
};

type Words = (typeof words)['en'];

/** How a state comes about. */
const states: Record<string, (form: Stage<GlassCreateKey>, words: Words) => Promise<void>> = {
  idle: async () => undefined,
  'everything open': async (form, { advanced, addTag, type }) => {
    form.press(advanced);
    form.press(addTag);
    form.choose(type, /^(Asymmetric|非対称)/);
    await form.says('RSA_2048');
  },
  created: async (form, { create, alias }) => {
    form.type(alias, 'x'.repeat(200));
    form.press(create);
    await form.says(`alias/${'x'.repeat(200)}`);
  },
  busy: async (form, { create, busy }) => {
    form.element.simulator = unanswered(form.simulator);
    await form.element.updateComplete;
    await form.says('CONNECTED');
    form.press(create);
    await form.says(busy);
  },
  refused: async (form, { create }) => {
    await form.simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await form.says('DISCONNECTING');
    form.press(create);
    await form.says('CustomKeyStoreInvalidStateException');
  },
  'created without its alias': async (form, { create, alias }) => {
    form.type(alias, 'aws/mine');
    form.press(create);
    await form.says('NotAuthorizedException');
  },
};

describe('<glass-create-key> in each state', () => {
  for (const lang of ['en', 'ja'] as const)
    for (const theme of ['light', 'dark'] as const)
      for (const [name, arrange] of Object.entries(states))
        it(`${name}, ${lang}, ${theme}: axe finds nothing, nothing is wider than 320 px`, async () => {
          const form = await stage(() => new GlassCreateKey(), { lang, theme });
          try {
            await form.says('CONNECTED');
            await arrange(form, words[lang]);
            expect(await axeFindings(form.element)).to.deep.equal([]);
            for (const width of [320, 820]) {
              form.element.style.inlineSize = `${String(width)}px`;
              expect(form.element.scrollWidth).to.be.at.most(width);
              for (const inner of form.all('.card *:not(.hidden, svg *)')) expect(inner.getBoundingClientRect().right, inner.className).to.be.at.most(form.element.getBoundingClientRect().right);
            }
          } finally {
            form.close();
          }
        });
});
