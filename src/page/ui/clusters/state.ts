import { html, nothing, type TemplateResult } from 'lit';
import type { Wait } from '../../../model/look.ts';
import type { ClustersTexts } from '../../i18n/clusters.ts';
import type { Language } from '../../i18n/languages.ts';
import { breakable } from '../marked.ts';
import { moment } from '../words.ts';

/** AWS's word for a state of a cluster, an HSM, a backup or a connection, with a mark and a colour; and when a wait ends. */
export const stateMark = (language: Language, texts: ClustersTexts, state: string, wait?: Wait): TemplateResult =>
  html`<code class="state ${kindOf(state)}">${breakable(state)}</code>${wait
      ? html` <span class="quiet small">${texts.waitUntil(moment(language, wait.dueAt))}</span>`
      : nothing}`;

function kindOf(state: string): 'good' | 'moving' | 'bad' | 'off' {
  if (state === 'ACTIVE' || state === 'READY' || state === 'CONNECTED') return 'good';
  if (state.endsWith('_IN_PROGRESS') || state.endsWith('ING') || state === 'PENDING_DELETION') return 'moving';
  return state === 'DEGRADED' || state === 'FAILED' ? 'bad' : 'off';
}
