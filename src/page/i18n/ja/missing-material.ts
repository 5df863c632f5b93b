import type { en } from '../en/missing-material.ts';

export const ja: typeof en = {
  missingHint: 'キーマテリアルのないキーを使うと `KMSInvalidStateException` になります。新しく作成するとキーは再び使えますが、以前の暗号文は二度と復号できません。',
  made: (count) => `キーマテリアルを ${count.toLocaleString('ja')} 個作成しました。`,
  ofKey: 'このキーにはキーマテリアルがありません。読み込んだ環境のキーであり、キーマテリアルはブラウザの外に出ないためです。',
  makeOne: '新しいキーマテリアルを作成',
};
