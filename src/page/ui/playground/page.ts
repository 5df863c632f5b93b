import { html, nothing, svg, type TemplateResult } from 'lit';
import { languages } from '../../i18n/languages.ts';
import type { App } from './app.ts';
import { callsSection } from './calls.ts';
import { clusterCard } from './cluster.ts';
import { confirmed } from './dialog.ts';
import { exchangesSection } from './exchanges.ts';
import { keyStoreCard } from './key-store.ts';
import { outcomeOf } from './parts.ts';

const logo = svg`<svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" fill="none" stroke="currentColor"
  stroke-width="1.6" stroke-linejoin="round"><path d="M12 2.5 20.2 7.2v9.6L12 21.5 3.8 16.8V7.2Z" /><circle cx="12" cy="10.2" r="2.3" /><path
  d="M12 12.5v4.2M12 14.7h2" stroke-linecap="round" /></svg>`;

/** The whole page, as the app is now. */
export function page(app: App): TemplateResult {
  return html`${header(app)}
    <main>
      <p class="simulated">${app.texts.simulated}</p>
      ${content(app)}
    </main>
    <p class="hidden" role="status">${app.announcement}</p>`;
}

function header(app: App): TemplateResult {
  const { texts, actions } = app;
  const reset = async (): Promise<void> => {
    const question = { question: texts.resetQuestion, detail: texts.resetDetail, yes: texts.reset, no: texts.cancel };
    if (await confirmed(question)) actions?.reset();
  };
  return html`<header>
    <div class="brand">${logo}<h1>GlassHSM</h1></div>
    <p class="tagline">${texts.tagline}</p>
    <div class="tools">
      <nav aria-label=${texts.language}>
        ${Object.entries(languages).map(
          ([tag, { name }]) =>
            html`<a href="?lang=${tag}" lang=${tag} hreflang=${tag} aria-current=${tag === app.language ? 'true' : nothing}>${name}</a>`,
        )}
      </nav>
      <button type="button" class="plain" ?disabled=${!actions} @click=${reset}>${texts.reset}</button>
      ${outcomeOf(app, 'reset')}
    </div>
  </header>`;
}

function content(app: App): TemplateResult {
  const { texts, failure, world, simulator } = app;
  if (failure)
    return html`<section class="card failure" role="alert">
      <h2>${failure.title}</h2>
      <p lang=${failure.language}>${failure.message}</p>
      <button type="button" class="primary plain" @click=${() => {
        location.reload();
      }}>${texts.reload}</button>
    </section>`;
  if (!world || !simulator) return html`<p class="starting" role="status">${texts.starting}</p>`;
  const { storage } = simulator;
  return html`${storage.storage === 'memory'
      ? html`<p class="notice"><b>${texts.memory}.</b> <span lang="en">${storage.reason}</span></p>`
      : nothing}
    <div class="world">
      ${world.keyStores.length > 0
        ? world.keyStores.map((store) => keyStoreCard(app, store))
        : html`<p class="card quiet">${texts.noKeyStore}</p>`}
      ${world.clusters.length > 0
        ? world.clusters.map((cluster) => clusterCard(app, cluster))
        : html`<p class="card quiet">${texts.noCluster}</p>`}
    </div>
    <div class="work">${callsSection(app)} ${exchangesSection(app)}</div>`;
}
