import { html } from 'lit';
import { clusterOf, type Step } from '../bench.ts';
import { anchorFile, certificateFile } from '../files.ts';
import { waysOf } from '../../calls/ways.ts';

/** InitializeCluster: the customer claims the cluster. */
export const initialize: Step = {
  name: 'initialize',
  fields: ({ texts, sign }) => html`<button type="button" class="plain fill" @click=${() => {
    sign(undefined);
  }}>${texts.signAgain}</button>`,
  ways: (bench) => {
    const { ClusterId } = clusterOf(bench);
    const files = { SignedCert: certificateFile(ClusterId), TrustAnchor: anchorFile };
    return waysOf(bench.region, [{ service: 'cloudhsmv2', operation: 'InitializeCluster', input: { ClusterId }, files }]);
  },
  act: async (bench, { cloudhsmv2 }) => {
    const { SignedCert = '', TrustAnchor = '' } = bench.signed ?? {};
    await cloudhsmv2.initializeCluster({ ClusterId: clusterOf(bench).ClusterId, SignedCert, TrustAnchor });
  },
  result: () => html`<code>INITIALIZED</code>`,
};
