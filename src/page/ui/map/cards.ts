import { css } from 'lit';

/** Key stores, clusters, zones, HSMs and the keys in them. */
export const cards = css`
  .kicker,
  .zone h3 {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--quiet);
  }
  .small {
    line-height: 1.45;
  }
  .card {
    display: grid;
    align-content: start;
    gap: 0.875rem;
  }
  h2 {
    overflow-wrap: anywhere;
  }
  :is(h2, h4) .name {
    padding: 0;
    min-block-size: 0;
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.1875em;
  }
  h2.long {
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .store dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
    font-size: 0.9375rem;
  }
  .store code {
    font-size: 0.8125rem;
  }
  dt {
    color: var(--quiet);
  }
  .state {
    font-weight: 700;
  }
  .state::before {
    content: '●' / '';
    margin-inline-end: 0.375em;
  }
  .state.moving::before {
    content: '◐' / '';
  }
  .state.bad::before {
    content: '✕' / '';
  }
  .state.off::before {
    content: '○' / '';
  }
  .zone {
    display: flex;
    flex-direction: column;
    gap: 0.625rem;
    padding: 0.625rem;
    border: 1px dashed var(--line);
    border-radius: 0.75rem;
  }
  .zone > button {
    margin-block-start: auto;
  }
  .start {
    justify-self: start;
  }
  .nothing {
    flex: 1;
    display: grid;
    place-content: center;
    padding: 1rem 0.5rem;
    text-align: center;
  }
  .hsm {
    display: grid;
    gap: 0.375rem;
    padding: 0.625rem;
    background: linear-gradient(160deg, light-dark(#fff, #1d2d3c), var(--glass) 45%);
    border: 1px solid var(--glass-line);
    border-radius: 0.625rem;
    box-shadow: inset 0 1px 0 light-dark(#fff, #2a3f52);
  }
  .hsm:not(.ACTIVE) {
    background: none;
    border-style: dashed;
    box-shadow: none;
  }
  h4 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 600;
    line-height: 1.2;
  }
  [role='alert']:not(:has(*)) {
    position: absolute;
  }
  .remove,
  .add {
    justify-self: start;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.25rem;
    padding-inline: 0.5rem;
  }
  .remove,
  .hsm ~ .add {
    color: var(--quiet);
    font-weight: 500;
    font-size: 0.875rem;
  }
  .remove {
    margin: 0 -0.5rem -0.25rem;
  }
  .chips {
    display: grid;
    align-content: start;
    gap: 0.375rem;
  }
  .chip {
    min-inline-size: 0;
    border-radius: 0.5rem;
  }
  li.chip:not(:has(button)),
  .chip button {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    inline-size: 100%;
    padding: 0.125rem 0.5rem;
    min-block-size: 1.875rem;
    font-weight: 400;
    text-align: start;
    color: var(--ink);
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.5rem;
  }
  .chip [aria-expanded='true'] {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  .chip a {
    display: flex;
    gap: 0.375rem;
    min-inline-size: 0;
  }
  .chip code {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 0.8125rem;
  }
  .chip .state,
  .chip .bad {
    flex: none;
    margin-inline-start: auto;
  }
  .chip svg,
  .key h3 svg {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    color: var(--key);
  }
  .cut .chip {
    border-style: dashed;
    color: var(--quiet);
  }
`;
