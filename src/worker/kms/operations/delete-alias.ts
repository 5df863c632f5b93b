import { aliasKey, indexAliased, keyAliasesRead, keyAliasKey } from '../aliases.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { aliasArn } from '../key-ids.ts';

export const deleteAlias: KmsHandler<'DeleteAlias'> = async (call, { AliasName = '' }) => {
  await call.commit([keyAliasesRead(call, theKey(call.keys).row.KeyId)], (rows, keys) => {
    const { row, arn } = theKey(keys);
    call.note({ keys: [aliasArn(call, AliasName), arn] });
    rows.delete('aliases', aliasKey(call, AliasName));
    rows.delete('keyAliases', keyAliasKey(call, row.KeyId, AliasName));
    indexAliased(rows, row);
  });
  return undefined;
};
