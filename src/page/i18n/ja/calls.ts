import type { en } from '../en/calls.ts';

export const ja: typeof en = {};
