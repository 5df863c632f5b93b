import { aliasKey, keyAliasesRead, keyAliasKey, requireRoomForAlias } from '../aliases.ts';
import { namedKey, type KmsHandler } from '../handler.ts';
import { aliasArn, aliasNotFound } from '../key-ids.ts';

/**
 * Gives an alias to another key. "The current and new KMS key must be the same type … and they must have the same key
 * usage" (API Reference): all simulated keys are symmetric encryption keys, so any fits any.
 */
export const updateAlias: KmsHandler<'UpdateAlias'> = async (call, { AliasName = '' }) => {
  const { account, region, now } = call;
  const target = namedKey(call.keys, 'TargetKeyId');
  await call.commit([keyAliasesRead(call, target.row.KeyId)], (rows, keys) => {
    const before = namedKey(keys, 'AliasName').row.KeyId;
    const { KeyId } = namedKey(keys, 'TargetKeyId').row;
    const alias = rows.get('aliases', aliasKey(call, AliasName)) ?? aliasNotFound(call, AliasName);
    if (KeyId !== before) requireRoomForAlias(rows, call, KeyId);
    call.note({ keys: [aliasArn(call, AliasName), target.arn] });
    rows.delete('keyAliases', keyAliasKey(call, before, AliasName));
    rows.put('keyAliases', { account, region, KeyId, AliasName });
    rows.put('aliases', { ...alias, TargetKeyId: KeyId, LastUpdatedDate: now });
  });
  return undefined;
};
