import { html, nothing, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { keysTexts } from '../../i18n/keys.ts';
import type { WrittenCall } from '../calls/written.ts';
import '../clusters/call-code.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { pairRows, pairsStyle, type Pair } from '../pairs.ts';
import { refusalBox, refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import { base64, bytesOf, contextOf, readable } from './bytes.ts';
import { tryStyle } from './try-style.ts';

/** What can be tried, by the operation's name on the typed client; what failed is told in these words. */
const failures = { encrypt: 'unencrypted', decrypt: 'undecrypted', generateDataKey: 'ungenerated' } as const;
type Side = keyof typeof failures;

/** What one call encrypts (API Reference, Encrypt: "Length Constraints: … Maximum length of 4096"). */
const mostBytes = 4096;

/**
 * `<glass-try-key>`: Encrypt, Decrypt and GenerateDataKey under a key, with encryption context. A plaintext is in its field and
 * nowhere else.
 *
 * Attributes and property: those of {@link GlassElement}, and `key-id` (property `KeyId`).
 */
export class GlassTryKey extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    KeyId: { type: String, attribute: 'key-id' },
    bytes: { state: true },
    contexts: { state: true },
    busy: { state: true },
    refusals: { state: true },
    said: { state: true },
    ciphertext: { state: true },
    dataKey: { state: true },
    unreadable: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, pairsStyle, refusalStyle, tryStyle];

  declare KeyId: string;
  /** Bytes of the text to encrypt. */
  declare bytes: number;
  declare contexts: Readonly<Record<Side, readonly Pair[]>>;
  declare busy: Side | undefined;
  declare refusals: Readonly<Partial<Record<Side, Refusal>>>;
  /** What each call that went well says: how many bytes came back. */
  declare said: Readonly<Partial<Record<Side, string>>>;
  /** The last result of Encrypt, in Base64. */
  declare ciphertext: string;
  /** The last encrypted data key, in Base64. */
  declare dataKey: string;
  /** What was to be decrypted is not Base64. */
  declare unreadable: boolean;

  constructor() {
    super();
    this.bytes = 0;
    this.contexts = { encrypt: [], decrypt: [], generateDataKey: [] };
    this.refusals = {};
    this.said = {};
    this.ciphertext = this.dataKey = '';
    this.unreadable = false;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = keysTexts[this.language];
    return html`<div class="sides">
      <form aria-labelledby="encrypt" @submit=${this.calls('encrypt', simulator)}>
        <p id="encrypt" class="operation mono">Encrypt</p>
        <div class="field">
          <label for="text">${texts.plaintext}</label>
          <textarea id="text" rows="3" autocomplete="off" spellcheck="false" aria-describedby="length" @input=${this.count}></textarea>
          ${this.lengthLine()}
        </div>
        ${this.context('encrypt')}
        <p class="quiet small">${texts.contextHint}</p>
        ${this.outcome('encrypt', 'Encrypt')}
        ${this.ciphertext
          ? html`<div class="field">
              <label for="result">${texts.ciphertext}</label>
              <textarea id="result" class="mono" rows="3" readonly .value=${this.ciphertext}></textarea>
              <glass-copy what=${texts.ciphertext} .text=${this.ciphertext} .words=${texts.copy} theme=${this.theme ?? nothing}></glass-copy>
            </div>`
          : nothing}
      </form>
      <form aria-labelledby="decrypt" @submit=${this.calls('decrypt', simulator)}>
        <p id="decrypt" class="operation mono">Decrypt</p>
        <div class="field">
          <label for="blob">${texts.ciphertext}</label>
          <textarea id="blob" class="mono" rows="3" autocomplete="off" spellcheck="false"></textarea>
          ${this.unreadable ? html`<p class="bad small" role="alert">${texts.notBase64}</p>` : nothing}
        </div>
        ${this.context('decrypt')} ${this.outcome('decrypt', 'Decrypt')}
        <div class="field" ?hidden=${!this.said.decrypt}>
          <label for="decrypted">${texts.decrypted}</label>
          <textarea id="decrypted" rows="3" readonly></textarea>
        </div>
      </form>
      ${this.dataKeyForm(simulator)}
    </div>`;
  }

  private dataKeyForm(simulator: Simulator): TemplateResult {
    const texts = keysTexts[this.language];
    const { dataKey, KeyId, contexts } = this;
    return html`<form class="wide" aria-labelledby="data-key" @submit=${this.calls('generateDataKey', simulator)}>
      <p id="data-key" class="operation mono">GenerateDataKey</p>
      <p class="quiet small">${texts.dataKeyHint}</p>
      ${this.context('generateDataKey')} ${this.outcome('generateDataKey', 'GenerateDataKey')}
      <div class="results" ?hidden=${!dataKey}>
        <div class="field">
          <label for="encrypted-data-key">${texts.encryptedDataKey}</label>
          <textarea id="encrypted-data-key" class="mono" rows="3" readonly .value=${dataKey}></textarea>
          <glass-copy what=${texts.encryptedDataKey} .text=${dataKey} .words=${texts.copy} theme=${this.theme ?? nothing}></glass-copy>
        </div>
        <div class="field">
          <label for="plain-data-key">${texts.plainDataKey}</label>
          <textarea id="plain-data-key" class="mono" rows="3" readonly></textarea>
          <p class="quiet small">${texts.plainDataKeyHint}</p>
        </div>
      </div>
      <glass-call-code
        .call=${{ service: 'kms', operation: 'GenerateDataKey', region: simulator.region, input: { KeyId, KeySpec: 'AES_256', ...contextOf(contexts.generateDataKey) } } satisfies WrittenCall}
        .theme=${this.theme}
        lang=${this.language}
      ></glass-call-code>
    </form>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    // Only ever set by hand: a field keeps what a person typed, and a plaintext is nowhere but in its field.
    const text = this.field('text');
    if (!text || this.prefilled) return;
    this.prefilled = true;
    text.value = keysTexts[this.language].sample;
    this.count();
  }
  private prefilled = false;

  private field(id: string): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector<HTMLTextAreaElement>(`#${id}`);
  }

  private readonly count = (): void => {
    this.bytes = bytesOf(this.field('text')?.value ?? '').length;
  };

  private lengthLine(): TemplateResult {
    const { language, bytes } = this;
    const texts = keysTexts[language];
    const over = bytes > mostBytes;
    const line = over ? texts.tooLong : texts.bytes;
    return html`<p id="length" class="small ${over ? 'bad' : 'quiet'}">${line(number(language, bytes), number(language, mostBytes))}</p>`;
  }

  private context(side: Side): TemplateResult {
    return pairRows(this, `${side}-context`, this.contexts[side], keysTexts[this.language].context, (to) => {
      this.contexts = { ...this.contexts, [side]: to(this.contexts[side]) };
    });
  }

  private outcome(side: Side, operation: string): TemplateResult {
    const texts = keysTexts[this.language];
    const refusal = this.refusals[side];
    return html`<div class="call">
        <button aria-disabled=${String(this.busy !== undefined)}>${this.busy === side ? texts.busy : operation}</button>
        <p class="quiet small" role="status">${this.said[side] ?? nothing}</p>
      </div>
      ${refusal
        ? refusalBox(`${side}-refusal`, refusal, {
            title: texts[failures[side]],
            silent: texts.silent,
            ours: this.texts.frame.ourWording,
            meaning: (texts.meanings as Readonly<Record<string, string>>)[refusal.code],
          })
        : nothing}`;
  }

  /** One call at a time; what failed is where the focus goes. */
  private calls(side: Side, simulator: Simulator): (event: SubmitEvent) => Promise<void> {
    return async (event) => {
      event.preventDefault();
      if (this.busy) return;
      this.busy = side;
      this.refusals = { ...this.refusals, [side]: undefined };
      this.said = { ...this.said, [side]: undefined };
      try {
        const said = await this[side](simulator);
        this.said = { ...this.said, [side]: said };
      } catch (error) {
        this.refusals = { ...this.refusals, [side]: refusalOf(error) };
      }
      this.busy = undefined;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`#${side}-refusal`)?.focus();
    };
  }

  private async encrypt({ kms }: Simulator): Promise<string> {
    const { KeyId, contexts, language } = this;
    this.ciphertext = '';
    const Plaintext = bytesOf(this.field('text')?.value ?? '');
    const { CiphertextBlob = new Uint8Array() } = await kms.encrypt({ KeyId, Plaintext, ...contextOf(contexts.encrypt) });
    this.ciphertext = CiphertextBlob.toBase64();
    this.offer(this.ciphertext, contexts.encrypt);
    return keysTexts[this.language].encrypted(number(language, CiphertextBlob.length));
  }

  private async generateDataKey({ kms }: Simulator): Promise<string> {
    const { KeyId, contexts, language } = this;
    this.dataKey = '';
    const plain = this.field('plain-data-key');
    if (plain) plain.value = '';
    const answer = await kms.generateDataKey({ KeyId, KeySpec: 'AES_256', ...contextOf(contexts.generateDataKey) });
    const { CiphertextBlob = new Uint8Array(), Plaintext = new Uint8Array() } = answer;
    this.dataKey = CiphertextBlob.toBase64();
    if (plain) plain.value = Plaintext.toBase64();
    this.offer(this.dataKey, contexts.generateDataKey);
    return keysTexts[this.language].dataKeyGenerated(number(language, Plaintext.length));
  }

  /** What is needed to decrypt it again. */
  private offer(ciphertext: string, context: readonly Pair[]): void {
    const blob = this.field('blob');
    if (blob) blob.value = ciphertext;
    this.contexts = { ...this.contexts, decrypt: context };
  }

  private async decrypt({ kms }: Simulator): Promise<string | undefined> {
    const { KeyId, contexts, language } = this;
    const texts = keysTexts[this.language];
    const field = this.field('decrypted');
    if (field) field.value = '';
    const CiphertextBlob = base64(this.field('blob')?.value ?? '');
    this.unreadable = !CiphertextBlob;
    if (!CiphertextBlob) return undefined;
    const { Plaintext = new Uint8Array() } = await kms.decrypt({ KeyId, CiphertextBlob, ...contextOf(contexts.decrypt) });
    const { text, note } = readable(Plaintext);
    if (field) field.value = text;
    return texts.decryptedBytes(number(language, Plaintext.length)) + (note ? ` ${texts.notText}` : '');
  }
}

if (!customElements.get('glass-try-key')) customElements.define('glass-try-key', GlassTryKey);

declare global {
  interface HTMLElementTagNameMap {
    'glass-try-key': GlassTryKey;
  }
}
