import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

const recipients = 'attested recipients (Nitro Enclaves)';

/** What symmetric encryption keys are for. */
export const cryptographicOperations = {
  Decrypt: operation<sdk.DecryptCommandInput, sdk.DecryptCommandOutput>({
    input: {
      CiphertextBlob: m.ciphertext,
      EncryptionContext: m.encryptionContext,
      GrantTokens: m.grantTokens,
      KeyId: m.keyId,
      EncryptionAlgorithm: m.encryptionAlgorithm,
      Recipient: m.recipient,
      DryRun: s.boolean,
      DryRunModifiers: m.dryRunModifiers,
    },
    output: {
      KeyId: s.string(),
      Plaintext: s.sensitive(s.blob()),
      EncryptionAlgorithm: s.answer(),
      CiphertextForRecipient: s.blob(),
      KeyMaterialId: s.string(),
    },
    readOnly: true,
    keys: [
      { member: 'KeyId', by: 'any', states: 'use', optional: true },
      { member: 'CiphertextBlob', by: 'ciphertext', states: 'use', same: 'KeyId', optional: true },
    ],
    trailDefaults: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    partly: { Recipient: recipients },
  }),

  Encrypt: operation<sdk.EncryptCommandInput, sdk.EncryptCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      Plaintext: s.required(m.plaintext),
      EncryptionContext: m.encryptionContext,
      GrantTokens: m.grantTokens,
      EncryptionAlgorithm: m.encryptionAlgorithm,
      DryRun: s.boolean,
    },
    output: { CiphertextBlob: s.blob(), KeyId: s.string(), EncryptionAlgorithm: s.answer() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'use' }],
    trailDefaults: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  }),

  GenerateRandom: operation<sdk.GenerateRandomCommandInput, sdk.GenerateRandomCommandOutput>({
    input: { NumberOfBytes: m.numberOfBytes, CustomKeyStoreId: m.customKeyStoreId, Recipient: m.recipient },
    // AWS's sample event (facts 7).
    trailWithoutParameters: true,
    output: { Plaintext: s.sensitive(s.blob()), CiphertextForRecipient: s.blob() },
    readOnly: true,
    partly: { Recipient: recipients },
  }),

  ReEncrypt: operation<sdk.ReEncryptCommandInput, sdk.ReEncryptCommandOutput>({
    input: {
      CiphertextBlob: m.ciphertext,
      SourceEncryptionContext: m.encryptionContext,
      SourceKeyId: m.keyId,
      DestinationKeyId: s.required(m.keyId),
      DestinationEncryptionContext: m.encryptionContext,
      SourceEncryptionAlgorithm: m.encryptionAlgorithm,
      DestinationEncryptionAlgorithm: m.encryptionAlgorithm,
      GrantTokens: m.grantTokens,
      DryRun: s.boolean,
      DryRunModifiers: m.dryRunModifiers,
    },
    output: {
      CiphertextBlob: s.blob(),
      SourceKeyId: s.string(),
      KeyId: s.string(),
      SourceEncryptionAlgorithm: s.answer(),
      DestinationEncryptionAlgorithm: s.answer(),
      SourceKeyMaterialId: s.string(),
      DestinationKeyMaterialId: s.string(),
    },
    readOnly: true,
    keys: [
      { member: 'SourceKeyId', by: 'any', states: 'use', action: 'ReEncryptFrom', optional: true },
      { member: 'CiphertextBlob', by: 'ciphertext', states: 'use', action: 'ReEncryptFrom', same: 'SourceKeyId', optional: true },
      { member: 'DestinationKeyId', by: 'any', states: 'use', action: 'ReEncryptTo' },
    ],
    trailDefaults: { SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT', DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  }),
};
