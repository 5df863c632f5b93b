import { AwsError } from '../../errors.ts';
import { describeGrant, grantKey } from '../grants.ts';
import type { KmsHandler } from '../handler.ts';
import { pageOfRows } from '../paging.ts';

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
  const grants = await Promise.all(rows.map(({ KeyId, GrantId }) => storage.get('grants', grantKey(call, KeyId, GrantId))));
  return { Grants: grants.filter((grant) => grant !== undefined).map(describeGrant), ...end };
};
