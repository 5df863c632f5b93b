import type { Mistake } from '../../ui/embed/parameters.ts';

/** Texts of src/page/ui/embed. */
export const en = {
  failed: 'The simulator could not start',
  mistake: ({ name, value, allowed }: Mistake) =>
    name === 'database'
      ? `The address of this embed says database=“${value}”. The name of a database has 1 to 64 of these: ${allowed.join(' ')}`
      : `The address of this embed says ${name}=“${value}”. There are: ${allowed.join(', ')}.`,
};
