import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlaygroundTexts } from '../../i18n/playground.ts';
import { errorCode } from '../error-link.ts';
import { breakable } from '../marked.ts';
import type { Call } from './call.ts';

interface List {
  readonly texts: PlaygroundTexts['calls'];
  readonly language: string;
  readonly calls: readonly Call[];
  readonly shown: Call;
  readonly choose: (call: Call) => void;
}

/** The last calls, to choose from; the code of one that was refused leads to what explains it. */
export function callList({ texts, language, calls, shown, choose }: List): TemplateResult {
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  return html`<ol class="list" aria-label=${texts.list}>
    ${repeat(
      calls,
      ({ number }) => number,
      (call) => html`<li class=${call === shown ? 'shown' : ''}>
        <button type="button" aria-current=${call === shown ? 'true' : nothing} @click=${() => {
          choose(call);
        }}>
          <code class="operation">${call.operation ? breakable(call.operation) : texts.unknownOperation}</code>
          <span class="status ${call.status < 300 ? 'good' : 'bad'}">${call.status}</span>
          ${call.time === undefined ? nothing : html`<time datetime=${new Date(call.time).toISOString()}>${clock.format(call.time)}</time>`}
        </button>
        ${call.code === undefined ? nothing : html`<p class="bad code">${errorCode(call.code)}</p>`}
      </li>`,
    )}
  </ol>`;
}
