/** The source document's two failures and what leads in and out of them; the rest of what a caller can get wrong. */
import { cluster, CLUSTER, hsms, keyMetadata, keyStore, MINUTES, newHsm, STORE } from './world.mjs';

const create = `aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id ${STORE}`;
const describeStore = `aws kms describe-custom-key-stores --custom-key-store-id ${STORE}`;
const inStore = (/** @type {string} */ ConnectionState) => ({ CustomKeyStores: [{ ...keyStore, ConnectionState }] });
const unavailable = 'arn:aws:kms:us-west-2:111122223333:key/<key> is unavailable.';
const noSuchKey = '0d990263-018e-4e65-a703-eff731de951e';

/** The event of a call, as the first and only page of LookupEvents. @param {string} name @param {Record<string, unknown>} record @param {Record<string, unknown>} [more] */
const event = (name, record, more = {}) => ({
  EventId: '<: uuid>', EventName: name, ReadOnly: 'false', AccessKeyId: '<access key>', EventTime: '<: now>',
  EventSource: 'kms.amazonaws.com', Username: 'Alice', Resources: [], ...more, CloudTrailEvent: { $json: { $has: record } },
});

/** @type {import('../session.mjs').Session} */
export default {
  client: 'aws',
  scenario: 'default',
  steps: [
    { run: `${create} --description kept`, prints: { KeyMetadata: { $has: { KeyId: '<key: uuid>' } } } },
    { run: 'aws kms encrypt --key-id <key> --plaintext kept', prints: { $has: { CiphertextBlob: '<ciphertext: base64>' } } },
    { blob: 'ciphertext', to: 'ciphertext-file' },

    // CustomKeyStoreInvalidStateException.
    { run: `aws kms disconnect-custom-key-store --custom-key-store-id ${STORE}`, printsText: '' },
    { run: describeStore, prints: inStore('DISCONNECTING') },
    { run: create, fails: 'CustomKeyStoreInvalidStateException', in: 'CreateKey', saying: `Custom key store ${STORE} is DISCONNECTING. Connect it to create keys in it.` },
    { run: `aws kms connect-custom-key-store --custom-key-store-id ${STORE}`, fails: 'CustomKeyStoreInvalidStateException', in: 'ConnectCustomKeyStore' },
    { control: 'advance', input: { ms: 5 * MINUTES } },
    { run: describeStore, prints: inStore('DISCONNECTED') },
    { run: create, fails: 'CustomKeyStoreInvalidStateException', in: 'CreateKey', saying: `Custom key store ${STORE} is DISCONNECTED. Connect it to create keys in it.` },
    { run: `aws kms disconnect-custom-key-store --custom-key-store-id ${STORE}`, fails: 'CustomKeyStoreInvalidStateException', in: 'DisconnectCustomKeyStore' },
    { run: `aws kms delete-custom-key-store --custom-key-store-id ${STORE}`, fails: 'CustomKeyStoreHasCMKsException', in: 'DeleteCustomKeyStore' },
    { run: 'aws kms describe-key --key-id <key>', prints: { KeyMetadata: keyMetadata('<key>', { Enabled: false, Description: 'kept', KeyState: 'Unavailable' }) } },
    { run: 'aws kms encrypt --key-id <key> --plaintext a', fails: 'KMSInvalidStateException', in: 'Encrypt', saying: unavailable },
    { run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file>', fails: 'KMSInvalidStateException', in: 'Decrypt', saying: unavailable },
    { run: 'aws kms tag-resource --key-id <key> --tags TagKey=a,TagValue=b', printsText: '' },
    { run: `aws kms connect-custom-key-store --custom-key-store-id ${STORE}`, printsText: '' },
    { run: describeStore, prints: inStore('CONNECTING') },
    { run: create, fails: 'CustomKeyStoreInvalidStateException', in: 'CreateKey', saying: `Custom key store ${STORE} is CONNECTING. Connect it to create keys in it.` },
    { control: 'advance', input: { ms: 20 * MINUTES } },
    { run: describeStore, prints: inStore('CONNECTED') },
    { run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file> --query Plaintext', prints: 'a2VwdA==' },
    { run: create, prints: { KeyMetadata: keyMetadata('<second: uuid>') } },

    // CloudHsmClusterInvalidConfigurationException: one active HSM, or two in one zone.
    { run: `aws cloudhsmv2 delete-hsm --cluster-id ${CLUSTER} --hsm-id hsm-zyxwvutsrqp`, prints: { HsmId: 'hsm-zyxwvutsrqp' } },
    { run: `aws cloudhsmv2 describe-clusters --filters clusterIds=${CLUSTER}`, prints: { Clusters: [{ ...cluster, Hsms: [hsms.a, { ...hsms.b, State: 'DELETE_IN_PROGRESS' }] }] } },
    {
      run: create, fails: 'CloudHsmClusterInvalidConfigurationException', in: 'CreateKey',
      saying: 'CloudHSM cluster must contain active HSMs in at least two Availability Zones',
    },
    { run: 'aws kms encrypt --key-id <key> --plaintext a --query KeyId --output text', printsText: 'arn:aws:kms:us-west-2:111122223333:key/<key>\n' },
    { control: 'advance', input: { ms: 5 * MINUTES } },
    { run: 'aws cloudhsmv2 describe-clusters --filters states=ACTIVE,vpcIds=vpc-1a2b3c4d', prints: { Clusters: [{ ...cluster, Hsms: [hsms.a] }] } },
    {
      run: `aws cloudhsmv2 create-hsm --cluster-id ${CLUSTER} --availability-zone us-west-2a`,
      prints: { Hsm: newHsm({ HsmId: '<new-hsm: hsm id>', EniId: '<: eni id>', EniIp: '<: text>' }) },
    },
    { control: 'advance', input: { ms: 10 * MINUTES } },
    {
      run: create, fails: 'CloudHsmClusterInvalidConfigurationException', in: 'CreateKey',
      saying: 'CloudHSM cluster must contain active HSMs in at least two Availability Zones',
    },
    { run: `aws cloudhsmv2 create-hsm --cluster-id ${CLUSTER} --availability-zone us-west-2c --ip-address 10.0.2.77`, prints: { Hsm: { $has: { EniIp: '10.0.2.77', SubnetId: 'subnet-c6b10bd3' } } } },
    { control: 'advance', input: { ms: 10 * MINUTES } },
    { run: `aws cloudhsmv2 delete-hsm --cluster-id ${CLUSTER} --hsm-id <new-hsm>`, prints: { HsmId: '<new-hsm>' } },
    { run: create, prints: { KeyMetadata: keyMetadata('<third: uuid>') } },
    { run: `aws cloudhsmv2 delete-hsm --cluster-id ${CLUSTER} --eni-ip 10.0.1.11`, prints: { HsmId: 'hsm-abcdefghijk' } },
    { run: `aws cloudhsmv2 delete-hsm --cluster-id ${CLUSTER} --eni-ip 10.0.2.77`, prints: { HsmId: '<: hsm id>' } },
    { run: 'aws kms encrypt --key-id <key> --plaintext a', fails: 'KMSInvalidStateException', in: 'Encrypt', saying: unavailable },
    { run: describeStore, prints: inStore('CONNECTED') },

    // CloudHSM's errors say `Message`.
    { run: 'aws cloudhsmv2 describe-clusters --filters clusterIds=cluster-234abcdefgh', prints: { Clusters: [] } },
    { run: 'aws cloudhsmv2 describe-clusters --filters colour=blue', fails: 'CloudHsmInvalidRequestException', in: 'DescribeClusters' },
    { run: `aws cloudhsmv2 delete-hsm --cluster-id ${CLUSTER} --hsm-id hsm-222222222222`, fails: 'CloudHsmResourceNotFoundException', in: 'DeleteHsm' },
    { run: `aws cloudhsmv2 delete-hsm --cluster-id ${CLUSTER}`, fails: 'CloudHsmInvalidRequestException', in: 'DeleteHsm' },
    { run: 'aws cloudhsmv2 create-hsm --cluster-id cluster-234abcdefgh --availability-zone us-west-2a', fails: 'CloudHsmResourceNotFoundException', in: 'CreateHsm' },
    { run: `aws cloudhsmv2 create-hsm --cluster-id ${CLUSTER} --availability-zone us-west-2d`, fails: 'CloudHsmInvalidRequestException', in: 'CreateHsm' },

    // Keys and stores that are not there.
    { run: `aws kms describe-key --key-id ${noSuchKey}`, fails: 'NotFoundException', in: 'DescribeKey', saying: `Key 'arn:aws:kms:us-west-2:111122223333:key/${noSuchKey}' does not exist` },
    { run: 'aws kms describe-key --key-id fake-key-id', fails: 'NotFoundException', in: 'DescribeKey', saying: "Invalid keyId 'fake-key-id'" },
    { run: `aws kms describe-key --key-id arn:aws:kms:us-east-1:111122223333:key/${noSuchKey}`, fails: 'NotFoundException', in: 'DescribeKey', saying: 'Invalid arn us-east-1' },
    { run: 'aws kms describe-key --key-id alias/none', fails: 'NotFoundException', in: 'DescribeKey', saying: 'Alias arn:aws:kms:us-west-2:111122223333:alias/none is not found.' },
    { run: 'aws kms get-key-policy --key-id alias/none', fails: 'NotFoundException', in: 'GetKeyPolicy' },
    { run: 'aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id cks-00000000000000000', fails: 'CustomKeyStoreNotFoundException', in: 'CreateKey' },
    { run: 'aws kms describe-custom-key-stores --custom-key-store-name none', fails: 'CustomKeyStoreNotFoundException', in: 'DescribeCustomKeyStores' },

    // What does not go together in a CloudHSM key store.
    { run: 'aws kms create-key --origin AWS_CLOUDHSM', fails: 'ValidationException', in: 'CreateKey' },
    { run: `aws kms create-key --custom-key-store-id ${STORE}`, fails: 'ValidationException', in: 'CreateKey' },
    { run: `${create} --multi-region`, fails: 'UnsupportedOperationException', in: 'CreateKey' },
    { run: `${create} --key-spec RSA_2048 --key-usage SIGN_VERIFY`, fails: 'UnsupportedOperationException', in: 'CreateKey' },
    {
      run: `${create} --key-spec HMAC_256`, fails: 'ValidationException', in: 'CreateKey',
      saying: 'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    },
    { run: 'aws kms create-key --key-spec RSA_2048 --key-usage KEY_AGREEMENT', fails: 'ValidationException', in: 'CreateKey', saying: 'KeyUsage KEY_AGREEMENT is not compatible with KeySpec RSA_2048' },

    // What the CLI does not check and AWS does.
    {
      run: 'aws kms create-key --origin GLASS', fails: 'ValidationException', in: 'CreateKey',
      saying: "1 validation error detected: Value 'GLASS' at 'origin' failed to satisfy constraint: Member must satisfy enum value set: [AWS_KMS, EXTERNAL, AWS_CLOUDHSM, EXTERNAL_KEY_STORE]",
    },
    {
      run: 'aws kms list-keys --limit 1001', fails: 'ValidationException', in: 'ListKeys',
      saying: "1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 1000",
    },
    {
      run: `aws kms update-custom-key-store --custom-key-store-id ${STORE} --key-store-password aPasswordOfMoreThanThirtyTwoLetters`, fails: 'ValidationException', in: 'UpdateCustomKeyStore',
      saying: "1 validation error detected: Value at 'keyStorePassword' failed to satisfy constraint: Member must have length less than or equal to 32",
    },
    {
      run: `aws kms update-custom-key-store --custom-key-store-id ${STORE} --cloud-hsm-cluster-id cluster-12345678901234567`, fails: 'ValidationException', in: 'UpdateCustomKeyStore',
      saying: "2 validation errors detected: Value 'cluster-12345678901234567' at 'cloudHsmClusterId' failed to satisfy constraint: Member must have length less than or equal to 24; Value 'cluster-12345678901234567' at 'cloudHsmClusterId' failed to satisfy constraint: Member must satisfy regular expression pattern: cluster-[2-7a-zA-Z]{11,16}",
    },
    {
      run: 'aws kms get-key-policy --key-id <key> --policy-name a.b', fails: 'ValidationException', in: 'GetKeyPolicy',
      saying: "1 validation error detected: Value 'a.b' at 'policyName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w]+",
    },

    // What the CLI refuses itself never reaches AWS.
    { run: 'aws kms describe-key', exit: 2, complains: 'aws: error: the following arguments are required: --key-id' },
    { run: 'aws kms list-keys --limit 0', exit: 255, complains: 'Invalid value for parameter Limit, value: 0, valid min value: 1' },

    // Failed calls are in CloudTrail as well, secrets are not.
    {
      run: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=ConnectCustomKeyStore',
      prints: {
        Events: [
          event('ConnectCustomKeyStore', {
            eventSource: 'kms.amazonaws.com', eventName: 'ConnectCustomKeyStore', requestParameters: { customKeyStoreId: STORE }, responseElements: null,
            additionalEventData: { customKeyStoreName: 'ExampleKeyStore', clusterId: CLUSTER }, readOnly: false,
          }),
          event('ConnectCustomKeyStore', {
            eventName: 'ConnectCustomKeyStore', errorCode: 'CustomKeyStoreInvalidStateException', errorMessage: '<: text>',
            requestParameters: { customKeyStoreId: STORE }, responseElements: null,
          }),
        ],
      },
    },
    {
      run: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=UpdateCustomKeyStore --query Events[0].CloudTrailEvent',
      prints: { $json: { $has: { errorCode: 'ValidationException', requestParameters: { customKeyStoreId: STORE, clusterId: 'cluster-12345678901234567' } } } },
    },
    { run: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateHsm --max-results 1 --query Events[0].EventSource --output text', printsText: 'cloudhsm.amazonaws.com\n' },
    { run: 'aws cloudtrail lookup-events --next-token nonsense', fails: 'InvalidNextTokenException', in: 'LookupEvents' },
  ],
};
