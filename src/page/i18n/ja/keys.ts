import type { en } from '../en/keys.ts';

export const ja: typeof en = {};
