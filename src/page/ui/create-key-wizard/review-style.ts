import { css } from 'lit';

/** What was chosen, how the calls went, and what repairs a key store. */
export const reviewStyle = css`
  .summary,
  .repair,
  .warning,
  .success {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  .warning {
    max-inline-size: 52rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--moving);
    border-radius: 0.625rem;
  }
  .warning > p:has(svg) {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.5rem;
  }
  .warning > p svg {
    color: var(--moving);
  }
  .repair {
    max-inline-size: 40rem;
  }
  .repair .good {
    display: flex;
    gap: 0.375rem;
    align-items: center;
  }
  .success {
    padding: 0.875rem 1rem;
    border: 1px solid var(--good);
    border-radius: 0.625rem;
  }
  .part h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }
  .edit {
    font-size: 0.875rem;
  }
  dl,
  dl > div {
    display: grid;
    gap: 0 1rem;
  }
  dl {
    gap: 0.25rem;
  }
  dt {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  dd {
    overflow-wrap: anywhere;
  }
  .item {
    display: block;
  }
  textarea {
    font-family: var(--mono);
    font-size: 0.8125rem;
    line-height: 1.5;
    resize: vertical;
  }
  .call {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }
  .call code {
    font-weight: 600;
  }
  .call span {
    display: inline-flex;
    gap: 0.25rem;
    align-items: baseline;
  }
  .call svg {
    align-self: center;
  }
  @container (min-width: 32rem) {
    dl > div {
      grid-template-columns: 14rem minmax(0, 1fr);
      align-items: baseline;
    }
  }
`;
