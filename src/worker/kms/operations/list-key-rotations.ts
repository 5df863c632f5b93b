import type { RotationsListEntry } from '@aws-sdk/client-kms';
import { theKey, type KmsHandler } from '../handler.ts';
import { materialsOf } from '../material.ts';
import { pageOfList } from '../paging.ts';

const size = { usual: 100, most: 1000 };

/** Rotations in the order in which they were; ALL_KEY_MATERIAL begins with the first material, which was not rotated to. */
export const listKeyRotations: KmsHandler<'ListKeyRotations'> = async (call, { IncludeKeyMaterial, ...paged }) => {
  const { row, arn } = theKey(call.keys);
  const all = IncludeKeyMaterial === 'ALL_KEY_MATERIAL';
  const materials = await materialsOf(call, row);
  const { rows, end } = pageOfList(
    all ? materials : materials.filter(({ RotationType }) => RotationType),
    { what: `${all ? 'materials' : 'rotations'} of ${row.KeyId}`, idOf: ({ number = 0 }) => String(number).padStart(6, '0') },
    paged,
    size,
  );
  const entries = rows.map(
    ({ backingKeyId, RotationDate, RotationType }): RotationsListEntry => ({
      KeyId: arn,
      KeyMaterialId: backingKeyId,
      // "CURRENT" and "NON_CURRENT" are for all keys that can be rotated (API Reference, RotationsListEntry).
      KeyMaterialState: backingKeyId === row.backingKeyId ? 'CURRENT' : 'NON_CURRENT',
      ...(RotationDate !== undefined && RotationType && { RotationDate: new Date(RotationDate), RotationType }),
    }),
  );
  return { Rotations: entries, ...end };
};
