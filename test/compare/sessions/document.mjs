/**
 * The source document's three calls as it prints them, and what a person does next with the key. Values are the document's,
 * corrected where facts section 11 says that real AWS differs: one pair of braces and commas more, numbers for dates,
 * AWS_CLOUDHSM for the type, a network interface each, no description that was not given, and the members that are newer.
 */
import { cluster, keyMetadata, keyStore, STORE } from './world.mjs';

const defaultPolicy = `{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "arn:aws:iam::111122223333:root"
    },
    "Action" : "kms:*",
    "Resource" : "*"
  } ]
}`;
const ownPolicy = '{"Version":"2012-10-17","Id":"own","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}';
const alias = (/** @type {string} */ name, /** @type {string} */ key) => ({
  AliasName: `alias/${name}`, AliasArn: `arn:aws:kms:us-west-2:111122223333:alias/${name}`, TargetKeyId: key,
  CreationDate: '<: now>', LastUpdatedDate: '<: now>',
});
const listed = (/** @type {string} */ key) => ({ KeyId: key, KeyArn: `arn:aws:kms:us-west-2:111122223333:key/${key}` });

/** @type {import('../session.mjs').Session} */
export default {
  client: 'aws',
  scenario: 'default',
  steps: [
    { run: `aws kms describe-custom-key-stores --custom-key-store-id ${STORE}`, prints: { CustomKeyStores: [keyStore] } },
    { run: 'aws kms describe-custom-key-stores --custom-key-store-name ExampleKeyStore', prints: { CustomKeyStores: [keyStore] } },
    { run: 'aws kms describe-custom-key-stores', prints: { CustomKeyStores: [keyStore] } },
    { run: 'aws kms describe-custom-key-stores --no-paginate', prints: { CustomKeyStores: [keyStore], Truncated: false } },
    { run: 'aws cloudhsmv2 describe-clusters', prints: { Clusters: [cluster] } },
    { run: `aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id ${STORE}`, prints: { KeyMetadata: keyMetadata('<key: uuid>') } },

    { run: 'aws kms describe-key --key-id <key>', prints: { KeyMetadata: keyMetadata('<key>') } },
    { run: 'aws kms describe-key --key-id arn:aws:kms:us-west-2:111122223333:key/<key>', prints: { KeyMetadata: keyMetadata('<key>') } },
    { run: 'aws kms describe-key --key-id <key> --query KeyMetadata.[Origin,KeyState,CurrentKeyMaterialId] --output text', printsText: 'AWS_CLOUDHSM\tEnabled\tNone\n' },
    {
      run: `aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id ${STORE} --description 'Example key' --tags TagKey=Purpose,TagValue=Test TagKey=Team,TagValue= --no-multi-region --key-spec SYMMETRIC_DEFAULT --key-usage ENCRYPT_DECRYPT`,
      prints: { KeyMetadata: keyMetadata('<second: uuid>', { Description: 'Example key' }) },
    },
    { run: 'aws kms create-key', prints: { KeyMetadata: { $has: { KeyId: '<third: uuid>', Origin: 'AWS_KMS', CurrentKeyMaterialId: '<: backing key id>' } } } },

    { run: 'aws kms list-keys', prints: { Keys: { $anyOrder: [listed('<key>'), listed('<second>'), listed('<third>')] } } },
    { run: 'aws kms list-keys --page-size 1', prints: { Keys: { $anyOrder: [listed('<key>'), listed('<second>'), listed('<third>')] } } },
    { run: 'aws kms list-keys --limit 1', prints: { Keys: [listed('<first listed: uuid>')], NextMarker: '<marker: base64>', Truncated: true } },
    { run: 'aws kms list-keys --limit 2 --marker <marker>', prints: { Keys: [listed('<: uuid>'), listed('<: uuid>')], Truncated: false } },
    { run: 'aws kms list-keys --max-items 1', prints: { Keys: [listed('<first listed>')], NextToken: 'eyJNYXJrZXIiOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==' } },
    { run: 'aws kms list-keys --marker bm9uZSBvZiBvdXJz', fails: 'InvalidMarkerException', in: 'ListKeys' },

    { run: 'aws kms get-key-policy --key-id <key> --policy-name default', prints: { Policy: defaultPolicy, PolicyName: 'default' } },
    { run: 'aws kms get-key-policy --key-id <key> --output text --query Policy', printsText: `${defaultPolicy}\n` },
    { run: `aws kms put-key-policy --key-id <key> --policy '${ownPolicy}'`, printsText: '' },
    { run: 'aws kms get-key-policy --key-id <key>', prints: { Policy: ownPolicy, PolicyName: 'default' } },
    { run: "aws kms put-key-policy --key-id <key> --policy '{'", fails: 'MalformedPolicyDocumentException', in: 'PutKeyPolicy', saying: '' },

    { run: 'aws kms tag-resource --key-id <key> --tags TagKey=Purpose,TagValue=Test TagKey=Department,TagValue=Finance', printsText: '' },
    { run: 'aws kms tag-resource --key-id <key> --tags TagKey=Purpose,TagValue=Production', printsText: '' },
    { run: 'aws kms list-resource-tags --key-id <key>', prints: { Tags: [{ TagKey: 'Department', TagValue: 'Finance' }, { TagKey: 'Purpose', TagValue: 'Production' }] } },
    { run: 'aws kms list-resource-tags --key-id <second> --page-size 1', prints: { Tags: [{ TagKey: 'Purpose', TagValue: 'Test' }, { TagKey: 'Team', TagValue: '' }] } },
    { run: 'aws kms tag-resource --key-id <key> --tags TagKey=aws:a,TagValue=b', fails: 'TagException', in: 'TagResource', saying: 'Tags beginning with aws: are reserved' },
    { run: 'aws kms tag-resource --key-id <key> --tags TagKey=a,TagValue=b TagKey=a,TagValue=c', fails: 'TagException', in: 'TagResource', saying: 'Duplicate tag keys' },

    { run: "aws kms update-key-description --key-id <key> --description 'Example key'", printsText: '' },
    { run: 'aws kms describe-key --key-id <key>', prints: { KeyMetadata: keyMetadata('<key>', { Description: 'Example key' }) } },

    { run: 'aws kms create-alias --alias-name alias/example --target-key-id <key>', printsText: '' },
    { run: 'aws kms create-alias --alias-name alias/other --target-key-id arn:aws:kms:us-west-2:111122223333:key/<second>', printsText: '' },
    { run: 'aws kms list-aliases', prints: { Aliases: [alias('example', '<key>'), alias('other', '<second>')] } },
    { run: 'aws kms list-aliases --page-size 1', prints: { Aliases: [alias('example', '<key>'), alias('other', '<second>')] } },
    { run: 'aws kms list-aliases --key-id <second>', prints: { Aliases: [alias('other', '<second>')] } },
    { run: 'aws kms describe-key --key-id alias/example --query KeyMetadata.KeyId', prints: '<key>' },
    { run: 'aws kms describe-key --key-id arn:aws:kms:us-west-2:111122223333:alias/other --query KeyMetadata.KeyId', prints: '<second>' },
    {
      run: 'aws kms create-alias --alias-name alias/example --target-key-id <second>', fails: 'AlreadyExistsException', in: 'CreateAlias',
      saying: 'An alias with the name arn:aws:kms:us-west-2:111122223333:alias/example already exists',
    },
    {
      run: 'aws kms create-alias --alias-name example --target-key-id <key>', fails: 'ValidationException', in: 'CreateAlias',
      saying: 'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    },
    { run: 'aws kms create-alias --alias-name alias/aws/mine --target-key-id <key>', fails: 'NotAuthorizedException', in: 'CreateAlias', saying: '' },

    {
      run: "aws kms encrypt --key-id alias/example --plaintext 'Hello from the glass' --encryption-context Purpose=Test,Stage=1",
      prints: { CiphertextBlob: '<ciphertext: base64>', KeyId: 'arn:aws:kms:us-west-2:111122223333:key/<key>', EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    },
    { blob: 'ciphertext', to: 'ciphertext-file' },
    {
      run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file> --encryption-context Stage=1,Purpose=Test',
      prints: { KeyId: 'arn:aws:kms:us-west-2:111122223333:key/<key>', Plaintext: 'SGVsbG8gZnJvbSB0aGUgZ2xhc3M=', EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    },
    { run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file> --encryption-context Purpose=Test', fails: 'InvalidCiphertextException', in: 'Decrypt', saying: '' },
    { run: 'aws kms decrypt --ciphertext-blob nonsense', fails: 'InvalidCiphertextException', in: 'Decrypt', saying: '' },
    {
      run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file> --encryption-context Purpose=Test,Stage=1 --key-id <second>', fails: 'IncorrectKeyException', in: 'Decrypt',
      saying: 'The key ID in the request does not identify a CMK that can perform this operation.',
    },
    {
      run: 'aws kms encrypt --key-id <key> --plaintext a --dry-run', fails: 'DryRunOperationException', in: 'Encrypt',
      saying: 'The request would have succeeded, but the DryRun option is set.',
    },

    { run: 'aws kms generate-data-key-pair --key-id <key> --key-pair-spec RSA_2048', fails: 'UnsupportedOperationException', in: 'GenerateDataKeyPair' },
    { run: 'aws kms generate-data-key-pair-without-plaintext --key-id <key> --key-pair-spec ECC_NIST_P256', fails: 'UnsupportedOperationException', in: 'GenerateDataKeyPairWithoutPlaintext' },

  ],
};
