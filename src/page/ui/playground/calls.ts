import { html, nothing, type TemplateResult } from 'lit';
import type { App } from './app.ts';
import { outcomeOf } from './parts.ts';

/** The document's calls, each with what it is for, and how it went. */
export function callsSection(app: App): TemplateResult {
  const { texts, actions, world } = app;
  const noKey = world?.newestKey === undefined;
  /** AWS's name on the button, the reason beside it. */
  const row = (
    name: string,
    button: string,
    purpose: string,
    act: (() => void) | undefined,
    more: { readonly primary?: boolean; readonly needsKey?: boolean; readonly input?: TemplateResult } = {},
  ): TemplateResult => {
    const disabled = !act || (more.needsKey === true && noKey);
    return html`<li>
      <p id="purpose-${name}">${purpose}</p>
      ${more.input ?? nothing}
      <button
        type="button"
        class=${more.primary ? 'primary' : ''}
        ?disabled=${disabled}
        aria-describedby="purpose-${name}"
        @click=${act}
      >
        ${button}
      </button>
      ${more.needsKey && noKey ? html`<span class="quiet">${texts.keyFirst}</span>` : nothing}
      ${name === 'createKey' ? conditions(app) : nothing} ${outcomeOf(app, name)}
    </li>`;
  };
  const roundTrip = (): void => {
    actions?.roundTrip(document.querySelector<HTMLInputElement>('#text')?.value ?? '');
  };
  const input = html`<label>${texts.text} <input id="text" maxlength="1000" autocomplete="off" .defaultValue=${texts.sample} /></label>`;
  return html`<section class="card calls" aria-labelledby="calls">
    <h2 id="calls">${texts.calls}</h2>
    <p class="quiet">${texts.callsHint}</p>
    <ol>
      ${row('describeCustomKeyStores', 'DescribeCustomKeyStores', texts.describeCustomKeyStores, actions?.describeCustomKeyStores)}
      ${row('describeClusters', 'DescribeClusters', texts.describeClusters, actions?.describeClusters)}
      ${row('createKey', 'CreateKey', texts.createKey, actions?.createKey, { primary: true })}
      ${row('describeKey', 'DescribeKey', texts.describeKey, actions?.describeKey, { needsKey: true })}
      ${row('roundTrip', 'Encrypt, Decrypt', texts.roundTrip, roundTrip, { needsKey: true, input })}
      ${row('lookupEvents', 'LookupEvents', texts.lookupEvents, actions?.lookupEvents)}
    </ol>
  </section>`;
}

/** What CreateKey in a key store needs (Developer Guide, "Create a KMS key in an AWS CloudHSM key store"), live. */
function conditions({ world, texts }: App): TemplateResult | typeof nothing {
  const store = world?.keyStores[0];
  if (!world || !store) return nothing;
  const cluster = world.clusters.find(({ ClusterId }) => ClusterId === store.CloudHsmClusterId);
  const zones = new Set(cluster?.hsms.filter(({ State }) => State === 'ACTIVE').map((hsm) => hsm.AvailabilityZone)).size;
  const condition = (met: boolean, text: string): TemplateResult =>
    html`<li class=${met ? 'met' : 'unmet'}><span class="hidden">${met ? texts.met : texts.unmet}: </span>${text}</li>`;
  return html`<ul class="conditions">
    ${condition(store.ConnectionState === 'CONNECTED', texts.needsConnected(store.ConnectionState))}
    ${condition(zones >= 2, texts.needsHsms(zones))}
  </ul>`;
}
