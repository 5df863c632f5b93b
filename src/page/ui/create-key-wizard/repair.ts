import { html, nothing, type TemplateResult } from 'lit';
import { mapTexts } from '../../i18n/map.ts';
import type { WrittenCall } from '../calls/written.ts';
import '../clusters/call-code.ts';
import { errorCode } from '../error-link.ts';
import { eventLink } from '../event-link.ts';
import { addressOf } from '../frame/route.ts';
import { checkIcon } from '../icons.ts';
import type { Step } from '../map/faults.ts';
import { waitBar } from '../map/parts.ts';
import { marked } from '../marked.ts';
import type { Desk } from './desk.ts';
import { hindrancesOf, nextFor, type StoreRow } from './stores.ts';

/** What a key store needs before a key can be created in it: the next step as a button, or the wait that is under way. */
export function repairOf(desk: Desk, row: StoreRow): TemplateResult {
  const { texts, unrepaired, repaired } = desk;
  const { CustomKeyStoreId } = row.store;
  return html`<div class="repair">
    ${state(desk, row)}
    ${unrepaired
      ? html`<p role="alert"><b class="bad">${errorCode(unrepaired.code)}</b> <span lang="en">${unrepaired.message}</span></p>`
      : nothing}
    ${repaired ? html`<p>${eventLink(callOf(repaired.step).operation, repaired.requestId, texts.itsEvent)}</p>` : nothing}
    <p class="small"><a href=${addressOf('key-stores', CustomKeyStoreId)}>${texts.storeDetails}</a></p>
  </div>`;
}

function state({ texts, language, theme, now, repair, simulator: { region } }: Desk, row: StoreRow): TemplateResult {
  if (hindrancesOf(row).length === 0) return html`<p class="good">${checkIcon} ${texts.repaired}</p>`;
  const wait = row.store.wait ?? row.cluster?.hsms.find((hsm) => hsm.wait?.kind === 'create-hsm')?.wait;
  if (wait) return html`<p>${marked(texts.repairing[wait.kind === 'create-hsm' ? 'addHsm' : wait.kind === 'disconnect' ? 'disconnect' : 'connect'])}</p>
    ${waitBar({ texts: mapTexts[language], language, now }, wait)}`;
  const step = nextFor(row)?.step;
  if (!step) return html`<p>${texts.noRepair}</p>`;
  const zone = step.do === 'addHsm' ? step.AvailabilityZone : '';
  return html`<p>${marked(texts.repairHints[step.do])}</p>
    <p>
      <button type="button" @click=${() => {
        repair(step);
      }}>${texts.repairs[step.do](zone)}</button>
    </p>
    <glass-call-code .call=${{ ...callOf(step), region } satisfies WrittenCall} .theme=${theme} lang=${language}></glass-call-code>`;
}

const operations = {
  connect: ['kms', 'ConnectCustomKeyStore'],
  disconnect: ['kms', 'DisconnectCustomKeyStore'],
  addHsm: ['cloudhsmv2', 'CreateHsm'],
} as const;

/** The AWS call that a step is: beside its name it has the call's input. */
function callOf({ do: name, ...input }: Step): Omit<WrittenCall, 'region'> {
  const [service, operation] = operations[name];
  return { service, operation, input };
}
