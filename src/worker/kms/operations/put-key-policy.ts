import { AwsError } from '../../errors.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { checkPolicy } from '../policies.ts';

export const putKeyPolicy: KmsHandler<'PutKeyPolicy'> = async (
  call,
  { Policy = '', PolicyName = 'default', BypassPolicyLockoutSafetyCheck = false },
) => {
  if (PolicyName !== 'default') throw new AwsError('NotFoundException', 'No such policy exists');
  checkPolicy(Policy, call.principal, BypassPolicyLockoutSafetyCheck);
  const { account, region } = call;
  await call.commit([], (rows, keys) => {
    rows.put('keyPolicies', { account, region, KeyId: theKey(keys).row.KeyId, Policy });
  });
  return undefined;
};
