import { css } from 'lit';

export const style = css`
  .card,
  .screen,
  .help,
  .log,
  .entry,
  .example {
    display: grid;
    gap: 0.5rem;
    align-content: start;
    min-inline-size: 0;
  }
  .card {
    gap: 1rem;
  }
  .log:focus-visible {
    border-radius: 0.625rem;
  }
  .screen {
    gap: 0;
    background: var(--well);
    border: 1px solid var(--line);
    border-radius: 0.625rem;
  }
  .log {
    gap: 0.875rem;
    align-content: end;
    min-block-size: 9rem;
    padding: 0.875rem 1rem;
  }
  /* Scrolled in itself, so that the line stays in sight; all of it on paper. */
  .scroll {
    max-block-size: min(34rem, 60vh);
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: 0.625rem 0.625rem 0 0;
  }
  .scroll:focus-visible {
    outline-offset: -0.1875rem;
  }
  .entry {
    gap: 0.25rem;
    font-size: 0.875rem;
  }
  .entry glass-copy {
    justify-self: start;
    margin-inline-start: -0.375rem;
  }
  .typed,
  pre,
  .line code,
  .line input {
    font-family: var(--mono);
  }
  .typed {
    font-weight: 600;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .prompt {
    color: var(--accent);
  }
  pre {
    font-size: inherit;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: normal;
  }
  .stderr {
    padding-inline-start: 0.75rem;
    border-inline-start: 0.25rem solid var(--bad);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    padding: 0.625rem 1rem;
    border-block-start: 1px solid var(--line);
  }
  .line code {
    flex: none;
    font-weight: 600;
    color: var(--accent);
  }
  .line input {
    flex: 1 1 12rem;
    inline-size: auto;
    background: var(--card);
  }
  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    padding-block-start: 0.25rem;
  }
  .tools > button {
    min-block-size: 1.75rem;
    padding-block: 0;
    padding-inline: 0.5rem;
    font-size: 0.8125rem;
  }
  .keys code {
    padding-inline: 0.25rem;
    border: 1px solid var(--line);
    border-radius: 0.25rem;
  }
  .help > * + h3 {
    margin-block-start: 0.75rem;
  }
  .help ul {
    display: grid;
    gap: 0.625rem;
  }
  .example {
    gap: 0.125rem;
  }
  .example button {
    justify-self: start;
    padding-block: 0.25rem;
    padding-inline: 0.625rem;
    min-block-size: 2rem;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .passwords {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125rem 1rem;
  }
  .notice {
    padding: 0.75rem 1rem;
    border: 1px solid var(--moving);
    border-radius: 0.625rem;
  }
  @container (min-width: 62rem) {
    .sides {
      display: grid;
      grid-template-columns: minmax(0, 8fr) minmax(18rem, 5fr);
      gap: 2rem;
    }
    /* In sight beside the examples, however many there are. */
    .sides > :first-child {
      position: sticky;
      inset-block-start: 1rem;
      align-self: start;
    }
    .scroll {
      max-block-size: max(24rem, calc(100vh - 22rem));
    }
    .log {
      min-block-size: 20rem;
    }
  }
  @container (max-width: 61.99rem) {
    .sides {
      display: grid;
      gap: 1.5rem;
    }
  }
  @media print {
    .scroll {
      max-block-size: none;
    }
  }
`;
