import { html, type TemplateResult } from 'lit';
import type { KeyStoreView } from '../../../model/look.ts';
import type { KeyStoresTexts } from '../../i18n/key-stores.ts';
import { kindOf } from '../map/parts.ts';
import { errorCode } from '../error-link.ts';

/** The console's words for the connection states (facts 10); like AWS's other words they are not translated. */
const words = {
  CONNECTED: 'Connected',
  CONNECTING: 'Connecting',
  DISCONNECTED: 'Disconnected',
  DISCONNECTING: 'Disconnecting',
  FAILED: 'Failed',
} as const;

export const connectionState = ({ ConnectionState: state }: KeyStoreView): TemplateResult =>
  html`<span class="state ${kindOf(state)}" lang="en">${words[state]}</span>`;

/** Of a key store that is FAILED: the sentence that the console shows (facts 10). */
export const failedSentence = (texts: KeyStoresTexts, code: string): TemplateResult =>
  html`<span class="small" lang="en">${texts.failed}<b class="bad">${errorCode(code)}</b></span>`;
