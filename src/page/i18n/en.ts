import { en as createKey } from './en/create-key.ts';
import { en as frame } from './en/frame.ts';
import { en as keys } from './en/keys.ts';
import { en as map } from './en/map.ts';

/** The elements' texts, by the part of the page. AWS's own words (states, codes, operations) are never translated. */
export const en = { createKey, frame, keys, map };

/** Every language has all of these texts: one that is missing does not compile. */
export type Catalogue = typeof en;
