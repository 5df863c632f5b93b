import { css } from 'lit';

/** The switch, and the key in the glass. Lines are backgrounds, which forced colours would take away. */
export const details = css`
  .connection button {
    display: grid;
    justify-items: center;
    gap: 0.125rem;
    padding: 0.8125rem 0.75rem 0.375rem;
    inline-size: 8rem;
    line-height: 1.25;
    text-wrap: balance;
  }
  [aria-disabled='true'] {
    color: var(--quiet);
    cursor: not-allowed;
  }
  .missing {
    border-style: dashed;
    background: none;
  }
  .key {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    background: var(--glass);
    border: 1px solid var(--glass-line);
    border-radius: 0.75rem;
  }
  .head,
  .export {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .head {
    flex-wrap: nowrap;
    align-items: start;
    justify-content: space-between;
  }
  .key h3 {
    display: flex;
    gap: 0.5rem;
    font-size: 1rem;
    color: var(--ink);
  }
  .key dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    gap: 0.125rem 1.5rem;
  }
  .key dl > div {
    display: flex;
    gap: 0.75rem;
    justify-content: space-between;
    border-block-end: 1px solid var(--glass-line);
    padding-block: 0.125rem;
  }
  .key .wide {
    grid-column: 1 / -1;
    flex-wrap: wrap;
    justify-content: start;
    gap: 0 0.75rem;
  }
  .key .wide dt {
    inline-size: 8rem;
  }
  .key .wide dd {
    flex: 1 1 14rem;
  }
  .attempt {
    display: grid;
    gap: 0.375rem;
    padding: 0.875rem 1rem;
    background: var(--card);
    border-inline-start: 0.25rem solid var(--good);
    border-radius: 0.5rem;
  }
  @media (forced-colors: active) {
    .connection .wire,
    .way-in .wire {
      forced-color-adjust: none;
      color: CanvasText;
    }
    .connection button .switch {
      color: ButtonText;
    }
    .chip [aria-expanded='true'] {
      outline: 2px solid Highlight;
    }
  }
  .skeleton .card {
    min-block-size: 12rem;
  }
`;
