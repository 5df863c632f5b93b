import { html, nothing, type TemplateResult } from 'lit';
import type { KeyView } from '../../../../model/look.ts';
import type { CreateKeyWizardTexts } from '../../../i18n/create-key-wizard.ts';
import { addressOf } from '../../frame/route.ts';

/** After Finish: the key, and where it is shown. */
export const donePage = (texts: CreateKeyWizardTexts, KeyId: string, key: KeyView | undefined): TemplateResult =>
  html`<section class="card" aria-labelledby="title">
    <h2 id="title" tabindex="-1">${texts.pages.done}</h2>
    <div class="success">
      <p>${texts.doneKey} <code>${KeyId}</code></p>
      ${key && key.aliases.length > 0 ? html`<p>${texts.doneAlias} <code>${key.aliases.join(', ')}</code></p>` : nothing}
      <p class="onward">
        <a class="button" href=${addressOf('keys', KeyId)}>${texts.viewKey}</a>
        <a class="button" href=${addressOf('keys', KeyId, 'cryptographic-configuration')}>${texts.viewCryptography}</a>
        <a class="button" href=${addressOf('keys')}>${texts.allKeys}</a>
      </p>
      <p class="quiet small">${texts.doneHint}</p>
      ${key ? html`<p><a href=${addressOf('cloudtrail', 'ResourceName', key.Arn)}>${texts.events}</a></p>` : nothing}
      <p><a href=${addressOf('keys', 'create', 'key')}>${texts.another}</a></p>
    </div>
  </section>`;
