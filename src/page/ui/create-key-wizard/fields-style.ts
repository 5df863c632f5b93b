import { css } from 'lit';

/** What the pages ask: choices, lines, people, accounts, and notes beside them. */
export const fieldsStyle = css`
  .advanced,
  .part {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  .narrow {
    max-inline-size: 40rem;
  }
  .choices,
  .people {
    display: grid;
    gap: 0.5rem;
  }
  .choices legend {
    padding: 0;
    margin-block-end: 0.5rem;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.625rem;
    align-items: start;
  }
  .choices .choice {
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.625rem;
    max-inline-size: 52rem;
  }
  .choices .choice:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .choice input {
    margin: 0.3125rem 0 0;
  }
  .choice label {
    color: var(--ink);
    font-size: 1rem;
    font-weight: 600;
  }
  .choice:has(:disabled) label {
    color: var(--quiet);
  }
  .people label {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    font-weight: 400;
  }
  .part > .choice label {
    font-weight: 400;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: baseline;
  }
  summary {
    inline-size: fit-content;
    color: var(--accent);
    font-weight: 600;
    cursor: pointer;
    border-radius: 0.25rem;
  }
  .advanced {
    gap: 1.25rem;
    margin-block-start: 1rem;
  }
  .note {
    display: grid;
    gap: 0.375rem;
    max-inline-size: 52rem;
    padding: 0.625rem 0.875rem;
    border-inline-start: 0.1875rem solid var(--accent);
    background: var(--well);
    border-radius: 0 0.5rem 0.5rem 0;
  }
  .prefixed {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }
  .prefixed code {
    flex: none;
    color: var(--quiet);
  }
  .prefixed input {
    flex: 1 1 8rem;
  }
  .account {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: start;
  }
  #add-account {
    margin: 0;
  }
  .account .prefixed {
    flex-wrap: wrap;
  }
  .account .prefixed input {
    flex: 1 1 9rem;
  }
  /* The label says what is to be typed; what stands around it would fill the line. */
  @container (max-width: 28rem) {
    .account .prefixed code {
      display: none;
    }
  }
  .account > button {
    display: grid;
    margin-block-start: 1.625rem;
    padding: 0.375rem;
    color: var(--quiet);
  }
  [aria-invalid='true'] {
    border-color: var(--bad);
  }
`;
