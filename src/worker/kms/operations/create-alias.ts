import { aliasKey, checkNewAliasName, indexAliased, keyAliasesRead, requireNewAlias, requireRoomForAlias } from '../aliases.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { aliasArn } from '../key-ids.ts';

export const createAlias: KmsHandler<'CreateAlias'> = async (call, { AliasName = '' }) => {
  const { account, region, now } = call;
  checkNewAliasName(AliasName);
  const { row, arn } = theKey(call.keys);
  const { KeyId } = row;
  await call.commit([{ store: 'aliases', key: aliasKey(call, AliasName) }, keyAliasesRead(call, KeyId)], (rows) => {
    requireNewAlias(rows, call, AliasName);
    requireRoomForAlias(rows, call, KeyId);
    // AWS's sample shows the alias beside the key.
    call.note({ keys: [arn, aliasArn(call, AliasName)] });
    rows.put('aliases', { account, region, AliasName, TargetKeyId: KeyId, CreationDate: now, LastUpdatedDate: now });
    rows.put('keyAliases', { account, region, KeyId, AliasName });
    indexAliased(rows, row);
  });
  return undefined;
};
