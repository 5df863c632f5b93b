import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { errorCode } from '../error-link.ts';
import { checkIcon } from '../icons.ts';
import { waitBar } from '../map/parts.ts';
import { marked } from '../marked.ts';
import { refusalBox } from '../refusal.ts';
import { waysView } from '../setup/ways.ts';
import { waysOfDeeds } from './deeds.ts';
import { askFields } from './fields.ts';
import { lossView } from './keys-view.ts';
import { isFinished, type Planned } from './plan.ts';
import type { Place, Stop } from './repairing.ts';
import type { Scene } from './scene.ts';
import { backupFor, lossOf } from './steps/backups.ts';
import { proof } from './steps/keys.ts';
import type { Step } from './steps/step.ts';

/** The steps of a repair, numbered: what is done, what is next with its call, and what comes later. */
export function stepsView(scene: Scene, plan: readonly Planned[], provable: boolean): TemplateResult {
  return html`<ol class="steps">
    ${repeat(
      plan,
      ({ step }) => step.name,
      (planned, i) => stepView(scene, planned, i),
    )}
    ${provable ? proofStep(scene, plan.length, isFinished(plan)) : nothing}
  </ol>`;
}

function stepView(scene: Scene, { step, state }: Planned, i: number): TemplateResult {
  const { texts } = scene;
  const isOpen = state === 'now' || state === 'waiting';
  return html`<li class="step" data-state=${state} data-step=${step.name} aria-current=${isOpen ? 'step' : nothing}>
    <span class="number" aria-hidden="true">${state === 'done' ? checkIcon : i + 1}</span>
    <div class="what">
      <h4 id="title-${step.name}" tabindex="-1">${marked(texts.steps[step.name].title)}<span class="hidden"> · ${texts.states[state]}</span></h4>
      ${state === 'unneeded' ? html`<p class="quiet small">${texts.unneeded}</p>` : nothing}
      ${isOpen ? openStep(scene, step, state === 'waiting') : nothing}
      ${stopView(scene, step.name)}
    </div>
  </li>`;
}

/** The step that is next, or under way: why, what one will see, and what there is to do. */
function openStep(scene: Scene, step: Step, isWaiting: boolean): TemplateResult {
  const { texts, mapTexts, language, now, world, repairing } = scene;
  const loss = step.name === 'restore' && !isWaiting ? lossOf(world) : undefined;
  return html`<p>${marked(texts.steps[step.name].why)}</p>
    ${loss ? lossView(scene, loss) : nothing}
    ${seenView(scene, repairing.seenOf(step, world, isWaiting))}
    ${isWaiting ? waitBar({ texts: mapTexts, language, now }, step.waits?.(world)) : html`${form(scene, step)} ${step.instead ? instead(scene, step.instead) : nothing}`}`;
}

function form(scene: Scene, step: Step): TemplateResult {
  const { texts, world, theme, language } = scene;
  const deeds = step.deeds(world, scene.draft);
  if (deeds.length === 0) return html`<p class="quiet">${step.name === 'restore' && !backupFor(world) ? texts.noBackup : texts.blocked}</p>`;
  const isTyped = deeds.some(({ by }) => by === 'cloudhsm-cli');
  return html`<div class="sides">
    ${stepForm(scene, step)}
    <div>
      ${waysView({ texts, theme, language }, waysOfDeeds(world.region, deeds), scene.way, scene.chooseWay)}
      ${isTyped && scene.terminal !== undefined ? html`<p class="small"><a href=${scene.terminal}>${texts.terminal}</a></p>` : nothing}
    </div>
  </div>`;
}

/** What a step asks for, and its button. */
const stepForm = (scene: Scene, step: Step): TemplateResult =>
  buttonForm(scene, step.name, askFields(scene, step.asks ?? [], step.name), scene.texts.do, () => {
    scene.take(step);
  });

/** For who lacks what the step asks for: folded, as most will not. */
const instead = (scene: Scene, step: Step): TemplateResult =>
  html`<details class="own" data-step=${step.name}>
    <summary id="title-${step.name}">${marked(scene.texts.steps[step.name].title)}</summary>
    <p class="small">${marked(scene.texts.steps[step.name].why)}</p>
    ${form(scene, step)} ${stopView(scene, step.name)}
  </details>`;

function buttonForm({ texts, repairing }: Scene, of: Place, fields: readonly TemplateResult[], label: string, press: () => void): TemplateResult {
  return html`<form aria-labelledby="title-${of}" novalidate>
    ${fields}
    <p>
      <button
        class="primary"
        aria-disabled=${String(repairing.busy)}
        @click=${(event: Event): void => {
          event.preventDefault();
          press();
        }}
      >
        ${repairing.busy ? texts.doing : label}
      </button>
    </p>
  </form>`;
}

/** The last step of every repair: it works again. */
function proofStep(scene: Scene, i: number, finished: boolean): TemplateResult {
  const { texts, repairing, world, theme, language } = scene;
  const deeds = proof(world);
  const state = repairing.proved ? 'done' : finished ? 'now' : 'later';
  const open = state === 'now';
  return html`<li class="step" data-state=${state} data-step="prove" aria-current=${open ? 'step' : nothing}>
    <span class="number" aria-hidden="true">${state === 'done' ? checkIcon : i + 1}</span>
    <div class="what">
      <h4 id="title-prove" tabindex="-1">${texts.proveTitle}<span class="hidden"> · ${texts.states[state]}</span></h4>
      ${open
        ? html`<p>${texts.proveWhy}</p>
            <div class="sides">
              ${buttonForm(scene, 'prove', [], texts.prove, scene.prove)}
              ${waysView({ texts, theme, language }, waysOfDeeds(world.region, deeds), scene.way, scene.chooseWay)}
            </div>`
        : nothing}
      ${stopView(scene, 'prove')}
    </div>
  </li>`;
}

/** What one will see change: before, and after. */
function seenView({ texts }: Scene, { what, from, to }: ReturnType<Scene['repairing']['seenOf']>): TemplateResult {
  const seen: Readonly<Record<string, string>> = texts.seen;
  const name = seen[what];
  const value = (word: string): TemplateResult => (seen[word] === undefined ? html`<code>${word}</code>` : html`${seen[word]}`);
  return html`<dl class="seen small">
    <div><dt>${name === undefined ? html`<code>${what}</code>` : marked(name)}</dt></div>
    ${from === undefined ? nothing : html`<div><dt class="quiet">${texts.before}</dt><dd>${value(from)}</dd></div>`}
    <div><dt class="quiet">${texts.after}</dt><dd>${value(to)}</dd></div>
  </dl>`;
}

/** Why it went no further here. */
export function stopView(scene: Scene, place: Place): TemplateResult | typeof nothing {
  const { texts, repairing, ours } = scene;
  const { stop } = repairing;
  if (stop?.place !== place) return nothing;
  if (stop.kind === 'refused') return refusalBox('stop', stop.refusal, { title: texts.refused, silent: texts.silent, ours, meaning: meaningOf(scene, stop) });
  return html`<div class="stop" id="stop" tabindex="-1" data-stop=${stop.kind}>
    <p>${stop.kind === 'asks' ? texts.stopped.asks : unchanged(scene, place)}</p>
  </div>`;
}

function unchanged({ texts, world }: Scene, place: Place): unknown {
  const code = world.store?.ConnectionErrorCode;
  if (code !== undefined) return html`${marked(texts.stopped.failed)} ${errorCode(code)}`;
  return place === 'tellPassword' ? marked(texts.stopped.otherPassword) : texts.stopped.unchanged;
}

/** CloudHSM CLI does not say whose password was wrong. */
const meaningOf = ({ texts }: Scene, { place, refusal }: Extract<Stop, { kind: 'refused' }>): string | undefined =>
  /^Login failed: .*password is wrong/.test(refusal.message) ? texts.wrongPassword[place === 'logOut' ? 'kmsuser' : 'admin'] : undefined;
