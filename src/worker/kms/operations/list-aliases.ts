import type { AliasListEntry } from '@aws-sdk/client-kms';
import type { KmsHandler } from '../handler.ts';
import { aliasArn } from '../key-ids.ts';
import { pageOfList, pageOfRows } from '../paging.ts';
import type { AliasRow } from '../../storage/schema.ts';

const size = { usual: 50, most: 100 };

export const listAliases: KmsHandler<'ListAliases'> = async (call, input) => {
  const { account, region } = call;
  const key = call.keys['KeyId'];
  // AWS's sample event has an empty list of resources, if no key is named (Developer Guide, "ListAliases").
  if (!key) call.note({ keys: [] });
  const what = key ? `aliases of ${key.row.KeyId}` : 'aliases';
  const idOf = ({ AliasName }: { readonly AliasName: string }): string => AliasName;
  if (!key) {
    const { rows, end } = await pageOfRows(call.storage, { store: 'aliases', prefix: [account, region], what, idOf }, input, size);
    return { Aliases: rows.map(describeAlias), ...end };
  }
  // A key has 50 aliases at the most.
  const names = await call.storage.page({ store: 'keyAliases', prefix: [account, region, key.row.KeyId], limit: 50 });
  const page = pageOfList(names, { what, idOf }, input, size);
  const rows = await Promise.all(page.rows.map(({ AliasName }) => call.storage.get('aliases', [account, region, AliasName])));
  // One that was given to another key meanwhile is not this key's any more.
  const own = rows.filter((row) => row?.TargetKeyId === key.row.KeyId).filter((row) => row !== undefined);
  return { Aliases: own.map(describeAlias), ...page.end };
};

const describeAlias = (alias: AliasRow): AliasListEntry => ({
  AliasName: alias.AliasName,
  AliasArn: aliasArn(alias, alias.AliasName),
  TargetKeyId: alias.TargetKeyId,
  CreationDate: new Date(alias.CreationDate),
  LastUpdatedDate: new Date(alias.LastUpdatedDate),
});
