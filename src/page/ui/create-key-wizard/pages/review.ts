import { html, nothing, type TemplateResult } from 'lit';
import { eventLink } from '../../event-link.ts';
import { addressOf } from '../../frame/route.ts';
import { checkIcon, crossIcon } from '../../icons.ts';
import { marked } from '../../marked.ts';
import { filled } from '../../pairs.ts';
import { refusalBox } from '../../refusal.ts';
import { calls, faultOf, type CallName, type Desk } from '../desk.ts';
import { policyText } from '../beside.ts';
import { policyOf } from '../draft.ts';
import { line, section } from '../parts.ts';
import { repairOf } from '../repair.ts';
import type { PageName } from '../page-names.ts';
import { storesIn } from '../stores.ts';

/** Steps 21 and 22 of the source document: all that was chosen, with ways back; the policy; the calls, and how they went. */
export function reviewPage(desk: Desk): TemplateResult {
  const { texts, draft } = desk;
  return html`${draft.KeyId === undefined ? html`<p>${texts.reviewHint}</p>` : html`<p class="warning"><span>${marked(texts.stands(draft.KeyId))}</span></p>`}
    <div class="summary">${summary(desk)} ${policy(desk)}</div>
    ${section('calls', texts.callsTitle, undefined, html`<ul class="calls">${calls.map((name) => call(desk, name))}</ul>`)}
    ${refusal(desk)}`;
}

function summary(desk: Desk): TemplateResult[] {
  const { texts, draft, map } = desk;
  const { keyType, KeyUsage, KeySpec, Origin, MultiRegion, CustomKeyStoreId, alias, Description, otherAccounts } = draft;
  const store = map?.keyStores.find((each) => each.CustomKeyStoreId === CustomKeyStoreId);
  const tags = filled(draft.tags).map(({ name, value }) => `${name} = ${value}`);
  return [
    block(desk, 'key', [
      [texts.keyType, texts.keyTypes[keyType]],
      [texts.keySpec, html`<code>${KeySpec}</code>`],
      [texts.keyUsage, texts.keyUsages[KeyUsage]],
      [texts.origin, texts.origins[Origin]],
      [texts.regionality, MultiRegion ? texts.multiRegion : texts.singleRegion],
    ]),
    ...(Origin === 'AWS_CLOUDHSM' ? [block(desk, 'store', [[texts.store, html`${store?.CustomKeyStoreName ?? ''} <code>${CustomKeyStoreId}</code>`]])] : []),
    block(desk, 'labels', [
      [texts.alias, alias ? html`<code>alias/${alias}</code>` : texts.none],
      [texts.descriptionShort, Description || texts.none],
      [texts.tagsShort, tags.length > 0 ? tags.map((tag) => html`<code class="item">${tag}</code>`) : texts.none],
    ]),
    block(desk, 'administrators', [
      [texts.administrators, draft.administrators.join(', ') || texts.none],
      [texts.mayDelete, draft.mayDelete ? texts.yes : texts.no],
    ]),
    block(desk, 'users', [
      [texts.thisAccount, draft.users.join(', ') || texts.none],
      [texts.otherAccounts, otherAccounts.length > 0 ? otherAccounts.map((id) => html`<code class="item">${id}</code>`) : texts.none],
    ]),
  ];
}

/** One page in short. Once the key stands its settings can be changed in its own page only. */
const block = ({ texts, draft }: Desk, page: PageName, rows: readonly (readonly [string, unknown])[]): TemplateResult =>
  html`<section class="part" aria-labelledby="review-${page}">
    <h3 id="review-${page}">
      ${texts.pages[page]}
      ${draft.KeyId === undefined
        ? html`<a class="edit" href=${addressOf('keys', 'create', page)} aria-label=${texts.editOf(texts.pages[page])}>${texts.edit}</a>`
        : nothing}
    </h3>
    <dl>${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;

function policy(desk: Desk): TemplateResult {
  const { texts, draft, simulator, change, set } = desk;
  const wrong = faultOf(desk, 'policy');
  const text = policyOf(draft, simulator.account);
  const content =
    draft.policy === undefined
      ? html`${policyText(desk)}
          ${draft.KeyId === undefined
            ? html`<p><button type="button" @click=${() => {
                change({ policy: text });
                void desk.host.updateComplete.then(() => {
                  desk.host.renderRoot.querySelector<HTMLElement>('#policy')?.focus();
                });
              }}>${texts.editPolicy}</button></p>`
            : nothing}`
      : html`<div class="field">
            <label for="policy">${texts.policyText}</label>
            <textarea id="policy" class="mono" rows="14" spellcheck="false" autocomplete="off" ?readonly=${draft.KeyId !== undefined} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'policy-wrong' : 'policy-hint'} .value=${text} @input=${(event: Event): void => {
              change({ policy: (event.target as HTMLTextAreaElement).value });
            }}></textarea>
            ${wrong ? html`<p class="bad small" id="policy-wrong">${wrong}</p>` : nothing}
            <p class="quiet small" id="policy-hint">${texts.policyEdited}</p>
          </div>
          ${draft.KeyId === undefined
            ? html`<p><button type="button" @click=${() => {
                set(({ policy: _edited, ...rest }) => rest);
              }}>${texts.resetPolicy}</button></p>`
            : nothing}`;
  return section('review-policy', texts.policy, texts.policyHint, content);
}

function stateOf({ draft, underWay, refused }: Desk, name: CallName): 'done' | 'underWay' | 'refused' | 'later' {
  if (underWay === name) return 'underWay';
  if (name === 'CreateKey' && draft.KeyId !== undefined) return 'done';
  return refused?.call === name ? 'refused' : 'later';
}

/** How a call of Finish went. */
function call(desk: Desk, name: CallName): TemplateResult {
  const state = stateOf(desk, name);
  return html`<li class="call" data-call=${name} data-state=${state}>
    <code>${name}</code>
    <span class="small ${state === 'done' ? 'good' : state === 'refused' ? 'bad' : 'quiet'}" role="status">
      ${state === 'done' ? checkIcon : state === 'refused' ? crossIcon : nothing}${desk.texts.callStates[state]}
    </span>
    ${eventLink(name, desk.requestIds[name], desk.texts.itsEvent)}
  </li>`;
}

/** What AWS refused, what it means, and the way out, all in this place. */
function refusal(desk: Desk): TemplateResult | typeof nothing {
  const { texts, refused, ours, map, draft, change } = desk;
  if (!refused) return nothing;
  const { call: name, refusal: why } = refused;
  const meanings: Readonly<Record<string, string>> = name === 'CreateKey' ? texts.meanings : texts.aliasMeanings;
  const words = { title: texts.refused[name], silent: texts.silent, ours, meaning: meanings[why.code] };
  const row = map && storesIn(map).find(({ id }) => id === draft.CustomKeyStoreId);
  const isStores = why.code === 'CustomKeyStoreInvalidStateException' || why.code === 'CloudHsmClusterInvalidConfigurationException';
  const help =
    name === 'CreateAlias'
      ? html`<div class="narrow">${line(desk, 'alias', texts.anotherAlias, draft.alias, (alias) => {
          change({ alias: alias.replace(/^alias\//, '') });
        }, { prefix: 'alias/', hint: texts.aliasHint, required: true })}</div>`
      : isStores && row
        ? html`<div role="status">${repairOf(desk, row)}</div>`
        : nothing;
  return refusalBox('refusal', why, words, html`${help}<p class="small">${texts.finishAgain}</p>`);
}
