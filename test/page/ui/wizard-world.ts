import type { Language } from '../../../src/page/i18n/languages.ts';
import { GlassCreateKeyWizard } from '../../../src/page/ui/create-key-wizard/wizard.ts';
import { emptyDraft, keep } from '../../../src/page/ui/create-key-wizard/draft.ts';
import { routeOf } from '../../../src/page/ui/frame/route.ts';
import { stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

export const words = {
  en: {
    titles: ['Configure key', 'Choose a custom key store', 'Add labels', 'Define key administrative permissions', 'Define key usage permissions', 'Review'],
    next: 'Next', previous: 'Previous', finish: 'Finish', cancel: 'Cancel', advanced: 'Advanced options',
    origin: 'AWS CloudHSM key store', kms: 'KMS', multi: 'Multi-Region key', asymmetric: 'Asymmetric',
    alias: 'Alias', description: 'Description (optional)', addTag: 'Add tag', tagKey: 'Tag key 1', tagValue: 'Tag value 1',
    mayDelete: 'Allow key administrators to delete this key', addAccount: 'Add another AWS account', account: (i: number) => `AWS account ID ${String(i)}`,
    editPolicy: 'Edit policy', policy: 'Key policy (JSON)', done: 'The KMS key was created', loaded: 'Can be used', beside: 'The same in code', anotherAlias: 'Another alias',
  },
  ja: {
    titles: ['キーの設定', 'カスタムキーストアの選択', 'ラベルの追加', 'キーの管理アクセス許可の定義', 'キーの使用アクセス許可の定義', '確認'],
    next: '次へ', previous: '前へ', finish: '完了', cancel: 'キャンセル', advanced: '詳細オプション',
    origin: 'AWS CloudHSM キーストア', kms: 'KMS', multi: 'マルチリージョンキー', asymmetric: '非対称',
    alias: 'エイリアス', description: '説明 (オプション)', addTag: 'タグを追加', tagKey: 'タグキー 1', tagValue: 'タグ値 1',
    mayDelete: 'キー管理者がこのキーを削除できるようにする', addAccount: 'Add another AWS アカウント', account: (i: number) => `AWS アカウント ID ${String(i)}`,
    editPolicy: 'ポリシーを編集', policy: 'キーポリシー (JSON)', done: 'KMS キーを作成しました', loaded: '使用できます', beside: '同じ操作のコード', anotherAlias: '別のエイリアス',
  },
} as const;

/** The wizard in a page whose address it follows, as the playground's routing does it. */
export interface Walk extends Stage<GlassCreateKeyWizard> {
  readonly words: (typeof words)['en'];
  /** Where it is, as its title says. */
  title(): string;
  /** Presses Next, and waits for the page of this number (from 0). */
  next(page: number): Promise<void>;
  /** Waits for the page of this number, and the focus to its title. */
  at(page: number): Promise<void>;
  /** From the first page to the key store's, for a key in a key store. */
  toStores(): Promise<void>;
  /** From the key store's page with the document's key store to the review. */
  toReview(alias: string): Promise<void>;
}

export async function walk({ lang = 'en', theme = 'light', scenario = 'default', fresh = true }: { lang?: Language; theme?: 'light' | 'dark'; scenario?: string; fresh?: boolean } = {}): Promise<Walk> {
  if (fresh) keep(emptyDraft);
  const of = words[lang] as (typeof words)['en'];
  const pathOf = (): readonly string[] => routeOf(location.hash).path.slice(1);
  history.replaceState(null, '', '#/keys/create');
  const on = await stage(() => Object.assign(new GlassCreateKeyWizard(), { path: pathOf() }), { lang, theme, scenario });
  const follow = (): void => {
    on.element.path = pathOf();
    on.element.focus();
  };
  window.addEventListener('hashchange', follow);
  const title = (): string => on.all('#title')[0]?.textContent ?? '';
  const at = async (page: number): Promise<void> => {
    await waitFor(on.element, () => title() === of.titles[page]);
    // Nothing takes the focus away any more from what is pressed next.
    await focusComes(() => on.focused()?.id === 'title');
  };
  const next = async (page: number): Promise<void> => {
    on.press(of.next);
    await at(page);
  };
  on.element.focus();
  await at(0);
  return {
    ...on,
    words: of,
    title,
    at,
    next,
    toStores: async () => {
      on.press(of.advanced);
      on.press(of.origin);
      await next(1);
    },
    toReview: async (alias) => {
      await on.says(/ExampleKeyStore/);
      on.press('ExampleKeyStore');
      await next(2);
      on.type(of.alias, alias);
      await next(3);
      await next(4);
      await next(5);
    },
    close: () => {
      window.removeEventListener('hashchange', follow);
      on.close();
      history.replaceState(null, '', location.pathname + location.search);
      keep(emptyDraft);
    },
  };
}
