import type { en } from '../en/map.ts';

export const ja: typeof en = {};
