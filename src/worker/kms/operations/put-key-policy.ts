import { AwsError } from '../../errors.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { checkPolicy } from '../policies.ts';

export const putKeyPolicy: KmsHandler<'PutKeyPolicy'> = async (
  call,
  { Policy = '', PolicyName = 'default', BypassPolicyLockoutSafetyCheck = false },
) => {
  // "The only valid value is default" (API Reference), and UnsupportedOperationException is modelled. AWS's text is not public.
  if (PolicyName !== 'default')
    throw new AwsError('UnsupportedOperationException', 'The only valid policy name is default.');
  checkPolicy(Policy, call.principal, theKey(call.keys).arn, BypassPolicyLockoutSafetyCheck);
  const { account, region } = call;
  await call.commit([], (rows, keys) => {
    rows.put('keyPolicies', { account, region, KeyId: theKey(keys).row.KeyId, Policy });
  });
  return undefined;
};
