import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { Simulator } from '../../../src/page/index.ts';
import { GlassKeyTable } from '../../../src/page/ui/keys/key-table.ts';
import { axeFindings } from './axe.ts';
import { CustomKeyStoreId, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;
const aliases = ['payments', 'archive', undefined, 'zoo', 'pay-2', undefined];

/** Six keys, the even ones in the key store; the first is tagged. @returns their ids, the oldest first */
async function sixKeys({ kms }: Simulator): Promise<string[]> {
  const ids: string[] = [];
  for (const [number, alias] of aliases.entries()) {
    const tags = number === 0 ? { Tags: [{ TagKey: 'team', TagValue: 'red' }] } : {};
    const { KeyMetadata: { KeyId = '' } = {} } = await kms.createKey({ ...(number % 2 === 0 ? inStore : {}), ...tags });
    if (alias) await kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: KeyId });
    ids.push(KeyId);
  }
  return ids;
}

describe('<glass-key-table>', () => {
  let table: Stage<GlassKeyTable>;
  let ids: string[];
  const open = async (lang: 'en' | 'ja' = 'en'): Promise<Stage<GlassKeyTable>> => {
    table = await stage(() => new GlassKeyTable(), { lang });
    table.element.style.inlineSize = '90rem';
    return table;
  };
  const openSix = async (lang?: 'en' | 'ja'): Promise<void> => {
    ids = await sixKeys((await open(lang)).simulator);
    await rowsAre([5, 4, 3, 2, 1, 0]);
  };
  /** Rows from the top, by the keys' numbers in the order of creation. */
  const rows = (): number[] => table.all('tbody tr').map((row) => ids.findIndex((id) => row.textContent.includes(id)));
  const rowsAre = (expected: readonly number[]): Promise<unknown> => waitFor(table.element, () => rows().join() === expected.join());
  const cell = (number: number, column: string): string =>
    table.all('tbody tr')[rows().indexOf(number)]?.querySelector(`[data-column=${column}]`)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const headings = (): string[] => table.all('thead th').slice(1).map(({ textContent }) => textContent.replace(/[▲▼]/g, '').trim());
  const select = async (...numbers: readonly number[]): Promise<void> => {
    for (const number of numbers) table.all<HTMLInputElement>('tbody input')[rows().indexOf(number)]?.click();
    await table.element.updateComplete;
  };
  const answer = async (index: 0 | 1): Promise<void> => {
    table.all('dialog .answers button')[index]?.click();
    await table.element.updateComplete;
  };
  afterEach(() => {
    table.close();
    for (const storage of [localStorage, sessionStorage]) storage.clear();
    history.replaceState(null, '');
  });

  const columns = {
    en: {
      names: ['Aliases', 'Key ID', 'Status', 'Key type', 'Key spec', 'Key usage', 'Creation date', 'Origin', 'Regionality', 'Custom key store ID'],
      values: { aliases: 'alias/payments', state: 'Enabled', keyType: 'Symmetric', keySpec: 'SYMMETRIC_DEFAULT', keyUsage: 'Encrypt and decrypt', origin: 'AWS CloudHSM', regionality: 'Single-Region', store: CustomKeyStoreId },
      words: { gear: 'Preferences', wrap: 'Wrap lines', size: '10 keys', total: '6 keys', none: 'no alias', kms: 'AWS KMS' },
    },
    ja: {
      names: ['エイリアス', 'キー ID', 'ステータス', 'キーのタイプ', 'キーの仕様', 'キーの使用', '作成日', 'オリジン', 'リージョナリティ', 'カスタムキーストア ID'],
      values: { aliases: 'alias/payments', state: 'Enabled', keyType: '対称', keySpec: 'SYMMETRIC_DEFAULT', keyUsage: '暗号化および復号化', origin: 'AWS CloudHSM', regionality: '単一リージョン', store: CustomKeyStoreId },
      words: { gear: '設定', wrap: '行を折り返す', size: '10 個のキー', total: '6 個のキー', none: 'エイリアスなし', kms: 'AWS KMS' },
    },
  } as const;
  for (const lang of ['en', 'ja'] as const)
    it(`shows AWS's columns; the gear adds others, and what it says lasts (${lang})`, async () => {
      const { names, values, words } = columns[lang];
      await openSix(lang);
      await table.says(words.total);
      expect(headings()).to.deep.equal(names.slice(0, 6));
      const check = async (label: string): Promise<void> => {
        const found = await waitFor(table.element, () => table.all('dialog label').find(({ textContent }) => textContent.replace(/\s+/g, ' ').trim() === label));
        found.click();
      };
      table.press(words.gear);
      for (const name of names.slice(6)) await check(name);
      await check(words.wrap);
      await check(words.size);
      await answer(0);
      table.press(words.gear);
      expect(headings(), 'nothing was confirmed').to.have.length(6);
      await check(names[9]);
      await check(names[2]);
      await answer(1);
      await waitFor(table.element, () => headings().join() === [0, 1, 3, 4, 5, 9].map((i) => names[i]).join());
      table.press(words.gear);
      for (const i of [2, 6, 7, 8]) await check(names[i] ?? '');
      await check(words.wrap);
      await check(words.size);
      await answer(1);
      await waitFor(table.element, () => headings().length === 10);
      for (const [column, value] of Object.entries(values)) expect(cell(0, column), column).to.contain(value);
      expect(cell(0, 'keyId')).to.contain(ids[0]);
      expect(cell(0, 'created')).to.contain('20');
      expect([cell(5, 'aliases'), cell(5, 'origin'), cell(5, 'store')].join()).to.contain(words.none).and.to.contain(words.kms).and.to.contain('–');
      expect(table.all('tbody tr:last-child a').map((link) => link.getAttribute('href'))).to.deep.equal([`#/keys/${ids[0] ?? ''}`, `#/keys/${ids[0] ?? ''}`, `#/key-stores/${CustomKeyStoreId}`]);
      expect(table.all('a.primary')[0]?.getAttribute('href')).to.equal('#/keys/create');
      // Another visit on this device.
      const { simulator } = table;
      table.element.remove();
      const again = new GlassKeyTable();
      Object.assign(again, { lang, simulator });
      document.body.append(again);
      await waitFor(again, () => again.shadowRoot?.querySelectorAll('thead th').length === 11);
      expect(again.shadowRoot?.querySelectorAll('.scroll.wrap')).to.have.length(1);
      again.remove();
    });

  it('sorts by the columns that AWS’s console sorts by, up, down, and as it was; and says so', async () => {
    await openSix();
    const order = (name: string): string | null | undefined => table.all('thead button').find((button) => button.textContent.startsWith(name))?.closest('th')?.getAttribute('aria-sort');
    const sort = (name: string): void => {
      table.press(new RegExp(`^${name}`));
    };
    expect(table.all('thead button').map(({ textContent }) => textContent.replace(/[▲▼]/g, '').trim())).to.deep.equal(['Aliases', 'Key ID', 'Key type']);
    const byId = ids.toSorted().map((id) => ids.indexOf(id));
    for (const [name, up, down] of [
      ['Aliases', [1, 4, 0, 3, 5, 2], [2, 5, 3, 0, 4, 1]],
      ['Key ID', byId, byId.toReversed()],
      ['Key type', [5, 4, 3, 2, 1, 0], [5, 4, 3, 2, 1, 0]],
    ] as const) {
      sort(name);
      await rowsAre(up);
      await table.says(`Sorted by ${name}, ascending.`);
      expect(order(name)).to.equal('ascending');
      sort(name);
      await rowsAre(down);
      await waitFor(table.element, () => order(name) === 'descending');
      sort(name);
      await rowsAre([5, 4, 3, 2, 1, 0]);
      await waitFor(table.element, () => order(name) === 'none');
    }
    // Where there are no headings there is a choice.
    table.element.style.inlineSize = '22rem';
    table.choose('Sort by', 'Creation date, ascending');
    await rowsAre([0, 1, 2, 3, 4, 5]);
  });

  it('filters by what AWS’s console filters by', async () => {
    await openSix();
    const filters: readonly (readonly [by: string, fill: () => void, expected: readonly number[]])[] = [
      ['Alias', () => { table.type('Alias begins with', 'pay'); }, [4, 0]],
      ['Alias', () => { table.type('Alias begins with', 'alias/paym'); }, [0]],
      ['Alias', () => { table.type('Alias begins with', 'nobody'); }, []],
      ['Key ID', () => { table.type('Key ID begins with', (ids[3] ?? '').slice(0, 13).toUpperCase()); }, [3]],
      ['Key type', () => { table.choose('Key type', 'Asymmetric'); }, []],
      ['Key type', () => { table.choose('Key type', 'Symmetric'); }, [5, 4, 3, 2, 1, 0]],
      ['Regionality', () => { table.choose('Regionality', 'Multi-Region'); }, []],
      ['Regionality', () => { table.choose('Regionality', 'Single-Region'); }, [5, 4, 3, 2, 1, 0]],
      ['Tag', () => { table.type('Tag key', 'team'); }, [0]],
      ['Tag', () => { table.type('Tag key', 'team'); table.type('Tag value (any, if empty)', 'blue'); }, []],
    ];
    for (const [by, fill, expected] of filters) {
      table.choose('Filter by', by);
      await table.element.updateComplete;
      fill();
      await table.says(expected.length === 1 ? '1 key fits the filter' : `${String(expected.length)} keys fit the filter`);
      await rowsAre(expected);
      if (expected.length === 0) await table.says('No key fits the filter.');
      table.press('Clear filter');
      await rowsAre([5, 4, 3, 2, 1, 0]);
    }
  });

  it('is where one left it, in this visit: its order, filter and page', async () => {
    localStorage.setItem('glass-hsm-key-table', '{"pageSize":10,"columns":["store","nonsense"],"wrap":7}');
    await open();
    ids = [];
    for (const _ of Array.from({ length: 12 })) ids.push((await table.simulator.kms.createKey({})).KeyMetadata?.KeyId ?? '');
    await table.says('12 keys');
    expect(headings()).to.deep.equal(['Aliases', 'Key ID', 'Custom key store ID']);
    table.press(/^Key ID/);
    const byId = ids.toSorted().map((id) => ids.indexOf(id));
    await rowsAre(byId.slice(0, 10));
    expect(table.control('Previous').getAttribute('aria-disabled')).to.equal('true');
    table.press('Next');
    await rowsAre(byId.slice(10));
    await table.says('Page 2 of 2');
    const { simulator } = table;
    const openAgain = async (): Promise<GlassKeyTable> => {
      const again = new GlassKeyTable();
      Object.assign(again, { lang: 'en', simulator });
      document.body.append(again);
      await waitFor(again, () => again.shadowRoot?.querySelectorAll('tbody tr').length === 2);
      return again;
    };
    table.element.remove();
    // By the way back, wherever one has been since; and by a link.
    const kept = sessionStorage.getItem('glass-hsm-key-table-position') ?? '';
    sessionStorage.clear();
    (await openAgain()).remove();
    sessionStorage.setItem('glass-hsm-key-table-position', kept);
    history.replaceState(null, '');
    const again = await openAgain();
    // Its keys go: the page before is the last.
    for (const key of byId.slice(10)) await simulator.kms.scheduleKeyDeletion({ KeyId: ids[key] ?? '', PendingWindowInDays: 7 });
    await simulator.control.advance(8 * 86_400_000);
    await waitFor(again, () => again.shadowRoot?.querySelectorAll('tbody tr').length === 10);
    again.remove();
  });

  const actions: readonly {
    readonly name: string;
    readonly keys: readonly number[];
    readonly fill?: () => void;
    readonly question: string;
    readonly harmless: boolean;
    readonly calls: (KeyId: string) => unknown;
    readonly says: readonly (string | RegExp)[];
    readonly operation: string;
    readonly states: Readonly<Record<number, string>>;
  }[] = [
    {
      name: 'Disable', operation: 'DisableKey', keys: [0, 1, 3], question: 'Disable 3 keys?', harmless: false, calls: (KeyId) => ({ KeyId }),
      says: ['DisableKey: done for 2 of 3', 'KMSInvalidStateException', /is pending deletion\./, 'takes no change until its deletion is canceled'], states: { 0: 'Disabled', 1: 'Disabled', 3: 'PendingDeletion' },
    },
    { name: 'Enable', operation: 'EnableKey', keys: [5], question: 'Enable 1 key?', harmless: true, calls: (KeyId) => ({ KeyId }), says: ['EnableKey: done for 1 of 1'], states: { 5: 'Enabled' } },
    {
      name: 'Add a tag', operation: 'TagResource', keys: [1, 4], question: 'Add a tag to 2 keys', harmless: true, calls: (KeyId) => ({ KeyId, Tags: [{ TagKey: 'team', TagValue: 'blue' }] }),
      fill: () => { table.type('Tag key', 'team'); table.type('Tag value', 'blue'); }, says: ['TagResource: done for 2 of 2'], states: {},
    },
    {
      name: 'Schedule key deletion', operation: 'ScheduleKeyDeletion', keys: [0, 5], question: 'Schedule the deletion of 2 keys?', harmless: false, calls: (KeyId) => ({ KeyId, PendingWindowInDays: 9 }),
      fill: () => { table.type('Waiting period (7 to 30 days)', '9'); }, says: ['ScheduleKeyDeletion: done for 2 of 2', /to be deleted on \w+/], states: { 0: 'PendingDeletion', 5: 'PendingDeletion' },
    },
    {
      name: 'Schedule key deletion', operation: 'ScheduleKeyDeletion', keys: [0], question: 'Schedule the deletion of 1 key?', harmless: false, calls: (KeyId) => ({ KeyId, PendingWindowInDays: 3 }),
      fill: () => { table.type('Waiting period (7 to 30 days)', '3'); }, says: ['ScheduleKeyDeletion: done for 0 of 1', 'ValidationException'], states: { 0: 'Enabled' },
    },
    {
      name: 'Cancel key deletion', operation: 'CancelKeyDeletion', keys: [2, 3], question: 'Cancel the deletion of 2 keys?', harmless: true, calls: (KeyId) => ({ KeyId }),
      says: ['CancelKeyDeletion: done for 1 of 2', /is not pending deletion\./], states: { 3: 'Disabled' },
    },
  ];
  for (const { name, operation, keys, fill, question, harmless, calls, says, states } of actions)
    it(`acts on several keys: ${question} Asks, calls for each, and tells what AWS answered for each`, async () => {
      await openSix();
      const { kms } = table.simulator;
      await kms.disableKey({ KeyId: ids[5] ?? '' });
      await kms.scheduleKeyDeletion({ KeyId: ids[3] ?? '', PendingWindowInDays: 7 });
      await waitFor(table.element, () => cell(3, 'state').startsWith('Status') && cell(3, 'state').includes('PendingDeletion'));
      expect(table.control(name).getAttribute('aria-disabled'), 'nothing is selected').to.equal('true');
      await select(...keys);
      await table.says(`${String(keys.length)} selected`);
      table.calls.length = 0;
      table.press(name);
      await table.says(question);
      expect(table.all('dialog .answers button')[1]?.className).to.equal(harmless ? 'primary' : 'danger');
      fill?.();
      await table.says(`aws kms ${operation.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase()}`);
      await answer(0);
      expect(table.calls, 'refused by the person').to.deep.equal([]);
      table.press(name);
      await table.says(question);
      fill?.();
      await answer(1);
      for (const text of says) await table.says(text);
      await focusComes(() => table.focused()?.id === 'outcome');
      // In the order of the rows.
      expect(table.calls).to.deep.equal(keys.toSorted((a, b) => b - a).map((key) => ({ operation, input: calls(ids[key] ?? '') })));
      expect(table.all('#outcome li').map((row) => row.querySelectorAll(`a[href^="#/cloudtrail/request/${operation}/"]`).length)).to.deep.equal(keys.map(() => 1));
      for (const [key, state] of Object.entries(states)) await waitFor(table.element, () => cell(Number(key), 'state').includes(state));
      table.press('Close');
      await focusComes(() => table.focused()?.id === 'title');
    });

  it('selects by the page; a selection goes with its keys', async () => {
    await openSix();
    table.press('Select all on this page');
    await table.says('6 selected');
    await select(2);
    await table.says('5 selected');
    expect(table.control<HTMLInputElement>('Select all on this page').indeterminate).to.equal(true);
    table.type('Alias begins with', 'zoo');
    await table.says('0 selected');
  });

  it('works by keyboard alone', async () => {
    await openSix();
    table.element.focus();
    await focusComes(() => table.focused()?.id === 'title');
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 40; i += 1) {
        const at = table.focused();
        if (at && name.test((at.getAttribute('aria-label') ?? (at.closest('label') ?? at).textContent).trim())) return;
        await sendKeys({ press: 'Tab' });
      }
      throw new Error(`Tab does not come to ${String(name)}.`);
    };
    const openGear = async (): Promise<void> => {
      await tabTo(/^Preferences$/);
      await sendKeys({ press: 'Enter' });
      await waitFor(table.element, () => table.all('dialog[open]')[0]);
    };
    const press = async (name: RegExp, key: string): Promise<void> => {
      await tabTo(name);
      await sendKeys({ press: key });
    };
    const closed = async (): Promise<void> => {
      await focusComes(() => table.focused()?.getAttribute('aria-label') === 'Preferences');
      await waitFor(table.element, () => table.all('dialog').length === 0);
    };
    const { names } = columns.en;
    await openGear();
    await press(/^Status/, ' ');
    await sendKeys({ press: 'Escape' });
    await closed();
    expect(headings()).to.deep.equal(names.slice(0, 6));
    await openGear();
    await press(/^Status/, ' ');
    await press(/^Custom key store ID/, ' ');
    await press(/^25 keys/, 'ArrowUp');
    await press(/^Wrap lines/, ' ');
    await press(/^Confirm$/, 'Enter');
    await closed();
    await waitFor(table.element, () => headings().join() === [0, 1, 3, 4, 5, 9].map((i) => names[i]).join() && table.all('.scroll.wrap')[0]);
    expect(JSON.parse(localStorage.getItem('glass-hsm-key-table') ?? '')).to.deep.include({ pageSize: 10, wrap: true });
    await tabTo(/^Aliases/);
    await sendKeys({ press: 'Enter' });
    await rowsAre([1, 4, 0, 3, 5, 2]);
    await tabTo(/^Select alias\/archive$/);
    await sendKeys({ press: ' ' });
    await table.says('1 selected');
    await sendKeys({ press: 'Tab' });
    expect(table.focused()?.getAttribute('href')).to.equal(`#/keys/${ids[1] ?? ''}`);
  });

  it('a newer key comes in without moving the focus or the selection', async () => {
    await openSix();
    await select(4);
    const box = table.all('tbody input')[1];
    box?.focus();
    ids.push((await table.simulator.kms.createKey({})).KeyMetadata?.KeyId ?? '');
    await rowsAre([6, 5, 4, 3, 2, 1, 0]);
    expect(table.focused()).to.equal(box);
    expect(table.text()).to.contain('1 selected');
  });
});

/** How a state comes about. */
const states: Readonly<Record<string, (table: Stage<GlassKeyTable>) => Promise<void>>> = {
  empty: async (table) => {
    await table.says(/There are no KMS keys|KMS キーがありません/);
  },
  'all columns, a long alias, every state': async (table) => {
    const { kms } = table.simulator;
    const ids = await sixKeys(table.simulator);
    await kms.createAlias({ AliasName: `alias/${'x'.repeat(250)}`, TargetKeyId: ids[0] ?? '' });
    for (const name of ['a', 'b', 'c', 'd']) await kms.createAlias({ AliasName: `alias/${name}`, TargetKeyId: ids[0] ?? '' });
    await kms.disableKey({ KeyId: ids[1] ?? '' });
    await kms.scheduleKeyDeletion({ KeyId: ids[3] ?? '', PendingWindowInDays: 7 });
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await table.says('Unavailable');
    await table.says(/deleted on|に削除されます/);
    table.all('.selection input')[0]?.click();
    await table.element.updateComplete;
  },
  'preferences open': async (table) => {
    await sixKeys(table.simulator);
    (await waitFor(table.element, () => table.all('.gear')[0])).click();
    await waitFor(table.element, () => table.all('dialog[open]')[0]);
  },
  'a question, with code': async (table) => {
    await sixKeys(table.simulator);
    (await waitFor(table.element, () => table.all('tbody input')[0])).click();
    await table.element.updateComplete;
    table.all('.selection button')[3]?.click();
    await table.says('aws kms schedule-key-deletion');
  },
  'what came of it': async (table) => {
    await sixKeys(table.simulator);
    (await waitFor(table.element, () => table.all('.selection input')[0])).click();
    await table.element.updateComplete;
    table.all('.selection button')[4]?.click();
    (await waitFor(table.element, () => table.all('dialog .primary')[0])).click();
    await table.says('KMSInvalidStateException');
  },
};

describe('<glass-key-table> in each state', () => {
  for (const lang of ['en', 'ja'] as const)
    for (const [name, arrange] of Object.entries(states))
      it(`${name}, ${lang}: axe finds nothing, light and dark, narrow and wide; nothing is too wide`, async () => {
        localStorage.setItem('glass-hsm-key-table', JSON.stringify({ columns: name.startsWith('all') ? ['state', 'keyType', 'keySpec', 'keyUsage', 'created', 'origin', 'regionality', 'store'] : ['state'] }));
        const table = await stage(() => new GlassKeyTable(), { lang });
        try {
          await arrange(table);
          const { element } = table;
          // What is open has the theme that it was opened in.
          const open = table.all('dialog').length > 0;
          for (const [theme, width] of [['light', 320], [open ? 'light' : 'dark', 700], ['light', 1300]] as const) {
            element.theme = theme;
            document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
            element.style.inlineSize = `${String(width)}px`;
            await element.updateComplete;
            expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
            const { right } = element.getBoundingClientRect();
            for (const inner of table.all(':not(.hidden, svg *, dialog, dialog *, .scroll *)'))
              if (!inner.closest('dialog') && inner.getRootNode() === element.shadowRoot)
                expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right);
            if (width < 800) for (const inner of table.all('.scroll :not(.hidden)')) expect(inner.getBoundingClientRect().right, inner.localName).to.be.at.most(right);
          }
        } finally {
          table.close();
          for (const storage of [localStorage, sessionStorage]) storage.clear();
        }
      });
});
