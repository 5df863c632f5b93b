import { html, nothing, type TemplateResult } from 'lit';
import { durations } from '../../../model/durations.ts';
import type { KeyStoreView } from '../../../model/look.ts';
import { masked } from '../calls/ways.ts';
import { choice, chosenOf, textField } from '../clusters/fields.ts';
import { action } from '../clusters/scene.ts';
import { marked } from '../marked.ts';
import { duration } from '../words.ts';
import { obstacle, type StoreAction } from './possible.ts';
import { count, type Scene } from './scene.ts';

/** The console's "Key store actions" (facts 10); what cannot be done now says why. */
export const keyStoreActions = (scene: Scene, store: KeyStoreView): TemplateResult =>
  html`${connect(scene, store)} ${disconnect(scene, store)} ${edit(scene, store)} ${remove(scene, store)}`;

function why(scene: Scene, store: KeyStoreView, what: StoreAction): string | undefined {
  const { texts } = scene;
  const { ConnectionState: state, keyCount } = store;
  switch (obstacle(what, store)) {
    case undefined:
      return undefined;
    case 'keys':
      return texts.holdsKeys(keyCount, count(scene, keyCount));
    case 'state':
      if (what === 'connect' || what === 'disconnect') return texts.notNow[what][state];
      return what === 'rename' ? texts.renameNotWhile(state) : texts.notWhile(state);
  }
}

function connect(scene: Scene, store: KeyStoreView): TemplateResult {
  const { texts, language } = scene;
  const { label, hint, takes } = texts.connect;
  return action(scene, {
    label,
    hint: `${hint} ${takes(duration(language, durations.connect.milliseconds))}`,
    service: 'kms',
    operation: 'ConnectCustomKeyStore',
    press: label,
    input: { CustomKeyStoreId: store.CustomKeyStoreId },
    why: why(scene, store, 'connect'),
  });
}

function disconnect(scene: Scene, store: KeyStoreView): TemplateResult {
  const { texts } = scene;
  const { label, hint, question, detail, yes } = texts.disconnect;
  const { CustomKeyStoreId, CustomKeyStoreName, ConnectionState, keyCount } = store;
  return action(scene, {
    label,
    hint,
    service: 'kms',
    operation: 'DisconnectCustomKeyStore',
    press: label,
    input: { CustomKeyStoreId },
    why: why(scene, store, 'disconnect'),
    // From the other states nothing is lost.
    question: ConnectionState === 'CONNECTED' ? { question: question(CustomKeyStoreName), detail: html`${marked(detail(keyCount, count(scene, keyCount)))}`, yes, no: texts.cancel } : undefined,
  });
}

function edit(scene: Scene, store: KeyStoreView): TemplateResult {
  const { texts, fields, change, clusters } = scene;
  const { edit: words } = texts;
  const { CustomKeyStoreId, CustomKeyStoreName, CloudHsmClusterId: before } = store;
  const { newName = CustomKeyStoreName, newPassword = '' } = fields;
  const all = obstacle('update', store) === undefined;
  const related = clusters.filter(({ ClusterId, relatedKeyStores }) => ClusterId !== before && relatedKeyStores.includes(CustomKeyStoreId)).map(({ ClusterId }) => ClusterId);
  const cluster = chosenOf([before, ...related], fields['newCluster']);
  const parts = {
    ...(newName !== CustomKeyStoreName && { NewCustomKeyStoreName: newName }),
    ...(all && newPassword && { KeyStorePassword: newPassword }),
    ...(all && cluster !== before && { CloudHsmClusterId: cluster }),
  };
  const input = { CustomKeyStoreId, ...parts };
  return action(scene, {
    label: words.label,
    hint: words.hint,
    service: 'kms',
    operation: 'UpdateCustomKeyStore',
    press: words.save,
    input,
    code: { input: { ...input, ...('KeyStorePassword' in input && { KeyStorePassword: masked }) } },
    why: why(scene, store, 'rename') ?? (Object.keys(parts).length === 0 ? texts.unchanged : undefined),
    fields: html`${textField('newName', words.newName, newName, change)}
    ${all
      ? html`${choice('newCluster', words.related, [[before, words.same(before)], ...related.map((id) => [id, id] as const)], cluster, change)}
          <p class="quiet small">${words.relatedHint}</p>
          ${textField('newPassword', texts.password, newPassword, change, 'password', marked(texts.passwordHint))}`
      : html`<p class="quiet small">${why(scene, store, 'rename') === undefined ? words.nameOnly : nothing}</p>`}`,
  });
}

function remove(scene: Scene, store: KeyStoreView): TemplateResult {
  const { texts } = scene;
  const { label, hint, question, detail, yes } = texts.delete;
  const { CustomKeyStoreId, CustomKeyStoreName } = store;
  return action(scene, {
    label,
    hint,
    service: 'kms',
    operation: 'DeleteCustomKeyStore',
    press: label,
    input: { CustomKeyStoreId },
    why: why(scene, store, 'delete'),
    question: { question: question(CustomKeyStoreName), detail, yes, no: texts.cancel },
  });
}
