import { html, nothing, type TemplateResult } from 'lit';
import type { KeyChip, Wait } from '../../../model/look.ts';
import { errorCode } from '../error-link.ts';
import { keyIcon } from '../icons.ts';
import { breakable } from '../marked.ts';
import { duration, shortKeyId } from '../words.ts';
import type { Scene } from './scene.ts';

/** AWS's word for a state; its mark and colour say the same. */
export const stateMark = (state: string): TemplateResult => html`<code class="state ${kindOf(state)}">${breakable(state)}</code>`;

export function kindOf(state: string): 'good' | 'moving' | 'bad' | 'off' {
  if (state === 'CONNECTED' || state === 'ACTIVE') return 'good';
  if (state.endsWith('ING') || state.endsWith('_IN_PROGRESS')) return 'moving';
  return state === 'FAILED' || state === 'DEGRADED' ? 'bad' : 'off';
}

/** How far something is, how much longer it takes here, and how long it takes at AWS. */
export function waitBar({ texts, language, now }: Pick<Scene, 'texts' | 'language' | 'now'>, wait: Wait | undefined): TemplateResult | typeof nothing {
  if (!wait) return nothing;
  const { kind, id, startedAt, dueAt, awsDuration } = wait;
  const rest = texts.rest(duration(language, dueAt - now));
  return html`<div class="wait">
    <progress max="1" .value=${shareOf(now - startedAt, dueAt - startedAt)} aria-label="${id}: ${rest}"></progress>
    <p>${rest}</p>
    <p class="quiet">${texts.aws[kind](duration(language, awsDuration))}</p>
  </div>`;
}

/** How much of a wait is over. At speed Infinity one that is seen before it is settled takes no time, and 0 / 0 is no number. */
const shareOf = (past: number, whole: number): number => (whole > 0 ? Math.min(1, past / whole) : 1);

/** What AWS, or the simulator, said when a press was refused. */
export function refusal({ refusals }: Scene, place: string): TemplateResult {
  const refused = refusals.get(place);
  return html`<div role="alert">
    ${refused ? html`<p class="refusal small"><b class="bad">${errorCode(refused.code)}</b> <span lang="en">${refused.message}</span></p>` : nothing}
  </div>`;
}

/** What a key is called, in little room. */
export const keyName = ({ AliasName, KeyId }: KeyChip): TemplateResult =>
  html`${keyIcon}<code title=${AliasName ? `${AliasName} ${KeyId}` : KeyId}>${AliasName ?? shortKeyId(KeyId)}</code>`;
