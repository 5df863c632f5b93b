import { html, nothing, type TemplateResult } from 'lit';
import { clustersTexts } from '../../i18n/clusters.ts';
import { keysTexts } from '../../i18n/keys.ts';
import type { Planned } from '../calls/ways.ts';
import type { WrittenCall } from '../calls/written.ts';
import '../clusters/call-code.ts';
import '../copy.ts';
import { eventLink } from '../event-link.ts';
import { pairRows, type Pair } from '../pairs.ts';
import { refusalBox } from '../refusal.ts';
import { number } from '../words.ts';
import { base64, contextOf, mostBytes } from './bytes.ts';
import type { GlassTryKey } from './try-key.ts';

/** What can be tried, by the operation's name on the typed client. */
const operations = { encrypt: 'Encrypt', decrypt: 'Decrypt', generateDataKey: 'GenerateDataKey' } as const;
export type Side = keyof typeof operations;
/** What failed is told in these words. */
const failures = { encrypt: 'unencrypted', decrypt: 'undecrypted', generateDataKey: 'ungenerated' } as const;

export function encryptForm(host: GlassTryKey): TemplateResult {
  const { bytes, language, ciphertext } = host;
  const texts = keysTexts[language];
  const over = bytes > mostBytes;
  return form(
    host,
    'encrypt',
    html`<div class="field">
      <label for="text">${texts.plaintext}</label>
      <textarea id="text" rows="3" autocomplete="off" spellcheck="false" aria-describedby="length" @input=${host.count}></textarea>
      <p id="length" class="small ${over ? 'bad' : 'quiet'}">${(over ? texts.tooLong : texts.bytes)(number(language, bytes), number(language, mostBytes))}</p>
    </div>`,
    ciphertext ? result(host, 'result', texts.ciphertext, ciphertext) : nothing,
    // A plaintext is nowhere but in its field.
    { input: {}, files: { Plaintext: 'plaintext.txt' } },
    html`<p class="quiet small">${texts.contextHint}</p>`,
  );
}

export function decryptForm(host: GlassTryKey): TemplateResult {
  const { blob, unreadable, language, said } = host;
  const texts = keysTexts[language];
  return form(
    host,
    'decrypt',
    html`<div class="field">
      <label for="blob">${texts.ciphertext}</label>
      <textarea
        id="blob"
        class="mono"
        rows="3"
        autocomplete="off"
        spellcheck="false"
        .value=${blob}
        @input=${(event: InputEvent): void => {
          host.blob = (event.target as HTMLTextAreaElement).value;
        }}
      ></textarea>
      ${unreadable ? html`<p class="bad small" role="alert">${texts.notBase64}</p>` : nothing}
    </div>`,
    html`<div class="field" ?hidden=${!said.decrypt}>
      <label for="decrypted">${texts.decrypted}</label>
      <textarea id="decrypted" rows="3" readonly></textarea>
    </div>`,
    base64(blob)?.length ? { input: { CiphertextBlob: blob } } : { input: {}, files: { CiphertextBlob: 'ciphertext.bin' } },
  );
}

export function dataKeyForm(host: GlassTryKey): TemplateResult {
  const { dataKey } = host;
  const texts = keysTexts[host.language];
  return form(
    host,
    'generateDataKey',
    html`<p class="quiet small">${texts.dataKeyHint}</p>`,
    html`<div class="results" ?hidden=${!dataKey}>
      ${result(host, 'encrypted-data-key', texts.encryptedDataKey, dataKey)}
      <div class="field">
        <label for="plain-data-key">${texts.plainDataKey}</label>
        <textarea id="plain-data-key" class="mono" rows="3" readonly></textarea>
        <p class="quiet small">${texts.plainDataKeyHint}</p>
      </div>
    </div>`,
    { input: { KeySpec: 'AES_256' } },
  );
}

/** What all have: a context, a button, what came of it, and the same for AWS CLI and SDKs. */
function form(host: GlassTryKey, side: Side, fields: TemplateResult, results: unknown, code: Pick<Planned, 'input' | 'files'>, hint: unknown = nothing): TemplateResult {
  const { simulator, KeyId, contexts, theme, language } = host;
  const operation = operations[side];
  const input = { KeyId, ...code.input, ...contextOf(contexts[side]) };
  return html`<form class=${side} aria-labelledby="${side}-title" @submit=${host.calls(side)}>
    <p id="${side}-title" class="operation mono">${operation}</p>
    ${fields} ${context(host, side)} ${hint} ${outcome(host, side)} ${results}
    <glass-call-code
      .call=${{ service: 'kms', operation, region: simulator?.region ?? '', input } satisfies WrittenCall}
      .files=${code.files}
      .theme=${theme}
      lang=${language}
    ></glass-call-code>
  </form>`;
}

const context = (host: GlassTryKey, side: Side): TemplateResult =>
  pairRows(host, `${side}-context`, host.contexts[side], keysTexts[host.language].context, (to: (pairs: readonly Pair[]) => readonly Pair[]) => {
    host.contexts = { ...host.contexts, [side]: to(host.contexts[side]) };
  });

function outcome({ language, busy, said, refusals, requestIds, views, texts: { frame } }: GlassTryKey, side: Side): TemplateResult {
  const texts = keysTexts[language];
  const refusal = refusals[side];
  return html`<div class="call">
      <button aria-disabled=${String(busy !== undefined)}>${busy === side ? texts.busy : operations[side]}</button>
      <p class="quiet small" role="status">${said[side] ?? nothing}</p>
      ${views ? eventLink(operations[side], requestIds[side], clustersTexts[language].itsEvent) : nothing}
    </div>
    ${refusal
      ? refusalBox(`${side}-refusal`, refusal, {
          title: texts[failures[side]],
          silent: texts.silent,
          ours: frame.ourWording,
          meaning: (texts.meanings as Readonly<Record<string, string>>)[refusal.code],
        })
      : nothing}`;
}

/** What came back, to copy. */
const result = ({ language, theme }: GlassTryKey, id: string, label: string, value: string): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <textarea id=${id} class="mono" rows="3" readonly .value=${value}></textarea>
    <glass-copy what=${label} .text=${value} .words=${keysTexts[language].copy} theme=${theme ?? nothing}></glass-copy>
  </div>`;
