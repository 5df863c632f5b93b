import { html, nothing, type TemplateResult } from 'lit';
import { highlighted } from '../calls/highlight.ts';
import { action, row } from '../clusters/scene.ts';
import '../copy.ts';
import { marked } from '../marked.ts';
import { areaField } from './area-field.ts';
import { consoleStatements, type ConsoleStatements } from './console-statements.ts';
import type { Scene } from './page-scene.ts';

/** In the fields: which of both views a person chose. */
const view = 'policy-view';

/** The policy as the console shows it: who it is about, where it has the console's own statements, else the document. */
export function policyTab(scene: Scene): TemplateResult {
  const { texts: { policy: texts }, key, fields, change } = scene;
  const statements = consoleStatements(key.Policy);
  const byDocument = statements === undefined || fields[view] === 'document';
  return html`${statements
      ? html`<p>
          <button
            type="button"
            @click=${(): void => {
              change({ [view]: byDocument ? 'default' : 'document' });
            }}
          >
            ${byDocument ? texts.toDefault : texts.toPolicy}
          </button>
        </p>`
      : html`<p class="quiet small">${marked(texts.noDefault)}</p>`}
    ${statements && !byDocument ? people(scene, statements) : html`${policyDocument(scene)} ${edit(scene)}`}`;
}

function people({ texts }: Scene, { administrators, mayDelete, users, otherAccounts }: ConsoleStatements): TemplateResult {
  const { policy } = texts;
  const each = (names: readonly string[]): unknown =>
    names.length > 0 ? names.map((name) => html`<code class="item">${name}</code>`) : html`<span class="quiet">${texts.none}</span>`;
  return html`<dl>
    ${row(policy.administrators, each(administrators))}
    ${administrators.length > 0 ? row(policy.deletion, policy.mayDelete[mayDelete ? 'yes' : 'no']) : nothing}
    ${row(policy.users, each(users))} ${row(policy.others, each(otherAccounts))}
  </dl>`;
}

function policyDocument({ texts, theme, key: { Policy } }: Scene): TemplateResult {
  const { policy, copy } = texts;
  return html`<div class="text">
    <glass-copy what=${policy.copied} .text=${Policy} .words=${copy} theme=${theme ?? nothing}></glass-copy>
    <pre tabindex="0" role="group" aria-label=${policy.document}>${highlighted('json', Policy)}</pre>
  </div>`;
}

function edit(scene: Scene): TemplateResult {
  const { texts, key, fields, change } = scene;
  const { edit: label, hint, save, document, bypass } = texts.policy;
  const [text, skip] = ['PutKeyPolicy-Policy', 'PutKeyPolicy-Bypass'];
  const Policy = fields[text] ?? key.Policy;
  const input = { KeyId: key.KeyId, Policy, ...(fields[skip] === 'true' && { BypassPolicyLockoutSafetyCheck: true }) };
  return action(scene, {
    ...{ label, hint, press: save },
    service: 'kms',
    operation: 'PutKeyPolicy',
    input,
    code: { input, files: { Policy: 'policy.json' } },
    why: Policy === key.Policy ? texts.unchanged : undefined,
    fields: html`${areaField(text, document, Policy, change, 16, true)}
      <label class="check">
        <input
          type="checkbox"
          .checked=${fields[skip] === 'true'}
          @change=${(event: Event): void => {
            change({ [skip]: String((event.target as HTMLInputElement).checked) });
          }}
        />
        <span>${bypass}</span>
      </label>`,
  });
}
