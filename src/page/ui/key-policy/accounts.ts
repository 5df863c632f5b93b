/** Why an account cannot be one of the "Other AWS accounts"; the texts are `wrong` of the wizard's. */
export type AccountFault = 'accountForm' | 'accountOwn' | 'accountTwice';

/**
 * @param own the key's account
 * @param before the others that are in the list
 */
export function accountFault(id: string, own: string, before: readonly string[]): AccountFault | undefined {
  if (!/^\d{12}$/.test(id)) return 'accountForm';
  if (id === own) return 'accountOwn';
  return before.includes(id) ? 'accountTwice' : undefined;
}
