/** boto3: typed exceptions, bytes and dates, paginators, LookupEvents. */
import { cluster, CLUSTER, hsms, keyMetadata, keyStore, MINUTES, STORE } from './world.mjs';

const date = (/** @type {number | string} */ seconds) => ({ $date: seconds });
const metadata = (/** @type {string} */ key, other = {}) => ({ KeyMetadata: { ...keyMetadata(key), CreationDate: date('<: now>'), ...other } });
const store = { ...keyStore, CreationDate: date(1499288695.918) };
const arn = 'arn:aws:kms:us-west-2:111122223333:key/<key>';
const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: STORE };

/** @type {import('../session.mjs').Session} */
export default {
  client: 'boto3',
  scenario: 'default',
  steps: [
    { call: 'kms.describe_custom_key_stores', args: { CustomKeyStoreId: STORE }, answers: { CustomKeyStores: [store], Truncated: false } },
    { call: 'cloudhsmv2.describe_clusters', args: {}, answers: { Clusters: [{ ...cluster, CreateTimestamp: date(1507133412.351) }] } },
    { call: 'cloudhsmv2.describe_clusters', args: { MaxResults: 1, Filters: { states: ['ACTIVE', 'DEGRADED'] } }, answers: { Clusters: [{ ...cluster, CreateTimestamp: date(1507133412.351) }] } },
    { call: 'kms.create_key', args: inStore, answers: metadata('<key: uuid>') },
    { call: 'kms.create_key', args: { ...inStore, Tags: [{ TagKey: 'a', TagValue: 'b' }], Policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}' }, answers: metadata('<second: uuid>') },
    { call: 'kms.describe_key', args: { KeyId: arn }, answers: metadata('<key>') },

    { call: 'kms.list_keys', args: {}, pages: { PageSize: 1 }, answers: { $anyOrder: [{ $has: { Keys: [{ KeyId: '<key>', KeyArn: arn }] } }, { $has: { Keys: [{ KeyId: '<second>', KeyArn: '<: text>' }] } }] } },
    { call: 'kms.list_keys', args: { Marker: 'bm90IG91cnM=' }, raises: 'InvalidMarkerException' },

    { call: 'kms.encrypt', args: { KeyId: '<key>', Plaintext: { $text: 'Grüße aus dem Glas' }, EncryptionContext: { Ort: 'München' } }, answers: { CiphertextBlob: { $bytes: '<ciphertext: base64>' }, KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' } },
    { call: 'kms.decrypt', args: { CiphertextBlob: { $bytes: '<ciphertext>' }, EncryptionContext: { Ort: 'München' } }, answers: { KeyId: arn, Plaintext: { $bytes: 'R3LDvMOfZSBhdXMgZGVtIEdsYXM=' }, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' } },
    { call: 'kms.decrypt', args: { CiphertextBlob: { $bytes: '<ciphertext>' } }, raises: 'InvalidCiphertextException', saying: '' },
    { call: 'kms.encrypt', args: { KeyId: '<key>', Plaintext: { $bytes: 'AP8Q' }, DryRun: true }, raises: 'DryRunOperationException' },

    { call: 'kms.create_alias', args: { AliasName: 'alias/one', TargetKeyId: '<key>' }, answers: {} },
    { call: 'kms.create_alias', args: { AliasName: 'alias/two', TargetKeyId: '<key>' }, answers: {} },
    { call: 'kms.create_alias', args: { AliasName: 'alias/two', TargetKeyId: '<second>' }, raises: 'AlreadyExistsException' },
    { call: 'kms.list_aliases', args: { KeyId: '<key>' }, pages: { PageSize: 1 }, answers: [{ $has: { Aliases: [{ $has: { AliasName: 'alias/one', CreationDate: date('<: now>') } }], Truncated: true } }, { $has: { Aliases: [{ $has: { AliasName: 'alias/two' } }], Truncated: false } }] },
    { call: 'kms.tag_resource', args: { KeyId: '<key>', Tags: [{ TagKey: 'a', TagValue: '' }] }, answers: {} },
    { call: 'kms.list_resource_tags', args: { KeyId: '<key>' }, answers: { Tags: [{ TagKey: 'a', TagValue: '' }], Truncated: false } },
    { call: 'kms.tag_resource', args: { KeyId: '<key>', Tags: [{ TagKey: 'AWS:a', TagValue: '' }] }, raises: 'TagException' },
    { call: 'kms.update_key_description', args: { KeyId: '<key>', Description: '' }, answers: {} },
    { call: 'kms.get_key_policy', args: { KeyId: '<second>', PolicyName: 'default' }, answers: { Policy: '<policy: text>', PolicyName: 'default' } },
    { call: 'kms.put_key_policy', args: { KeyId: '<key>', PolicyName: 'default', Policy: '<policy>' }, answers: {} },
    { call: 'kms.put_key_policy', args: { KeyId: '<key>', PolicyName: 'default', Policy: '{"Version":"2012-10-17","Statement":[]}' }, raises: 'MalformedPolicyDocumentException' },
    { call: 'kms.generate_data_key_pair', args: { KeyId: '<key>', KeyPairSpec: 'RSA_2048' }, raises: 'UnsupportedOperationException' },
    { call: 'kms.generate_data_key_pair_without_plaintext', args: { KeyId: '<key>', KeyPairSpec: 'RSA_2048' }, raises: 'UnsupportedOperationException' },
    { call: 'kms.describe_key', args: { KeyId: 'nope' }, raises: 'NotFoundException', saying: "Invalid keyId 'nope'" },
    // botocore models no class for what every AWS service can answer.
    { call: 'kms.list_keys', args: { Limit: 1001 }, raises: 'ValidationException', untyped: true },

    { call: 'kms.disconnect_custom_key_store', args: { CustomKeyStoreId: STORE }, answers: {} },
    { call: 'kms.create_key', args: inStore, raises: 'CustomKeyStoreInvalidStateException' },
    { call: 'kms.encrypt', args: { KeyId: '<key>', Plaintext: { $text: 'a' } }, raises: 'KMSInvalidStateException', saying: `${arn} is unavailable.` },
    { call: 'kms.create_custom_key_store', args: { CustomKeyStoreName: 'Second', CloudHsmClusterId: CLUSTER, KeyStorePassword: 'kmsPswd1234', TrustAnchorCertificate: '<customerCA.crt>' }, raises: 'CloudHsmClusterInUseException' },
    { control: 'advance', input: { ms: 5 * MINUTES } },
    { call: 'kms.update_custom_key_store', args: { CustomKeyStoreId: STORE, NewCustomKeyStoreName: 'Renamed' }, answers: {} },
    { call: 'kms.delete_custom_key_store', args: { CustomKeyStoreId: STORE }, raises: 'CustomKeyStoreHasCMKsException' },
    { call: 'kms.connect_custom_key_store', args: { CustomKeyStoreId: STORE }, answers: {} },
    { control: 'advance', input: { ms: 20 * MINUTES } },
    { call: 'kms.describe_custom_key_stores', args: { CustomKeyStoreName: 'Renamed' }, answers: { CustomKeyStores: [{ ...store, CustomKeyStoreName: 'Renamed' }], Truncated: false } },
    { call: 'cloudhsmv2.delete_hsm', args: { ClusterId: CLUSTER, HsmId: 'hsm-zyxwvutsrqp' }, answers: { HsmId: 'hsm-zyxwvutsrqp' } },
    { call: 'kms.create_key', args: inStore, raises: 'CloudHsmClusterInvalidConfigurationException' },
    { call: 'cloudhsmv2.delete_hsm', args: { ClusterId: CLUSTER, HsmId: 'hsm-zyxwvutsrqp' }, raises: 'CloudHsmInvalidRequestException' },
    { call: 'cloudhsmv2.create_hsm', args: { ClusterId: CLUSTER, AvailabilityZone: 'us-west-2b' }, answers: { Hsm: { $has: { HsmId: '<: hsm id>', SubnetId: hsms.b.SubnetId, State: 'CREATE_IN_PROGRESS' } } } },
    { call: 'cloudhsmv2.create_hsm', args: { ClusterId: CLUSTER, AvailabilityZone: 'us-west-2z' }, raises: 'CloudHsmInvalidRequestException' },

    {
      call: 'cloudtrail.lookup_events', args: { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }] }, pages: { PageSize: 3 },
      answers: [
        {
          Events: [
            { $has: { CloudTrailEvent: { $json: { $has: { errorCode: 'CloudHsmClusterInvalidConfigurationException', responseElements: null } } } } },
            { $has: { CloudTrailEvent: { $json: { $has: { errorCode: 'CustomKeyStoreInvalidStateException', responseElements: null } } } } },
            { $has: { EventTime: date('<: now>'), ReadOnly: 'false', Resources: [{ ResourceType: 'AWS::KMS::Key', ResourceName: 'arn:aws:kms:us-west-2:111122223333:key/<second>' }] } },
          ],
          NextToken: '<: base64>',
        },
        {
          Events: [{
            $has: {
              EventName: 'CreateKey', Username: 'Alice', CloudTrailEvent: {
                $json: {
                  $has: {
                    eventTime: '<: time>', awsRegion: 'us-west-2', requestID: '<: uuid>', readOnly: false,
                    requestParameters: {
                      keyUsage: 'ENCRYPT_DECRYPT', bypassPolicyLockoutSafetyCheck: false, origin: 'AWS_CLOUDHSM', keySpec: 'SYMMETRIC_DEFAULT',
                      customerMasterKeySpec: 'SYMMETRIC_DEFAULT', description: '', customKeyStoreId: STORE,
                    },
                    responseElements: {
                      keyMetadata: {
                        aWSAccountId: '111122223333', keyId: '<key>', arn, creationDate: '<: date>', enabled: true, description: '', keyUsage: 'ENCRYPT_DECRYPT',
                        keyState: 'Enabled', origin: 'AWS_CLOUDHSM', customKeyStoreId: STORE, cloudHsmClusterId: CLUSTER, keyManager: 'CUSTOMER',
                        customerMasterKeySpec: 'SYMMETRIC_DEFAULT', keySpec: 'SYMMETRIC_DEFAULT', encryptionAlgorithms: ['SYMMETRIC_DEFAULT'], multiRegion: false,
                      },
                    },
                    additionalEventData: { backingKey: { $json: { keyHandle: '<: handle>', backingKeyId: '<: backing key id>' } } },
                    resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: arn }],
                  },
                },
              },
            },
          }],
        },
      ],
    },
    { call: 'cloudtrail.lookup_events', args: { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'Encrypt' }], MaxResults: 1 }, answers: { $has: { Events: [{ $has: { ReadOnly: 'true', EventName: 'Encrypt' } }] } } },
    { call: 'cloudtrail.lookup_events', args: { NextToken: 'bm9uZQ==' }, raises: 'InvalidNextTokenException' },
    {
      call: 'cloudtrail.lookup_events', raises: 'InvalidLookupAttributesException',
      args: { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'a' }, { AttributeKey: 'Username', AttributeValue: 'b' }] },
    },
    { call: 'cloudtrail.lookup_events', args: { StartTime: { $date: 1700000000 }, EndTime: { $date: 1600000000 } }, raises: 'InvalidTimeRangeException' },
  ],
};
