import { html, nothing, type TemplateResult } from 'lit';
import { errorCode } from '../error-link.ts';
import { checkIcon } from '../icons.ts';
import { stateMark } from '../map/parts.ts';
import { marked } from '../marked.ts';
import { guideCodes, isGuideCode, type GuideCode } from './address.ts';
import type { CauseName } from './causes.ts';
import { keyNames } from './keys-view.ts';
import { causeOf, causesNow, othersBeside } from './plan.ts';
import { pages, type Page } from './pages.ts';
import { isRepaired, shownCause, type Scene } from './scene.ts';

/** What holds in the world that is open: which of the causes it is, and what else is wrong. */
export function hereView(scene: Scene, page: Page): TemplateResult {
  const { texts, world } = scene;
  const { store } = world;
  const holding = causesNow(page, world);
  const cause = shownCause(scene, holding);
  return html`<section class="card here" aria-labelledby="here">
    <h3 id="here" tabindex="-1">${texts.here}</h3>
    ${storeChoice(scene)}
    ${store
      ? html`<p class="is"><span>${store.CustomKeyStoreName}</span> ${stateMark(store.ConnectionState)}
          ${store.ConnectionErrorCode ? html`<b class="bad">${errorCode(store.ConnectionErrorCode)}</b>` : nothing}</p>`
      : scene.repairing.cause === undefined
        ? html`<p>${texts.noStore}</p>`
        : nothing}
    ${store && othersBeside(world, undefined).length === 0 ? html`<p class="good with-icon">${checkIcon}${texts.allWell}</p>` : nothing}
    ${scene.repairing.under === 'happen'
      ? html`<p class="quiet">${texts.provoking}</p>`
      : html`${page.causes.length > 0 && store ? verdict(scene, page, holding, cause) : nothing} ${listed(scene, page)}
        ${store ? others(scene, page, cause) : nothing}`}
  </section>`;
}

function verdict(scene: Scene, page: Page, all: readonly CauseName[], cause: CauseName | undefined): TemplateResult {
  const { texts } = scene;
  const holding = all.filter((name) => name === cause || !partOfRepair(cause).includes(name));
  const isGone = cause !== undefined && !holding.includes(cause);
  const nothingHolds = isGone ? (isRepaired(scene, cause) ? nothing : html`<p>${texts.gone}</p>`) : html`<p>${texts.holdsNot}</p>`;
  if (page.causes.length > 1)
    return html`${holding.length > 0 ? html`<p>${texts.holdsAmong}</p>${causeList(scene, holding, true)}` : nothingHolds}
      <details>
        <summary>${holding.length > 0 ? texts.couldBeElse : texts.couldBe}</summary>
        ${causeList(scene, page.causes.filter((name) => !holding.includes(name)), false)}
      </details>`;
  const [only] = page.causes;
  if (only === undefined) return html``;
  const { is, tell } = texts.causeTexts[only];
  return html`${holding.includes(only) ? html`<p>${texts.holds} <strong>${marked(is)}</strong></p>${keysOf(scene, only)}` : nothingHolds}
    <p class="small quiet">${texts.look} ${marked(tell)}</p>`;
}

/** A repair disconnects and connects: that is no other trouble. */
const partOfRepair = (cause: CauseName | undefined): readonly CauseName[] => (cause === undefined ? [] : ['disconnected', 'moving']);

/** Several things can be behind the code: which it is, what else it could be, and how one would tell at AWS. */
const causeList = (scene: Scene, names: readonly CauseName[], holds: boolean): TemplateResult =>
  html`<ul class="causes">
    ${names.map((name) => {
      const { texts } = scene;
      const { is, tell } = texts.causeTexts[name];
      return html`<li class=${holds ? 'holds' : ''} data-cause=${name}>
        <span class=${holds ? 'bad' : 'quiet'} aria-hidden="true">${holds ? '✕' : '–'}</span>
        <div>
          <p class=${holds ? '' : 'quiet'}>${marked(is)} <span class="hidden">(${holds ? texts.yes : texts.no})</span></p>
          ${holds ? keysOf(scene, name) : nothing}
          <p class="small quiet">${texts.look} ${marked(tell)}</p>
        </div>
      </li>`;
    })}
  </ul>`;

/** The KMS keys that a cause is about. */
function keysOf(scene: Scene, name: CauseName): TemplateResult | typeof nothing {
  const ids = causeOf(name).keys?.(scene.world) ?? [];
  return ids.length === 0 ? nothing : keyNames(scene, ids);
}

/** What else is wrong with the store: each with the page that it is repaired on. */
function others({ texts, world }: Scene, page: Page, cause: CauseName | undefined): TemplateResult | typeof nothing {
  const rest = othersBeside(world, cause).filter((name) => !page.causes.includes(name) && !partOfRepair(cause).includes(name));
  if (rest.length === 0) return nothing;
  return html`<p>${texts.otherTrouble}</p>
    <ul class="others">
      ${rest.map((name) => html`<li>${marked(texts.causeTexts[name].is)} ${errorCode(pageOf(name))}</li>`)}
    </ul>`;
}

/** The page that is about a cause alone, else the first that knows it. */
const pageOf = (name: CauseName): GuideCode =>
  isGuideCode(name) ? name : (guideCodes.find((code) => pages[code].causes[0] === name) ?? guideCodes.find((code) => pages[code].causes.includes(name)) ?? 'KMSInvalidStateException');

/** Where there are several stores, one is chosen. */
function storeChoice({ texts, world, chooseStore }: Scene): TemplateResult | typeof nothing {
  const { keyStores } = world.map;
  if (keyStores.length < 2) return nothing;
  return html`<div class="field choice">
    <label for="store">${texts.store}</label>
    <select
      id="store"
      @change=${(event: Event): void => {
        chooseStore((event.target as HTMLSelectElement).value);
      }}
    >
      ${keyStores.map(
        ({ CustomKeyStoreId, CustomKeyStoreName, ConnectionState }) =>
          html`<option value=${CustomKeyStoreId} .selected=${CustomKeyStoreId === world.store?.CustomKeyStoreId}>${CustomKeyStoreName} · ${ConnectionState}</option>`,
      )}
    </select>
  </div>`;
}

/** Key stores or clusters, where knowing them is what helps. */
function listed({ texts, world }: Scene, { lists }: Page): TemplateResult | typeof nothing {
  const { keyStores } = world.map;
  if (lists === 'stores')
    return html`<p class="small quiet">${texts.stores}</p>
      <ul class="listed">
        ${keyStores.map((store) => html`<li>${store.CustomKeyStoreName} <code>${store.CustomKeyStoreId}</code> ${stateMark(store.ConnectionState)}</li>`)}
        ${keyStores.length === 0 ? html`<li>${texts.none}</li>` : nothing}
      </ul>`;
  if (lists === undefined) return nothing;
  return html`<p class="small quiet">${texts.clusters}</p>
    <ul class="listed">
      ${world.clusters.map(({ ClusterId, State }) => {
        const user = keyStores.find(({ CloudHsmClusterId }) => CloudHsmClusterId === ClusterId);
        return html`<li><code>${ClusterId}</code> ${stateMark(State)} <span class="quiet">${user ? marked(texts.usedBy(user.CustomKeyStoreName)) : texts.unused}</span></li>`;
      })}
      ${world.clusters.length === 0 ? html`<li>${texts.none}</li>` : nothing}
    </ul>`;
}
