/** Who calls, for Node: as one bundle, because an identity is known by being itself. */
import { identities } from '../../src/model/identities.ts';
import { accessKeyIdOf } from '../../src/wire/credentials.ts';

/** @returns the access key of an account's first person */
export const accessKeyOf = (account: string): string => accessKeyIdOf(account, identities[0]);
