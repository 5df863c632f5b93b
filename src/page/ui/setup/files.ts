import { html, nothing, type TemplateResult } from 'lit';
import '../copy.ts';
import type { Bench } from './bench.ts';

/** Gives a text to the person as a file. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/x-pem-file' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export const csrFile = (ClusterId: string): string => `${ClusterId}_ClusterCsr.csr`;
export const certificateFile = (ClusterId: string): string => `${ClusterId}_CustomerHsmCertificate.crt`;
export const anchorFile = 'customerCA.crt';
export const keyFile = 'customerCA.key';

/** A file by its name: to take along, to copy, and to read. */
export const fileView = ({ texts, theme, language }: Bench, name: string, text: string): TemplateResult => html`<details class="file">
  <summary><code>${name}</code></summary>
  <div class="text">
    <div class="tools">
      <button type="button" class="plain" @click=${() => {
        download(name, text);
      }}>${texts.download}<span class="hidden"> ${name}</span></button>
      <glass-copy what=${name} .text=${text} .words=${texts.copy} theme=${theme ?? nothing} lang=${language}></glass-copy>
    </div>
    <pre tabindex="0" role="group" aria-label=${name}>${text}</pre>
  </div>
</details>`;
