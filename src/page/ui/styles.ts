import { css } from 'lit';

/**
 * The look (DESIGN.md, section 5): quiet, technical, spacious; one accent, one level of borders. Sizes in rem, so that
 * text zoom works. A page may set the custom properties on an element to fit it in.
 */
export const tokens = css`
  :host {
    --page: light-dark(#f5f7fa, #0b1016);
    --card: light-dark(#fff, #131a22);
    --line: light-dark(#dbe2ea, #263240);
    --ink: light-dark(#15202b, #e7edf4);
    --quiet: light-dark(#546275, #97a5b6);
    --accent: light-dark(#0a63c2, #66b2ff);
    --on-accent: light-dark(#fff, #08131f);
    --good: light-dark(#0a7444, #48d597);
    --moving: light-dark(#8a5a06, #efb95b);
    --bad: light-dark(#b3261e, #ff8d84);
    --key: light-dark(#9a6200, #efb95b);
    --glass: light-dark(#f0f7fe, #15222e);
    --glass-line: light-dark(#b9d6f1, #2f4c66);
    --well: light-dark(#f5f7fa, #0d131a);
    --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace;
    color-scheme: light dark;
    display: block;
    box-sizing: border-box;
    font: 1rem/1.55 system-ui, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif;
    color: var(--ink);
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  ul,
  ol,
  pre,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  /* For the ring of a title that the focus was led to. */
  h2,
  h3,
  h4 {
    border-radius: 0.25rem;
  }
  h2 {
    font-size: 1.125rem;
    line-height: 1.35;
  }
  h3 {
    font-size: 0.8125rem;
    letter-spacing: 0.02em;
    color: var(--quiet);
  }
  code,
  pre,
  .mono {
    font-family: var(--mono);
    font-size: 0.875em;
  }
  code,
  .mono {
    overflow-wrap: anywhere;
  }
  a {
    color: var(--accent);
    /* Below the underscores of AWS's codes. */
    text-underline-offset: 0.25em;
  }
  a.error-code {
    color: inherit;
  }
  :host(:lang(ja)) {
    word-break: auto-phrase;
    line-break: strict;
  }
  :focus-visible {
    outline: 0.1875rem solid var(--accent);
    outline-offset: 0.125rem;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet,
  .off {
    color: var(--quiet);
  }
  .good {
    color: var(--good);
  }
  .moving {
    color: var(--moving);
  }
  .bad {
    color: var(--bad);
  }
  .small {
    font-size: 0.875rem;
  }
  .card {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.875rem;
    padding: 1.25rem;
  }
  .waiting {
    color: var(--quiet);
    padding: 1.25rem;
  }
  .failure {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    border: 1px solid var(--bad);
    border-radius: 0.875rem;
    padding: 1.25rem;
    background: var(--card);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Buttons, fields and what belongs to a form. */
export const controls = css`
  button {
    font: inherit;
    font-weight: 600;
    font-size: 0.9375rem;
    color: var(--accent);
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    padding: 0.375rem 0.875rem;
    min-block-size: 2.25rem;
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    border-color: var(--accent);
  }
  button:disabled {
    color: var(--quiet);
    border-style: dashed;
    cursor: not-allowed;
  }
  button.primary {
    color: var(--on-accent);
    background: var(--accent);
    border-color: var(--accent);
  }
  button.danger {
    color: var(--bad);
  }
  button.plain {
    border-color: transparent;
    background: none;
  }
  label,
  legend {
    font-size: 0.875rem;
    color: var(--quiet);
  }
  input,
  select,
  textarea {
    font: inherit;
    color: var(--ink);
    background: var(--well);
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    padding: 0.375rem 0.625rem;
    min-block-size: 2.25rem;
    inline-size: 100%;
    min-inline-size: 0;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: auto;
    min-block-size: 0;
    accent-color: var(--accent);
  }
  .field {
    display: grid;
    gap: 0.25rem;
  }
`;
