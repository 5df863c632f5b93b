import { css } from 'lit';

/** Beside the lists' style, which the list of keys has too. */
export const listStyle = css`
  .head .primary {
    margin-inline-start: auto;
  }
  h3 {
    margin-block-start: 0.25rem;
  }
  .item {
    display: block;
  }
`;

/** What can be opened: sections of details, certificates, actions. */
export const sectionStyle = css`
  :host {
    display: block;
  }
  details {
    border: 1px solid var(--line);
    border-radius: 0.625rem;
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.625rem;
    position: relative;
    padding: 0.5rem 0.875rem 0.5rem 2rem;
    cursor: pointer;
    border-radius: 0.625rem;
    overflow-wrap: anywhere;
  }
  summary::before {
    content: '▸' / '';
    position: absolute;
    inset: 0.5rem auto auto 0.875rem;
    color: var(--accent);
  }
  [open] > summary::before {
    content: '▾' / '';
  }
  .action summary span {
    font-weight: 600;
    font-size: 0.9375rem;
  }
  summary:hover {
    background: var(--well);
  }
  .body,
  .form {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    min-inline-size: 0;
  }
  .body {
    padding: 0.25rem 0.875rem 0.875rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }
  .tools button {
    text-align: start;
    overflow-wrap: anywhere;
  }
  .call.mono {
    font-size: 0.875rem;
  }
  .call[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  .call[aria-describedby='why'] {
    opacity: 1;
    color: var(--quiet);
    background: var(--card);
    border: 1px dashed var(--line);
    cursor: not-allowed;
  }
  a {
    color: var(--accent);
  }
  .why {
    padding-inline-start: 0.75rem;
    border-inline-start: 0.1875rem solid var(--moving);
  }
  .flat {
    padding: 0;
  }
  pre {
    max-block-size: 14rem;
    overflow: auto;
    padding: 0.75rem 0.875rem;
    font-size: 0.75rem;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--well);
    border-radius: 0.625rem;
  }
  dl,
  dl > div {
    display: grid;
  }
  dl {
    gap: 0.5rem;
  }
  dt {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  dd {
    overflow-wrap: anywhere;
  }
  @container (min-width: 32rem) {
    dl > div {
      grid-template-columns: 13.5rem minmax(0, 1fr);
      gap: 0 1rem;
      align-items: baseline;
    }
    dl {
      gap: 0.25rem;
    }
  }
  @container (min-width: 44rem) {
    .sides {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 1.5rem;
    }
  }
`;

/** Details of a cluster or a backup: sections, what is in them, and the fields of actions. */
export const detailsStyle = css`
  .section,
  .actions,
  .choices {
    display: grid;
    gap: 0.5rem;
  }
  .section {
    gap: 0.75rem;
  }
  .link {
    padding: 0;
    min-block-size: 0;
    font-family: var(--mono);
    font-size: 0.875em;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
    background: none;
    border: 0;
    border-radius: 0.25rem;
    text-decoration: underline;
    text-underline-offset: 0.1875em;
  }
  .things {
    display: grid;
    gap: 0.5rem;
  }
  .thing {
    padding: 0.5rem 0.875rem;
    border: 1px solid var(--glass-line);
    border-radius: 0.625rem;
    background: var(--glass);
    overflow-wrap: anywhere;
  }
  .thing p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }
  .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.5rem;
    align-items: baseline;
    color: var(--ink);
  }
  legend {
    padding: 0;
    margin-block-end: 0.25rem;
  }
  .head glass-copy {
    align-self: center;
  }
  .notice {
    padding: 0.75rem 1rem;
    border: 1px solid var(--moving);
    border-radius: 0.625rem;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 0.5rem;
  }
  @container (min-width: 44rem) {
    .things {
      grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
    }
  }
`;
