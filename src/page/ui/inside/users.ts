import { html, nothing, type TemplateResult } from 'lit';
import type { BackupUserView, ClusterUserView } from '../../../model/look.ts';
import type { InsideTexts } from '../../i18n/inside.ts';
import type { Language } from '../../i18n/languages.ts';
import { errorCode } from '../error-link.ts';
import { marked } from '../marked.ts';
import { number } from '../words.ts';
import { factTable, type Column } from './table.ts';

/** Users that are shown before somebody asks for all. */
const usersShown = 20;

interface Shown<User> {
  readonly language: Language;
  readonly texts: InsideTexts;
  readonly users: readonly User[];
  /** How many there are: answers have 200 at the most. */
  readonly total: number;
  /** Whether all were asked for. */
  readonly whole: boolean;
  readonly showWhole: () => void;
}

/** Columns that users of backups have, too. */
const flags = <User extends BackupUserView>(language: Language, texts: InsideTexts): Column<User>[] => [
  { heading: texts.username, cell: ({ username }) => html`<code>${username}</code>` },
  { heading: texts.role, cell: ({ role }) => html`<code>${role}</code>` },
  {
    heading: texts.sign,
    cell: ({ locked }) => (locked ? html`<span class="bad"><span aria-hidden="true">▲</span> ${texts.locked}</span>` : texts.signYes),
  },
  { heading: texts.failed, cell: ({ role, failedLogins }) => (role === 'admin' ? number(language, failedLogins) : texts.failedOf(number(language, failedLogins))) },
  { heading: texts.mfa, cell: ({ mfa }) => (mfa ? html`<code>${texts.mfaYes}</code>` : html`<span class="quiet">${texts.none}</span>`) },
];

const list = <User extends BackupUserView>({ language, texts, users, total, whole, showWhole }: Shown<User>, columns: readonly Column<User>[]): TemplateResult => {
  const shown = whole ? users : users.slice(0, usersShown);
  return total === 0
    ? html`<p class="quiet">${marked(texts.noUsers)}</p>`
    : html`${factTable(texts.users, columns, shown)}
        ${shown.length < total ? html`<p class="small quiet">${texts.firstOf(number(language, shown.length), number(language, total))}</p>` : nothing}
        ${shown.length < users.length
          ? html`<p><button type="button" @click=${showWhole}>${texts.showAll(number(language, users.length))}</button></p>`
          : nothing}
        ${users.some(({ locked }) => locked) ? html`<p class="small">${marked(texts.lockedHint, errorCode)}</p>` : nothing}
        ${users.some(({ mfa, username }) => mfa && username === 'kmsuser') ? html`<p class="small">${marked(texts.mfaHint, errorCode)}</p>` : nothing}`;
};

/** The users of a backup, as they were. */
export const backupUsers = (shown: Shown<BackupUserView>): TemplateResult => list(shown, flags(shown.language, shown.texts));

/** The users of a cluster, as one of its HSMs has them. */
export function hsmUsers(shown: Shown<ClusterUserView>, HsmId: string): TemplateResult {
  const { language, texts, users } = shown;
  const coverage = ({ missingOn }: ClusterUserView): unknown =>
    missingOn.length === 0
      ? html`<code>full</code> <span class="quiet">${texts.full}</span>`
      : html`<code class="bad"><span aria-hidden="true">▲ </span>inconsistent</code>
          ${missingOn.includes(HsmId) ? html`<b>${texts.missingHere}</b>` : html`<span>${texts.missingOn(missingOn.join(', '))}</span>`}`;
  return html`${list(shown, [...flags<ClusterUserView>(language, texts), { heading: texts.coverage, cell: coverage }])}
  ${users.some((user) => user.coverage === 'inconsistent') ? html`<p class="small">${marked(texts.missingHint, errorCode)}</p>` : nothing}`;
}
