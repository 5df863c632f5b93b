import { html, nothing, type TemplateResult } from 'lit';
import { choice, chosenOf, textField } from '../clusters/fields.ts';
import { action } from '../clusters/scene.ts';
import { cell, rowName, table } from '../table.ts';
import { whilePending, type Scene } from './page-scene.ts';

/** The key's tags, and TagResource and UntagResource. */
export function tagsTab(scene: Scene): TemplateResult {
  const { texts: { tags: texts }, key: { tags } } = scene;
  return html`${tags.length === 0
      ? html`<p class="empty">${texts.empty}</p>`
      : table(
          texts.caption,
          [texts.key, texts.value],
          tags.map(({ TagKey = '', TagValue }) => html`<tr role="row">${rowName(texts.key, html`<code>${TagKey}</code>`)}${cell(texts.value, html`<code>${TagValue}</code>`, true)}</tr>`),
        )}
    <div class="actions">${add(scene)} ${tags.length === 0 ? nothing : remove(scene)}</div>`;
}

function add(scene: Scene): TemplateResult {
  const { texts: { tags: texts }, key: { KeyId }, fields, change } = scene;
  const { label, hint, save } = texts.add;
  const [key, value] = ['TagResource-TagKey', 'TagResource-TagValue'];
  const { [key]: TagKey = '', [value]: TagValue = '' } = fields;
  return action(scene, {
    ...{ label, hint, press: save },
    service: 'kms',
    operation: 'TagResource',
    input: { KeyId, Tags: [{ TagKey, TagValue }] },
    why: whilePending(scene),
    fields: html`<div class="pair">${textField(key, texts.key, TagKey, change)} ${textField(value, texts.value, TagValue, change)}</div>`,
  });
}

function remove(scene: Scene): TemplateResult {
  const { texts: { tags: texts }, key: { KeyId, tags }, fields, change } = scene;
  const { label, hint, save } = texts.remove;
  const keys = tags.flatMap(({ TagKey }) => TagKey ?? []);
  const id = 'UntagResource-TagKeys';
  const chosen = chosenOf(keys, fields[id]);
  return action(scene, {
    ...{ label, hint, press: save },
    service: 'kms',
    operation: 'UntagResource',
    input: { KeyId, TagKeys: [chosen] },
    why: whilePending(scene),
    fields: choice(id, texts.key, keys.map((key) => [key, key]), chosen, change),
  });
}
