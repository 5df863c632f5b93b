import { css } from 'lit';

/** The code beside the pages: at their side, always open, where there is room; else folded below them. */
export const besideStyle = css`
  .beside,
  .beside .ways,
  .beside [role='tabpanel'] {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  .beside [role='tablist'] {
    margin-block-end: -0.25rem;
  }
  .beside h4,
  .policy h4 {
    padding: 0.5rem 0.75rem 0;
    font-family: var(--mono);
    font-size: 0.8125rem;
  }
  .policy > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    margin-inline-end: 0.375rem;
  }
  .beside pre,
  .policy pre {
    padding-inline: 0.75rem;
  }
  pre {
    max-block-size: 20rem;
  }
  .fold {
    padding: 0;
    min-block-size: 0;
    font-size: inherit;
    text-align: start;
  }
  .fold::before {
    content: '▸ ' / '';
  }
  .open .fold::before {
    content: '▾ ' / '';
  }
  @container (max-width: 71.99rem) {
    .beside h3 span,
    .beside:not(.open) > :not(h3) {
      display: none;
    }
  }
  @container (min-width: 60rem) {
    .beside {
      grid-column: 2;
    }
  }
  @container (min-width: 72rem) {
    .wizard {
      grid-template-columns: 13rem minmax(0, 1fr) 28rem;
    }
    .beside {
      grid-column: 3;
      position: sticky;
      inset-block-start: 1rem;
    }
    .fold {
      display: none;
    }
  }
`;
