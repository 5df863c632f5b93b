import { html, nothing, type TemplateResult } from 'lit';
import type { Wait } from '../../../model/look.ts';
import type { App } from './app.ts';

/** What is said about one action, at its place; a screen reader hears it when it changes. */
export function outcomeOf({ outcomes }: App, name: string): TemplateResult {
  const outcome = outcomes.get(name);
  return html`<p class="outcome" role="status">
    ${outcome?.kind === 'busy' ? html`<span class="quiet">…</span>` : nothing}
    ${outcome?.kind === 'done' && outcome.text ? html`<span class="quiet">${outcome.text}</span>` : nothing}
    ${outcome?.kind === 'refused' ? html`${errorCode(outcome.code)} <span lang="en">${outcome.message}</span>` : nothing}
  </p>`;
}

/** AWS's error code; on a narrow screen it breaks between its words. */
export const errorCode = (code: string): TemplateResult =>
  html`<code class="bad">${code.split(/(?=[A-Z][a-z])/).map((word) => html`<wbr />${word}`)}</code>`;

/** AWS's word for a state, with a mark and a colour. */
export const stateBadge = (state: string): TemplateResult => html`<code class="state ${kindOf(state)}">${state}</code>`;

function kindOf(state: string): 'good' | 'moving' | 'bad' | 'off' {
  if (state === 'CONNECTED' || state === 'ACTIVE') return 'good';
  if (state.endsWith('ING') || state.endsWith('_IN_PROGRESS')) return 'moving';
  return state === 'FAILED' || state === 'DEGRADED' ? 'bad' : 'off';
}

/** How much longer something takes here, and how long it takes at AWS. */
export function waitLine({ world, texts, language }: App, wait: Wait | undefined): TemplateResult | typeof nothing {
  if (!wait || !world) return nothing;
  const { startedAt, dueAt, awsDuration } = wait;
  const now = Math.min(world.now(), dueAt);
  const text = texts.waiting(duration(dueAt - now, language), duration(awsDuration, language));
  return html`<p class="wait">
    <progress max="1" .value=${dueAt > startedAt ? (now - startedAt) / (dueAt - startedAt) : 1} aria-label=${text}></progress>
    <span>${text}</span>
  </p>`;
}

/** @param ms rounded up to whole seconds below two minutes, to whole minutes above */
function duration(ms: number, language: string): string {
  const seconds = Math.ceil(ms / 1000);
  const [unit, value] = seconds < 120 ? ['second', seconds] : ['minute', Math.ceil(seconds / 60)];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: language === 'ja' ? 'short' : 'long' }).format(value);
}
