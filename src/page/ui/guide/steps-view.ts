import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { errorCode } from '../error-link.ts';
import { checkIcon } from '../icons.ts';
import { waitBar } from '../map/parts.ts';
import { marked } from '../marked.ts';
import { refusalBox } from '../refusal.ts';
import { waysView } from '../setup/ways.ts';
import { waysOfDeeds, type Deed } from './deeds.ts';
import { askFields } from './fields.ts';
import type { Planned } from './plan.ts';
import type { Place } from './repairing.ts';
import type { Scene } from './scene.ts';
import type { Ask, Seen, StepName } from './steps/step.ts';
import { proof } from './steps/keys.ts';

/** The steps of a repair, numbered: what is done, what is next with its call, and what comes later. */
export function stepsView(scene: Scene, plan: readonly Planned[], provable: boolean): TemplateResult {
  const finished = plan.every(({ state }) => state === 'done' || state === 'unneeded');
  return html`<ol class="steps">
    ${repeat(
      plan,
      ({ step }) => step.name,
      (planned, i) => stepView(scene, planned, i),
    )}
    ${provable ? proofView(scene, plan.length, finished) : nothing}
  </ol>`;
}

function stepView(scene: Scene, { step, state }: Planned, i: number): TemplateResult {
  const { texts, world, repairing } = scene;
  const { title, why } = texts.steps[step.name];
  const isOpen = state === 'now' || state === 'waiting';
  return html`<li class="step" data-state=${state} data-step=${step.name} aria-current=${isOpen ? 'step' : nothing}>
    <span class="number" aria-hidden="true">${state === 'done' ? checkIcon : i + 1}</span>
    <div class="what">
      <h4 id="title-${step.name}" tabindex="-1">${marked(title)}<span class="hidden"> · ${texts.states[state]}</span></h4>
      ${state === 'unneeded' ? html`<p class="quiet small">${texts.unneeded}</p>` : nothing}
      ${isOpen
        ? html`<p>${marked(why)}</p>
            ${seenView(scene, step.sees(world))}
            ${state === 'waiting' ? waitBar({ texts: scene.mapTexts, language: scene.language, now: scene.now }, step.waits?.(world)) : form(scene, step.name, step.deeds(world, scene.draft), step.asks ?? [], () => {
                scene.take(step);
              }, texts.do)}`
        : nothing}
      ${stopView(scene, step.name)}
      ${state === 'done' && step.again && !repairing.busy ? again(scene, step.name, step.deeds(world, scene.draft), step.asks ?? [], () => {
            scene.take(step);
          }) : nothing}
    </div>
  </li>`;
}

/** A step that is done, but might be done otherwise. */
const again = (scene: Scene, name: StepName, deeds: readonly Deed[], asks: readonly Ask[], press: () => void): TemplateResult | typeof nothing =>
  deeds.length === 0
    ? nothing
    : html`<details class="own">
        <summary>${scene.texts.again}</summary>
        ${buttonForm(scene, name, asks, press, scene.texts.do)}
      </details>`;

function form(scene: Scene, name: StepName | 'prove', deeds: readonly Deed[], asks: readonly Ask[], press: () => void, label: string): TemplateResult {
  const { texts, world, theme, language } = scene;
  if (deeds.length === 0) return html`<p class="quiet">${texts.blocked}</p>`;
  return html`<div class="sides">
    ${buttonForm(scene, name, asks, press, label)}
    ${waysView({ texts, theme, language }, waysOfDeeds(world.region, deeds), scene.way, scene.chooseWay)}
  </div>`;
}

/** What a step asks for, and its button. */
function buttonForm(scene: Scene, name: StepName | 'prove', asks: readonly Ask[], press: () => void, label: string): TemplateResult {
  const { texts, repairing } = scene;
  return html`<form aria-labelledby="title-${name}" novalidate>
    ${name === 'prove' ? nothing : askFields(scene, asks, name)}
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
function proofView(scene: Scene, i: number, finished: boolean): TemplateResult {
  const { texts, repairing, world } = scene;
  const state = repairing.proved ? 'done' : finished ? 'now' : 'later';
  const open = state === 'now';
  return html`<li class="step" data-state=${state} data-step="prove" aria-current=${open ? 'step' : nothing}>
    <span class="number" aria-hidden="true">${state === 'done' ? checkIcon : i + 1}</span>
    <div class="what">
      <h4 id="title-prove" tabindex="-1">${texts.proveTitle}<span class="hidden"> · ${texts.states[state]}</span></h4>
      ${open ? html`<p>${texts.proveWhy}</p>${form(scene, 'prove', proof(world), [], scene.prove, texts.prove)}` : nothing}
      ${stopView(scene, 'prove')}
    </div>
  </li>`;
}

/** What one will see change: before, and after. */
function seenView({ texts }: Scene, { what, from, to }: Seen): TemplateResult {
  const seen: Readonly<Record<string, string>> = texts.seen;
  const name = seen[what];
  const value = (word: string): TemplateResult => (seen[word] === undefined ? html`<code>${word}</code>` : html`${seen[word]}`);
  return html`<dl class="seen small">
    <div><dt>${name === undefined ? html`<code>${what}</code>` : marked(name)}</dt></div>
    <div><dt class="quiet">${texts.before}</dt><dd>${value(from)}</dd></div>
    <div><dt class="quiet">${texts.after}</dt><dd>${value(to)}</dd></div>
  </dl>`;
}

/** Why it went no further here. */
export function stopView({ texts, repairing, ours, world }: Scene, place: Place): TemplateResult | typeof nothing {
  const { stop } = repairing;
  if (stop?.place !== place) return nothing;
  if (stop.kind === 'refused')
    return refusalBox('stop', stop.refusal, { title: texts.refused, silent: texts.silent, ours, meaning: undefined });
  const code = stop.kind === 'unchanged' ? world.store?.ConnectionErrorCode : undefined;
  return html`<div class="stop" id="stop" tabindex="-1" data-stop=${stop.kind}>
    <p>${code === undefined ? texts.stopped[stop.kind] : html`${marked(texts.stopped.failed)} ${errorCode(code)}`}</p>
  </div>`;
}
