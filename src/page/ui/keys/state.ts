import { css, html, type TemplateResult } from 'lit';
import type { KeyState } from '../../../model/key-states.ts';

const kinds: Readonly<Record<KeyState, string>> = {
  Enabled: 'good',
  Disabled: 'off',
  PendingDeletion: 'moving',
  Unavailable: 'bad',
};

/** AWS's word for a key's state, with a mark and a colour. */
export const stateBadge = (state: KeyState): TemplateResult => html`<code class="state ${kinds[state]}">${state}</code>`;

export const stateStyle = css`
  .state {
    font-weight: 600;
    white-space: nowrap;
  }
  .state::before {
    display: inline-block;
    margin-inline-end: 0.4375rem;
    content: '●' / '';
  }
  .state.off::before {
    content: '○' / '';
  }
  .state.moving::before {
    content: '◐' / '';
  }
  .state.bad::before {
    content: '▲' / '';
  }
`;
