import { html, nothing, svg, type TemplateResult } from 'lit';
import type { KeyStoreView } from '../../../model/look.ts';
import { errorCode } from '../error-link.ts';
import { obstacle } from '../key-stores/possible.ts';
import { marked } from '../marked.ts';
import { kindOf, refusal, stateMark, waitBar } from './parts.ts';
import type { Scene } from './scene.ts';

/** A piece of line that takes the room there is, upright or level; decoration: the state stands beside it. */
export const wire = (kind: string): TemplateResult => html`<span class="wire ${kind}"></span>`;

/** Two terminals and a lever, as circuit diagrams draw a switch. */
const lever = svg`<svg class="switch" viewBox="0 0 56 24" width="56" height="24" aria-hidden="true"><path class="lever" d="M8 16H48" /><circle
  cx="8" cy="16" r="4" /><circle cx="48" cy="16" r="4" /><path class="cross" d="M24 12l8 8M32 12l-8 8" /></svg>`;

/** The line between a key store and its cluster, with the switch on it: the button says what a press does. */
export function connection(scene: Scene, store: KeyStoreView): TemplateResult {
  const { texts } = scene;
  const { CustomKeyStoreId, CustomKeyStoreName, ConnectionState: state, ConnectionErrorCode, keyCount, wait } = store;
  const possible = (['connect', 'disconnect'] as const).find((action) => obstacle(action, store) === undefined);
  const press = (): void => {
    if (possible) scene.take({ do: possible, CustomKeyStoreId });
  };
  const hint = state !== 'CONNECTED' || keyCount > 0;
  return html`<section class="connection ${state} ${kindOf(state)}" aria-label="${texts.connection} ${CustomKeyStoreName}">
    <p class="is">${stateMark(state)}</p>
    ${wire('a')}
    <button
      type="button"
      aria-disabled=${possible === undefined}
      aria-describedby=${hint ? `hint-${CustomKeyStoreId}` : nothing}
      @click=${press}
    >
      ${lever}<span>${texts.press[state]}</span><span class="hidden"> ${CustomKeyStoreName}</span>
    </button>
    ${wire('b')}
    <div class="about small">
      ${ConnectionErrorCode ? html`<b class="bad">${errorCode(ConnectionErrorCode)}</b>` : nothing} ${waitBar(scene, wait)} ${hint ? html`<p class="quiet" id="hint-${CustomKeyStoreId}">${marked(texts.pressed[state])}</p>` : nothing}
      ${refusal(scene, CustomKeyStoreId)}
    </div>
  </section>`;
}
