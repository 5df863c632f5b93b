/** Texts of src/page/ui/keys. AWS's own words (states, codes, operations) are not among them: they are never translated. */
export const en = {};
