import { css } from 'lit';

/** Code to read and to copy, in tabs: `role=tab`s above a `.text` with its `<glass-copy>` and `<pre>`, coloured by calls/highlight. */
export const code = css`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    border-block-end: 1px solid var(--line);
  }
  [role='tab'] {
    border: 0;
    border-block-end: 0.125rem solid transparent;
    border-radius: 0;
    margin-block-end: -1px;
    padding-inline: 0.5rem;
    font-size: 0.875rem;
    color: var(--quiet);
    background: none;
    white-space: nowrap;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ink);
    border-block-end-color: var(--accent);
  }
  [role='tab']:focus-visible {
    outline-offset: -0.125rem;
  }
  /* The button stands on the text's own ground. */
  .text {
    display: grid;
    background: var(--well);
    border-radius: 0.625rem;
  }
  .text > glass-copy {
    justify-self: end;
    margin: 0.375rem 0.375rem 0;
  }
  pre {
    overflow: auto;
    padding: 0 1rem 0.875rem;
    font-size: 0.8125rem;
    line-height: 1.6;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: normal;
    tab-size: 2;
    border-radius: 0.625rem;
  }
  pre .name {
    color: var(--accent);
  }
  pre .string {
    color: var(--good);
  }
  pre .value,
  pre .keyword {
    color: var(--moving);
  }
  pre .strong {
    font-weight: 700;
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
