import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterDetails } from '../../../model/look.ts';
import { masked } from '../calls/ways.ts';
import { choice, chosenOf, textField } from '../clusters/fields.ts';
import { action } from '../clusters/scene.ts';
import { addressOf } from '../frame/route.ts';
import { zonesWith } from '../map/rows.ts';
import { marked } from '../marked.ts';
import { unfit } from './possible.ts';
import { count, type Scene } from './scene.ts';

const sources = ['cluster', 'file', 'paste'] as const;

/** The form of CreateCustomKeyStore: name, cluster, certificate, password. */
export function createForm(scene: Scene): TemplateResult {
  const { texts, clusters, map, fields, change } = scene;
  const { name = '', password = '', from: wanted } = fields;
  const fit = clusters.filter((cluster) => unfit(cluster, map.keyStores) === undefined);
  const CloudHsmClusterId = chosenOf(fit.map(({ ClusterId }) => ClusterId), fields['cluster']);
  const own = fit.find(({ ClusterId }) => ClusterId === CloudHsmClusterId)?.trustAnchor;
  const from = sources.find((source) => source === wanted && (source !== 'cluster' || own !== undefined)) ?? (own === undefined ? 'file' : 'cluster');
  const certificates = { cluster: own ?? '', file: fields['fileText'] ?? '', paste: fields['pasted'] ?? '' };
  const input = { CustomKeyStoreName: name, CloudHsmClusterId, TrustAnchorCertificate: certificates[from], KeyStorePassword: password };
  return action(scene, {
    label: texts.createTitle,
    hint: texts.createHint,
    service: 'kms',
    operation: 'CreateCustomKeyStore',
    press: texts.createButton,
    flat: true,
    why: fit.length > 0 ? undefined : clusters.length === 0 ? texts.noCluster : texts.noneFits,
    input,
    code: { input: { ...input, KeyStorePassword: masked }, files: { TrustAnchorCertificate: 'customerCA.crt' } },
    fields: html`${textField('name', texts.name, name, change, 'text', texts.nameHint)}
      <div class="cluster-choice">
        ${fit.length > 0 ? choice('cluster', texts.clusterMenu, fit.map((cluster) => [cluster.ClusterId, optionText(scene, cluster)]), CloudHsmClusterId, change) : html`<p class="label">${texts.clusterMenu}</p>`}
        <p class="quiet small">${texts.clusterHint}</p>
        ${theOthers(scene)}
        <p><a href=${addressOf('clusters', 'create')}>${texts.createCluster}</a></p>
      </div>
      ${certificate(scene, from, own)} ${textField('password', texts.password, password, change, 'password', marked(texts.passwordHint))}`,
  });
}

function optionText({ texts, language }: Scene, { ClusterId, hsms }: ClusterDetails): string {
  const zones = new Intl.ListFormat(language).format([...zonesWith(hsms, 'ACTIVE')].sort());
  return texts.option(ClusterId, count({ language }, hsms.length), zones);
}

/** Clusters that cannot be chosen, each with the reason. */
function theOthers(scene: Scene): TemplateResult | typeof nothing {
  const { texts, clusters, map, language } = scene;
  const others = clusters.flatMap((cluster) => {
    const reason = unfit(cluster, map.keyStores);
    return reason === undefined ? [] : [[cluster, reason] as const];
  });
  if (others.length === 0) return nothing;
  const list = (parts: readonly string[]): string => new Intl.ListFormat(language).format(parts);
  const why = ({ ClusterId, State, relatedKeyStores, hsms }: ClusterDetails, reason: keyof typeof texts.unfit): string => {
    switch (reason) {
      case 'notActive':
        return texts.unfit.notActive(State);
      case 'inUse':
        return texts.unfit.inUse(map.keyStores.find((store) => store.CloudHsmClusterId === ClusterId)?.CustomKeyStoreName ?? '');
      case 'related':
        return texts.unfit.related(list(relatedKeyStores));
      case 'fewHsms':
        return texts.unfit.fewHsms(list([...zonesWith(hsms, 'ACTIVE')].sort()) || '–');
    }
  };
  return html`<details ?open=${others.length === clusters.length}>
    <summary>${texts.unfitTitle(others.length, count(scene, others.length))}</summary>
    <ul class="others small">
      ${others.map(([cluster, reason]) => html`<li><a class="mono" href=${addressOf('clusters', cluster.ClusterId)}>${cluster.ClusterId}</a> ${marked(why(cluster, reason))}</li>`)}
    </ul>
  </details>`;
}

function certificate({ texts, fields, change }: Scene, from: (typeof sources)[number], own: string | undefined): TemplateResult {
  const read = async (event: Event): Promise<void> => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) change({ fileText: await file.text(), fileName: file.name });
  };
  return html`<fieldset class="choices" aria-describedby="certificate-hint">
    <legend>${texts.certificate}</legend>
    <p class="quiet small" id="certificate-hint">${marked(texts.certificateHint)}</p>
    ${sources.map((source) =>
      source === 'cluster' && own === undefined
        ? nothing
        : html`<label class="check">
            <input type="radio" name="from" .checked=${source === from} @change=${() => {
              change({ from: source });
            }} />
            <span>${texts.certificateFrom[source]}</span>
          </label>`,
    )}
    ${from === 'cluster'
      ? html`<p class="quiet small">${marked(texts.clusterOwn)}</p>`
      : from === 'file'
        ? html`<div class="field">
            <label for="file">${texts.file}</label>
            <input id="file" type="file" accept=".crt,.pem,.cer" @change=${(event: Event) => void read(event)} />
            <p class="quiet small" role="status">${fields['fileName'] ? texts.fileRead(fields['fileName']) : nothing}</p>
          </div>`
        : html`<div class="field">
            <label for="pasted">${texts.pasted}</label>
            <textarea
              id="pasted"
              class="mono"
              rows="6"
              spellcheck="false"
              .value=${fields['pasted'] ?? ''}
              @input=${(event: InputEvent) => {
                change({ pasted: (event.target as HTMLTextAreaElement).value });
              }}
            ></textarea>
          </div>`}
  </fieldset>`;
}
