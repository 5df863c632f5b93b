import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioName } from '../../../model/control.ts';
import { marked } from '../marked.ts';
import { nameOf } from './deeds.ts';
import { askFields } from './fields.ts';
import type { Page } from './pages.ts';
import { provocations, type Provocation, type ProvocationName } from './provocations.ts';
import type { Scene } from './scene.ts';
import { stopView } from './steps-view.ts';

/** How the error comes about: here, or in a world of its own. */
export function happenView(scene: Scene, page: Page): TemplateResult | typeof nothing {
  const { texts } = scene;
  if (page.provocations.length + page.scenarios.length === 0) return nothing;
  return html`<section class="card happen" aria-labelledby="happen">
    <h3 id="happen">${texts.happen}</h3>
    ${page.provocations.length > 0 ? html`<p class="quiet small">${texts.happenHint}</p>` : nothing}
    <ul class="provocations">
      ${page.provocations.map((name) => html`<li data-provocation=${name}>${provocation(scene, name)}</li>`)}
    </ul>
    ${stopView(scene, 'happen')}
    ${page.scenarios.length > 0 ? html`<p class="quiet small">${texts.worlds}</p>${scenarioList(scene, page.scenarios)}` : nothing}
  </section>`;
}

function provocation(scene: Scene, name: ProvocationName): TemplateResult {
  const { texts, world, repairing, draft } = scene;
  const { possible, asks = [], deeds }: Provocation = provocations[name];
  const isPossible = possible(world);
  return html`<div>
      <p>${marked(texts.provocations[name])}</p>
      ${isPossible ? html`<p class="small quiet calls">${[...new Set(deeds(world, draft).flatMap(nameOf))].map((call, i) => html`${i > 0 ? ' → ' : nothing}<code>${call}</code>`)}</p>` : html`<p class="small quiet">${repairing.under === 'happen' ? texts.provoking : marked(texts.impossible)}</p>`}
      ${isPossible ? askFields(scene, asks, 'provocation') : nothing}
    </div>
    ${isPossible
      ? html`<button type="button" aria-disabled=${String(repairing.busy)} @click=${() => {
          scene.provoke(name);
        }}>${texts.provoke}<span class="hidden"> · ${texts.provocations[name].replaceAll('`', '')}</span></button>`
      : nothing}`;
}

/** Worlds to load, a sentence each. */
export const scenarioList = (scene: Scene, names: readonly ScenarioName[]): TemplateResult =>
  html`<ul class="scenarios">
    ${names.map((name) => {
      const { texts } = scene;
      const beside = scene.beside(name);
      return html`<li data-scenario=${name}>
        <code class="name">${name}</code>
        <p>${marked(texts.worldTexts.scenarios[name])}</p>
        <p class="ways-in">
          <button type="button" @click=${() => {
            scene.load(name);
          }}>${texts.load}<span class="hidden"> ${name}</span></button>
          ${beside === undefined ? nothing : html`<a href=${beside}>${texts.beside}<span class="hidden"> · ${name}</span></a>`}
        </p>
      </li>`;
    })}
  </ul>`;
