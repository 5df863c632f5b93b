import type { en } from '../en/embed.ts';

export const ja: typeof en = {
  failed: 'シミュレーターを起動できませんでした',
  mistake: ({ name, value, allowed }) =>
    name === 'database'
      ? `この埋め込みのアドレスの database が「${value}」になっています。データベース名に使える文字は次のもので、長さは 1〜64 文字です: ${allowed.join(' ')}`
      : `この埋め込みのアドレスの ${name} が「${value}」になっています。使える値: ${allowed.join(', ')}`,
};
