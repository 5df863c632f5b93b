import { checkGrantId, endGrant, grantReads } from '../grants.ts';
import { endDryRun, theKey, type KmsHandler } from '../handler.ts';

/** Ends a grant, and with it what it permits. */
export const revokeGrant: KmsHandler<'RevokeGrant'> = async (call, { GrantId = '', DryRun }) => {
  checkGrantId(GrantId);
  const { KeyId } = theKey(call.keys).row;
  await call.commit(grantReads(call, KeyId, GrantId), (rows) => {
    endGrant(rows, call, KeyId, GrantId);
    // Thrown, so that nothing of it is kept.
    endDryRun(DryRun);
  });
  return undefined;
};
