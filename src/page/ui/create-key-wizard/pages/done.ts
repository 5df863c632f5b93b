import { html, nothing, type TemplateResult } from 'lit';
import type { CreateKeyWizardTexts } from '../../../i18n/create-key-wizard.ts';
import { addressOf } from '../../frame/route.ts';

/** After Finish: the key, and where it is shown. */
export const donePage = (texts: CreateKeyWizardTexts, KeyId: string, aliases: readonly string[]): TemplateResult =>
  html`<div class="success">
    <p>${texts.doneKey} <code>${KeyId}</code></p>
    ${aliases.length > 0 ? html`<p>${texts.doneAlias} <code>${aliases.join(', ')}</code></p>` : nothing}
    <p class="onward">
      <a class="button" href=${addressOf('keys', KeyId)}>${texts.viewKey}</a>
      <a class="button" href=${addressOf('keys', KeyId, 'cryptographic-configuration')}>${texts.viewCryptography}</a>
      <a class="button" href=${addressOf('keys')}>${texts.allKeys}</a>
    </p>
    <p class="quiet small">${texts.doneHint}</p>
    <p><a href=${addressOf('keys', 'create', 'key')}>${texts.another}</a></p>
  </div>`;
