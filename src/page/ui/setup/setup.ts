import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { MapView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { mapTexts } from '../../i18n/map.ts';
import { setupTexts } from '../../i18n/setup.ts';
import { code } from '../code.ts';
import { GlassElement } from '../element.ts';
import { ChooseKeyEvent } from '../events.ts';
import { Looking } from '../looking.ts';
import { waitStyle } from '../map/wait-style.ts';
import { refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { SimulatedTime } from '../simulated-time.ts';
import { controls } from '../styles.ts';
import { emptyDraft, type Bench, type Draft, type Signed, type Wrong } from './bench.ts';
import { buildOf, currentStep, standing, statesOf, unfinished, waitOf, type Build, type StepName } from './build.ts';
import { chooser } from './chooser.ts';
import { hasKmsUser } from './dialogue.ts';
import { stepList } from './list.ts';
import { checkedPaste } from './paste.ts';
import { steps } from './steps/all.ts';
import { style } from './style.ts';

/** What a person chose to build: a cluster from nothing. */
const fromNothing = '';

/**
 * `<glass-setup>`: from an empty Region to a first key in a CloudHSM key store, in ten steps, each as click, command line
 * and SDK call. How far it is comes from what the world holds, so a step that was done elsewhere is done here.
 *
 * Attributes and property: those of {@link GlassElement}.
 * Method: `begin(ClusterId?)` goes on with this cluster, or begins one from nothing; `focus()` goes to the step that is next.
 * Events: {@link ChooseKeyEvent} with the key that was created.
 */
export class GlassSetup extends GlassElement {
  static override properties: PropertyDeclarations = {
    draft: { state: true },
    chosen: { state: true },
    busy: { state: true },
    refusal: { state: true },
    wrong: { state: true },
    way: { state: true },
    said: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, code, refusalStyle, waitStyle, style];

  declare private draft: Draft;
  /** The cluster that is built; `fromNothing` where a person wants another one; undefined until there is one. */
  declare private chosen: string | undefined;
  declare private busy: boolean;
  declare private refusal: { readonly step: StepName; readonly refusal: Refusal } | undefined;
  declare private wrong: Wrong;
  /** By which means the steps are shown beside the form. */
  declare private way: string;
  /** What a screen reader is told about what changed by itself. */
  declare private said: string;

  private signed: Signed | undefined;
  /** Of the chosen cluster, as it last said. */
  private kmsuser: boolean | undefined;
  private readonly map = new Looking(this, 'map', undefined, (now) => {
    this.answered(now);
  });
  private readonly network = new Looking(this, 'network');
  private readonly time = new SimulatedTime(this);
  private shown: StepName | undefined;
  private heard: (() => void)[] = [];
  private wantsFocus = false;
  /** Clusters that were there when one was begun from nothing: another one is the one that was meant. */
  private known: ReadonlySet<string> | undefined;

  constructor() {
    super();
    this.draft = emptyDraft;
    this.busy = false;
    this.wrong = {};
    this.way = '';
    this.said = '';
  }

  /** Goes on with this cluster, or begins one from nothing. */
  begin(ClusterId: string = fromNothing): void {
    this.known = this.map.answer && new Set(this.map.answer.clusters.map((one) => one.ClusterId));
    this.follow(ClusterId);
    this.focus();
  }

  /** Into the step that is next, as soon as it is known. */
  override focus(): void {
    this.wantsFocus = true;
    this.requestUpdate();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.chosen = this.shown = undefined;
    this.forget();
    this.map.ask(simulator);
    this.network.ask(simulator);
    // A form is there to be sent.
    simulator?.prepare();
  }

  private forget(): void {
    this.draft = emptyDraft;
    this.signed = this.kmsuser = this.refusal = undefined;
    this.wrong = {};
  }

  private readonly follow = (ClusterId: string): void => {
    if (ClusterId === this.chosen) return;
    // What was typed for CreateCluster is not asked for again; passwords and certificates are another cluster's.
    if (this.chosen) this.forget();
    this.chosen = ClusterId;
    this.kmsuser = undefined;
    this.askUsers();
  };

  private answered(map: MapView): void {
    this.time.set(map.now);
    if (this.chosen && !standing(map, this.chosen) && !this.busy) {
      this.forget();
      this.chosen = undefined;
    }
    if (this.chosen === fromNothing) {
      this.known ??= new Set(map.clusters.map((one) => one.ClusterId));
      const meant = unfinished(map).find(({ ClusterId }) => !this.known?.has(ClusterId));
      if (meant) this.chosen = meant.ClusterId;
    }
    // Where nothing is chosen, the newest one; and it stays the chosen one when it is done.
    this.chosen ??= unfinished(map)[0]?.ClusterId;
    const csr = map.clusters.find(({ ClusterId }) => ClusterId === this.chosen)?.Certificates.ClusterCsr;
    if (csr !== undefined && this.signed?.csr !== csr) this.signed = undefined;
    this.askUsers();
    for (const hear of this.heard.splice(0)) hear();
  }

  /** Nothing but the cluster itself knows its users. */
  private askUsers(): void {
    const { simulator, chosen } = this;
    const cluster = this.map.answer?.clusters.find(({ ClusterId }) => ClusterId === chosen);
    if (!simulator || !cluster || cluster.State !== 'ACTIVE' || this.kmsuser || !cluster.hsms.some(({ State }) => State === 'ACTIVE')) return;
    hasKmsUser(simulator, cluster.ClusterId).then(
      (known) => {
        if (chosen !== this.chosen || simulator !== this.simulator) return;
        this.kmsuser = known;
        this.requestUpdate();
      },
      () => undefined, // A simulator that has stopped says so in the look.
    );
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { answer } = this.map;
    if (!answer) return;
    const build = this.build(answer);
    const states = statesOf(build);
    const current = currentStep(states);
    this.time.run(current !== undefined && waitOf(build, current) !== undefined);
    this.tell(current);
  }

  /** Says which step is next when another one is, and takes the focus along where it stood in the one before. */
  private tell(current: StepName | undefined): void {
    const place = current ?? 'finished';
    const here = this.shadowRoot?.activeElement?.closest('[data-step]');
    const left = this.shown !== undefined && this.shown !== current && here?.getAttribute('data-step') === this.shown;
    if (this.shown !== current && this.shown !== undefined) {
      const texts = setupTexts[this.language];
      this.said = current === undefined ? texts.finishedTitle : texts.next(texts.steps[current].title);
    }
    this.shown = current;
    if (!this.wantsFocus && !left) return;
    const title = this.renderRoot.querySelector<HTMLElement>(`#title-${place}`);
    // Until the networks are known, too, there is no step to see.
    this.wantsFocus = !title;
    title?.focus();
  }

  private build(map: MapView): Build {
    return buildOf(map, this.chosen, { kmsuser: this.kmsuser, signed: this.signed !== undefined });
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = setupTexts[this.language];
    const failure = this.map.failure ?? this.network.failure;
    if (failure !== undefined) return html`<p class="bad" role="alert" lang="en">${failure}</p>`;
    const { answer: map } = this.map;
    if (!map || !this.network.answer) return html`<p class="waiting" role="status">${texts.loading}</p>`;
    const bench = this.bench(simulator, map);
    const { build } = bench;
    const current = currentStep(statesOf(build));
    const scene = { texts: mapTexts[this.language], language: this.language, now: this.time.now };
    return html`<p class="intro">${texts.intro}</p>
      ${chooser(texts, unfinished(map), build, this.begin.bind(this))}
      ${stepList(bench, scene, {
        ours: this.texts.frame.ourWording,
        refusal: this.refusal,
        way: this.way,
        chooseWay: (name) => {
          this.way = name;
        },
        press: (event) => {
          event.preventDefault();
          if (current) void this.run(current, (busy) => steps[current].act(this.bench(busy, map), busy));
        },
      })}
      ${current === undefined && !this.busy // The key may be there and its alias still be asked for.
        ? html`<section class="finished" data-step="finished" aria-labelledby="title-finished">
            <h3 id="title-finished" tabindex="-1">${texts.finishedTitle}</h3>
            <p>${texts.finished}</p>
            <button type="button" @click=${() => {
              this.begin();
            }}>${texts.another}</button>
          </section>`
        : nothing}
      <p class="hidden" role="status">${this.said}</p>`;
  }

  private bench(simulator: Simulator, map: MapView): Bench {
    const { language, draft, signed, wrong, busy, theme, follow } = this;
    const current = currentStep(statesOf(this.build(map)));
    return {
      texts: setupTexts[language],
      language,
      region: simulator.region,
      map,
      vpcs: this.network.answer ?? [],
      build: this.build(map),
      draft,
      signed,
      wrong,
      busy,
      theme,
      follow,
      change: (part) => {
        this.draft = { ...this.draft, ...part };
      },
      sign: (by) => {
        this.signed = by;
        this.refusal = undefined;
        this.requestUpdate();
      },
      takePasted: () => void this.takePasted(simulator, map),
      attempt: (work) => {
        if (current) void this.run(current, work);
      },
      created: (KeyId) => this.dispatchEvent(new ChooseKeyEvent(KeyId)),
    };
  }

  private async takePasted(simulator: Simulator, map: MapView): Promise<void> {
    const { draft, chosen } = this;
    const csr = map.clusters.find(({ ClusterId }) => ClusterId === chosen)?.Certificates.ClusterCsr ?? '';
    await this.run('sign', async () => {
      this.wrong = await checkedPaste(simulator, draft);
      if (Object.keys(this.wrong).length === 0) this.signed = { csr, SignedCert: draft.pastedCert, TrustAnchor: draft.pastedAnchor };
    });
  }

  /** One at a time; what failed is where the focus goes, else into the step that is next. */
  private async run(step: StepName, work: (simulator: Simulator) => Promise<void>): Promise<void> {
    const { simulator } = this;
    if (this.busy || !simulator) return;
    this.busy = true;
    this.refusal = undefined;
    this.wrong = {};
    try {
      await work(simulator);
      // Until the world is seen as it now is, the step would look as if it were still to be done.
      const seen = new Promise<void>((resolve) => this.heard.push(resolve));
      this.map.look();
      await seen;
    } catch (error) {
      this.refusal = { step, refusal: refusalOf(error) };
    }
    this.busy = false;
    const failed = this.refusal ? '#refusal' : Object.keys(this.wrong).length > 0 ? '[aria-invalid="true"]' : undefined;
    if (failed === undefined) this.wantsFocus = true;
    else {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(failed)?.focus();
    }
  }
}

if (!customElements.get('glass-setup')) customElements.define('glass-setup', GlassSetup);

declare global {
  interface HTMLElementTagNameMap {
    'glass-setup': GlassSetup;
  }
}
