import type { GrantRow } from '../../storage/schema.ts';
import { checkGrantId, describeGrant, grantKey, grantsPrefix } from '../grants.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { pageOfList, pageOfRows } from '../paging.ts';

const size = { usual: 50, most: 100 };

export const listGrants: KmsHandler<'ListGrants'> = async (call, { GrantId, GranteePrincipal, GranteeServicePrincipal, ...paged }) => {
  if (GrantId !== undefined) checkGrantId(GrantId);
  const { KeyId } = theKey(call.keys).row;
  const matches = (grant: GrantRow): boolean =>
    (GranteePrincipal === undefined || grant.GranteePrincipal === GranteePrincipal) &&
    (GranteeServicePrincipal === undefined || grant.GranteeServicePrincipal === GranteeServicePrincipal);
  const list = { what: `grants of ${KeyId}`, idOf: (grant: GrantRow): string => grant.GrantId };
  const named = GrantId === undefined ? undefined : await call.storage.get('grants', grantKey(call, KeyId, GrantId));
  const { rows, end } =
    GrantId === undefined
      ? await pageOfRows(call.storage, { store: 'grants', prefix: grantsPrefix(call, KeyId), ...list, matches }, paged, size)
      : pageOfList(named && matches(named) ? [named] : [], list, paged, size);
  return { Grants: rows.map(describeGrant), ...end };
};
