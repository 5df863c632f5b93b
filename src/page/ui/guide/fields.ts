import type { TemplateResult } from 'lit';
import { passwordField } from '../setup/fields.ts';
import type { Scene } from './scene.ts';
import type { Ask, StepName } from './steps/step.ts';

/** Steps that give `kmsuser` a password; the others need the one that it has. */
const newPassword: readonly StepName[] = ['setPassword', 'resetPassword', 'createUser', 'removeMfa', 'deleteOrphans'];
/** Easily typed again. */
const suggested = 'kmsPswd5678';

/** What a step asks for. @param of the step, or what else needs it */
export const askFields = (scene: Scene, asks: readonly Ask[], of: StepName | 'provocation'): TemplateResult[] =>
  asks.map((ask) => (ask === 'adminPassword' ? adminField(scene, of) : kmsField(scene, of)));

const adminField = ({ texts, draft, change, world }: Scene, of: string): TemplateResult =>
  passwordField({ texts }, `${of}-admin-password`, texts.adminPassword, draft.adminPassword, world.notes.passwords['admin'], texts.adminHint, (adminPassword) => {
    change({ adminPassword });
  });

function kmsField({ texts, draft, change, world }: Scene, of: StepName | 'provocation'): TemplateResult {
  const isNew = of === 'provocation' || newPassword.includes(of);
  const label = isNew ? texts.newKmsPassword : texts.kmsPassword;
  const suggestion = isNew ? suggested : world.notes.passwords['kmsuser'];
  return passwordField({ texts }, `${of}-kms-password`, label, draft.kmsPassword, suggestion, texts.kmsHint, (kmsPassword) => {
    change({ kmsPassword });
  });
}
