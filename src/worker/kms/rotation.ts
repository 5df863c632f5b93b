import { days } from '../../model/durations.ts';
import type { Happening, ServiceEvent } from '../call.ts';
import { beginPeriod } from '../clock.ts';
import { addKeyObject, keyObjectReads, kmsFleet } from '../hsm/objects.ts';
import { kmsUser } from '../cloudhsm/for-kms.ts';
import { newBackingKeyId } from '../ids.ts';
import { keyOf } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { DueRow, KeyMaterialRow, KeyRow } from '../storage/schema.ts';
import { keyArn, keyKey } from './keys.ts';
import { keyMaterialsPrefix } from './material.ts';

/** Rotation of a key of origin AWS_KMS: new material for what is encrypted from now on, the old to decrypt with for ever. */

/** API Reference, EnableKeyRotation: "the default value is 365 days". */
export const usualRotationPeriod = 365;
/** API Reference, RotateKeyOnDemand: "a maximum of 25 times per KMS key" (10 when facts 4's text was recorded). */
export const onDemandQuota = 25;
/** ConflictException's description: "an automatic rotation … scheduled to begin within the next 20 minutes". */
export const tooCloseToRotation = 20 * 60 * 1000;

/** The automatic rotation's time has come. A key that cannot be used now misses it, and rotates when it is enabled. */
export const rotateAutomatically = (happening: Happening, due: DueRow): Promise<void> =>
  rotate(happening, due, 'AUTOMATIC', (rows, key) => {
    const { rotation } = key;
    if (rotation?.NextRotationDate !== due.dueAt || !key.enabled || key.DeletionDate !== undefined) return undefined;
    const NextRotationDate = due.dueAt + days(rotation.RotationPeriodInDays);
    beginPeriod(rows, happening, { kind: 'rotate-key-automatically', target: key.KeyId }, NextRotationDate);
    return { ...key, rotation: { ...rotation, NextRotationDate } };
  });

/** RotateKeyOnDemand's rotation is done; the automatic schedule stays as it was. */
export const rotateOnDemand = (happening: Happening, due: DueRow): Promise<void> =>
  rotate(happening, due, 'ON_DEMAND', (_rows, key) => {
    const { onDemand } = key;
    return onDemand?.startedAt === due.startedAt ? { ...key, onDemand: { rotations: onDemand.rotations } } : undefined;
  });

/** @param next the key after the rotation, but for its material; undefined where there is none to do */
async function rotate(
  happening: Happening,
  due: DueRow,
  RotationType: NonNullable<KeyMaterialRow['RotationType']>,
  next: (rows: Rows, key: KeyRow) => KeyRow | undefined,
): Promise<void> {
  const { account, region } = happening;
  const KeyId = due.target;
  const prefix = keyMaterialsPrefix(happening, KeyId);
  const material = await happening.hsm.generate();
  const backingKeyId = newBackingKeyId();
  await happening.commit(
    [
      { store: 'due', key: keyOf('due', due) },
      { store: 'keys', key: keyKey(happening, KeyId) },
      { store: 'keyMaterials', prefix },
      ...keyObjectReads(happening, kmsFleet),
    ],
    (rows): ServiceEvent | undefined => {
      if (!rows.get('due', keyOf('due', due))) return undefined;
      rows.delete('due', keyOf('due', due));
      const before = rows.get('keys', keyKey(happening, KeyId));
      const key = before && next(rows, before);
      if (!before || !key) return undefined;
      const label = keyArn(happening, KeyId);
      const { handle } = addKeyObject(rows, happening, kmsFleet, material, { label, username: kmsUser, backingKeyId }, Infinity);
      const first = { account, region, KeyId, number: 0, handle: before.handle, backingKeyId: before.backingKeyId };
      const known = rows.range('keyMaterials', prefix);
      if (known.length === 0) rows.put('keyMaterials', first);
      const number = Math.max(1, known.length);
      rows.put('keyMaterials', { ...first, number, handle, backingKeyId, RotationDate: due.dueAt, RotationType });
      rows.put('keys', { ...key, handle, backingKeyId });
      return {
        eventName: 'RotateKey',
        key: label,
        // As AWS's newest samples have it (Developer Guide, "RotateKey").
        serviceEventDetails: {
          rotationType: RotationType,
          keyOrigin: key.Origin,
          previousKeyMaterialId: before.backingKeyId,
          currentKeyMaterialId: backingKeyId,
          keyId: KeyId,
        },
      };
    },
    (event) => event,
  );
}
