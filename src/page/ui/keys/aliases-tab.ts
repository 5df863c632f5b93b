import { html, nothing, type TemplateResult } from 'lit';
import { choice, chosenOf, textField } from '../clusters/fields.ts';
import { action } from '../clusters/scene.ts';
import { breakable } from '../marked.ts';
import { cell, rowName, table } from '../table.ts';
import { whilePending, type Scene } from './page-scene.ts';

/** All begin so. */
const prefix = 'alias/';

/** The key's aliases, and CreateAlias, UpdateAlias and DeleteAlias. */
export function aliasesTab(scene: Scene): TemplateResult {
  const { texts: { alias: texts }, key: { aliases, Arn } } = scene;
  const arnOf = (alias: string): string => Arn.replace(/key\/.*$/, alias);
  return html`${aliases.length === 0
      ? html`<p class="empty">${texts.empty}</p>`
      : table(
          texts.caption,
          [texts.name, texts.arn],
          aliases.map((alias) => html`<tr role="row">${rowName(texts.name, html`<code>${breakable(alias)}</code>`)}${cell(texts.arn, html`<code>${breakable(arnOf(alias))}</code>`, true)}</tr>`),
        )}
    <div class="actions">${add(scene)} ${move(scene)} ${aliases.length === 0 ? nothing : remove(scene)}</div>`;
}

function add(scene: Scene): TemplateResult {
  const { texts: { alias: texts }, key: { KeyId }, fields, change } = scene;
  const { label, hint } = texts.add;
  const id = 'CreateAlias-AliasName';
  const AliasName = fields[id] ?? prefix;
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'CreateAlias',
    input: { AliasName, TargetKeyId: KeyId },
    why: whilePending(scene),
    fields: textField(id, texts.name, AliasName, change),
  });
}

/** An alias that another key has: which there is, only AWS can say. */
function move(scene: Scene): TemplateResult {
  const { texts, key: { KeyId }, fields, change } = scene;
  const { label, hint, question, detail } = texts.alias.move;
  const id = 'UpdateAlias-AliasName';
  const AliasName = fields[id] ?? prefix;
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'UpdateAlias',
    input: { AliasName, TargetKeyId: KeyId },
    why: whilePending(scene),
    question: { question: question(AliasName), detail, yes: label, no: texts.cancel },
    fields: textField(id, texts.alias.name, AliasName, change),
  });
}

/** Also while the key's deletion is scheduled (facts 3.1). */
function remove(scene: Scene): TemplateResult {
  const { texts, key: { aliases }, fields, change } = scene;
  const { label, hint, question, detail } = texts.alias.remove;
  const id = 'DeleteAlias-AliasName';
  const AliasName = chosenOf(aliases, fields[id]);
  return action(scene, {
    ...{ label, hint, press: label },
    service: 'kms',
    operation: 'DeleteAlias',
    input: { AliasName },
    question: { question: question(AliasName), detail, yes: label, no: texts.cancel },
    fields: choice(id, texts.alias.name, aliases.map((alias) => [alias, alias]), AliasName, change),
  });
}
