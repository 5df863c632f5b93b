import { AwsError } from '../../errors.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { keyKey } from '../keys.ts';
import { defaultPolicy } from '../policies.ts';

export const getKeyPolicy: KmsHandler<'GetKeyPolicy'> = async (call, { PolicyName = 'default' }) => {
  // API Reference, GetKeyPolicy: "The only valid value is default."
  if (PolicyName !== 'default') throw new AwsError('NotFoundException', 'No such policy exists');
  const { row } = theKey(call.keys);
  const policy = await call.storage.get('keyPolicies', keyKey(call, row.KeyId));
  return { Policy: policy?.Policy ?? defaultPolicy(call), PolicyName };
};
