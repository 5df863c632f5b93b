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
  h5 {
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
  [hidden] {
    display: none;
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
  @container (min-width: 38rem) {
    .sides {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
