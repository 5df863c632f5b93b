import { html, type TemplateResult } from 'lit';
import type { PlaygroundTexts } from '../../i18n/playground.ts';
import { marked } from '../marked.ts';
import type { Beside } from './beside.ts';
import type { LinkWorld } from './link-worlds.ts';

type Texts = PlaygroundTexts['playground'];

/**
 * Says as long as it is so that the world is not a person's own, and leads on.
 * @param keep undefined while there is no simulator
 */
export const besideBanner = (texts: Texts, { scenario }: LinkWorld, keep: (() => void) | undefined, back: () => void): TemplateResult =>
  html`<section class="beside" aria-labelledby="beside">
    <div>
      <h2 id="beside">${texts.beside}</h2>
      <p class="small">${scenario === undefined ? texts.besideWorld : marked(texts.besideScenario(scenario))}</p>
    </div>
    <p class="answers">
      <button type="button" ?disabled=${!keep} @click=${keep}>${texts.keep}</button>
      <button type="button" class="primary" @click=${back}>${texts.backToMine}</button>
    </p>
  </section>`;

/** Why a link was not opened, or a world not kept. */
export const problemNotice = (texts: Texts, beside: Beside): TemplateResult => {
  const { problem } = beside;
  return html`<div class="failure" role="alert">
    <strong>${texts.linkFailed}</strong>
    ${problem && 'fault' in problem ? html`<p>${texts.linkFaults[problem.fault]}</p>` : html`<p lang="en">${problem?.message}</p>`}
    <button type="button" @click=${() => {
      beside.dismiss();
    }}>${texts.dismiss}</button>
  </div>`;
};
