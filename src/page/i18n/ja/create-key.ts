import type { en } from '../en/create-key.ts';

export const ja: typeof en = {};
