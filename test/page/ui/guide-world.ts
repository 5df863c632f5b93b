import type { GuideCode } from '../../../src/page/ui/guide/address.ts';
import { GlassGuide } from '../../../src/page/ui/guide/guide.ts';
import type { Language } from '../../../src/page/i18n/languages.ts';
import { stage, type Stage } from './stage.ts';
import { waitFor } from './waiting.ts';

/** The guidance as it is met in a scenario, and what a person does there. */

export const adminPassword = 'adminPswd1234';
export const newPassword = 'kmsPswd5678';

interface Options {
  readonly scenario?: string;
  readonly lang?: Language;
  readonly theme?: 'light' | 'dark';
}

export async function open(code: GuideCode | null, options: Options = {}): Promise<Stage<GlassGuide>> {
  const guide = await stage(() => Object.assign(new GlassGuide(), { code }), options);
  await waitFor(guide.element, () => guide.all(code === null ? '#faults' : '#here').length > 0);
  return guide;
}

/** Types the passwords that the open step asks for: the notes' where there is one. */
export async function typePasswords(guide: Stage<GlassGuide>): Promise<void> {
  const { passwords } = await guide.simulator.control.notes();
  for (const field of guide.all<HTMLInputElement>('[aria-current=step] [type=password]')) {
    if (field.closest('details:not([open])')) continue;
    const isNew = /^New|新しい/.test(guide.all('label').find((label) => (label as HTMLLabelElement).htmlFor === field.id)?.textContent ?? '');
    field.value = field.id.endsWith('admin-password') ? adminPassword : field.value || (isNew ? newPassword : (passwords['kmsuser'] ?? newPassword));
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  await guide.element.updateComplete;
}

export const currentStep = (guide: Stage<GlassGuide>): string | undefined => guide.all('[aria-current="step"]')[0]?.dataset['step'];

/** Nothing is under way. */
export const rests = (guide: Stage<GlassGuide>): Promise<unknown> =>
  waitFor(guide.element, () => guide.all('[data-repair] button, .happen button').every((button) => button.getAttribute('aria-disabled') !== 'true'));
