import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CertificateView } from '../../../model/look.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { controls } from '../styles.ts';
import { moment } from '../words.ts';
import { sectionStyle } from './style.ts';

/**
 * `<glass-certificate>`: a PEM text behind a summary; what it says is read when it is opened, by the X.509 library that is
 * loaded then.
 *
 * Attributes and property: those of {@link GlassElement}; `name` (AWS's name of it), `what` (what it is for), `file` (what a
 * download is called); properties `pem`, and `request` where it is no certificate but a request for one.
 */
export class GlassCertificate extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    name: { type: String },
    what: { type: String },
    file: { type: String },
    pem: { attribute: false },
    request: { type: Boolean },
    read: { state: true },
    unread: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, sectionStyle];

  declare name: string;
  declare what: string;
  declare file: string;
  declare pem: string;
  declare request: boolean;
  declare private read: CertificateView | undefined;
  /** Why it could not be read. */
  declare private unread: string | undefined;
  private readPem: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('pem')) return;
    this.read = this.unread = undefined;
    // One that is open while its cluster is initialized.
    if (this.readPem !== undefined) void this.describe();
  }

  protected override view(): TemplateResult {
    const texts = clustersTexts[this.language];
    const { name, what, pem } = this;
    return html`<details class="certificate" @toggle=${this.toggled}>
      <summary><code>${name}</code> <span class="quiet small">${what}</span></summary>
      <div class="body">
        ${this.request ? nothing : this.read ? this.list(this.read) : this.unread === undefined ? html`<p class="quiet" role="status">${texts.loading}</p>` : html`<p class="bad">${texts.unread} <span lang="en">${this.unread}</span></p>`}
        <p class="tools">
          <glass-copy what="PEM ${name}" .text=${pem} .words=${texts.copy} theme=${this.theme ?? nothing}></glass-copy>
          <button type="button" class="plain small" @click=${this.save}>${texts.download} <code>${this.file}</code></button>
        </p>
        <pre tabindex="0" role="group" aria-label="PEM ${name}">${pem.trim()}</pre>
      </div>
    </details>`;
  }

  private list(read: CertificateView): TemplateResult {
    const { language } = this;
    const texts = clustersTexts[language];
    const row = (term: string, value: TemplateResult | string): TemplateResult => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
    return html`<dl>
      ${row(texts.subject, html`<code>${read.subject}</code>`)}
      ${row(texts.issuer, read.selfSigned ? texts.selfSigned : html`<code>${read.issuer}</code>`)}
      ${row(texts.validity, texts.fromTo(moment(language, read.notBefore), moment(language, read.notAfter)))}
      ${row(texts.publicKey, html`<code>${read.publicKey}</code>`)}
      ${row(texts.serialNumber, html`<code>${read.serialNumber}</code>`)}
      ${row(texts.fingerprint, html`<code>${read.fingerprint}</code>`)}
    </dl>`;
  }

  private readonly toggled = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open && this.readPem !== this.pem) void this.describe();
  };

  private async describe(): Promise<void> {
    const { simulator, pem } = this;
    this.readPem = pem;
    if (!simulator || this.request) return;
    try {
      const read = await simulator.look('certificate', { pem });
      if (pem === this.pem) this.read = read;
    } catch (error) {
      if (pem === this.pem) this.unread = error instanceof Error ? error.message : String(error);
    }
  }

  private readonly save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${this.pem.trim()}\n`], { type: 'application/x-pem-file' }));
    link.download = this.file;
    link.click();
    URL.revokeObjectURL(link.href);
  };
}

if (!customElements.get('glass-certificate')) customElements.define('glass-certificate', GlassCertificate);

declare global {
  interface HTMLElementTagNameMap {
    'glass-certificate': GlassCertificate;
  }
}
