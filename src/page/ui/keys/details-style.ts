import { css } from 'lit';

export const detailsStyle = css`
  .details {
    display: grid;
    gap: 1rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1rem;
  }
  .head h3 {
    font-size: 1.125rem;
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  .head h3 code {
    font-size: 0.9375em;
  }
  .head button {
    margin-inline: -0.875rem;
    text-align: start;
  }
  h4 {
    font-size: 1rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }
  dl,
  dl > div {
    display: grid;
  }
  dl {
    gap: 0.5rem;
  }
  dt {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  dt code {
    font-size: inherit;
  }
  dd,
  .text {
    overflow-wrap: anywhere;
  }
  .text {
    white-space: pre-wrap;
  }
  .item {
    display: block;
  }
  @container (min-width: 32rem) {
    .head button {
      margin-inline: auto -0.875rem;
    }
    dl > div {
      grid-template-columns: 13.5rem minmax(0, 1fr);
      gap: 0 1rem;
      align-items: baseline;
    }
    dl {
      gap: 0.25rem;
    }
  }
`;
