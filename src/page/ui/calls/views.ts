import { unpublishedMessages } from '../../../model/errors.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlaygroundTexts } from '../../i18n/playground.ts';
import { errorCode } from '../error-link.ts';
import { marked } from '../marked.ts';
import { errorOf, type Call } from './call.ts';
import { cliOf } from './generate-cli.ts';
import { pythonOf } from './generate-python.ts';
import { typescriptOf } from './generate-typescript.ts';
import type { Grammar } from './highlight.ts';
import { answerOf, httpOf, textsOf } from './show.ts';
import type { Trail } from './trail.ts';

type Texts = PlaygroundTexts['calls'];

/** What the panel can show of a call, in the order of its tabs. */
export const viewNames = ['answer', 'http', 'cli', 'typescript', 'python', 'record'] as const;
export type ViewName = (typeof viewNames)[number];

/** One tab: a text to read and copy, and what stands beside it. */
export interface View {
  readonly grammar: Grammar;
  /** Undefined where there is none, for the reason in `note`. */
  readonly text: string | undefined;
  readonly note?: TemplateResult | typeof nothing;
}

export const tabName = (name: ViewName, { answer, record }: Texts): string =>
  ({ answer, http: 'HTTP', cli: 'AWS CLI', typescript: 'TypeScript', python: 'Python', record })[name];

/** @param trail undefined until CloudTrail has answered */
export function viewOf(name: ViewName, call: Call, texts: Texts, trail: Trail): View {
  const written = (grammar: Grammar, write: typeof cliOf): View =>
    call.written
      ? { grammar, text: write(call.written) }
      : { grammar, text: undefined, note: html`<p class="quiet">${texts.notWritten}</p>` };
  switch (name) {
    case 'answer':
      return call.response.body === ''
        ? { grammar: 'json', text: undefined, note: html`<p class="quiet">${texts.emptyAnswer}</p>` }
        : { grammar: 'json', text: answerOf(call), note: call.code === undefined ? decoded(call, texts) : refused(call, texts) };
    case 'http':
      return { grammar: 'http', text: httpOf(call) };
    case 'cli':
      return written('shell', cliOf);
    case 'typescript':
      return written('typescript', typescriptOf);
    case 'python':
      return written('python', pythonOf);
    case 'record':
      return { grammar: 'json', text: trail?.record, note: trail?.record ? nothing : unrecorded(trail, texts) };
  }
}

const unrecorded = (trail: Trail, { looking, noRecord }: Texts): TemplateResult =>
  trail?.failure ? html`<p class="bad" lang="en">${trail.failure}</p>` : html`<p class="quiet">${trail ? noRecord : looking}</p>`;

/** Bytes that are text, beside the JSON that has them in base64. */
const decoded = (call: Call, { asText }: Texts): TemplateResult =>
  html`${textsOf(call).map(
    ([member, text]) => html`<div>
      <h3>${marked(asText(member))}</h3>
      <p class="decoded">${text}</p>
    </div>`,
  )}`;

/** AWS's refusal, and what it means. */
function refused({ code = '', response }: Call, { means, meanings, ourWording }: Texts): TemplateResult {
  const { message } = errorOf(response.body);
  const meaning = Object.hasOwn(meanings, code) ? meanings[code as keyof typeof meanings] : undefined;
  return html`<div class="error">
    <p class="bad"><strong>${errorCode(code)}</strong></p>
    ${message ? html`<p lang="en">${message}</p>` : nothing}
    ${message && unpublishedMessages.has(code) ? html`<p class="quiet small">${ourWording}</p>` : nothing}
    ${meaning ? html`<h3>${means}</h3><p>${marked(meaning)}</p>` : nothing}
  </div>`;
}
