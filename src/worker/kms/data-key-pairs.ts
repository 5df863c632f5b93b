import type { DataKeyPairSpec } from '@aws-sdk/client-kms';
import { AwsError } from '../errors.ts';
import { isKeyPairSpec, type KeyPair } from '../hsm/key-pairs.ts';
import { endDryRun, notSimulated, theKey, type KmsCall } from './handler.ts';
import { keyObjectOf } from './material.ts';
import { materialNote, seal } from './sealing.ts';
import type { ResolvedKey } from './subjects.ts';

/** What the two operations take alike. */
interface DataKeyPairInput {
  readonly KeyPairSpec: DataKeyPairSpec | undefined;
  readonly EncryptionContext?: Readonly<Record<string, string>> | undefined;
  readonly DryRun?: boolean | undefined;
}

/**
 * A data key pair, its private key in the open and sealed under the call's KMS key.
 * @throws AwsError UnsupportedOperationException for pairs that the browser cannot make
 */
export async function generateSealedKeyPair(
  call: KmsCall,
  name: 'GenerateDataKeyPair' | 'GenerateDataKeyPairWithoutPlaintext',
  input: DataKeyPairInput,
): Promise<{ readonly key: ResolvedKey; readonly pair: KeyPair; readonly blob: Uint8Array }> {
  const key = theKey(call.keys);
  const { KeyPairSpec: spec = 'SM2' } = input;
  if (spec === 'SM2') throw new AwsError('UnsupportedOperationException', 'SM2 is only available in China Regions.');
  if (!isKeyPairSpec(spec)) return notSimulated(name, 'KeyPairSpec', spec);
  if (input.DryRun) {
    await keyObjectOf(call, key);
    endDryRun(true);
  }
  const pair = await call.hsm.keyPair(spec);
  // Older browsers have no Ed25519.
  if (!pair) throw new AwsError('UnsupportedOperationException', `This browser cannot make key pairs of ${spec}.`);
  const blob = await seal(call, key, pair.privateKey, input.EncryptionContext);
  call.note(materialNote(key));
  return { key, pair, blob };
}
