import { html, nothing, type TemplateResult } from 'lit';
import { errorCode } from '../../error-link.ts';
import { addressOf } from '../../frame/route.ts';
import { warningIcon } from '../../icons.ts';
import { stateMark } from '../../map/parts.ts';
import { marked } from '../../marked.ts';
import { number } from '../../words.ts';
import { faultOf, type Desk } from '../desk.ts';
import { choices, note, type Choice } from '../parts.ts';
import { repairOf } from '../repair.ts';
import { activeIn, hindrancesOf, refusedWith, storesIn, type StoreRow } from '../stores.ts';

/** Step 10 of the source document: the key store. One that cannot be used can be chosen, so that AWS's own error is met. */
export function storePage(desk: Desk): TemplateResult {
  const { texts, draft, map, change } = desk;
  const stores = map && storesIn(map);
  const chosen = stores?.find(({ id }) => id === draft.CustomKeyStoreId);
  return html`${!stores
      ? html`<p class="quiet" role="status">${texts.loading}</p>`
      : stores.length === 0
        ? html`<p id="store" tabindex="-1">${texts.noStores}</p>`
        : choices('store', texts.store, stores.map((row) => choiceOf(desk, row)), draft.CustomKeyStoreId, (CustomKeyStoreId) => {
            change({ CustomKeyStoreId });
          }, faultOf(desk, 'store'))}
    ${stores?.length === 0 && faultOf(desk, 'store') ? html`<p class="bad small">${faultOf(desk, 'store')}</p>` : nothing}
    <p><a class="button" href=${addressOf('key-stores', 'create', 'for-key')}>${texts.createStore}</a></p>
    <div role="status">${chosen && hindrancesOf(chosen).length > 0 ? warning(desk, chosen) : nothing}</div>
    ${note(desk, texts.storeNote, html`${texts.storeHelp} ${views.map((view) => html`<a href=${addressOf(view)}>${texts.storeViews[view]}</a> `)}`)}`;
}

const views = ['key-stores', 'clusters'] as const;

function choiceOf({ texts, language }: Desk, row: StoreRow): Choice {
  const { CustomKeyStoreId, CustomKeyStoreName, ConnectionState, CloudHsmClusterId } = row.store;
  const { hsms, zones } = activeIn(row);
  const hindrances = hindrancesOf(row);
  return {
    value: CustomKeyStoreId,
    label: CustomKeyStoreName,
    more: html`<p class="small facts">
        <code>${CustomKeyStoreId}</code> ${stateMark(ConnectionState)} <code>${CloudHsmClusterId}</code>
        <span>${texts.hsms(hsms, number(language, hsms), zones, number(language, zones))}</span>
      </p>
      <p class="small ${hindrances.length === 0 ? 'good' : 'bad'}">
        ${hindrances.length === 0 ? texts.usable : marked(hindrances.map((why) => texts.hindrances[why](ConnectionState)).join(' '))}
      </p>`,
  };
}

function warning(desk: Desk, row: StoreRow): TemplateResult {
  const [why = 'notConnected'] = hindrancesOf(row);
  return html`<div class="warning">
    <p>${warningIcon}<span>${marked(desk.texts.unusable)} ${errorCode(refusedWith[why])}</span></p>
    ${repairOf(desk, row)}
  </div>`;
}
