import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { WorldSummary } from '../../../model/control.ts';
import type { Simulator } from '../../client/simulator.ts';
import { carryTexts, type CarryTexts } from '../../i18n/carry.ts';
import { missingMaterialTexts } from '../../i18n/missing-material.ts';
import { dialogStyles } from '../confirm.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { WorldReplacedEvent } from '../events.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';
import { linkOf, longestLink } from './link.ts';
import { style } from './style.ts';
import { summaryView } from './summary.ts';

/** As the simulator's own limit, before the file is read. */
const largestFile = 64 * 1024 * 1024;

/** A file that a person has chosen, and what it would replace. */
interface Chosen {
  readonly text: string;
  readonly inFile: WorldSummary;
  readonly inWorld: WorldSummary;
}

/**
 * `<glass-take-along>`: a window to save the world as a file or a link, to open such a file in its place, and to make new material for
 * the keys that arrived without.
 *
 * Attributes and property: those of {@link GlassElement}. Method: `show()` opens the window.
 *
 * @fires glass-world-replaced ({@link WorldReplacedEvent}) when a file was opened
 */
export class GlassTakeAlong extends GlassElement {
  static override properties: PropertyDeclarations = {
    busy: { state: true },
    link: { state: true },
    chosen: { state: true },
    missing: { state: true },
    said: { state: true },
    problem: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, dialogStyles, style];

  declare private busy: boolean;
  declare private link: string | undefined;
  declare private chosen: Chosen | undefined;
  declare private missing: number;
  /** What came of the last button. */
  declare private said: string;
  /** Why nothing did: the simulator's words, or ours. */
  declare private problem: { readonly lang: string; readonly text: string } | undefined;
  private wantsFocus: string | undefined;

  constructor() {
    super();
    this.busy = false;
    this.missing = 0;
    this.said = '';
  }

  private get ownTexts(): CarryTexts {
    return carryTexts[this.language];
  }

  /** Opens the window. What is missing is counted when it is. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.forget();
    this.renderRoot.querySelector('dialog')?.showModal();
    await this.work(() => this.count());
  }

  protected override simulatorChanged(): void {
    this.forget();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // While it works, fields cannot have the focus.
    const place = this.busy || this.wantsFocus === undefined ? null : this.renderRoot.querySelector<HTMLElement>(this.wantsFocus);
    if (!place) return;
    this.wantsFocus = undefined;
    place.focus();
  }

  protected override waiting(): TemplateResult {
    return html``;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { ownTexts: texts, busy, said, problem } = this;
    return html`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">${texts.title}</h2>
        <button type="button" class="plain" @click=${this.close}>${texts.close}</button>
      </div>
      <div class="about"><p>${texts.intro}</p><p class="small quiet">${texts.passwords}</p></div>
      ${this.materialView(simulator)}
      <section aria-labelledby="file-title">
        <h3 id="file-title">${texts.file}</h3>
        <button type="button" class="primary" aria-disabled=${String(busy)} @click=${() => void this.save(simulator)}>${texts.save}</button>
      </section>
      <section aria-labelledby="link-title">
        <h3 id="link-title">${texts.link}</h3>
        <p class="small quiet">${marked(texts.linkHint)}</p>
        ${this.linkView(simulator)}
      </section>
      <section aria-labelledby="import-title">
        <h3 id="import-title">${texts.import}</h3>
        ${this.importView(simulator)}
      </section>
      <p class="said" role="status">${busy ? texts.busy : said}</p>
      <p class="bad" role="alert">${problem ? html`${texts.failed} <span lang=${problem.lang}>${problem.text}</span>` : nothing}</p>
    </dialog>`;
  }

  private materialView(simulator: Simulator): TemplateResult | typeof nothing {
    const { ownTexts: texts, missing, busy } = this;
    if (missing === 0) return nothing;
    return html`<section class="missing" aria-labelledby="missing-title">
      <h3 id="missing-title">${texts.missing(missing)}</h3>
      <p class="small">${marked(missingMaterialTexts[this.language].missingHint)}</p>
      <button type="button" id="make" class="primary" aria-disabled=${String(busy)} @click=${() => void this.make(simulator)}>${texts.makeAll}</button>
    </section>`;
  }

  private linkView(simulator: Simulator): TemplateResult {
    const { ownTexts: texts, link, busy, theme } = this;
    if (link === undefined)
      return html`<button type="button" aria-disabled=${String(busy)} @click=${() => void this.makeLink(simulator)}>${texts.makeLink}</button>`;
    return html`<div class="link">
      <input id="link" readonly aria-label=${texts.linkField} .value=${link} @focus=${(event: Event) => {
        (event.target as HTMLInputElement).select();
      }} />
      <glass-copy what=${texts.linkField} .text=${link} .words=${texts.copy} theme=${theme ?? nothing}></glass-copy>
    </div>`;
  }

  private importView(simulator: Simulator): TemplateResult {
    const { ownTexts: texts, chosen, busy, language } = this;
    if (!chosen)
      return html`<label for="file">${texts.chooseFile}</label>
        <input type="file" id="file" accept=".json,application/json" ?disabled=${busy} @change=${(event: Event) =>
          void this.choose(simulator, event.target as HTMLInputElement)} />`;
    return html`<div class="chosen">
      <h4 id="in-file" tabindex="-1">${texts.inFile}</h4>
      ${summaryView(language, chosen.inFile)}
      <h4>${texts.inWorld}</h4>
      ${summaryView(language, chosen.inWorld)}
      <p class="small">${texts.replaceHint}</p>
      <p class="answers">
        <button type="button" @click=${this.decline}>${texts.cancel}</button>
        <button type="button" class="danger" aria-disabled=${String(busy)} @click=${() => void this.replace(simulator, chosen)}>${texts.replace}</button>
      </p>
    </div>`;
  }

  private save({ control }: Simulator): Promise<void> {
    return this.work(async () => {
      const [text, now] = [await control.exportWorld(), await control.now()];
      const name = `glass-hsm-${now.toISOString().slice(0, 10)}.json`;
      const anchor = document.createElement('a');
      anchor.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      anchor.download = name;
      anchor.click();
      URL.revokeObjectURL(anchor.href);
      this.said = this.ownTexts.saved(name);
    });
  }

  private makeLink({ control }: Simulator): Promise<void> {
    return this.work(async () => {
      const hash = await linkOf(await control.exportWorld());
      if (hash === undefined) return this.refuse(this.ownTexts.linkTooLarge(longestLink));
      // Whoever opens it reads it in their own language.
      const address = new URL(location.href);
      Object.assign(address, { search: '', hash });
      this.link = address.href;
      this.wantsFocus = '#link';
    });
  }

  private choose({ control }: Simulator, field: HTMLInputElement): Promise<void> {
    return this.work(async () => {
      const [file] = field.files ?? [];
      if (!file) return;
      try {
        if (file.size > largestFile) return this.refuse(this.ownTexts.fileTooLarge);
        const text = await file.text();
        const inFile = await control.inspectWorld(text);
        this.chosen = { text, inFile, inWorld: await control.inspectWorld(await control.exportWorld()) };
        this.wantsFocus = '#in-file';
      } finally {
        // The same file can be chosen again.
        field.value = '';
      }
    });
  }

  private replace({ control }: Simulator, { text }: Chosen): Promise<void> {
    return this.work(async () => {
      await control.importWorld(text);
      await this.count();
      this.chosen = this.link = undefined;
      this.said = this.ownTexts.imported;
      this.dispatchEvent(new WorldReplacedEvent());
      this.wantsFocus = '#make, #file';
    });
  }

  private make({ control }: Simulator): Promise<void> {
    return this.work(async () => {
      this.said = missingMaterialTexts[this.language].made(await control.makeMaterial());
      await this.count();
      this.wantsFocus = '#file';
    });
  }

  private async count(): Promise<void> {
    this.missing = (await this.simulator?.control.missingMaterial()) ?? 0;
  }

  /** One thing at a time; what a window of long ago would say is not kept. */
  private async work(what: () => Promise<void>): Promise<void> {
    const { simulator } = this;
    if (this.busy || !simulator) return;
    this.busy = true;
    this.said = '';
    this.problem = undefined;
    try {
      await what();
    } catch (error) {
      this.problem = { lang: 'en', text: error instanceof Error ? error.message : String(error) };
    }
    this.busy = false;
  }

  private refuse(text: string): void {
    this.problem = { lang: this.language, text };
  }

  private readonly decline = (): void => {
    this.chosen = undefined;
    this.wantsFocus = '#file';
  };

  private readonly close = (): void => {
    this.renderRoot.querySelector('dialog')?.close();
  };

  private forget(): void {
    this.link = this.chosen = this.problem = undefined;
    this.said = '';
  }
}

if (!customElements.get('glass-take-along')) customElements.define('glass-take-along', GlassTakeAlong);

declare global {
  interface HTMLElementTagNameMap {
    'glass-take-along': GlassTakeAlong;
  }
}
