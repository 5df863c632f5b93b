import { html, nothing, type TemplateResult } from 'lit';
import { faultTexts } from '../../i18n/map-faults.ts';
import { errorCode, explained } from '../error-link.ts';
import { warningIcon } from '../icons.ts';
import { marked } from '../marked.ts';
import { faultsOf, type Fault } from './faults.ts';
import type { Row } from './rows.ts';
import type { Scene } from './scene.ts';

type Taking = Pick<Scene, 'texts' | 'language' | 'take'>;

/** What is wrong in this row, in the order of repair. The map loads this when something is. */
export function banner(scene: Taking, row: Row): TemplateResult | typeof nothing {
  const faults = faultsOf(row);
  if (faults.length === 0) return nothing;
  const { wrong } = faultTexts[scene.language];
  return html`<section class="banner" aria-label=${wrong}>
    ${faults.length > 1 ? html`<p class="small quiet">${wrong}</p>` : nothing}
    <ol>
      ${faults.map((fault) => html`<li class=${fault.name === 'disconnected' ? 'off' : 'bad'}>${one(scene, fault)}</li>`)}
    </ol>
  </section>`;
}

function one(scene: Taking, { name, isCode, answers, step, joining }: Fault): TemplateResult {
  const texts = faultTexts[scene.language];
  // A code that AWS adds one day still has a way out: the one of every failed store.
  const { what, way } = texts.faults[name as keyof typeof texts.faults] ?? texts.faults.failed;
  // What has no code of its own is explained by what it makes AWS answer.
  const guidance = explained(isCode ? name : (answers[0]?.[1] ?? ''));
  return html`${warningIcon}
    <div>
      <p class="what">${isCode ? html`<b class="bad">${errorCode(name)}</b> ` : nothing}<span>${marked(what)}</span></p>
      <ul class="codes small quiet">
        ${answers.map(([operations, code]) => html`<li><code>${operations}</code> → <b>${errorCode(code)}</b></li>`)}
      </ul>
      ${step && way.length === 1 ? nothing : html`<ol class="way small">${way.map((text) => html`<li>${marked(text)}</li>`)}</ol>`}
      ${joining ? html`<p class="small moving">${marked(texts.joining)}</p>` : nothing}
    </div>
    <div class="do">
      ${step
        ? html`<button type="button" @click=${() => {
            scene.take(step);
          }}>${step.do === 'addHsm' ? texts.addHsmIn(step.AvailabilityZone) : scene.texts.press[step.do === 'connect' ? 'DISCONNECTED' : 'CONNECTED']}</button>`
        : nothing}
      ${guidance === undefined ? nothing : html`<a href=${guidance}>${texts.repair}<span class="hidden"> · ${name}</span></a>`}
    </div>`;
}
