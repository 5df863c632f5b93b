import { css } from 'lit';

export const tryStyle = css`
  .sides,
  form {
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }
  .sides {
    gap: 1.5rem;
  }
  .operation {
    font-weight: 700;
    margin: 0;
    font-size: 0.9375rem;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  textarea[readonly] {
    border-style: dashed;
  }
  .call {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.75rem;
  }
  .call button {
    font-family: var(--mono);
    font-size: 0.875rem;
  }
  button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  glass-copy {
    justify-self: start;
    margin-inline-start: -0.375rem;
  }
  .generateDataKey {
    padding-block-start: 1.5rem;
    border-block-start: 1px solid var(--line);
  }
  .results {
    display: grid;
    gap: 0.75rem 1.5rem;
  }
  [hidden] {
    display: none;
  }
  @container (min-width: 38rem) {
    .sides,
    .results {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .generateDataKey {
      grid-column: 1 / -1;
    }
  }
`;
