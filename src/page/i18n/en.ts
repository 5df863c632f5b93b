import { en as frame } from './en/frame.ts';

/** Texts that every element shares; each has its own in a file of its name. AWS's own words (states, codes, operations) are never translated. */
export const en = { frame };

/** Every language has all of these texts: one that is missing does not compile. */
export type Catalogue = typeof en;
