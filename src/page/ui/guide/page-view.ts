import { html, nothing, type TemplateResult } from 'lit';
import type { CodeText } from '../../i18n/en/guide-connection-codes.ts';
import { addressOf } from '../frame/route.ts';
import { checkIcon } from '../icons.ts';
import { breakable, marked } from '../marked.ts';
import { errorAddress, type GuideCode } from './address.ts';
import { happenView } from './happen-view.ts';
import { hereView } from './here-view.ts';
import { pages, type Page } from './pages.ts';
import { proofView } from './keys-view.ts';
import { causeOf, causesNow, planOf } from './plan.ts';
import { isRepaired, shownCause, type Scene } from './scene.ts';
import { stepsView } from './steps-view.ts';

/** The page of one code: what it is, what it is here and now, its repair, what tells it from others, and how it comes about. */
export function pageView(scene: Scene, code: GuideCode): TemplateResult {
  const { texts } = scene;
  const page = pages[code];
  const { what, works, apart, way }: CodeText = texts.codes[code];
  return html`<div class="columns">
    <div class="main">
      <p>${marked(what)}</p>
      ${hereView(scene, page)} ${repairView(scene, page)}
      ${way
        ? html`<section class="card" aria-labelledby="way"><h3 id="way">${texts.way}</h3>
            <ol class="plain-steps">${way.map((line) => html`<li>${marked(line)}</li>`)}</ol></section>`
        : nothing}
      ${happenView(scene, page)}
    </div>
    <aside>
      <section aria-labelledby="apart">
        <h3 id="apart">${texts.apart}</h3>
        <dl class="apart">
          ${page.apart.map(
            (other) => html`<div>
              <dt><a class="error-code" href=${errorAddress(other) ?? ''}><code>${breakable(other)}</code></a></dt>
              <dd>${marked(apart[other] ?? '')}</dd>
            </div>`,
          )}
        </dl>
      </section>
      <section aria-labelledby="works">
        <h3 id="works">${texts.works}</h3>
        <ul class="works">${works.map((line) => html`<li>${marked(line)}</li>`)}</ul>
      </section>
    </aside>
  </div>`;
}

/** The steps of the cause that is shown; without one those of the page's own, to read. */
function repairView(scene: Scene, page: Page): TemplateResult | typeof nothing {
  const { texts, world, repairing } = scene;
  const name = repairing.under === 'happen' ? undefined : shownCause(scene, causesNow(page, world));
  if (name === undefined) return preview(scene, page);
  const cause = causeOf(name);
  const plan = planOf(cause, world);
  return html`<section class="card repair" aria-labelledby="repair" data-repair=${name}>
    <h3 id="repair" tabindex="-1">${texts.repair}</h3>
    ${isRepaired(scene, name)
      ? html`<div class="finished">
          <h4 id="repaired" class="good with-icon" tabindex="-1">${checkIcon}${texts.repaired}</h4>
          <p>${cause.endsStore ? texts.storeGone : texts.proved}</p>
          ${repairing.proved ? proofView(scene, repairing.proved) : nothing}
        </div>`
      : html`<p class="whole">
          <button type="button" class="whole-button" aria-describedby="whole-hint" aria-disabled=${String(repairing.busy)} @click=${scene.takeAll}>
            ${repairing.under === 'whole' ? texts.doing : texts.whole}
          </button>
          <span class="quiet small" id="whole-hint">${texts.wholeHint}</span>
        </p>`}
    ${stepsView(scene, plan, !cause.endsStore)}
  </section>`;
}

/** What the repair would be: the steps' names and reasons alone. */
function preview({ texts }: Scene, { causes, usual = causes[0] }: Page): TemplateResult | typeof nothing {
  if (usual === undefined) return nothing;
  return html`<section class="card repair" aria-labelledby="repair">
    <h3 id="repair">${texts.repair}</h3>
    <p class="quiet small">${texts.preview} ${marked(texts.causeTexts[usual].is)}</p>
    <ol class="plain-steps">
      ${causeOf(usual).steps.map(({ name }) => html`<li><b>${marked(texts.steps[name].title)}</b><br /><span class="quiet small">${marked(texts.steps[name].why)}</span></li>`)}
    </ol>
  </section>`;
}

/** The head of a page: the way back, the code, and what it means in a line. It needs no world. */
export const pageHead = (texts: Scene['texts'], code: GuideCode): TemplateResult =>
  html`<p class="back"><a href=${addressOf('errors')}>← ${texts.all}</a></p>
    <h2 id="title" tabindex="-1"><code>${breakable(code)}</code></h2>
    <p class="means">${marked(texts.codes[code].means)}</p>`;
