import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

/** What only keys with imported material, and multi-Region keys, can do. */
export const importAndReplicationOperations = {
  DeleteImportedKeyMaterial: operation<sdk.DeleteImportedKeyMaterialCommandInput, sdk.DeleteImportedKeyMaterialCommandOutput>({
    input: { KeyId: s.required(m.keyId), KeyMaterialId: m.keyMaterialId },
    output: { KeyId: s.string(), KeyMaterialId: s.string() },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'import' }],
    needs: 'a KMS key of origin EXTERNAL',
  }),

  GetParametersForImport: operation<sdk.GetParametersForImportCommandInput, sdk.GetParametersForImportCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      WrappingAlgorithm: s.required(
        s.oneOf(
          'RSAES_PKCS1_V1_5',
          'RSAES_OAEP_SHA_1',
          'RSAES_OAEP_SHA_256',
          'RSA_AES_KEY_WRAP_SHA_1',
          'RSA_AES_KEY_WRAP_SHA_256',
          'SM2PKE',
        ),
      ),
      WrappingKeySpec: s.required(s.oneOf('RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2')),
    },
    output: { KeyId: s.string(), ImportToken: s.blob(), PublicKey: s.sensitive(s.blob()), ParametersValidTo: s.timestamp },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'import' }],
    needs: 'a KMS key of origin EXTERNAL',
  }),

  ImportKeyMaterial: operation<sdk.ImportKeyMaterialCommandInput, sdk.ImportKeyMaterialCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      ImportToken: s.required(m.ciphertext),
      EncryptedKeyMaterial: s.required(m.ciphertext),
      ValidTo: s.timestamp,
      ExpirationModel: s.oneOf('KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'),
      ImportType: s.oneOf('NEW_KEY_MATERIAL', 'EXISTING_KEY_MATERIAL'),
      KeyMaterialDescription: s.string(0, 256, '^[a-zA-Z0-9:/_\\s.-]+$'),
      KeyMaterialId: m.keyMaterialId,
    },
    output: { KeyId: s.string(), KeyMaterialId: s.string() },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'import' }],
    needs: 'a KMS key of origin EXTERNAL',
  }),

  ReplicateKey: operation<sdk.ReplicateKeyCommandInput, sdk.ReplicateKeyCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      ReplicaRegion: s.required(m.regionName),
      Policy: m.policy,
      BypassPolicyLockoutSafetyCheck: s.boolean,
      Description: m.description,
      Tags: m.tags,
    },
    output: { ReplicaKeyMetadata: m.keyMetadata, ReplicaPolicy: s.string(), ReplicaTags: m.tags },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'active' }],
    needs: 'a multi-Region key',
  }),

  UpdatePrimaryRegion: operation<sdk.UpdatePrimaryRegionCommandInput, sdk.UpdatePrimaryRegionCommandOutput>({
    input: { KeyId: s.required(m.keyId), PrimaryRegion: s.required(m.regionName) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'active' }],
    needs: 'a multi-Region key',
  }),
};
