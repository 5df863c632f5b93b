import { AwsError } from '../../errors.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { aliasArn } from '../key-ids.ts';

/** Aliases a key can have (facts 4). */
const aliasQuota = 50;

export const createAlias: KmsHandler<'CreateAlias'> = async (call, { AliasName = '' }) => {
  const { account, region, now } = call;
  if (!AliasName.startsWith('alias/'))
    throw new AwsError(
      'ValidationException',
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  // API Reference, CreateAlias: "The alias name cannot begin with alias/aws/." AWS's text is not public.
  if (AliasName.startsWith('alias/aws/') || AliasName === 'alias/')
    throw new AwsError('InvalidAliasNameException', `The alias name ${AliasName} is reserved or empty.`);
  const { row, arn } = theKey(call.keys);
  const { KeyId } = row;
  await call.commit(
    [
      { store: 'aliases', key: [account, region, AliasName] },
      { store: 'keyAliases', prefix: [account, region, KeyId] },
    ],
    (rows) => {
      if (rows.get('aliases', [account, region, AliasName]))
        throw new AwsError(
          'AlreadyExistsException',
          `An alias with the name ${aliasArn(call, AliasName)} already exists`,
        );
      if (rows.range('keyAliases', [account, region, KeyId]).length >= aliasQuota)
        throw new AwsError('LimitExceededException', `The key has ${String(aliasQuota)} aliases.`);
      // AWS's sample shows the alias beside the key, and the key's ARN as answer.
      call.note({ keys: [arn, aliasArn(call, AliasName)], responseElements: { keyId: arn } });
      rows.put('aliases', { account, region, AliasName, TargetKeyId: KeyId, CreationDate: now, LastUpdatedDate: now });
      rows.put('keyAliases', { account, region, KeyId, AliasName });
    },
  );
  return undefined;
};
