import type { CreateKeyCommandInput, KeySpec, OriginType } from '@aws-sdk/client-kms';
import { filled, type Pair } from '../pairs.ts';

export type KeyType = 'symmetric' | 'asymmetric';
export type KeyUsage = 'ENCRYPT_DECRYPT' | 'GENERATE_VERIFY_MAC' | 'SIGN_VERIFY' | 'KEY_AGREEMENT';

/** What the form says. */
export interface Draft {
  /** Without `alias/`. */
  readonly alias: string;
  readonly Description: string;
  readonly tags: readonly Pair[];
  /** The chosen key store; the first of the account where none was chosen. */
  readonly CustomKeyStoreId?: string;
  readonly keyType: KeyType;
  readonly KeyUsage: KeyUsage;
  readonly KeySpec: KeySpec;
  readonly Origin: OriginType;
  readonly MultiRegion: boolean;
}

export const origins: readonly OriginType[] = ['AWS_CLOUDHSM', 'AWS_KMS', 'EXTERNAL', 'EXTERNAL_KEY_STORE'];

const rsa = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const;
const nist = ['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521'] as const;

/** What AWS's console offers: usages by key type, specs by both; the first of each is what it begins with. */
export const choices: Readonly<Record<KeyType, readonly (readonly [KeyUsage, readonly KeySpec[]])[]>> = {
  symmetric: [
    ['ENCRYPT_DECRYPT', ['SYMMETRIC_DEFAULT']],
    ['GENERATE_VERIFY_MAC', ['HMAC_256', 'HMAC_224', 'HMAC_384', 'HMAC_512']],
  ],
  asymmetric: [
    ['ENCRYPT_DECRYPT', [...rsa, 'SM2']],
    [
      'SIGN_VERIFY',
      [...rsa, ...nist, 'ECC_SECG_P256K1', 'ECC_NIST_EDWARDS25519', 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87', 'SM2'],
    ],
    ['KEY_AGREEMENT', [...nist, 'SM2']],
  ],
};

export const specsOf = ({ keyType, KeyUsage }: Pick<Draft, 'keyType' | 'KeyUsage'>): readonly KeySpec[] =>
  choices[keyType].find(([usage]) => usage === KeyUsage)?.[1] ?? [];

/** A key of this type and usage, with the spec that comes first. */
export function keyOf(keyType: KeyType, KeyUsage = choices[keyType][0]?.[0] ?? 'ENCRYPT_DECRYPT'): Partial<Draft> {
  const [KeySpec = 'SYMMETRIC_DEFAULT'] = specsOf({ keyType, KeyUsage });
  return { keyType, KeyUsage, KeySpec };
}

/** As AWS's console begins for a CloudHSM key store. */
export const emptyDraft: Draft = {
  alias: '',
  Description: '',
  tags: [],
  keyType: 'symmetric',
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeySpec: 'SYMMETRIC_DEFAULT',
  Origin: 'AWS_CLOUDHSM',
  MultiRegion: false,
};

/**
 * CreateKey's input, which says what the form says. Left alone it is the source document's call: the origin and the key
 * store must be given, for AWS's own default is AWS_KMS; other defaults of AWS are left out.
 */
export function inputOf(draft: Draft, CustomKeyStoreId: string | undefined): CreateKeyCommandInput {
  const { Description, KeyUsage, KeySpec, Origin, MultiRegion } = draft;
  const Tags = filled(draft.tags).map(({ name, value }) => ({ TagKey: name, TagValue: value }));
  return {
    Origin,
    ...(Origin === 'AWS_CLOUDHSM' && CustomKeyStoreId && { CustomKeyStoreId }),
    ...(KeySpec !== 'SYMMETRIC_DEFAULT' && { KeySpec, KeyUsage }),
    ...(MultiRegion && { MultiRegion }),
    ...(Description && { Description }),
    ...(Tags.length > 0 && { Tags }),
  };
}
