import { html, nothing, type TemplateResult } from 'lit';
import { highlighted } from '../calls/highlight.ts';
import { action } from '../clusters/scene.ts';
import '../copy.ts';
import { permissionsIn } from '../key-policy/console-policy.ts';
import { marked } from '../marked.ts';
import { areaField } from './area-field.ts';
import { checkField, isChecked } from './check-field.ts';
import type { Scene } from './page-scene.ts';
import { defaultView } from './policy-default.ts';

/** In the fields: which of both views a person chose. */
const view = 'policy-view';

/** The policy as the console shows it: who it is about, where it has the console's own statements, else the document. */
export function policyTab(scene: Scene): TemplateResult {
  const { texts: { policy: texts }, key, fields, change } = scene;
  const permissions = permissionsIn(key.Policy);
  const byDocument = permissions === undefined || fields[view] === 'document';
  return html`${permissions
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
    ${permissions && !byDocument ? defaultView(scene, permissions) : html`${policyDocument(scene)} ${edit(scene)}`}`;
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
  const isSkipped = isChecked(fields, skip, false);
  const input = { KeyId: key.KeyId, Policy, ...(isSkipped && { BypassPolicyLockoutSafetyCheck: true }) };
  return action(scene, {
    ...{ label, hint, press: save },
    service: 'kms',
    operation: 'PutKeyPolicy',
    input,
    code: { input, files: { Policy: 'policy.json' } },
    why: Policy === key.Policy ? texts.unchanged : undefined,
    fields: html`${areaField(text, document, Policy, change, 16, true)}
      ${checkField(skip, bypass, isSkipped, change)}`,
  });
}
