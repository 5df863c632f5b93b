import { html, type TemplateResult } from 'lit';
import { breakable } from './marked.ts';

/** Where codes are explained on this page; nothing in an embed, where a link would lead nowhere. */
let addressOf: (code: string) => string | undefined = () => undefined;

/** The page has such a place: said once, by its entry. */
export function linkErrors(address: (code: string) => string | undefined): void {
  addressOf = address;
}

/** @returns where a code is explained on this page */
export const explained = (code: string): string | undefined => addressOf(code);

/** AWS's code, linked to where it is explained. */
export function errorCode(code: string): TemplateResult {
  const address = addressOf(code);
  const shown = html`<code>${breakable(code)}</code>`;
  return address === undefined ? shown : html`<a class="error-code" href=${address}>${shown}</a>`;
}
