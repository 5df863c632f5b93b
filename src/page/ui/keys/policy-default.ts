import { html, nothing, type TemplateResult } from 'lit';
import { arnOf, identitiesIn } from '../../../model/identities.ts';
import { textField } from '../clusters/fields.ts';
import { action, row } from '../clusters/scene.ts';
import { accountFault } from '../key-policy/accounts.ts';
import { withPermissions, type Permissions } from '../key-policy/console-policy.ts';
import { checkField, isChecked } from './check-field.ts';
import type { Scene } from './page-scene.ts';

/** The console's default view of a key policy: whom its statements name, and forms that change them (Developer Guide, "Changing a key policy"). */
export const defaultView = (scene: Scene, permissions: Permissions): TemplateResult =>
  html`${people(scene, permissions)}
    <div class="actions">${administrators(scene, permissions)} ${users(scene, permissions)} ${otherAccounts(scene, permissions)}</div>`;

function people({ texts: { policy: texts, none } }: Scene, { administrators, mayDelete, users, otherAccounts }: Permissions): TemplateResult {
  const each = (names: readonly string[]): unknown =>
    names.length > 0 ? names.map((name) => html`<code class="item">${name}</code>`) : html`<span class="quiet">${none}</span>`;
  return html`<dl>
    ${row(texts.administrators, each(administrators))}
    ${administrators.length > 0 ? row(texts.deletion, texts.mayDelete[mayDelete ? 'yes' : 'no']) : nothing}
    ${row(texts.users, each(users))} ${row(texts.others, each(otherAccounts))}
  </dl>`;
}

function administrators(scene: Scene, permissions: Permissions): TemplateResult {
  const { texts: { policy: texts }, fields, change } = scene;
  const chosen = chosenOf(scene, 'administrators', permissions.administrators, identityArns(scene));
  const id = 'PutKeyPolicy-mayDelete';
  const mayDelete = isChecked(fields, id, permissions.mayDelete);
  return save(scene, permissions, texts.editAdministrators, { administrators: chosen, mayDelete }, html`
    ${list(scene, 'administrators', texts.administrators, permissions.administrators, identityArns(scene))}
    ${checkField(id, texts.allowDeletion, mayDelete, change)}
  `);
}

function users(scene: Scene, permissions: Permissions): TemplateResult {
  const { policy: texts } = scene.texts;
  const chosen = chosenOf(scene, 'users', permissions.users, identityArns(scene));
  return save(scene, permissions, texts.editUsers, { users: chosen }, list(scene, 'users', texts.users, permissions.users, identityArns(scene)));
}

function otherAccounts(scene: Scene, permissions: Permissions): TemplateResult {
  const { texts: { policy: texts }, simulator: { account }, fields, change } = scene;
  const { otherAccounts: there } = permissions;
  const chosen = chosenOf(scene, 'accounts', there, there);
  const id = 'PutKeyPolicy-account';
  const { [id]: added = '' } = fields;
  const fault = added === '' ? undefined : accountFault(added, account, chosen);
  return save(scene, permissions, texts.editAccounts, { otherAccounts: added === '' ? chosen : [...chosen, added] }, html`
    ${there.length > 0 ? list(scene, 'accounts', texts.others, there, there) : nothing}
    ${textField(id, texts.addAccount, added, (part) => { change({ [id]: part[id]?.trim() }); }, 'text', texts.accountHint)}
  `, fault && texts.wrong[fault]);
}

/** PutKeyPolicy with what is chosen. @param wrong why it cannot be chosen */
function save(scene: Scene, permissions: Permissions, words: { readonly label: string; readonly hint: string }, to: Partial<Permissions>, fields: TemplateResult, wrong?: string): TemplateResult {
  const { texts, key: { KeyId, Policy } } = scene;
  const next = { ...permissions, ...to };
  const isSame = JSON.stringify(next) === JSON.stringify(permissions);
  return action(scene, {
    ...words,
    press: texts.policy.save,
    service: 'kms',
    operation: 'PutKeyPolicy',
    input: { KeyId, Policy: withPermissions(Policy, next) },
    why: wrong ?? (isSame ? texts.unchanged : undefined),
    fields,
  });
}

type List = 'administrators' | 'users' | 'accounts';
const idOf = (of: List, principal: string): string => `PutKeyPolicy-${of}-${principal}`;

const identityArns = ({ simulator: { account } }: Scene): readonly string[] => identitiesIn(account).map((identity) => arnOf(account, identity));

/** Whom the policy names, and whom it could name. */
const offered = (there: readonly string[], others: readonly string[]): readonly string[] => [...new Set([...others, ...there])];

/** In the order of the policy; who is new comes last. */
const chosenOf = ({ fields }: Scene, of: List, there: readonly string[], others: readonly string[]): readonly string[] =>
  [...new Set([...there, ...others])].filter((principal) => isChecked(fields, idOf(of, principal), there.includes(principal)));

function list({ texts: { policy: texts }, simulator: { account }, fields, change }: Scene, of: List, legend: string, there: readonly string[], others: readonly string[]): TemplateResult {
  const named = (principal: string): unknown => {
    const identity = identitiesIn(account).find((each) => arnOf(account, each) === principal);
    return html`${identity ? html`<b>${identity.name}</b> <span class="quiet small">${texts.identityTypes[identity.type]}</span> ` : nothing}<code class="quiet">${principal}</code>`;
  };
  return html`<fieldset class="choices">
    <legend>${legend}</legend>
    ${offered(there, others).map((principal) => checkField(idOf(of, principal), named(principal), isChecked(fields, idOf(of, principal), there.includes(principal)), change))}
  </fieldset>`;
}
