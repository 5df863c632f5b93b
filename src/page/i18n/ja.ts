import type { Catalogue } from './en.ts';
import { ja as calls } from './ja/calls.ts';
import { ja as createKey } from './ja/create-key.ts';
import { ja as frame } from './ja/frame.ts';
import { ja as keys } from './ja/keys.ts';
import { ja as map } from './ja/map.ts';
import { ja as plain } from './ja/plain.ts';

export const ja: Catalogue = { calls, createKey, frame, keys, map, plain };
