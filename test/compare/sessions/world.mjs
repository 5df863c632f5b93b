/** What the sessions of scenarios `default` and `cluster` have in common: the source document's values. */
export const STORE = 'cks-1234567890abcdef0';
export const CLUSTER = 'cluster-1a23b4cdefg';
const certificate = '-----BEGIN CERTIFICATE-----\n<: text>\n-----END CERTIFICATE-----\n';

export const keyStore = {
  CustomKeyStoreId: STORE,
  CustomKeyStoreName: 'ExampleKeyStore',
  CloudHsmClusterId: CLUSTER,
  TrustAnchorCertificate: '<customerCA.crt>',
  ConnectionState: 'CONNECTED',
  CreationDate: 1499288695.918,
  CustomKeyStoreType: 'AWS_CLOUDHSM',
};

/** @param {string} HsmId @param {string} zone @param {string} EniId @param {string} EniIp @param {string} SubnetId */
const hsm = (HsmId, zone, EniId, EniIp, SubnetId) => ({
  AvailabilityZone: `us-west-2${zone}`, ClusterId: CLUSTER, SubnetId, EniId, EniIp, HsmId, HsmType: 'hsm1.medium', State: 'ACTIVE',
  StateMessage: 'HSM created.',
});
export const hsms = {
  a: hsm('hsm-abcdefghijk', 'a', 'eni-ea8647e1', '10.0.1.11', 'subnet-a6b10bd1'),
  b: hsm('hsm-zyxwvutsrqp', 'b', 'eni-ea8647e2', '10.0.0.2', 'subnet-b6b10bd2'),
};
/** While it is being created: no message yet. @param {Record<string, unknown>} ids */
export const newHsm = (ids) => Object.fromEntries(Object.entries({ ...hsms.a, ...ids, State: 'CREATE_IN_PROGRESS' }).filter(([name]) => name !== 'StateMessage'));

export const cluster = {
  BackupPolicy: 'DEFAULT',
  BackupRetentionPolicy: { Type: 'DAYS', Value: '90' },
  ClusterId: CLUSTER,
  CreateTimestamp: 1507133412.351,
  Hsms: [hsms.a, hsms.b],
  HsmType: 'hsm1.medium',
  SecurityGroup: 'sg-865af2fb',
  State: 'ACTIVE',
  SubnetMapping: { 'us-west-2a': 'subnet-a6b10bd1', 'us-west-2b': 'subnet-b6b10bd2', 'us-west-2c': 'subnet-c6b10bd3' },
  VpcId: 'vpc-1a2b3c4d',
  NetworkType: 'IPV4',
  Certificates: { ClusterCertificate: certificate },
  Mode: 'FIPS',
};

/** In the order of the service model, which is the CLI's. @param {string} key @param {{ Description?: string, Enabled?: boolean, KeyState?: string }} [other] */
export const keyMetadata = (key, other = {}) => ({
  AWSAccountId: '111122223333',
  KeyId: key,
  Arn: `arn:aws:kms:us-west-2:111122223333:key/${key.replace(/: [^>]*/, '')}`,
  CreationDate: '<: now>',
  Enabled: true,
  Description: '',
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeyState: 'Enabled',
  Origin: 'AWS_CLOUDHSM',
  CustomKeyStoreId: STORE,
  CloudHsmClusterId: CLUSTER,
  KeyManager: 'CUSTOMER',
  CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
  KeySpec: 'SYMMETRIC_DEFAULT',
  EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
  MultiRegion: false,
  ...other,
});

/** How long AWS takes, milliseconds; the sessions run at speed 1. */
export const MINUTES = 60_000;
