import { html, type TemplateResult } from 'lit';
import { arnOf, identitiesIn } from '../../../../model/identities.ts';
import { crossIcon, plusIcon } from '../../icons.ts';
import { breakable } from '../../marked.ts';
import type { Desk } from '../desk.ts';
import { checkbox, line, note, section } from '../parts.ts';

/** Steps 15 and 16 of the source document. */
export function administratorsPage(desk: Desk): TemplateResult {
  const { texts, draft, change } = desk;
  return html`${section('administrators', texts.administrators, texts.administratorsHint, people(desk, 'administrators'))}
    ${note(desk, texts.iamNote, texts.rolesNote)}
    ${section('deletion', texts.deletion, texts.deletionHint, checkbox('may-delete', texts.mayDelete, draft.mayDelete, (mayDelete) => {
      change({ mayDelete });
    }))}`;
}

/** Steps 18 and 19. */
export function usersPage(desk: Desk): TemplateResult {
  const { texts } = desk;
  return html`${section('users', texts.thisAccount, texts.usersHint, people(desk, 'users'))}
    ${note(desk, texts.iamNote, texts.rolesNote)}
    ${section('accounts', texts.otherAccounts, texts.otherAccountsHint, accounts(desk))} ${note(desk, texts.otherAccountsNote)}`;
}

function people({ texts, draft, simulator: { account }, set }: Desk, list: 'administrators' | 'users'): TemplateResult {
  return html`<ul class="people" aria-labelledby=${list}>
    ${identitiesIn(account).map((identity) => {
      const { name, type } = identity;
      return html`<li>
        ${checkbox(
          `${list}-${name}`,
          html`<b>${name}</b> <span class="quiet small">${texts.identityTypes[type]}</span> <code class="quiet small">${breakable(arnOf(account, identity))}</code>`,
          draft[list].includes(name),
          (checked) => {
            set((now) => ({ ...now, [list]: checked ? [...now[list], name] : now[list].filter((other) => other !== name) }));
          },
        )}
      </li>`;
    })}
  </ul>`;
}

/** Rows of account ids; the focus follows into a new row, and to what stands after a removed one. */
function accounts(desk: Desk): TemplateResult {
  const { texts, draft, host, set } = desk;
  const focus = (row: number): void => {
    void host.updateComplete.then(() => {
      const fields = host.renderRoot.querySelectorAll<HTMLElement>('.account input');
      (fields[Math.min(row, fields.length - 1)] ?? host.renderRoot.querySelector<HTMLElement>('#add-account'))?.focus();
    });
  };
  const change = (to: (ids: readonly string[]) => readonly string[]): void => {
    set((now) => ({ ...now, otherAccounts: to(now.otherAccounts) }));
  };
  return html`<div class="narrow fields">
    ${draft.otherAccounts.map(
      (id, i) => html`<div class="account">
        ${line(desk, `account-${String(i)}`, texts.accountId(String(i + 1)), id, (value) => {
          change((ids) => ids.with(i, value.trim()));
        }, { prefix: 'arn:aws:iam::', suffix: ':root' })}
        <button type="button" class="plain" aria-label=${texts.removeAccount(String(i + 1))} @click=${() => {
          change((ids) => ids.toSpliced(i, 1));
          focus(i);
        }}>${crossIcon}</button>
      </div>`,
    )}
    <p>
      <button type="button" id="add-account" class="add" @click=${() => {
        change((ids) => [...ids, '']);
        focus(draft.otherAccounts.length);
      }}>${plusIcon}${texts.addAccount}</button>
    </p>
  </div>`;
}
