import type { en } from '../en/sign-in.ts';

export const ja: typeof en = {
  title: 'サインイン',
  intro:
    '誰として操作するかを選びます。サインインした人がこのページのすべての呼び出しを行い、CloudTrail のイベントに `userIdentity` として記録されます。パスワードは不要です。',
  allowed: '誰でも自分のアカウントの中ではすべての操作ができ、他のアカウントでは何もできません。',
  account: (account) => `アカウント ${account}`,
  iamUser: 'IAM ユーザー',
  iamRole: (session) => `IAM ロール (セッション \`${session}\`)`,
  current: 'サインイン中',
  done: (name, account) => `アカウント ${account} の ${name} として操作しています。`,
  onward: 'カスタマーマネージドキーへ進む',
};
