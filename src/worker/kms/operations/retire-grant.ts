import { AwsError } from '../../errors.ts';
import { checkGrantId, endGrant, grantReads } from '../grants.ts';
import { readGrantToken } from '../grant-tokens.ts';
import { endDryRun, theKey, type KmsHandler } from '../handler.ts';

/** Ends a grant that is not needed any more: by its token, or by its key's ARN and its id. */
export const retireGrant: KmsHandler<'RetireGrant'> = async (call, { GrantToken, KeyId: named, GrantId: id, DryRun }) => {
  const byToken = GrantToken !== undefined;
  // API Reference: "either the grant token, or both the grant ID and key ARN". AWS's text is not public.
  if (byToken ? named !== undefined || id !== undefined : named === undefined || id === undefined)
    throw new AwsError('ValidationException', 'Specify either GrantToken, or both KeyId and GrantId.');
  const GrantId = byToken ? readGrantToken(GrantToken).GrantId : (id ?? '');
  checkGrantId(GrantId);
  const { KeyId } = theKey(call.keys).row;
  await call.commit(grantReads(call, KeyId, GrantId), (rows) => {
    endGrant(rows, call, KeyId, GrantId);
    endDryRun(DryRun);
    call.note({ additionalEventData: { grantId: GrantId } });
  });
  return undefined;
};
