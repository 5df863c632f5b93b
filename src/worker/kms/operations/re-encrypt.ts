import { requireSymmetricDefault } from '../algorithms.ts';
import { endDryRun, namedKey, type KmsHandler } from '../handler.ts';
import { ignoresCiphertext, requireCiphertext, requireKeyForDryRun } from '../dry-run.ts';
import { keyObjectOf } from '../material.ts';
import { materialIdOf, open, seal } from '../sealing.ts';

/** Decrypts and encrypts again without the plaintext ever leaving KMS; also from a rotated key's old material to its new one. */
export const reEncrypt: KmsHandler<'ReEncrypt'> = async (call, input) => {
  const destination = namedKey(call.keys, 'DestinationKeyId');
  const DestinationEncryptionAlgorithm = requireSymmetricDefault(input.DestinationEncryptionAlgorithm);
  if (ignoresCiphertext(input)) {
    const key = requireKeyForDryRun(call.keys, 'SourceKeyId');
    requireSymmetricDefault(input.SourceEncryptionAlgorithm);
    await Promise.all([keyObjectOf(call, key), keyObjectOf(call, destination)]);
    endDryRun(true);
  }
  const blob = requireCiphertext(input);
  const source = namedKey(call.keys, 'CiphertextBlob');
  const SourceEncryptionAlgorithm = requireSymmetricDefault(input.SourceEncryptionAlgorithm);
  const { plaintext, material } = await open(call, source, blob, input.SourceEncryptionContext);
  if (input.DryRun) {
    await keyObjectOf(call, destination);
    endDryRun(true);
  }
  const CiphertextBlob = await seal(call, destination, plaintext, input.DestinationEncryptionContext);
  const materials = {
    ...idOf('SourceKeyMaterialId', materialIdOf(source, material)),
    ...idOf('DestinationKeyMaterialId', materialIdOf(destination)),
  };
  call.note({
    // "… on both keys" (API Reference, GetKeyLastUsage); the event names both as well.
    used: [source.row.KeyId, destination.row.KeyId],
    additionalEventData: {
      ...idOf('sourceKeyMaterialId', material.backingKeyId),
      ...idOf('destinationKeyMaterialId', destination.row.backingKeyId),
    },
  });
  return {
    CiphertextBlob,
    SourceKeyId: source.arn,
    KeyId: destination.arn,
    SourceEncryptionAlgorithm,
    DestinationEncryptionAlgorithm,
    ...materials,
  };
};

const idOf = (member: string, id: string | undefined): Record<string, string> => (id === undefined ? {} : { [member]: id });
