import { en as frame } from './en/frame.ts';
import { en as keys } from './en/keys.ts';

/** The elements' texts, by the part of the page. AWS's own words (states, codes, operations) are never translated. */
export const en = { frame, keys };

/** Every language has all of these texts: one that is missing does not compile. */
export type Catalogue = typeof en;
