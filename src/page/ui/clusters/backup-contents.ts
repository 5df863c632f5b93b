import { html, nothing, type TemplateResult } from 'lit';
import type { BackupContents, KeysHeld, Surplus } from '../../../model/look.ts';
import { insideTexts } from '../../i18n/inside.ts';
import { backupUsers } from '../inside/users.ts';
import { marked } from '../marked.ts';
import { heldText } from './kept.ts';
import { count, row, section, type Scene } from './scene.ts';

/** What a backup holds: users with their flags, and keys; and beside its cluster as that is now. */
export function contents(scene: Scene, backup: BackupContents): TemplateResult {
  const { texts, language, fields, change } = scene;
  const { users, keys, keyCount, userCount, difference } = backup;
  const showWhole = (): void => {
    change({ allUsers: 'yes' });
  };
  return html`${section(
    'contents',
    texts.contents,
    html`<p>${heldText(texts, (value) => count(scene, value), backup)}</p>
      ${backupUsers({ language, texts: insideTexts[language], users, total: userCount, whole: fields['allUsers'] === 'yes', showWhole })}
      <dl>${row(texts.firstKeys, keyList(scene, { count: keyCount, first: keys }))}</dl>`,
  )}
  ${difference
    ? section(
        'difference',
        texts.difference,
        isEmpty(difference.onlyInBackup) && isEmpty(difference.onlyInCluster)
          ? html`<p>${texts.noDifference}</p>`
          : html`<p class="quiet small">${marked(texts.differenceHint)}</p>
              <dl>
                ${row(texts.onlyInBackup, surplus(scene, difference.onlyInBackup))} ${row(texts.onlyInCluster, surplus(scene, difference.onlyInCluster))}
              </dl>`,
      )
    : nothing}`;
}

const isEmpty = ({ users, keys }: Surplus): boolean => users.length === 0 && keys.count === 0;

function surplus(scene: Scene, has: Surplus): TemplateResult {
  const { texts } = scene;
  if (isEmpty(has)) return html`<span class="quiet">${texts.nothing}</span>`;
  return html`${has.users.map((username) => html`<span class="item">${texts.user} <code>${username}</code></span>`)}
  ${has.keys.count > 0 ? keyList(scene, has.keys) : nothing}`;
}

function keyList(scene: Scene, { count: all, first }: KeysHeld): TemplateResult {
  const { texts } = scene;
  if (all === 0) return html`<span class="quiet">${texts.noKeys}</span>`;
  return html`${first.map((key) => html`<span class="item"><code class="quiet">${key['key-reference']}</code> <code>${key.label}</code></span>`)}
  ${all > first.length ? html`<span class="item quiet">${texts.moreKeys(count(scene, all - first.length))}</span>` : nothing}`;
}
