import { html, nothing, type TemplateResult } from 'lit';
import { highlighted } from '../calls/highlight.ts';
import { waysOf, type Planned } from '../calls/ways.ts';
import '../copy.ts';
import { waysView } from '../setup/ways.ts';
import type { Desk } from './desk.ts';
import { inputOf, policyOf, type Draft } from './draft.ts';
import { pageNames, type PageName } from './page-names.ts';

/** In code the policy is read from a file: in quotes nobody could read it. */
const policyFile = 'key-policy.json';

/** What Finish calls, for the AWS CLI and SDKs, as far as the pages so far have chosen. */
export function callsBeside(desk: Desk, page: PageName): TemplateResult {
  const { texts, theme, language, simulator, besideOpen, openBeside, way, chooseWay } = desk;
  const calls = plannedBy(desk, page);
  // The review shows the policy itself, except where it is edited.
  const files = calls.some((call) => call.files) && (page !== 'review' || desk.draft.policy !== undefined);
  return html`<section class="card beside ${besideOpen ? 'open' : ''}" aria-labelledby="beside-title">
    <h3 id="beside-title">
      <span>${texts.beside}</span>
      <button type="button" class="plain fold" aria-expanded=${besideOpen} aria-controls="beside" @click=${openBeside}>${texts.beside}</button>
    </h3>
    <p class="quiet small">${page === 'store' ? texts.besideStoreHint : texts.besideHint}</p>
    <div id="beside">${waysView({ texts, theme, language }, waysOf(simulator.region, calls), way, chooseWay)}</div>
    ${files ? policyText(desk) : nothing}
  </section>`;
}

function plannedBy({ texts, draft, simulator: { account } }: Desk, page: PageName): readonly Planned[] {
  const { Policy, ...input } = inputOf(draft, account, page);
  const named = pageNames.indexOf(page) >= pageNames.indexOf('labels') && draft.alias !== '';
  return [
    ...(page === 'store' ? looks(draft) : []),
    { service: 'kms', operation: 'CreateKey', input, ...(Policy !== undefined && { files: { Policy: policyFile } }) },
    ...(named
      ? [{ service: 'kms' as const, operation: 'CreateAlias', input: { AliasName: `alias/${draft.alias}`, TargetKeyId: draft.KeyId ?? texts.keyIdOfFirst } }]
      : []),
  ];
}

/** How one sees whether a key store is usable (the source document, "API"). */
const looks = ({ CustomKeyStoreId }: Draft): readonly Planned[] => [
  { service: 'kms', operation: 'DescribeCustomKeyStores', input: CustomKeyStoreId ? { CustomKeyStoreId } : {} },
  { service: 'cloudhsmv2', operation: 'DescribeClusters', input: {} },
];

/** The policy that the key will get, to read and to copy. */
export const policyText = ({ texts, draft, simulator: { account }, theme, language }: Desk): TemplateResult => {
  const text = policyOf(draft, account);
  return html`<div class="text policy">
    <div>
      <h4>${policyFile}</h4>
      <glass-copy what=${policyFile} .text=${text} .words=${texts.copy} theme=${theme ?? nothing} lang=${language}></glass-copy>
    </div>
    <pre tabindex="0" role="group" aria-label=${texts.policy}>${highlighted('json', text)}</pre>
  </div>`;
};
