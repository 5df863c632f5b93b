import { html, type TemplateResult } from 'lit';
import type { WorldSummary } from '../../../model/control.ts';
import { carryTexts } from '../../i18n/carry.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Question } from '../confirm.ts';
import { marked } from '../marked.ts';
import { moment } from '../words.ts';

/** What a world holds, in a sentence: its scenario, its time, and how many of each. */
export function summaryView(language: Language, summary: WorldSummary): TemplateResult {
  const { scenario, counts } = carryTexts[language];
  const names = Object.keys(counts) as (keyof typeof counts)[];
  const time = new Date(summary.now);
  return html`<p class="small">
    ${marked(scenario(summary.scenario))} · <time datetime=${time.toISOString()}>${moment(language, time)}</time><br />${names
      .map((name) => counts[name](summary[name]))
      .join(language === 'ja' ? '、' : ', ')}
  </p>`;
}

/** Whether a world is to take the place of one's own. @param replaced what is in that */
export function keepQuestion(language: Language, replaced: WorldSummary, no: string): Question {
  const texts = carryTexts[language];
  return { question: texts.keepQuestion, detail: html`<p>${texts.keepDetail}</p>${summaryView(language, replaced)}`, yes: texts.keepYes, no };
}
