import { AwsError } from '../../errors.ts';
import { describeGrant, grantKey } from '../grants.ts';
import type { KmsHandler } from '../handler.ts';
import { keyKey } from '../keys.ts';
import { pageOfRows } from '../paging.ts';
import type { GrantRow, RetirableGrantRow } from '../../storage/schema.ts';

/** Grants of all keys of the account and Region that a principal may retire. */
export const listRetirableGrants: KmsHandler<'ListRetirableGrants'> = async (call, input) => {
  const { account, region, storage } = call;
  const { RetiringPrincipal, RetiringServicePrincipal } = input;
  if ((RetiringPrincipal === undefined) === (RetiringServicePrincipal === undefined))
    throw new AwsError('ValidationException', 'Specify either RetiringPrincipal or RetiringServicePrincipal, but not both.');
  // "This filter is only usable by callers in a service principal", and nobody here is one.
  if (RetiringPrincipal === undefined)
    throw new AwsError('ValidationException', 'Only a service principal can list the grants of a RetiringServicePrincipal.');
  const { rows, end } = await pageOfRows(
    storage,
    {
      store: 'retirableGrants',
      prefix: [account, region, RetiringPrincipal],
      what: `grants to retire by ${RetiringPrincipal}`,
      idOf: ({ GrantId }) => GrantId,
    },
    input,
    { usual: 50, most: 100 },
  );
  // Grants of a key that has been deleted go a little later than the key.
  const found = async ({ KeyId, GrantId }: RetirableGrantRow): Promise<GrantRow | undefined> =>
    (await storage.get('keys', keyKey(call, KeyId))) && storage.get('grants', grantKey(call, KeyId, GrantId));
  const grants = await Promise.all(rows.map(found));
  return { Grants: grants.filter((grant) => grant !== undefined).map(describeGrant), ...end };
};
