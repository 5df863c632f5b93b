import { css } from 'lit';

/** A line of steps from top to bottom; the open one in two columns where there is room: the form, and the same as code. */
export const style = css`
  .intro {
    max-inline-size: 48rem;
    color: var(--quiet);
  }
  .chooser {
    max-inline-size: 28rem;
    margin-block-start: 0.75rem;
  }
  .steps {
    margin-block-start: 1.25rem;
  }
  .step {
    display: grid;
    grid-template-columns: 1.75rem minmax(0, 1fr);
    gap: 0 0.875rem;
  }
  .number {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: start;
    font-size: 0.8125rem;
    font-weight: 700;
    line-height: 1.75rem;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .number::before {
    content: '' / '';
    position: absolute;
    inset-block-start: 0;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border: 1px solid var(--line);
    border-radius: 50%;
  }
  .step:not(:last-child) .number::after {
    content: '' / '';
    position: absolute;
    inset-block: 2.125rem 0.375rem;
    inline-size: 1px;
    background: var(--line);
  }
  .number svg {
    inline-size: 1rem;
    block-size: 1.75rem;
  }
  [data-state='done'] > .number {
    color: var(--good);
  }
  [data-state='done'] > .number::before {
    border-color: var(--good);
  }
  [aria-current] > .number {
    color: var(--accent);
  }
  [aria-current] > .number::before {
    border: 2px solid var(--accent);
  }
  .what {
    display: grid;
    gap: 0.25rem;
    padding-block-end: 1rem;
    overflow-wrap: anywhere;
  }
  [aria-current] > .what {
    gap: 0.75rem;
    padding-block-end: 1.75rem;
  }
  [aria-current] > .what > p {
    max-inline-size: 52rem;
  }
  .step h3,
  .finished h3 {
    font-size: 1rem;
    line-height: 1.75rem;
    letter-spacing: 0;
    color: var(--ink);
  }
  .step h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.625rem;
    align-items: baseline;
  }
  .step h3 code {
    font-size: 0.8125rem;
    font-weight: 400;
  }
  [data-state='later'] h3,
  [data-state='skipped'] h3 {
    color: var(--quiet);
    font-weight: 500;
  }
  .result {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1rem;
    align-items: baseline;
  }
  .wait {
    max-inline-size: 28rem;
  }
  .sides,
  form {
    display: grid;
    gap: 1rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .sides {
    gap: 1.25rem 2rem;
  }
  .prefixed {
    display: flex;
    align-items: center;
  }
  .prefixed code {
    flex: none;
    color: var(--quiet);
    padding-inline-end: 0.375rem;
  }
  .subnets {
    display: grid;
    gap: 0.375rem;
  }
  .subnets legend {
    padding: 0;
    margin-block-end: 0.25rem;
  }
  .subnets input {
    flex: none;
  }
  .subnets label {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    color: var(--ink);
  }
  .fill {
    justify-self: start;
    padding-inline: 0.375rem;
    margin-inline-start: -0.375rem;
    min-block-size: 1.75rem;
    font-size: 0.875rem;
  }
  button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  summary {
    inline-size: fit-content;
    font-size: 0.9375rem;
    cursor: pointer;
    border-radius: 0.25rem;
    color: var(--accent);
  }
  .own[open] {
    display: grid;
    gap: 0.75rem;
  }
  .own > * + * {
    margin-block-start: 0.75rem;
  }
  .own button {
    justify-self: start;
  }
  .result .file[open] {
    flex: 1 1 100%;
  }
  textarea {
    resize: vertical;
    font-size: 0.8125rem;
  }
  .ways {
    min-inline-size: 0;
  }
  .ways h4 {
    margin: 0 0 0.375rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--quiet);
  }
  [role='tablist'] {
    margin-block-end: 0.75rem;
  }
  .text + .text,
  .file .text {
    margin-block-start: 0.5rem;
  }
  .tools {
    justify-self: end;
    margin: 0.375rem 0.375rem 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    align-items: center;
  }
  .tools button {
    min-block-size: 1.75rem;
    padding: 0 0.375rem;
    font-size: 0.8125rem;
  }
  pre {
    max-block-size: min(24rem, 60vh);
  }
  .finished {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 1rem 1.25rem;
    border: 1px solid var(--good);
    border-radius: 0.625rem;
  }
  @container (min-width: 56rem) {
    .sides {
      grid-template-columns: minmax(18rem, 2fr) minmax(0, 3fr);
    }
  }
`;
