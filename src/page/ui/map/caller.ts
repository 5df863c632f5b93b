import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Scene } from './scene.ts';
import { wire } from './connection.ts';

/** Who calls, and how the last call went. */
export function caller({ texts, account, identity, lastCall }: Scene): TemplateResult {
  const { name, type } = identity;
  return html`<section class="caller" aria-label=${texts.caller}>
    <div class="who"><span class="face" aria-hidden="true">${name[0]}</span><span class="way-in">${wire('solid')}${lastCall ? keyed(lastCall, html`<i class="pulse"></i>`) : nothing}</span></div>
    <div>
      <h2>${name}</h2>
      <p class="small quiet">${type === 'Role' ? texts.iamRole : texts.iamUser}<br /><span class="hidden">${texts.account}</span> <code>${account}</code></p>
    </div>
    <p class="small">
      <span class="quiet">${texts.lastCall}</span><br />
      ${lastCall
        ? html`<code class=${lastCall.status < 300 ? 'good' : 'bad'}><b>${lastCall.operation}</b> ${lastCall.status}</code>`
        : texts.noCall}
    </p>
  </section>`;
}
