/** Every KMS operation once and more, by the AWS CLI: keys of AWS KMS itself, and what they are refused. */
import { keyMetadata, MINUTES, STORE } from './world.mjs';

const arn = 'arn:aws:kms:us-west-2:111122223333:key/<key>';
const other = 'arn:aws:kms:us-west-2:111122223333:key/<other>';
const alice = 'arn:aws:iam::111122223333:user/Alice';
/** A key of AWS KMS itself, as AWS prints it. @param {string} key @param {string} material @param {{ Description?: string }} [more] */
const own = (key, material, more = {}) => {
  const all = Object.entries(keyMetadata(key, more)).filter(([name]) => name !== 'CustomKeyStoreId' && name !== 'CloudHsmClusterId');
  return { KeyMetadata: { ...Object.fromEntries(all), Origin: 'AWS_KMS', CurrentKeyMaterialId: material } };
};
const grant = { KeyId: arn, GrantId: '<grant>', Name: 'mine', CreationDate: '<: now>', GranteePrincipal: alice, RetiringPrincipal: alice, IssuingAccount: 'arn:aws:iam::111122223333:root', Operations: ['Decrypt', 'Encrypt'] };
/** Refused for what the key is. @param {string} run @param {string} operation @param {string} code @param {string} [saying] */
const refused = (run, operation, code, saying) => ({ run: `aws kms ${run}`, fails: code, in: operation, ...(saying !== undefined && { saying }) });
const usage = (/** @type {string} */ operation) => `${arn} key usage is ENCRYPT_DECRYPT which is not valid for ${operation}.`;
const imported = `${arn} origin is AWS_KMS which is not valid for this operation.`;
const single = `${arn} is not a multi-region primary key.`;
const DAYS = 24 * 60 * MINUTES;

/** @type {import('../session.mjs').Session} */
export default {
  client: 'aws',
  scenario: 'default',
  steps: [
    { run: 'aws kms create-key --description one --tags TagKey=a,TagValue=b', prints: own('<key: uuid>', '<material: backing key id>', { Description: 'one' }) },
    { run: 'aws kms create-key', prints: own('<other: uuid>', '<other material: backing key id>') },
    { run: 'aws kms describe-key --key-id <key>', prints: own('<key>', '<material>', { Description: 'one' }) },
    { run: 'aws kms list-keys', prints: { Keys: { $anyOrder: [{ KeyId: '<key>', KeyArn: arn }, { KeyId: '<other>', KeyArn: other }] } } },
    { run: 'aws kms update-key-description --key-id <key> --description two', printsText: '' },

    { run: 'aws kms create-alias --alias-name alias/one --target-key-id <key>', printsText: '' },
    { run: 'aws kms update-alias --alias-name alias/one --target-key-id <other>', printsText: '' },
    { run: 'aws kms list-aliases --key-id <other>', prints: { Aliases: [{ AliasName: 'alias/one', AliasArn: 'arn:aws:kms:us-west-2:111122223333:alias/one', TargetKeyId: '<other>', CreationDate: '<: now>', LastUpdatedDate: '<: now>' }] } },
    { run: 'aws kms delete-alias --alias-name alias/one', printsText: '' },

    { run: 'aws kms tag-resource --key-id <key> --tags TagKey=c,TagValue=d', printsText: '' },
    { run: 'aws kms untag-resource --key-id <key> --tag-keys a', printsText: '' },
    { run: 'aws kms list-resource-tags --key-id <key>', prints: { Tags: [{ TagKey: 'c', TagValue: 'd' }] } },

    { run: 'aws kms get-key-policy --key-id <key> --policy-name default --query Policy --output text', printsText: '<policy: text>\n' },
    { run: 'aws kms list-key-policies --key-id <key>', prints: { PolicyNames: ['default'] } },
    { run: `aws kms put-key-policy --key-id <key> --policy-name default --policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}'`, printsText: '' },

    { run: `aws kms create-grant --key-id <key> --grantee-principal ${alice} --retiring-principal ${alice} --operations Decrypt Encrypt --name mine`, prints: { GrantToken: '<token: text>', GrantId: '<grant: backing key id>' } },
    { run: 'aws kms list-grants --key-id <key>', prints: { Grants: [grant] } },
    { run: `aws kms list-retirable-grants --retiring-principal ${alice}`, prints: { Grants: [grant] } },
    { run: 'aws kms retire-grant --grant-token <token>', printsText: '' },
    { run: `aws kms create-grant --key-id <key> --grantee-principal ${alice} --operations Decrypt`, prints: { GrantToken: '<: text>', GrantId: '<next: backing key id>' } },
    { run: 'aws kms revoke-grant --key-id <key> --grant-id <next>', printsText: '' },

    { run: 'aws kms encrypt --key-id <key> --plaintext kept', prints: { CiphertextBlob: '<ciphertext: base64>', KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' } },
    { blob: 'ciphertext', to: 'ciphertext-file' },
    { run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file>', prints: { KeyId: arn, Plaintext: 'a2VwdA==', EncryptionAlgorithm: 'SYMMETRIC_DEFAULT', KeyMaterialId: '<material>' } },
    {
      run: 'aws kms re-encrypt --ciphertext-blob fileb://<ciphertext-file> --destination-key-id <other>',
      prints: {
        CiphertextBlob: '<: base64>', SourceKeyId: arn, KeyId: other, SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT', DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        SourceKeyMaterialId: '<material>', DestinationKeyMaterialId: '<other material>',
      },
    },
    { run: 'aws kms generate-data-key --key-id <key> --key-spec AES_128', prints: { CiphertextBlob: '<: base64>', Plaintext: '<: base64>', KeyId: arn, KeyMaterialId: '<material>' } },
    { run: 'aws kms generate-data-key-without-plaintext --key-id <key> --number-of-bytes 7', prints: { CiphertextBlob: '<: base64>', KeyId: arn, KeyMaterialId: '<material>' } },
    { run: `aws kms generate-random --number-of-bytes 5 --custom-key-store-id ${STORE}`, prints: { Plaintext: '<: base64>' } },
    { run: 'aws kms get-key-last-usage --key-id <key>', prints: { KeyId: arn, KeyLastUsage: { Operation: 'GenerateDataKeyWithoutPlaintext', Timestamp: '<: now>', CloudTrailEventId: '<: uuid>', KmsRequestId: '<: uuid>' }, TrackingStartDate: '<: now>', KeyCreationDate: '<: now>' } },

    { run: 'aws kms enable-key-rotation --key-id <key> --rotation-period-in-days 90', printsText: '' },
    { run: 'aws kms rotate-key-on-demand --key-id <key>', prints: { KeyId: arn } },
    { run: 'aws kms get-key-rotation-status --key-id <key>', prints: { $has: { KeyRotationEnabled: true, KeyId: arn, RotationPeriodInDays: 90 } } },
    { control: 'advance', input: { ms: 5 * MINUTES } },
    { run: 'aws kms list-key-rotations --key-id <key>', prints: { Rotations: [{ KeyId: arn, KeyMaterialId: '<rotated: backing key id>', RotationDate: '<: now>', RotationType: 'ON_DEMAND' }] } },
    { run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file> --query KeyMaterialId --output text', printsText: '<material>\n' },
    { run: 'aws kms disable-key-rotation --key-id <key>', printsText: '' },

    { run: 'aws kms disable-key --key-id <key>', printsText: '' },
    refused('encrypt --key-id <key> --plaintext a', 'Encrypt', 'DisabledException', `${arn} is disabled.`),
    { run: 'aws kms enable-key --key-id <key>', printsText: '' },

    { run: 'aws kms generate-data-key-pair --key-id <key> --key-pair-spec ECC_NIST_P256', prints: { PrivateKeyCiphertextBlob: '<: base64>', PrivateKeyPlaintext: '<: base64>', PublicKey: '<: base64>', KeyId: arn, KeyPairSpec: 'ECC_NIST_P256', KeyMaterialId: '<rotated>' } },
    { run: 'aws kms generate-data-key-pair-without-plaintext --key-id <key> --key-pair-spec ECC_NIST_P384', prints: { PrivateKeyCiphertextBlob: '<: base64>', PublicKey: '<: base64>', KeyId: arn, KeyPairSpec: 'ECC_NIST_P384', KeyMaterialId: '<rotated>' } },
    refused('get-public-key --key-id <key>', 'GetPublicKey', 'UnsupportedOperationException', ''),
    refused('sign --key-id <key> --message a --signing-algorithm ECDSA_SHA_256', 'Sign', 'InvalidKeyUsageException', usage('Sign')),
    refused('verify --key-id <key> --message a --signature a --signing-algorithm ECDSA_SHA_256', 'Verify', 'InvalidKeyUsageException', usage('Verify')),
    refused('generate-mac --key-id <key> --message a --mac-algorithm HMAC_SHA_256', 'GenerateMac', 'InvalidKeyUsageException', usage('GenerateMac')),
    refused('verify-mac --key-id <key> --message a --mac a --mac-algorithm HMAC_SHA_256', 'VerifyMac', 'InvalidKeyUsageException', usage('VerifyMac')),
    refused('derive-shared-secret --key-id <key> --key-agreement-algorithm ECDH --public-key fileb://<ciphertext-file>', 'DeriveSharedSecret', 'InvalidKeyUsageException', usage('DeriveSharedSecret')),
    refused('get-parameters-for-import --key-id <key> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048', 'GetParametersForImport', 'UnsupportedOperationException', imported),
    refused('import-key-material --key-id <key> --import-token fileb://<ciphertext-file> --encrypted-key-material fileb://<ciphertext-file>', 'ImportKeyMaterial', 'UnsupportedOperationException', imported),
    refused('delete-imported-key-material --key-id <key>', 'DeleteImportedKeyMaterial', 'UnsupportedOperationException', imported),
    refused('replicate-key --key-id <key> --replica-region eu-west-1', 'ReplicateKey', 'UnsupportedOperationException', single),
    refused('update-primary-region --key-id <key> --primary-region eu-west-1', 'UpdatePrimaryRegion', 'UnsupportedOperationException', single),

    { run: 'aws kms schedule-key-deletion --key-id <key> --pending-window-in-days 7', prints: { $has: { KeyId: arn, KeyState: 'PendingDeletion', PendingWindowInDays: 7 } } },
    { run: 'aws kms cancel-key-deletion --key-id <key>', prints: { KeyId: arn } },
    { run: 'aws kms schedule-key-deletion --key-id <other> --pending-window-in-days 7', prints: { $has: { KeyState: 'PendingDeletion' } } },
    { control: 'advance', input: { ms: 7 * DAYS } },
    refused('describe-key --key-id <other>', 'DescribeKey', 'NotFoundException', `Key '${other}' does not exist`),

    { run: `aws kms disconnect-custom-key-store --custom-key-store-id ${STORE}`, printsText: '' },
    { control: 'advance', input: { ms: 5 * MINUTES } },
    { run: `aws kms update-custom-key-store --custom-key-store-id ${STORE} --new-custom-key-store-name Renamed`, printsText: '' },
    { run: `aws kms connect-custom-key-store --custom-key-store-id ${STORE}`, printsText: '' },
    { control: 'advance', input: { ms: 20 * MINUTES } },
    { run: 'aws kms describe-custom-key-stores --custom-key-store-name Renamed --query CustomKeyStores[0].ConnectionState', prints: 'CONNECTED' },
    { run: `aws kms disconnect-custom-key-store --custom-key-store-id ${STORE}`, printsText: '' },
    { control: 'advance', input: { ms: 5 * MINUTES } },
    { run: `aws kms delete-custom-key-store --custom-key-store-id ${STORE}`, printsText: '' },
    { run: 'aws kms create-custom-key-store --custom-key-store-name Again --cloud-hsm-cluster-id cluster-1a23b4cdefg --key-store-password kmsPswd9999 --trust-anchor-certificate file://<customerCA.crt-file>', prints: { CustomKeyStoreId: '<: key store id>' } },
  ],
};
