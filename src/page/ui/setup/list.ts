import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkIcon } from '../icons.ts';
import { waitBar } from '../map/parts.ts';
import type { Scene } from '../map/scene.ts';
import { breakable, marked } from '../marked.ts';
import { refusalBox, type Refusal } from '../refusal.ts';
import type { Bench } from './bench.ts';
import { statesOf, stepNames, waitOf, type StepName, type StepState } from './build.ts';
import { steps } from './steps/all.ts';
import { waysView } from './ways.ts';

/** What the list shows beside the steps themselves. */
interface Around {
  /** That a refusal's words are not AWS's. */
  readonly ours: string;
  readonly refusal: { readonly step: StepName; readonly refusal: Refusal } | undefined;
  readonly way: string;
  chooseWay(name: string): void;
  press(event: Event): void;
}

type Time = Pick<Scene, 'texts' | 'language' | 'now'>;

/** All steps: what is done with its result, the one to do with its form, and what is still closed with what it lacks. */
export function stepList(bench: Bench, time: Time, around: Around): TemplateResult {
  const states = statesOf(bench.build);
  return html`<ol class="steps">
    ${repeat(
      stepNames,
      (name) => name,
      (name, i) => html`<li class="step" data-state=${states[name]} data-step=${name} aria-current=${isOpen(states[name]) ? 'step' : nothing}>
        <span class="number" aria-hidden="true">${states[name] === 'done' ? checkIcon : i + 1}</span>
        <div class="what">
          <h3 id="title-${name}" tabindex="-1">
            ${bench.texts.steps[name].title}
            <code class="quiet">${breakable(bench.texts.steps[name].operation)}</code>
            <span class="hidden"> · ${bench.texts.states[states[name]]}</span>
          </h3>
          ${body(bench, time, around, name, states[name])}
        </div>
      </li>`,
    )}
  </ol>`;
}

const isOpen = (state: StepState): boolean => state === 'now' || state === 'waiting';

function body(bench: Bench, time: Time, around: Around, name: StepName, state: StepState): TemplateResult {
  const { texts } = bench;
  const { why, needs } = texts.steps[name];
  switch (state) {
    case 'done':
      return html`<div class="result small">${steps[name].result(bench)}</div>
        ${refused(bench, around, name)}`;
    case 'skipped':
      return html`<p class="quiet small">${marked(texts.skipped)}</p>`;
    case 'later':
      return html`<p class="quiet small">${marked(needs)}</p>`;
    case 'waiting':
      return html`<p>${marked(why)}</p>
        ${waitBar(time, waitOf(bench.build, name))}`;
    case 'now':
      return html`<p>${marked(why)}</p>
        ${name === 'user' && bench.build.kmsuser === undefined ? html`<p class="quiet">${texts.askingUsers}</p>` : form(bench, around, name)}`;
  }
}

function form(bench: Bench, around: Around, name: StepName): TemplateResult {
  const { texts, busy } = bench;
  const step = steps[name];
  return html`<div class="sides">
    <form aria-labelledby="title-${name}" novalidate>
      ${step.fields(bench)}
      <p>
        <button class="primary" aria-disabled=${String(busy)} @click=${around.press}>
          ${busy ? texts.busy : (step.button?.(bench) ?? texts.steps[name].button)}
        </button>
      </p>
      ${refused(bench, around, name)}
    </form>
    ${waysView(bench, step.ways(bench), around.way, around.chooseWay)}
  </div>`;
}

function refused({ texts }: Bench, { refusal, ours }: Around, name: StepName): TemplateResult | typeof nothing {
  if (refusal?.step !== name) return nothing;
  const { code } = refusal.refusal;
  const meanings: Readonly<Record<string, string>> = texts.meanings;
  const words = { title: texts.refusedTitle, silent: texts.silent, ours, meaning: meanings[code] };
  return refusalBox('refusal', refusal.refusal, words);
}
