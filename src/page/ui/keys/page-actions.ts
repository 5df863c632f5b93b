import { html, type TemplateResult } from 'lit';
import { textField } from '../clusters/fields.ts';
import { action } from '../clusters/scene.ts';
import { areaField } from './area-field.ts';
import { section, whilePending, type Scene } from './page-scene.ts';

/** The console's "Key actions", and its "Edit" of the description; what cannot be done now says why (facts 3.1). */
export const keyActions = (scene: Scene): TemplateResult =>
  section('actions', scene.texts.actions, html`<div class="actions">${enable(scene)} ${disable(scene)} ${schedule(scene)} ${cancelDeletion(scene)} ${describe(scene)}</div>`);

function enable(scene: Scene): TemplateResult {
  const { texts, key } = scene;
  const { label, hint } = texts.enable;
  const { KeyId, KeyState } = key;
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'EnableKey',
    input: { KeyId },
    why: whilePending(scene) ?? (KeyState === 'Enabled' ? texts.already.Enabled : undefined),
  });
}

function disable(scene: Scene): TemplateResult {
  const { texts, key } = scene;
  const { label, hint, question, detail } = texts.disable;
  const { KeyId, KeyState } = key;
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'DisableKey',
    input: { KeyId },
    why: whilePending(scene) ?? (KeyState === 'Disabled' ? texts.already.Disabled : undefined),
    question: { question, detail, yes: label, no: texts.cancel },
  });
}

function schedule(scene: Scene): TemplateResult {
  const { texts, key, fields, change } = scene;
  const { label, hint, days, question, detail } = texts.schedule;
  const id = 'ScheduleKeyDeletion-PendingWindowInDays';
  const period = fields[id] ?? '30';
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'ScheduleKeyDeletion',
    input: { KeyId: key.KeyId, PendingWindowInDays: Number(period) },
    why: whilePending(scene),
    question: { question, detail, yes: label, no: texts.cancel },
    fields: textField(id, days, period, change, 'number'),
  });
}

function cancelDeletion(scene: Scene): TemplateResult {
  const { texts, key } = scene;
  const { label, hint } = texts.cancelDeletion;
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'CancelKeyDeletion',
    input: { KeyId: key.KeyId },
    why: key.KeyState === 'PendingDeletion' ? undefined : texts.notPending,
  });
}

function describe(scene: Scene): TemplateResult {
  const { texts, key, fields, change } = scene;
  const { label, hint, field, save } = texts.describe;
  const id = 'UpdateKeyDescription-Description';
  const Description = fields[id] ?? key.Description;
  return action(scene, {
    ...{ label, hint, press: save },
    service: 'kms',
    operation: 'UpdateKeyDescription',
    input: { KeyId: key.KeyId, Description },
    why: whilePending(scene) ?? (Description === key.Description ? texts.unchanged : undefined),
    fields: areaField(id, field, Description, change, 3),
  });
}
