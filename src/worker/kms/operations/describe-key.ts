import { theKey, type KmsHandler } from '../handler.ts';
import { keyMetadata } from '../keys.ts';

export const describeKey: KmsHandler<'DescribeKey'> = (call) => {
  const { row, store } = theKey(call.keys);
  return Promise.resolve({ KeyMetadata: keyMetadata(row, store) });
};
