import { html } from 'lit';
import { opensslCommands } from '../../../customer-ca/commands.ts';
import { marked } from '../../marked.ts';
import { clusterOf, type Bench, type Step } from '../bench.ts';
import { pasteField, textField } from '../fields.ts';
import { anchorFile, certificateFile, csrFile, fileView, keyFile } from '../files.ts';

const csrOf = (bench: Bench): string => clusterOf(bench).Certificates.ClusterCsr ?? '';

/** The customer's own work, not AWS's: the page plays openssl, or takes what one's own openssl made. */
export const sign: Step = {
  name: 'sign',
  fields: (bench) => {
    const { texts, draft, wrong, change, takePasted, busy } = bench;
    const { ClusterId } = clusterOf(bench);
    return html`${fileView(bench, csrFile(ClusterId), csrOf(bench))}
      ${textField('ca-name', texts.caName, draft.caName, (caName) => {
        change({ caName });
      })}
      <details class="own">
        <summary>${texts.ownOpenssl}</summary>
        <p class="small">${marked(texts.ownOpensslHint(csrFile(ClusterId)))}</p>
        ${pasteField('pastedCert', texts.pastedCert(certificateFile(ClusterId)), draft.pastedCert, wrong.pastedCert, (pastedCert) => {
          change({ pastedCert });
        })}
        ${pasteField('pastedAnchor', texts.pastedAnchor(anchorFile), draft.pastedAnchor, wrong.pastedAnchor, (pastedAnchor) => {
          change({ pastedAnchor });
        })}
        <button type="button" aria-disabled=${String(busy)} @click=${takePasted}>${texts.take}</button>
      </details>`;
  },
  ways: (bench) => [
    { name: 'openssl', grammar: 'shell', texts: opensslCommands(clusterOf(bench).ClusterId).map(({ command }) => command) },
  ],
  act: async (bench, { control }) => {
    // The X.509 library is big, and few come here.
    const [{ createCustomerCa, privateKeyPem }, { signClusterCsr }] = await Promise.all([
      import('../../../customer-ca/create.ts'),
      import('../../../customer-ca/sign.ts'),
    ]);
    const now = (await control.now()).getTime();
    const csr = csrOf(bench);
    const ca = await createCustomerCa({ commonName: bench.draft.caName, now });
    const SignedCert = await signClusterCsr({ csr, ca, now });
    bench.sign({ csr, SignedCert, TrustAnchor: ca.certificate, privateKey: await privateKeyPem(ca) });
  },
  result: (bench) => {
    const { ClusterId, Certificates, trustAnchor } = clusterOf(bench);
    const { SignedCert = Certificates.ClusterCertificate, TrustAnchor = trustAnchor, privateKey } = bench.signed ?? {};
    return html`${SignedCert ? fileView(bench, certificateFile(ClusterId), SignedCert) : ''}
    ${TrustAnchor ? fileView(bench, anchorFile, TrustAnchor) : ''} ${privateKey ? fileView(bench, keyFile, privateKey) : ''}
    ${privateKey ? html`<p class="quiet small">${marked(bench.texts.keepKey)}</p>` : ''}`;
  },
};
