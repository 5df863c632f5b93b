import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

/** Aliases. */
export const aliasOperations = {
  CreateAlias: operation<sdk.CreateAliasCommandInput, sdk.CreateAliasCommandOutput>({
    input: { AliasName: s.required(m.aliasName), TargetKeyId: s.required(m.keyId) },
    readOnly: false,
    keys: [{ member: 'TargetKeyId', by: 'target', states: 'manage' }],
  }),

  DeleteAlias: operation<sdk.DeleteAliasCommandInput, sdk.DeleteAliasCommandOutput>({
    input: { AliasName: s.required(m.aliasName) },
    readOnly: false,
    keys: [{ member: 'AliasName', by: 'alias', states: 'always' }],
  }),

  ListAliases: operation<sdk.ListAliasesCommandInput, sdk.ListAliasesCommandOutput>({
    input: { KeyId: m.keyId, Limit: m.limit, Marker: m.marker },
    output: {
      Aliases: s.list<sdk.AliasListEntry>(
        s.structure<sdk.AliasListEntry>({
          AliasName: s.string(),
          AliasArn: s.string(),
          TargetKeyId: s.string(),
          CreationDate: s.timestamp,
          LastUpdatedDate: s.timestamp,
        }),
      ),
      ...m.page,
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always', optional: true }],
  }),

  UpdateAlias: operation<sdk.UpdateAliasCommandInput, sdk.UpdateAliasCommandOutput>({
    input: { AliasName: s.required(m.aliasName), TargetKeyId: s.required(m.keyId) },
    readOnly: false,
    keys: [
      // Footnote 10: the alias may be taken from a key that is pending deletion, not given to one.
      { member: 'AliasName', by: 'alias', states: 'always' },
      { member: 'TargetKeyId', by: 'target', states: 'manage' },
    ],
  }),
};
