import type { Catalogue } from './en.ts';
import { ja as createKey } from './ja/create-key.ts';
import { ja as frame } from './ja/frame.ts';
import { ja as keys } from './ja/keys.ts';
import { ja as map } from './ja/map.ts';

export const ja: Catalogue = { createKey, frame, keys, map };
