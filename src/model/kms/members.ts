import type * as sdk from '@aws-sdk/client-kms';
import * as s from '../shapes.ts';

/** Members that several KMS operations share. Limits and patterns: the KMS service model (facts, appendix A). */
export const keyId = s.string(1, 2048);
/** Who has a grant token can use it: no event shows one. */
export const grantTokens = s.unlogged(s.list<string>(s.string(1, 8192), { max: 10 }));
export const encryptionContext = s.map<string>(s.string());
export const encryptionAlgorithm = s.oneOf('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE');
export const plaintext = s.sensitive(s.blob(1, 4096));
export const ciphertext = s.blob(1, 6144);
export const description = s.string(0, 8192);
export const policy = s.string(1, 131072, '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+');
export const policyName = s.string(1, 128, '[\\w]+');
export const aliasName = s.string(1, 256, '^[a-zA-Z0-9:/_-]+$');
export const limit = s.integer(1, 1000);
export const marker = s.string(1, 1024, '[\\u0020-\\u00FF]*');
export const page = { NextMarker: s.string(), Truncated: s.boolean };
export const customKeyStoreId = s.string(1, 64);
export const customKeyStoreName = s.string(1, 256);
export const keyStorePassword = s.sensitive(s.string(7, 32));
export const clusterId = s.string(19, 24, 'cluster-[2-7a-zA-Z]{11,16}');
export const numberOfBytes = s.integer(1, 1024);
export const keyMaterialId = s.string(64, 64, '^[a-f0-9]+$');
export const principal = s.string(1, 256, '^[\\w+=,.@:/-]+$');
export const regionName = s.string(1, 32, '^([a-z]+-){2,3}\\d+$');
export const dryRunModifiers = s.list<sdk.DryRunModifierType>(s.oneOf('IGNORE_CIPHERTEXT'));
export const xksKeyId = s.string(1, 128, '^[a-zA-Z0-9-_.]+$');

export const tags = s.list<sdk.Tag>(
  s.structure<sdk.Tag>({ TagKey: s.required(s.string(1, 128)), TagValue: s.required(s.string(0, 256)) }),
);

export const recipient = s.structure<sdk.RecipientInfo>({
  KeyEncryptionAlgorithm: s.oneOf('RSAES_OAEP_SHA_256'),
  AttestationDocument: s.blob(1, 262144),
});

/** Members that only external key stores use; GlassHSM validates and then refuses them. */
export const externalKeyStore = {
  XksProxyUriEndpoint: s.string(10, 128, '^https://[a-zA-Z0-9.-]+$'),
  XksProxyUriPath: s.string(10, 128, '^(/[a-zA-Z0-9\\/_-]+/kms/xks/v\\d{1,2})$|^(/kms/xks/v\\d{1,2})$'),
  XksProxyVpcEndpointServiceName: s.string(
    20,
    64,
    '^(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+$',
  ),
  XksProxyVpcEndpointServiceOwner: s.string(12, 12, '[0-9]{12}'),
  XksProxyAuthenticationCredential: s.structure<sdk.XksProxyAuthenticationCredentialType>({
    AccessKeyId: s.required(s.sensitive(s.string(20, 30, '^[A-Z2-7]+$'))),
    RawSecretAccessKey: s.required(s.sensitive(s.string(43, 64, '^[a-zA-Z0-9\\/+=]+$'))),
  }),
  XksProxyConnectivity: s.oneOf('PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'),
};

const multiRegionKey = s.structure<sdk.MultiRegionKey>({ Arn: s.string(), Region: s.string() });

/** In the order of the model, which is the order in which the AWS CLI prints. */
export const keyMetadata = s.structure<sdk.KeyMetadata>({
  AWSAccountId: s.string(),
  KeyId: s.required(s.string()),
  Arn: s.string(),
  CreationDate: s.timestamp,
  Enabled: s.boolean,
  Description: s.string(),
  KeyUsage: s.answer(),
  KeyState: s.answer(),
  DeletionDate: s.timestamp,
  ValidTo: s.timestamp,
  Origin: s.answer(),
  CustomKeyStoreId: s.string(),
  CloudHsmClusterId: s.string(),
  ExpirationModel: s.answer(),
  KeyManager: s.answer(),
  CustomerMasterKeySpec: s.answer(),
  KeySpec: s.answer(),
  EncryptionAlgorithms: s.list(s.answer()),
  SigningAlgorithms: s.list(s.answer()),
  KeyAgreementAlgorithms: s.list(s.answer()),
  EncapsulationAlgorithms: s.list(s.answer()),
  MultiRegion: s.boolean,
  MultiRegionConfiguration: s.structure<sdk.MultiRegionConfiguration>({
    MultiRegionKeyType: s.answer(),
    PrimaryKey: multiRegionKey,
    ReplicaKeys: s.list<sdk.MultiRegionKey>(multiRegionKey),
  }),
  PendingDeletionWindowInDays: s.integer(),
  MacAlgorithms: s.list(s.answer()),
  XksKeyConfiguration: s.structure<sdk.XksKeyConfigurationType>({ Id: s.string() }),
  CurrentKeyMaterialId: s.string(),
});

export const customKeyStore = s.structure<sdk.CustomKeyStoresListEntry>({
  CustomKeyStoreId: s.string(),
  CustomKeyStoreName: s.string(),
  CloudHsmClusterId: s.string(),
  TrustAnchorCertificate: s.string(),
  ConnectionState: s.answer(),
  ConnectionErrorCode: s.answer(),
  CreationDate: s.timestamp,
  CustomKeyStoreType: s.answer(),
  XksProxyConfiguration: s.structure<sdk.XksProxyConfigurationType>({
    Connectivity: s.answer(),
    AccessKeyId: s.sensitive(s.string()),
    UriEndpoint: s.string(),
    UriPath: s.string(),
    VpcEndpointServiceName: s.string(),
    VpcEndpointServiceOwner: s.string(),
  }),
});
