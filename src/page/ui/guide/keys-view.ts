import { html, nothing, type TemplateResult } from 'lit';
import { addressOf } from '../frame/route.ts';
import { marked } from '../marked.ts';
import { moment } from '../words.ts';
import type { Proof } from './repairing.ts';
import type { Scene } from './scene.ts';
import type { Loss } from './steps/backups.ts';

/** KMS keys by their names: which ones something is about. */

type KeyScene = Pick<Scene, 'texts' | 'language' | 'world'>;

/** Keys that are named; of more, how many they are. */
const mostNamed = 5;

/** Each by its first alias and its id; one that is still there leads to its page. */
export const keyNames = ({ texts, world }: KeyScene, ids: readonly string[]): TemplateResult =>
  html`<ul class="key-names small">
    ${ids.slice(0, mostNamed).map((KeyId) => {
      const key = world.keys.find((one) => one.KeyId === KeyId);
      const [alias] = key?.aliases ?? [];
      return html`<li>
        ${alias === undefined ? nothing : html`<code>${alias}</code> `}${key ? html`<a class="mono" href=${addressOf('keys', KeyId)}>${KeyId}</a>` : html`<code>${KeyId}</code>`}
      </li>`;
    })}
    ${ids.length > mostNamed ? html`<li>${texts.moreKeys(ids.length - mostNamed)}</li>` : nothing}
  </ul>`;

/** What the backup is that a cluster is made from, and which keys it does not have. */
export const lossView = (scene: KeyScene, { at, keys }: Loss): TemplateResult => {
  const { texts, language } = scene;
  const time = html`<time datetime=${new Date(at).toISOString()}>${moment(language, at)}</time>`;
  return html`<div class=${keys.length > 0 ? 'stop loss' : 'loss'}>
    <p>${texts.backupOf} <b>${time}</b>${texts.backupEnd} ${keys.length > 0 ? html`<strong>${marked(texts.backupLacks(keys.length))}</strong>` : texts.backupComplete}</p>
    ${keys.length > 0 ? keyNames(scene, keys) : nothing}
  </div>`;
};

/** With which keys it was tried that it works again. */
export const proofView = (scene: KeyScene, { encrypted, created }: Proof): TemplateResult => {
  const { texts, world } = scene;
  const stillMissing = world.diagnosis?.missingKeys ?? [];
  return html`<dl class="proof">
      <div><dt class="small quiet">${texts.encrypts}</dt><dd>${keyNames(scene, encrypted)}</dd></div>
      <div><dt class="small quiet">${texts.created}</dt><dd>${keyNames(scene, created)}</dd></div>
    </dl>
    ${stillMissing.length > 0 ? html`<p><strong>${texts.stillMissing(stillMissing.length)}</strong></p>${keyNames(scene, stillMissing)}` : nothing}`;
};
