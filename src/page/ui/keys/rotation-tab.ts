import { html, nothing, type TemplateResult } from 'lit';
import type { KeyRotationView } from '../../../model/look.ts';
import { textField } from '../clusters/fields.ts';
import { action, row } from '../clusters/scene.ts';
import { breakable } from '../marked.ts';
import { cell, rowName, table } from '../table.ts';
import { moment, number } from '../words.ts';
import { time, whilePending, type Scene } from './page-scene.ts';

/** Of a key of origin AWS_KMS: its automatic rotation, its key material, and the calls that change them. */
export function rotationTab(scene: Scene, rotation: KeyRotationView): TemplateResult {
  const { texts: { rotation: texts }, language } = scene;
  const { automatic, onDemandStartedAt, onDemandLeft } = rotation;
  return html`<dl>
      ${row(texts.automatic, automatic ? texts.on : texts.off)}
      ${automatic
        ? html`${row(texts.period, texts.days(automatic.RotationPeriodInDays, number(language, automatic.RotationPeriodInDays)))}
          ${row(texts.next, time(language, automatic.NextRotationDate))}`
        : nothing}
      ${row(texts.left, number(language, onDemandLeft))}
      ${onDemandStartedAt === undefined ? nothing : row(texts.running, html`<span role="status">${texts.runningSince(moment(language, onDemandStartedAt))}</span>`)}
    </dl>
    ${materials(scene, rotation)}
    <div class="actions">${enable(scene)} ${disable(scene, rotation)} ${rotateNow(scene, rotation)}</div>`;
}

function materials({ texts: { rotation: texts }, language }: Scene, { materials: all }: KeyRotationView): TemplateResult {
  const rows = all.map(
    ({ KeyMaterialId, RotationDate, RotationType }) => html`<tr role="row">
      ${rowName(texts.materialId, html`<code>${KeyMaterialId}</code>`)}
      ${cell(texts.date, RotationDate === undefined ? html`<span class="quiet">${texts.firstMaterial}</span>` : time(language, RotationDate))}
      ${cell(texts.type, RotationType ? html`<code>${breakable(RotationType)}</code>` : html`<span class="quiet">–</span>`)}
    </tr>`,
  );
  return table(texts.materials, [texts.materialId, texts.date, texts.type], rows, true);
}

/** A key that is disabled cannot be rotated either (facts 3.1). */
const hindrance = (scene: Scene): string | undefined =>
  whilePending(scene) ?? (scene.key.KeyState === 'Disabled' ? scene.texts.rotation.isDisabled : undefined);

function enable(scene: Scene): TemplateResult {
  const { texts: { rotation: { enable: { label, hint, field } } }, key: { KeyId, rotation }, fields, change } = scene;
  const id = 'EnableKeyRotation-RotationPeriodInDays';
  const period = fields[id] ?? String(rotation?.automatic?.RotationPeriodInDays ?? 365);
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'EnableKeyRotation',
    input: { KeyId, RotationPeriodInDays: Number(period) },
    why: hindrance(scene),
    fields: textField(id, field, period, change, 'number'),
  });
}

function disable(scene: Scene, { automatic }: KeyRotationView): TemplateResult {
  const { texts: { rotation: { disable: { label, hint }, notOn } }, key: { KeyId } } = scene;
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'DisableKeyRotation',
    input: { KeyId },
    why: hindrance(scene) ?? (automatic ? undefined : notOn),
  });
}

function rotateNow(scene: Scene, { onDemandStartedAt }: KeyRotationView): TemplateResult {
  const { texts: { rotation: { now: { label, hint }, isRunning } }, key: { KeyId } } = scene;
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'RotateKeyOnDemand',
    input: { KeyId },
    why: hindrance(scene) ?? (onDemandStartedAt === undefined ? undefined : isRunning),
  });
}
