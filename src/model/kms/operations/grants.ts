import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

const permissions = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'Sign',
  'Verify',
  'GetPublicKey',
  'CreateGrant',
  'RetireGrant',
  'DescribeKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateMac',
  'VerifyMac',
  'DeriveSharedSecret',
] as const;

const grantId = s.string(1, 128);
const constraints = s.structure<sdk.GrantConstraints>({
  EncryptionContextSubset: m.encryptionContext,
  EncryptionContextEquals: m.encryptionContext,
  SourceArn: s.string(),
});
const grants = s.list<sdk.GrantListEntry>(
  s.structure<sdk.GrantListEntry>({
    KeyId: s.string(),
    GrantId: s.string(),
    Name: s.string(),
    CreationDate: s.timestamp,
    GranteePrincipal: s.string(),
    RetiringPrincipal: s.string(),
    IssuingAccount: s.string(),
    Operations: s.list<sdk.GrantOperation>(s.answer()),
    Constraints: constraints,
    GranteeServicePrincipal: s.string(),
    RetiringServicePrincipal: s.string(),
  }),
);

/** Grants. */
export const grantOperations = {
  CreateGrant: operation<sdk.CreateGrantCommandInput, sdk.CreateGrantCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      GranteePrincipal: m.principal,
      RetiringPrincipal: m.principal,
      Operations: s.required(s.list<sdk.GrantOperation>(s.oneOf(...permissions))),
      Constraints: constraints,
      GrantTokens: m.grantTokens,
      Name: s.string(1, 256, '^[a-zA-Z0-9:/_-]+$'),
      DryRun: s.boolean,
      GranteeServicePrincipal: m.principal,
      RetiringServicePrincipal: m.principal,
    },
    output: { GrantToken: s.string(), GrantId: s.string() },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'active' }],
  }),

  ListGrants: operation<sdk.ListGrantsCommandInput, sdk.ListGrantsCommandOutput>({
    input: {
      Limit: m.limit,
      Marker: m.marker,
      KeyId: s.required(m.keyId),
      GrantId: grantId,
      GranteePrincipal: m.principal,
      GranteeServicePrincipal: m.principal,
    },
    output: { Grants: grants, ...m.page },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
  }),

  ListRetirableGrants: operation<sdk.ListRetirableGrantsCommandInput, sdk.ListRetirableGrantsCommandOutput>({
    input: { Limit: m.limit, Marker: m.marker, RetiringPrincipal: m.principal, RetiringServicePrincipal: m.principal },
    output: { Grants: grants, ...m.page },
    readOnly: true,
  }),

  RetireGrant: operation<sdk.RetireGrantCommandInput, sdk.RetireGrantCommandOutput>({
    input: { GrantToken: s.unlogged(s.string(1, 8192)), KeyId: m.keyId, GrantId: grantId, DryRun: s.boolean },
    readOnly: false,
    keys: [
      { member: 'KeyId', by: 'arn', states: 'always', optional: true },
      { member: 'GrantToken', by: 'grantToken', states: 'always', optional: true },
    ],
  }),

  RevokeGrant: operation<sdk.RevokeGrantCommandInput, sdk.RevokeGrantCommandOutput>({
    input: { KeyId: s.required(m.keyId), GrantId: s.required(grantId), DryRun: s.boolean },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
  }),
};
