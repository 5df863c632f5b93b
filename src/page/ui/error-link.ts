import { html, type TemplateResult } from 'lit';
import { coded } from './marked.ts';

/** @returns where a code is explained on this page; nothing in an embed, where a link would lead nowhere */
export let explained: (code: string) => string | undefined = () => undefined;

/** The page has such a place: said once, by its entry. */
export const linkErrors = (address: typeof explained): void => {
  explained = address;
};

/** AWS's code, linked to where it is explained; also what `marked` sets a text's words with. */
export const errorCode = (code: string): TemplateResult => {
  const address = explained(code);
  const shown = coded(code);
  return address ? html`<a class="error-code" href=${address}>${shown}</a>` : shown;
};
