import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from '../icons.ts';
import { breakable, marked } from '../marked.ts';
import { faultsOf, type Fault } from './faults.ts';
import type { Row } from './rows.ts';
import type { Scene } from './scene.ts';

type Taking = Pick<Scene, 'texts' | 'take'>;

/** What is wrong in this row, in the order of repair. */
export function banner(scene: Taking, row: Row): TemplateResult | typeof nothing {
  const faults = faultsOf(row);
  if (faults.length === 0) return nothing;
  return html`<section class="banner" aria-label=${scene.texts.wrong}>
    ${faults.length > 1 ? html`<p class="small quiet">${scene.texts.wrong}</p>` : nothing}
    <ol>
      ${faults.map((fault) => html`<li class=${fault.name === 'disconnected' ? 'off' : 'bad'}>${one(scene, fault)}</li>`)}
    </ol>
  </section>`;
}

function one(scene: Taking, { name, isCode, answers, step, joining }: Fault): TemplateResult {
  const { texts } = scene;
  // A code that AWS adds one day still has a way out: the one of every failed store.
  const { what, way } = texts.faults[name as keyof typeof texts.faults] ?? texts.faults.failed;
  return html`${warningIcon}
    <div>
      <p class="what">${isCode ? html`<b class="bad"><code>${breakable(name)}</code></b> ` : nothing}<span>${marked(what)}</span></p>
      <ul class="codes small quiet">
        ${answers.map(([operations, code]) => html`<li><code>${operations}</code> → <b><code>${breakable(code)}</code></b></li>`)}
      </ul>
      ${step && way.length === 1 ? nothing : html`<ol class="way small">${way.map((text) => html`<li>${marked(text)}</li>`)}</ol>`}
      ${joining ? html`<p class="small moving">${marked(texts.joining)}</p>` : nothing}
    </div>
    ${step
      ? html`<button type="button" @click=${() => {
          scene.take(step);
        }}>${step.do === 'addHsm' ? texts.addHsmIn(step.AvailabilityZone) : texts.press[step.do === 'connect' ? 'DISCONNECTED' : 'CONNECTED']}</button>`
      : nothing}`;
}
