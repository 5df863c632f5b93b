import { html, nothing } from 'lit';
import { errorCode } from '../../error-link.ts';
import { marked } from '../../marked.ts';
import { clusterOf, type Bench, type Step } from '../bench.ts';
import { textField } from '../fields.ts';
import { anchorFile, fileView } from '../files.ts';
import { masked, waysOf } from '../../calls/ways.ts';
import { kmsField } from './users.ts';

interface Input {
  readonly CustomKeyStoreName: string;
  readonly CloudHsmClusterId: string;
}
const inputOf = (bench: Bench): Input => ({
  CustomKeyStoreName: bench.draft.storeName,
  CloudHsmClusterId: clusterOf(bench).ClusterId,
});

/** CreateCustomKeyStore. */
export const store: Step = {
  name: 'store',
  fields: (bench) => {
    const { texts, draft, change } = bench;
    const { trustAnchor } = clusterOf(bench);
    return html`${textField('store-name', texts.storeName, draft.storeName, (storeName) => {
      change({ storeName });
    })}
    ${trustAnchor === undefined ? nothing : fileView(bench, anchorFile, trustAnchor)} ${kmsField(bench)}`;
  },
  ways: (bench) => {
    const input = { ...inputOf(bench), KeyStorePassword: masked };
    return waysOf(bench.region, [{ service: 'kms', operation: 'CreateCustomKeyStore', input, files: { TrustAnchorCertificate: anchorFile } }]);
  },
  act: async (bench, { kms }) => {
    const TrustAnchorCertificate = clusterOf(bench).trustAnchor ?? '';
    await kms.createCustomKeyStore({ ...inputOf(bench), TrustAnchorCertificate, KeyStorePassword: bench.draft.kmsPassword });
  },
  result: ({ build }) => html`${build.store?.CustomKeyStoreName} <code>${build.store?.CustomKeyStoreId}</code>`,
};

const idOf = ({ build }: Bench): string => build.store?.CustomKeyStoreId ?? '';
const failed = ({ build }: Bench): boolean => build.store?.ConnectionState === 'FAILED';

/** ConnectCustomKeyStore; from FAILED the way leads over DisconnectCustomKeyStore, and maybe over another password. */
export const connect: Step = {
  name: 'connect',
  fields: (bench) => {
    const { texts, build } = bench;
    const code = build.store?.ConnectionErrorCode;
    return html`${failed(bench) ? html`<p><b class="bad">${errorCode(code ?? '')}</b> ${marked(texts.connectFailed)}</p>` : nothing}
      ${build.store?.ConnectionState === 'DISCONNECTED'
        ? html`<details class="own">
            <summary>${texts.otherPassword}</summary>
            <p class="small">${marked(texts.otherPasswordHint)}</p>
            ${kmsField(bench)}
            <button type="button" aria-disabled=${String(bench.busy)} @click=${() => {
              bench.attempt(async ({ kms }) => {
                await kms.updateCustomKeyStore({ CustomKeyStoreId: idOf(bench), KeyStorePassword: bench.draft.kmsPassword });
              });
            }}>${texts.tellPassword}</button>
          </details>`
        : nothing}`;
  },
  button: (bench) => (failed(bench) ? bench.texts.disconnect : bench.texts.steps.connect.button),
  ways: (bench) => {
    const operation = failed(bench) ? 'DisconnectCustomKeyStore' : 'ConnectCustomKeyStore';
    return waysOf(bench.region, [{ service: 'kms', operation, input: { CustomKeyStoreId: idOf(bench) } }]);
  },
  act: async (bench, { kms }) => {
    const CustomKeyStoreId = idOf(bench);
    if (failed(bench)) await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    else await kms.connectCustomKeyStore({ CustomKeyStoreId });
  },
  result: ({ build }) => html`<code>${build.store?.ConnectionState}</code>`,
};
