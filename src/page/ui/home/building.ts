import { html, type TemplateResult } from 'lit';
import type { MapView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import type { PlaygroundTexts } from '../../i18n/playground.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { toBuild } from '../setup/build.ts';
import type { GlassElement } from '../element.ts';

/**
 * The place where clusters are built: open where there is something to build, else a closed disclosure. Its element is loaded
 * when it is first open, and keeps its state while the page is open.
 */
export class Building {
  /** Undefined until it is known what there is. */
  private open: boolean | undefined;
  /** A person has closed it: it opens by itself no more. */
  private shut = false;
  /** Whether there is something to build; names the disclosure. */
  private needed = false;
  private loaded = false;
  private loading: Promise<void> | undefined;
  private failure: Refusal | undefined;

  constructor(private readonly host: GlassElement) {}

  /** Another world, or another Region of it. */
  anew(): void {
    this.open = undefined;
    this.shut = false;
  }

  answered(map: MapView): void {
    this.needed = toBuild(map);
    if (this.needed && !this.shut) this.open = true;
    this.open ??= false;
    if (this.open) void this.load();
  }

  /** Opens it, and goes to the step that is next: of this cluster, or of one from nothing. */
  async begin(ClusterId: string | undefined): Promise<void> {
    this.open = true;
    this.shut = false;
    await this.load();
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector('glass-setup')?.begin(ClusterId);
  }

  view(simulator: Simulator, texts: PlaygroundTexts['playground']): TemplateResult {
    const { host, open = false, needed, loaded, failure } = this;
    return html`<details class="build" .open=${open} @toggle=${this.toggled}>
      <summary><h2>${needed ? texts.build : texts.buildAnother}</h2></summary>
      ${loaded
        ? html`<glass-setup .simulator=${simulator} .theme=${host.theme} lang=${host.language}></glass-setup>`
        : failure
          ? html`<p class="bad" role="alert" lang="en">${failure.message}</p>`
          : html`<p class="quiet" role="status">${texts.buildLoading}</p>`}
    </details>`;
  }

  private readonly toggled = (event: Event): void => {
    const { open } = event.target as HTMLDetailsElement;
    if (open === this.open) return;
    this.open = open;
    this.shut = !open;
    if (open) void this.load();
    this.host.requestUpdate();
  };

  /** Whoever wants to go there waits for the one load. What failed is tried again when it is opened again. */
  private load(): Promise<void> {
    this.loading ??= import('../setup/setup.ts').then(
      () => {
        this.loaded = true;
        this.failure = undefined;
        this.host.requestUpdate();
      },
      (error: unknown) => {
        this.loading = undefined;
        this.failure = refusalOf(error);
        this.host.requestUpdate();
      },
    );
    return this.loading;
  }
}
