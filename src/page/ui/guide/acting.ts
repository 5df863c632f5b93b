import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ScenarioName } from '../../../model/control.ts';
import type { Simulator } from '../../client/simulator.ts';
import { guideTexts, type GuideTexts } from '../../i18n/guide.ts';
import { confirmed } from '../confirm.ts';
import type { GlassElement } from '../element.ts';
import { WorldReplacedEvent } from '../events.ts';
import { marked } from '../marked.ts';
import type { GuideCode } from './address.ts';
import { doAll, nameOf, type NatureDeed } from './deeds.ts';
import type { Focusing } from './focusing.ts';
import { lossView } from './keys-view.ts';
import { causeOf, planOf } from './plan.ts';
import { provocations, type Provocation, type ProvocationName } from './provocations.ts';
import type { Repairing } from './repairing.ts';
import type { Seeing } from './seeing.ts';
import { lossOf } from './steps/backups.ts';
import type { Draft, Step } from './steps/step.ts';
import type { World } from './world.ts';

type Host = ReactiveControllerHost &
  Pick<GlassElement, 'language' | 'texts' | 'renderRoot' | 'dispatchEvent'> & {
    readonly page: GuideCode | undefined;
    readonly current: Step['name'] | undefined;
    begin(world: World | undefined): void;
  };

const empty: Draft = { adminPassword: '', kmsPassword: '' };

/** What a person has done by the guidance: asked before something is lost, told of what came of it, and led to where it goes on. */
export class Acting {
  /** Passwords are here and nowhere else: in the page's memory, until it goes. */
  draft: Draft = empty;
  /** What a screen reader is told about what changed by itself. */
  said = '';
  /** The scenario that was loaded here. */
  loaded: ScenarioName | undefined;

  constructor(
    private readonly host: Host,
    private readonly seeing: Seeing,
    private readonly repairing: Repairing,
    private readonly focusing: Focusing,
  ) {}

  private get texts(): GuideTexts {
    return guideTexts[this.host.language];
  }

  change(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
    this.host.requestUpdate();
  }

  say(text: string): void {
    this.said = text.replaceAll('`', '');
    this.host.requestUpdate();
  }

  async take(simulator: Simulator, step: Step): Promise<void> {
    const warnings = this.warningsOf([step]);
    if (warnings.length > 0 && !(await this.asked(this.texts.steps[step.name].title, html`${warnings}`, this.texts.do))) return;
    await this.follow(() => this.repairing.take(simulator, step, this.draft));
  }

  async takeAll(simulator: Simulator): Promise<void> {
    const { world } = this.seeing;
    const { cause } = this.repairing;
    const left = cause && world ? planOf(causeOf(cause), world).filter(({ state }) => state === 'now' || state === 'later') : [];
    const warnings = this.warningsOf(left.map(({ step }) => step));
    if (warnings.length > 0 && !(await this.asked(this.texts.wholeQuestion, html`${warnings}`, this.texts.whole))) return;
    await this.follow(() => this.repairing.takeAll(simulator, this.draft));
  }

  prove(simulator: Simulator): Promise<void> {
    return this.follow(() => this.repairing.prove(simulator));
  }

  async provoke(simulator: Simulator, name: ProvocationName): Promise<void> {
    const { texts, repairing, draft, seeing } = this;
    const { world } = seeing;
    const { asks = [], deeds }: Provocation = provocations[name];
    if (!world || repairing.busy) return;
    if (asks.some((ask) => draft[ask] === '')) {
      this.say(texts.stopped.asks);
      this.focusing.go(`[data-provocation="${name}"] input`);
      return;
    }
    const planned = deeds(world, draft);
    const detail = html`<p>${texts.provokeDetail}</p><ul>${planned.flatMap(nameOf).map((call) => html`<li><code>${call}</code></li>`)}</ul>`;
    if (!(await this.asked(texts.provokeQuestion, detail, texts.provokeYes))) return;
    repairing.begin(undefined);
    seeing.subject = { CustomKeyStoreId: world.store?.CustomKeyStoreId };
    await repairing.provoke(async () => void (await doAll(simulator, planned, repairing.settled)));
    this.host.begin(seeing.world);
    if (!repairing.stop) this.say(texts.provoked);
    this.focusing.go(repairing.stop ? '#stop' : '#here');
  }

  async load(simulator: Simulator, name: ScenarioName): Promise<void> {
    const { texts, repairing, seeing } = this;
    if (!(await this.asked(texts.loadQuestion(name), texts.loadDetail, texts.loadYes))) return;
    repairing.begin(undefined);
    seeing.subject = {};
    this.draft = empty;
    await repairing.provoke(() => simulator.control.loadScenario(name));
    this.host.dispatchEvent(new WorldReplacedEvent());
    await seeing.until();
    this.loaded = repairing.stop ? undefined : name;
    if (this.loaded) this.say(texts.loaded(name));
    this.focusing.go(repairing.stop ? '#stop' : this.host.page ? '#here' : '#loaded');
  }

  async endFault(simulator: Simulator, { fault, target }: Pick<NatureDeed, 'fault' | 'target'>): Promise<void> {
    await doAll(simulator, [{ by: 'nature', fault, target, active: false }]);
    this.say(this.texts.ended(fault));
    this.focusing.go('#faults');
  }

  /** What is lost by these steps. */
  private warningsOf(steps: readonly Step[]): readonly TemplateResult[] {
    const { texts, seeing: { world } } = this;
    return steps.flatMap(({ name }) => {
      const { warning }: { readonly title: string; readonly warning?: string } = texts.steps[name];
      const loss = name === 'restore' && world ? lossOf(world) : undefined;
      return [
        ...(warning === undefined ? [] : [html`<p>${marked(warning)}</p>`]),
        ...(world && loss && loss.keys.length > 0 ? [lossView({ texts, language: this.host.language, world }, loss)] : []),
      ];
    });
  }

  /** Asks before something is lost; one question at a time. */
  private async asked(question: string, detail: Parameters<typeof confirmed>[1]['detail'], yes: string): Promise<boolean> {
    if (this.repairing.busy) return false;
    return confirmed(this.host.renderRoot, { question: question.replaceAll('`', ''), detail, yes, no: this.host.texts.frame.cancel });
  }

  /** The focus goes where the repair has come to: what stopped it, the step that is next, or its end. */
  private async follow(work: () => Promise<void>): Promise<void> {
    const { repairing, texts, focusing, host } = this;
    if (repairing.busy) return;
    await work();
    const { stop, proved } = repairing;
    if (stop?.kind === 'asks') {
      this.say(texts.stopped.asks);
      focusing.go(`[data-step="${stop.place}"] input`);
    } else if (stop) focusing.go('#stop');
    else if (proved) {
      this.say(texts.repaired);
      focusing.go('#repaired');
    } else focusing.go(host.current === undefined ? '#repaired, #title-prove' : `#title-${host.current}`);
  }
}
