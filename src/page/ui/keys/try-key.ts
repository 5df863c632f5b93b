import { html, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { keysTexts } from '../../i18n/keys.ts';
import { GlassElement } from '../element.ts';
import { requestIdOf } from '../event-link.ts';
import { pairsStyle, type Pair } from '../pairs.ts';
import { refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import { base64, bytesOf, contextOf, readable } from './bytes.ts';
import { keepCiphertext, lastCiphertext, type Ciphertext } from './last-ciphertexts.ts';
import { dataKeyForm, decryptForm, encryptForm, type Side } from './try-forms.ts';
import { tryStyle } from './try-style.ts';

/** What a call that went well says: how many bytes came back; and its request's id. */
interface Said {
  readonly said: string | undefined;
  readonly answer: unknown;
}

/**
 * `<glass-try-key>`: Encrypt, Decrypt and GenerateDataKey under a key, with encryption context, and the same for AWS CLI and SDKs. A
 * plaintext is in its field and nowhere else.
 *
 * Attributes and property: those of {@link GlassElement}, and `key-id` (property `KeyId`); `views`, where the page is the
 * playground: a call then links its event in CloudTrail.
 */
export class GlassTryKey extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    KeyId: { type: String, attribute: 'key-id' },
    views: { type: Boolean },
    bytes: { state: true },
    contexts: { state: true },
    busy: { state: true },
    refusals: { state: true },
    said: { state: true },
    requestIds: { state: true },
    ciphertext: { state: true },
    blob: { state: true },
    dataKey: { state: true },
    unreadable: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, pairsStyle, refusalStyle, tryStyle];

  declare KeyId: string;
  declare views: boolean;
  /** Bytes of the text to encrypt. */
  declare bytes: number;
  declare contexts: Readonly<Record<Side, readonly Pair[]>>;
  declare busy: Side | undefined;
  declare refusals: Readonly<Partial<Record<Side, Refusal>>>;
  /** What each call that went well says: how many bytes came back. */
  declare said: Readonly<Partial<Record<Side, string>>>;
  /** Of the last calls. */
  declare requestIds: Readonly<Partial<Record<Side, string>>>;
  /** The last result of Encrypt, in Base64. */
  declare ciphertext: string;
  /** What is to be decrypted, in Base64. */
  declare blob: string;
  /** The last encrypted data key, in Base64. */
  declare dataKey: string;
  /** What was to be decrypted is not Base64. */
  declare unreadable: boolean;

  constructor() {
    super();
    this.bytes = 0;
    this.contexts = { encrypt: [], decrypt: [], generateDataKey: [] };
    this.refusals = this.said = this.requestIds = {};
    this.ciphertext = this.blob = this.dataKey = '';
    this.views = this.unreadable = false;
  }

  protected override view(): TemplateResult {
    return html`<div class="sides">${encryptForm(this)} ${decryptForm(this)} ${dataKeyForm(this)}</div>`;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const last = changed.has('KeyId') && lastCiphertext(this.KeyId);
    if (last) this.fill(last);
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

  readonly count = (): void => {
    this.bytes = bytesOf(this.field('text')?.value ?? '').length;
  };

  /** One call at a time; what failed is where the focus goes. */
  calls(side: Side): (event: SubmitEvent) => Promise<void> {
    return async (event) => {
      event.preventDefault();
      const { simulator } = this;
      if (this.busy || !simulator) return;
      this.busy = side;
      this.outcome(side, {});
      try {
        const { said, answer } = await this[side](simulator);
        this.outcome(side, { said, answer });
      } catch (error) {
        this.outcome(side, { refusal: refusalOf(error), answer: error });
      }
      this.busy = undefined;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`#${side}-refusal`)?.focus();
    };
  }

  private outcome(side: Side, { said, answer, refusal }: Partial<Said> & { readonly refusal?: Refusal }): void {
    this.said = { ...this.said, [side]: said };
    this.refusals = { ...this.refusals, [side]: refusal };
    this.requestIds = { ...this.requestIds, [side]: requestIdOf(answer) };
  }

  private async encrypt({ kms }: Simulator): Promise<Said> {
    const { KeyId, contexts, language } = this;
    this.ciphertext = '';
    const Plaintext = bytesOf(this.field('text')?.value ?? '');
    const answer = await kms.encrypt({ KeyId, Plaintext, ...contextOf(contexts.encrypt) });
    const { CiphertextBlob = new Uint8Array() } = answer;
    this.ciphertext = CiphertextBlob.toBase64();
    this.offer(this.ciphertext, contexts.encrypt);
    return { answer, said: keysTexts[language].encrypted(number(language, CiphertextBlob.length)) };
  }

  private async generateDataKey({ kms }: Simulator): Promise<Said> {
    const { KeyId, contexts, language } = this;
    this.dataKey = '';
    const plain = this.field('plain-data-key');
    if (plain) plain.value = '';
    const answer = await kms.generateDataKey({ KeyId, KeySpec: 'AES_256', ...contextOf(contexts.generateDataKey) });
    const { CiphertextBlob = new Uint8Array(), Plaintext = new Uint8Array() } = answer;
    this.dataKey = CiphertextBlob.toBase64();
    if (plain) plain.value = Plaintext.toBase64();
    this.offer(this.dataKey, contexts.generateDataKey);
    return { answer, said: keysTexts[language].dataKeyGenerated(number(language, Plaintext.length)) };
  }

  /** What is needed to decrypt it again, now and when a person comes back. */
  private offer(blob: string, context: readonly Pair[]): void {
    keepCiphertext(this.KeyId, { blob, context });
    this.fill({ blob, context });
  }

  private fill({ blob, context }: Ciphertext): void {
    this.blob = blob;
    this.contexts = { ...this.contexts, decrypt: context };
  }

  private async decrypt({ kms }: Simulator): Promise<Said> {
    const { KeyId, contexts, language } = this;
    const texts = keysTexts[language];
    const field = this.field('decrypted');
    if (field) field.value = '';
    const CiphertextBlob = base64(this.blob);
    this.unreadable = !CiphertextBlob;
    if (!CiphertextBlob) return { said: undefined, answer: undefined };
    const answer = await kms.decrypt({ KeyId, CiphertextBlob, ...contextOf(contexts.decrypt) });
    const { text, note } = readable(answer.Plaintext ?? new Uint8Array());
    if (field) field.value = text;
    return { answer, said: texts.decryptedBytes(number(language, answer.Plaintext?.length ?? 0)) + (note ? ` ${texts.notText}` : '') };
  }
}

if (!customElements.get('glass-try-key')) customElements.define('glass-try-key', GlassTryKey);

declare global {
  interface HTMLElementTagNameMap {
    'glass-try-key': GlassTryKey;
  }
}
