import { css } from 'lit';

/** The dialogs of the table of keys, and what came of an action on several keys. */
export const bulkStyle = css`
  .outcome {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--good);
    border-radius: 0.625rem;
  }
  .outcome.refused {
    border-color: var(--bad);
  }
  .outcome .head button {
    margin-inline-start: auto;
  }
  .outcome h3 {
    font-size: 0.9375rem;
    color: var(--ink);
  }
  .outcome ul {
    display: grid;
    gap: 0.375rem;
    max-block-size: 16rem;
    overflow: auto;
  }
  .outcome li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    overflow-wrap: anywhere;
  }
  .bulk,
  .preferences,
  .preferences fieldset {
    display: grid;
    gap: 0.5rem;
  }
  .bulk {
    gap: 0.75rem;
  }
  .bulk .tag {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
  }
  .bulk li {
    overflow-wrap: anywhere;
  }
  .preferences {
    gap: 1.25rem;
  }
  .preferences legend {
    padding: 0;
    margin-block-end: 0.375rem;
  }
`;
