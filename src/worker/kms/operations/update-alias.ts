import { aliasKey, indexAliased, keyAliasesRead, keyAliasKey, requireRoomForAlias } from '../aliases.ts';
import { namedKey, type KmsHandler } from '../handler.ts';
import { aliasArn, aliasNotFound } from '../key-ids.ts';

/**
 * Gives an alias to another key. "The current and new KMS key must be the same type … and they must have the same key
 * usage" (API Reference): all simulated keys are symmetric encryption keys, so any fits any.
 */
export const updateAlias: KmsHandler<'UpdateAlias'> = async (call, { AliasName = '' }) => {
  const { account, region, now } = call;
  const target = namedKey(call.keys, 'TargetKeyId');
  const reads = [target, namedKey(call.keys, 'AliasName')].map(({ row }) => keyAliasesRead(call, row.KeyId));
  await call.commit(reads, (rows, keys) => {
    const { row: from } = namedKey(keys, 'AliasName');
    const { row: to } = namedKey(keys, 'TargetKeyId');
    const { KeyId } = to;
    const alias = rows.get('aliases', aliasKey(call, AliasName)) ?? aliasNotFound(call, AliasName);
    if (KeyId !== from.KeyId) requireRoomForAlias(rows, call, KeyId);
    call.note({ keys: [aliasArn(call, AliasName), target.arn] });
    rows.delete('keyAliases', keyAliasKey(call, from.KeyId, AliasName));
    rows.put('keyAliases', { account, region, KeyId, AliasName });
    rows.put('aliases', { ...alias, TargetKeyId: KeyId, LastUpdatedDate: now });
    indexAliased(rows, from);
    indexAliased(rows, to);
  });
  return undefined;
};
