import { checkGrantId, describeGrant, grantsPrefix } from '../grants.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { pageOfRows } from '../paging.ts';

export const listGrants: KmsHandler<'ListGrants'> = async (call, input) => {
  const { GrantId, GranteePrincipal, GranteeServicePrincipal } = input;
  if (GrantId !== undefined) checkGrantId(GrantId);
  const { KeyId } = theKey(call.keys).row;
  const { rows, end } = await pageOfRows(
    call.storage,
    {
      store: 'grants',
      prefix: grantsPrefix(call, KeyId),
      what: `grants of ${KeyId}`,
      idOf: (grant) => grant.GrantId,
      matches: (grant) =>
        (GrantId === undefined || grant.GrantId === GrantId) &&
        (GranteePrincipal === undefined || grant.GranteePrincipal === GranteePrincipal) &&
        (GranteeServicePrincipal === undefined || grant.GranteeServicePrincipal === GranteeServicePrincipal),
    },
    input,
    { usual: 50, most: 100 },
  );
  return { Grants: rows.map(describeGrant), ...end };
};
