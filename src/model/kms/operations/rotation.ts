import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

/** Rotation of key material: for keys of origin AWS_KMS. */
export const rotationOperations = {
  DisableKeyRotation: operation<sdk.DisableKeyRotationCommandInput, sdk.DisableKeyRotationCommandOutput>({
    input: { KeyId: s.required(m.keyId) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'rotation' }],
  }),

  EnableKeyRotation: operation<sdk.EnableKeyRotationCommandInput, sdk.EnableKeyRotationCommandOutput>({
    input: { KeyId: s.required(m.keyId), RotationPeriodInDays: s.integer(90, 2560) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'rotation' }],
  }),

  GetKeyRotationStatus: operation<sdk.GetKeyRotationStatusCommandInput, sdk.GetKeyRotationStatusCommandOutput>({
    input: { KeyId: s.required(m.keyId) },
    output: {
      KeyRotationEnabled: s.boolean,
      KeyId: s.string(),
      RotationPeriodInDays: s.integer(),
      NextRotationDate: s.timestamp,
      OnDemandRotationStartDate: s.timestamp,
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'rotationStatus' }],
  }),

  ListKeyRotations: operation<sdk.ListKeyRotationsCommandInput, sdk.ListKeyRotationsCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      IncludeKeyMaterial: s.oneOf('ALL_KEY_MATERIAL', 'ROTATIONS_ONLY'),
      Limit: m.limit,
      Marker: m.marker,
    },
    output: {
      Rotations: s.list<sdk.RotationsListEntry>(
        s.structure<sdk.RotationsListEntry>({
          KeyId: s.string(),
          KeyMaterialId: s.string(),
          KeyMaterialDescription: s.string(),
          ImportState: s.answer(),
          KeyMaterialState: s.answer(),
          ExpirationModel: s.answer(),
          ValidTo: s.timestamp,
          RotationDate: s.timestamp,
          RotationType: s.answer(),
        }),
      ),
      ...m.page,
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'rotationStatus' }],
  }),

  RotateKeyOnDemand: operation<sdk.RotateKeyOnDemandCommandInput, sdk.RotateKeyOnDemandCommandOutput>({
    input: { KeyId: s.required(m.keyId) },
    output: { KeyId: s.string() },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'rotation' }],
  }),
};
