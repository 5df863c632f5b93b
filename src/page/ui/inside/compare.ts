import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterContents, ClusterDetails, HsmView } from '../../../model/look.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import type { InsideTexts } from '../../i18n/inside.ts';
import type { Language } from '../../i18n/languages.ts';
import { choice, chosenOf, type Change, type Fields } from '../clusters/fields.ts';
import { stateMark } from '../clusters/state.ts';
import { number } from '../words.ts';
import { factTable } from './table.ts';

interface Compared {
  readonly language: Language;
  readonly texts: InsideTexts;
  readonly cluster: ClusterDetails;
  readonly contents: ClusterContents;
  readonly HsmId: string;
  readonly fields: Fields;
  readonly change: Change;
}

interface Fact {
  readonly name: string;
  readonly here: unknown;
  readonly there: unknown;
  /** Of what two HSMs of a cluster should have alike: whether they have. */
  readonly unlike?: boolean;
}

/** Two HSMs of a cluster side by side. Only an active one can be asked what it holds. */
export function comparison({ language, texts, cluster, contents, HsmId, fields, change }: Compared): TemplateResult {
  const others = cluster.hsms.filter((hsm) => hsm.HsmId !== HsmId);
  const here = cluster.hsms.find((hsm) => hsm.HsmId === HsmId);
  const chosen = chosenOf(others.map((hsm) => hsm.HsmId), fields['other']);
  const there = others.find((hsm) => hsm.HsmId === chosen);
  if (!here || !there) return html`<p class="quiet">${texts.noOther}</p>`;
  const names = clustersTexts[language];
  const active = here.State === 'ACTIVE' && there.State === 'ACTIVE';
  const lacks = (hsm: HsmView): readonly string[] => contents.hsms.find((each) => each.HsmId === hsm.HsmId)?.missingUsers ?? [];
  const asked = (hsm: HsmView, value: unknown): unknown => (hsm.State === 'ACTIVE' ? value : html`<span class="quiet">${texts.notActive}</span>`);
  const pair = (name: string, of: (hsm: HsmView) => unknown, unlike?: boolean): Fact => ({ name, here: of(here), there: of(there), ...(unlike && { unlike }) });
  const users = (hsm: HsmView): number => contents.capacity.users.used - lacks(hsm).length;
  const unlike = active && (lacks(here).join('\n') !== lacks(there).join('\n'));
  const facts: Fact[] = [
    pair(texts.state, ({ State, wait }) => stateMark(language, names, State, wait)),
    pair(texts.zone, ({ AvailabilityZone }) => html`<code>${AvailabilityZone}</code>`),
    pair(texts.subnet, ({ SubnetId }) => html`<code>${SubnetId}</code>`),
    pair(texts.address, ({ EniIp, EniId }) => html`<code>${EniIp}</code> <code class="quiet">${EniId}</code>`),
    pair(texts.keys, (hsm) => asked(hsm, number(language, cluster.keyCount))),
    pair(texts.users, (hsm) => asked(hsm, number(language, users(hsm))), active && users(here) !== users(there)),
    pair(
      texts.missingUsers,
      (hsm) => asked(hsm, lacks(hsm).length === 0 ? html`<span class="quiet">${texts.none}</span>` : lacks(hsm).map((username) => html`<code class="item">${username}</code>`)),
      unlike,
    ),
  ];
  return html`${choice('other', texts.other, others.map((hsm) => [hsm.HsmId, `${hsm.HsmId} · ${hsm.AvailabilityZone}`]), chosen, change)}
    ${factTable(
      texts.compare,
      [
        { heading: texts.fact, cell: ({ name, unlike: marks }) => html`<b>${name}</b> ${marks ? html`<span class="small bad"><span aria-hidden="true">▲</span> ${texts.differs}</span>` : nothing}` },
        { heading: HsmId, cell: (fact) => fact.here },
        { heading: there.HsmId, cell: (fact) => fact.there },
      ],
      facts,
    )}
    ${active ? html`<p class="small" role="status">${unlike ? texts.unlike : texts.alike}</p>` : nothing}`;
}
