import type { en } from '../en/frame.ts';

export const ja: typeof en = {
  starting: 'シミュレーターを起動しています…',
  failed: 'シミュレーターを起動できませんでした',
  tryAgain: 'もう一度試す',
  cancel: 'キャンセル',
  ourWording: 'コードは AWS のものですが、文面は GlassHSM のものです (AWS の文面は公開されていません)。',
};
