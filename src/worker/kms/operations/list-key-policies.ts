import type { KmsHandler } from '../handler.ts';

/** API Reference, GetKeyPolicy: "The only valid value is default." */
export const listKeyPolicies: KmsHandler<'ListKeyPolicies'> = () =>
  Promise.resolve({ PolicyNames: ['default'], Truncated: false });
