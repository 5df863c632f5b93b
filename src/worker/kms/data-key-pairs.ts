import type { DataKeyPairSpec } from '@aws-sdk/client-kms';
import { AwsError } from '../errors.ts';
import type { KeyPairSpec } from '../hsm/key-pairs.ts';
import { endDryRun, notSimulated, theKey, type KmsCall } from './handler.ts';
import { keyObjectOf } from './material.ts';
import { materialIdOf, materialNote, seal } from './sealing.ts';

/** What the two operations take alike. */
interface DataKeyPairInput {
  readonly KeyPairSpec: DataKeyPairSpec | undefined;
  readonly EncryptionContext?: Readonly<Record<string, string>> | undefined;
  readonly DryRun?: boolean | undefined;
}

interface SealedKeyPair {
  readonly PrivateKeyCiphertextBlob: Uint8Array;
  readonly PrivateKeyPlaintext: Uint8Array;
  readonly PublicKey: Uint8Array;
  readonly KeyId: string;
  readonly KeyPairSpec: DataKeyPairSpec;
  readonly KeyMaterialId: string | undefined;
}

/**
 * @returns a data key pair, its private key in the open and sealed under the call's KMS key
 * @throws AwsError UnsupportedOperationException for pairs that the browser cannot make
 */
export async function generateSealedKeyPair(
  call: KmsCall,
  name: 'GenerateDataKeyPair' | 'GenerateDataKeyPairWithoutPlaintext',
  { KeyPairSpec, EncryptionContext, DryRun }: DataKeyPairInput,
): Promise<SealedKeyPair> {
  const key = theKey(call.keys);
  // API Reference: "SM2 (China Regions only)". What AWS answers elsewhere is not public; the words are ours.
  if (KeyPairSpec === undefined || KeyPairSpec === 'SM2')
    throw new AwsError('UnsupportedOperationException', 'SM2 is only available in China Regions.');
  if (KeyPairSpec === 'ECC_SECG_P256K1') return notSimulated(name, 'KeyPairSpec', KeyPairSpec);
  if (DryRun) {
    await keyObjectOf(call, key);
    endDryRun(true);
  }
  // The operation table has no others.
  const pair = await call.hsm.keyPair(KeyPairSpec as KeyPairSpec);
  // Older browsers have no Ed25519.
  if (!pair) throw new AwsError('UnsupportedOperationException', `This browser cannot make key pairs of ${KeyPairSpec}.`);
  const { publicKey: PublicKey, privateKey: PrivateKeyPlaintext } = pair;
  const PrivateKeyCiphertextBlob = await seal(call, key, PrivateKeyPlaintext, EncryptionContext);
  call.note(materialNote(key));
  return { PrivateKeyCiphertextBlob, PrivateKeyPlaintext, PublicKey, KeyId: key.arn, KeyPairSpec, KeyMaterialId: materialIdOf(key) };
}
