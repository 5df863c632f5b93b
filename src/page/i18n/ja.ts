import type { Catalogue } from './en.ts';
import { ja as frame } from './ja/frame.ts';
import { ja as keys } from './ja/keys.ts';

export const ja: Catalogue = { frame, keys };
