import { html, nothing, type TemplateResult } from 'lit';
import { beginningNames, troubleNames, type ScenarioName } from '../../../model/control.ts';
import { checkIcon } from '../icons.ts';
import { breakable, marked } from '../marked.ts';
import { connectionCodes, errorAddress, exceptionCodes, guideCodes, type GuideCode } from './address.ts';
import { scenarioList } from './happen-view.ts';
import { pages } from './pages.ts';
import type { Scene } from './scene.ts';
import { find } from './search.ts';

type Texts = Scene['texts'];

/** What the index was asked for, and what came of it. */
interface Asked {
  /** A code that there is no page about. */
  readonly unknown: string | undefined;
  readonly loaded: ScenarioName | undefined;
  readonly sought: string;
}

/** What can be done without a world: the search, and all codes. */
export function indexHead(texts: Texts, { unknown, loaded, sought }: Asked, seek: (text: string) => void): TemplateResult {
  const found = sought.trim() === '' ? undefined : find(sought);
  return html`<h2 id="title" tabindex="-1">${texts.title}</h2>
    ${unknown === undefined ? nothing : html`<p class="bad">${marked(texts.unknown(unknown))}</p>`}
    <p class="intro">${texts.intro}</p>
    ${loaded === undefined ? nothing : loadedView(texts, loaded)}
    <search class="search">
      <label for="search">${texts.search}</label>
      <textarea
        id="search"
        rows="2"
        spellcheck="false"
        aria-describedby="search-hint"
        .value=${sought}
        @input=${(event: Event): void => {
          seek((event.target as HTMLTextAreaElement).value);
        }}
      ></textarea>
      <p class="small quiet" id="search-hint">${texts.searchHint}</p>
      <div role="status">
        ${found === undefined ? nothing : found.length === 0 ? html`<p>${texts.notFound}</p>` : html`<p class="hidden">${texts.found(found.length)}</p>`}
      </div>
      ${found && found.length > 0 ? codeList(texts, found, 'found') : nothing}
    </search>
    <div class="lists">
      <section aria-labelledby="connection-codes">
        <h3 id="connection-codes">${texts.connectionCodes}</h3>
        <p class="small quiet">${marked(texts.connectionCodesHint)}</p>
        ${codeList(texts, connectionCodes)}
      </section>
      <section aria-labelledby="exceptions">
        <h3 id="exceptions">${texts.exceptions}</h3>
        ${codeList(texts, exceptionCodes)}
      </section>
    </div>`;
}

/** That a scenario was loaded, and the page that it is repaired on. */
function loadedView(texts: Texts, name: ScenarioName): TemplateResult {
  const next = guideCodes.find((code) => (pages[code].scenarios as readonly string[]).includes(name));
  return html`<p class="loaded" id="loaded" tabindex="-1">
    ${checkIcon}<span>${marked(texts.loaded(name))} ${next === undefined ? nothing : html`${texts.next} <a class="error-code" href=${errorAddress(next) ?? ''}><code>${breakable(next)}</code></a>`}</span>
  </p>`;
}

const codeList = (texts: Texts, codes: readonly GuideCode[], kind = ''): TemplateResult =>
  html`<ul class="codes ${kind}">
    ${codes.map(
      (code) => html`<li>
        <a class="error-code" href=${errorAddress(code) ?? ''}><code>${breakable(code)}</code></a>
        <p class="small">${marked(texts.codes[code].means)}</p>
      </li>`,
    )}
  </ul>`;

/** Faults that are on, and all worlds to load. */
export const indexWorlds = (scene: Scene): TemplateResult => html`${faultsView(scene)} ${scenariosView(scene)}`;

function faultsView({ texts, world, endFault }: Scene): TemplateResult {
  const { faults } = world;
  return html`<section class="card" aria-labelledby="faults">
    <h3 id="faults" tabindex="-1">${texts.faults}</h3>
    ${faults.length === 0 ? html`<p class="quiet">${texts.noFaults}</p>` : nothing}
    <ul class="active-faults">
      ${faults.map(
        ({ fault, target }) => html`<li>
          <p><code>${fault}</code> · ${target === undefined ? texts.everywhere : html`<code>${target}</code>`}<br /><span class="small quiet">${marked(texts.worldTexts.faults[fault])}</span></p>
          <button type="button" @click=${() => {
            endFault({ fault, target });
          }}>${texts.endFault}<span class="hidden"> ${fault} ${target ?? ''}</span></button>
        </li>`,
      )}
    </ul>
  </section>`;
}

function scenariosView(scene: Scene): TemplateResult {
  const { texts, world } = scene;
  return html`<section class="card" aria-labelledby="scenarios">
    <h3 id="scenarios">${texts.scenarios}</h3>
    <p class="small quiet">${texts.scenariosHint}</p>
    ${scenarioList(scene, troubleNames)}
    <h4>${texts.begin}</h4>
    ${scenarioList(scene, beginningNames)}
    ${notesView(scene, world.notes)}
  </section>`;
}

/** What one needs to know to work with the scenario that is loaded. */
export function notesView({ texts }: Pick<Scene, 'texts'>, { scenario, passwords, ids }: Scene['world']['notes']): TemplateResult {
  return html`<details class="notes">
    <summary>${texts.notes}: <code>${scenario}</code></summary>
    <dl class="small">
      ${Object.entries(passwords).map(([user, password]) => html`<div><dt>${marked(texts.passwordOf(user))}</dt><dd><code>${password}</code></dd></div>`)}
      ${Object.entries(ids).map(([name, id]) => html`<div><dt><code>${name}</code></dt><dd><code>${id}</code></dd></div>`)}
    </dl>
  </details>`;
}
