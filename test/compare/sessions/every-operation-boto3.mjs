/** Every KMS operation by boto3: paginators (AWS has no waiters for KMS), and exceptions by their class. */
import { CLUSTER, MINUTES, STORE } from './world.mjs';

const arn = 'arn:aws:kms:us-west-2:111122223333:key/<key>';
const alice = 'arn:aws:iam::111122223333:user/Alice';
const key = { KeyId: '<key>' };
const DAYS = 24 * 60 * MINUTES;
/** @param {string} operation @param {Record<string, unknown>} args @param {unknown} [answers] */
const does = (operation, args, answers = {}) => ({ call: `kms.${operation}`, args, answers });
/** @param {string} operation @param {Record<string, unknown>} args @param {unknown[]} answers */
const pages = (operation, args, answers) => ({ call: `kms.${operation}`, args, pages: { PageSize: 1 }, answers });
/** @param {string} operation @param {Record<string, unknown>} args @param {string} code */
const raises = (operation, args, code) => ({ call: `kms.${operation}`, args, raises: code });
const has = (/** @type {Record<string, unknown>} */ members) => ({ $has: members });
const bytes = { $text: 'a' };

/** @type {import('../session.mjs').Session} */
export default {
  client: 'boto3',
  scenario: 'default',
  steps: [
    does('create_key', {}, { KeyMetadata: has({ KeyId: '<key: uuid>', Origin: 'AWS_KMS', CurrentKeyMaterialId: '<material: backing key id>' }) }),
    does('create_key', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: STORE }, { KeyMetadata: has({ KeyId: '<stored: uuid>' }) }),
    does('describe_key', key, { KeyMetadata: has({ Arn: arn }) }),
    pages('list_keys', {}, [has({ Truncated: true }), has({ Truncated: false })]),
    does('update_key_description', { ...key, Description: 'b' }),
    does('create_alias', { AliasName: 'alias/one', TargetKeyId: '<key>' }),
    does('update_alias', { AliasName: 'alias/one', TargetKeyId: '<stored>' }),
    pages('list_aliases', {}, [has({ Truncated: false })]),
    does('delete_alias', { AliasName: 'alias/one' }),
    raises('delete_alias', { AliasName: 'alias/one' }, 'NotFoundException'),
    does('tag_resource', { ...key, Tags: [{ TagKey: 'a', TagValue: 'b' }, { TagKey: 'c', TagValue: 'd' }] }),
    pages('list_resource_tags', key, [has({ Tags: [{ TagKey: 'a', TagValue: 'b' }] }), has({ Tags: [{ TagKey: 'c', TagValue: 'd' }], Truncated: false })]),
    does('untag_resource', { ...key, TagKeys: ['a'] }),
    does('get_key_policy', key, { Policy: '<policy: text>', PolicyName: 'default' }),
    does('put_key_policy', { ...key, Policy: '<policy>' }),
    pages('list_key_policies', key, [{ PolicyNames: ['default'], Truncated: false }]),

    does('create_grant', { ...key, GranteePrincipal: alice, RetiringPrincipal: alice, Operations: ['Decrypt'] }, { GrantToken: '<token: text>', GrantId: '<grant: backing key id>' }),
    pages('list_grants', key, [has({ Truncated: false })]),
    pages('list_retirable_grants', { RetiringPrincipal: alice }, [has({ Truncated: false })]),
    raises('retire_grant', { KeyId: arn, GrantId: '<grant>', DryRun: true }, 'DryRunOperationException'),
    does('retire_grant', { KeyId: arn, GrantId: '<grant>' }),
    raises('revoke_grant', { ...key, GrantId: '<grant>' }, 'NotFoundException'),
    raises('retire_grant', { GrantToken: '<token>' }, 'NotFoundException'),
    does('create_grant', { ...key, GranteePrincipal: alice, Operations: ['Decrypt'] }, has({ GrantId: '<next: backing key id>' })),
    does('revoke_grant', { ...key, GrantId: '<next>' }),
    raises('encrypt', { ...key, Plaintext: bytes, GrantTokens: ['none'] }, 'InvalidGrantTokenException'),

    does('encrypt', { ...key, Plaintext: bytes }, has({ CiphertextBlob: { $bytes: '<ciphertext: base64>' } })),
    does('decrypt', { CiphertextBlob: { $bytes: '<ciphertext>' } }, has({ Plaintext: { $bytes: 'YQ==' }, KeyMaterialId: '<material>' })),
    raises('decrypt', { CiphertextBlob: { $bytes: '<ciphertext>' }, KeyId: '<stored>' }, 'IncorrectKeyException'),
    does('re_encrypt', { CiphertextBlob: { $bytes: '<ciphertext>' }, DestinationKeyId: '<stored>' }, has({ SourceKeyMaterialId: '<material>' })),
    does('generate_data_key', { ...key, KeySpec: 'AES_256' }, has({ KeyId: arn })),
    does('generate_data_key_without_plaintext', { ...key, KeySpec: 'AES_256' }, has({ KeyId: arn })),
    does('generate_random', { NumberOfBytes: 3 }, { Plaintext: { $bytes: '<: base64>' } }),
    does('get_key_last_usage', key, has({ KeyLastUsage: has({ Operation: 'GenerateDataKeyWithoutPlaintext' }) })),

    does('enable_key_rotation', key),
    does('get_key_rotation_status', key, has({ RotationPeriodInDays: 365 })),
    does('rotate_key_on_demand', key, { KeyId: arn }),
    raises('rotate_key_on_demand', key, 'ConflictException'),
    { control: 'advance', input: { ms: 5 * MINUTES } },
    pages('list_key_rotations', { ...key, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }, [has({ Truncated: true }), has({ Truncated: false })]),
    does('disable_key_rotation', key),
    raises('enable_key_rotation', { KeyId: '<stored>' }, 'UnsupportedOperationException'),

    does('disable_key', key),
    raises('generate_data_key', { ...key, KeySpec: 'AES_256' }, 'DisabledException'),
    does('enable_key', key),
    does('generate_data_key_pair', { ...key, KeyPairSpec: 'ECC_NIST_P256' }, has({ KeyId: arn, KeyPairSpec: 'ECC_NIST_P256' })),
    does('generate_data_key_pair_without_plaintext', { ...key, KeyPairSpec: 'RSA_2048' }, has({ KeyId: arn, KeyPairSpec: 'RSA_2048' })),
    { ...raises('get_public_key', key, 'UnsupportedOperationException'), saying: '' },
    raises('sign', { ...key, Message: bytes, SigningAlgorithm: 'ECDSA_SHA_256' }, 'InvalidKeyUsageException'),
    raises('verify', { ...key, Message: bytes, Signature: bytes, SigningAlgorithm: 'ECDSA_SHA_256' }, 'InvalidKeyUsageException'),
    raises('generate_mac', { ...key, Message: bytes, MacAlgorithm: 'HMAC_SHA_256' }, 'InvalidKeyUsageException'),
    raises('verify_mac', { ...key, Message: bytes, Mac: bytes, MacAlgorithm: 'HMAC_SHA_256' }, 'InvalidKeyUsageException'),
    raises('derive_shared_secret', { ...key, KeyAgreementAlgorithm: 'ECDH', PublicKey: bytes }, 'InvalidKeyUsageException'),
    raises('get_parameters_for_import', { ...key, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }, 'UnsupportedOperationException'),
    raises('import_key_material', { ...key, ImportToken: bytes, EncryptedKeyMaterial: bytes }, 'UnsupportedOperationException'),
    raises('delete_imported_key_material', key, 'UnsupportedOperationException'),
    raises('replicate_key', { ...key, ReplicaRegion: 'eu-west-1' }, 'UnsupportedOperationException'),
    raises('update_primary_region', { ...key, PrimaryRegion: 'eu-west-1' }, 'UnsupportedOperationException'),

    raises('cancel_key_deletion', key, 'KMSInvalidStateException'),
    does('schedule_key_deletion', { ...key, PendingWindowInDays: 7 }, has({ KeyState: 'PendingDeletion', PendingWindowInDays: 7 })),
    does('cancel_key_deletion', key, { KeyId: arn }),
    does('schedule_key_deletion', { KeyId: '<stored>', PendingWindowInDays: 7 }, has({ KeyState: 'PendingDeletion' })),
    { control: 'advance', input: { ms: 7 * DAYS } },
    raises('describe_key', { KeyId: '<stored>' }, 'NotFoundException'),
    pages('describe_custom_key_stores', {}, [has({ Truncated: false })]),
    does('disconnect_custom_key_store', { CustomKeyStoreId: STORE }),
    { control: 'advance', input: { ms: 5 * MINUTES } },
    does('update_custom_key_store', { CustomKeyStoreId: STORE, NewCustomKeyStoreName: 'Renamed' }),
    does('connect_custom_key_store', { CustomKeyStoreId: STORE }),
    raises('delete_custom_key_store', { CustomKeyStoreId: STORE }, 'CustomKeyStoreInvalidStateException'),
    does('disconnect_custom_key_store', { CustomKeyStoreId: STORE }),
    { control: 'advance', input: { ms: 5 * MINUTES } },
    does('delete_custom_key_store', { CustomKeyStoreId: STORE }),
    does('create_custom_key_store', { CustomKeyStoreName: 'Again', CloudHsmClusterId: CLUSTER, TrustAnchorCertificate: '<customerCA.crt>', KeyStorePassword: 'kmsPswd9999' }, { CustomKeyStoreId: '<: key store id>' }),
  ],
};
