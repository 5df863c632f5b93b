/**
 * Some of a view's own questions go through AWS's door (the record of a call is CloudTrail's to give). They carry this
 * header, so that no view shows them among the calls that a person made.
 */
export const unlisted = { 'x-glass-hsm-unlisted': '1' } as const;

export const isUnlisted = ({ headers }: { readonly headers: Readonly<Record<string, string>> }): boolean =>
  'x-glass-hsm-unlisted' in headers;
