import { css } from 'lit';

/** A page of guidance: the repair in the wide column, what tells a code from others beside it; the index in two columns. */
export const pageStyle = css`
  .guide {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .guide > p,
  .main > p {
    max-inline-size: 52rem;
  }
  #title {
    font-size: 1.5rem;
    overflow-wrap: anywhere;
  }
  #title code {
    font-size: 1.25rem;
    font-weight: 700;
  }
  .back,
  .means {
    margin-block-start: -0.5rem;
  }
  .means {
    font-size: 1.125rem;
  }
  a {
    color: var(--accent);
  }
  .card {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .card > h3,
  aside h3,
  .lists h3 {
    font-size: 1rem;
    letter-spacing: 0;
    color: var(--ink);
  }
  .card > h4 {
    margin: 0.5rem 0 0;
    font-size: 0.875rem;
    color: var(--quiet);
  }
  .columns,
  .lists,
  .main,
  aside {
    display: grid;
    gap: 1rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  aside,
  .lists {
    gap: 1.5rem 2.5rem;
  }
  aside section,
  .lists section {
    display: grid;
    gap: 0.5rem;
    align-content: start;
  }
  .apart,
  .works,
  .listed,
  .others,
  .causes,
  .codes {
    display: grid;
    gap: 0.625rem;
  }
  .apart dd,
  .works {
    font-size: 0.9375rem;
  }
  .works li,
  .others li,
  .plain-steps li {
    margin-inline-start: 1.125rem;
    list-style: disc;
  }
  .plain-steps {
    display: grid;
    gap: 0.5rem;
  }
  .plain-steps li {
    list-style: decimal;
  }
  @container (min-width: 64rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 20rem;
      gap: 2.5rem;
    }
  }
  @container (min-width: 48rem) {
    .lists {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
