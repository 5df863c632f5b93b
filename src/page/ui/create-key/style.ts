import { css } from 'lit';

/** `.created` takes no room while it is empty, yet stays in the tree, so that a screen reader hears what comes into it. */
export const style = css`
  .card,
  form,
  .fields {
    display: grid;
    gap: 0.875rem;
  }
  .fields {
    align-items: start;
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
  summary {
    inline-size: fit-content;
    color: var(--accent);
    font-size: 0.9375rem;
    font-weight: 600;
    cursor: pointer;
    border-radius: 0.25rem;
  }
  details .fields {
    margin-block-start: 0.875rem;
  }
  .call {
    display: flex;
    flex-wrap: wrap;
    gap: 0.875rem 1.5rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }
  .call button {
    align-self: flex-start;
    padding-inline: 1.25rem;
  }
  button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  .conditions {
    display: grid;
    flex: 1 1 15rem;
    gap: 0.25rem;
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .conditions li,
  .created {
    display: flex;
    gap: 0.5rem;
  }
  .conditions svg,
  .created svg {
    display: block;
  }
  .created {
    overflow-wrap: anywhere;
  }
  .created:has(p) {
    padding: 0.75rem 1rem;
    border: 1px solid var(--good);
    border-radius: 0.625rem;
  }
  select {
    font-size: 0.9375rem;
    text-overflow: ellipsis;
  }
  .created:not(:has(p)) {
    position: absolute;
  }
  .again {
    justify-items: start;
    margin-block-start: 0.375rem;
  }
  .again .field {
    inline-size: 100%;
  }
  @container (min-width: 40rem) {
    .fields {
      grid-template-columns: 1fr 1fr;
      gap: 0.875rem 1.25rem;
    }
    .again {
      grid-template-columns: minmax(0, 24rem) auto;
      align-items: end;
    }
  }
`;
