import type { Catalogue } from './en.ts';
import { ja as frame } from './ja/frame.ts';

export const ja: Catalogue = { frame };
