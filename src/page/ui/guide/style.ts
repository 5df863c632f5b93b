import { css } from 'lit';

/** A page of guidance: the repair in the wide column, what tells a code from others beside it; the index in two columns. */
export const style = css`
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
  .state {
    font-weight: 700;
  }
  .state::before {
    content: '●' / '';
    margin-inline-end: 0.375em;
  }
  .state.moving::before {
    content: '◐' / '';
  }
  .state.bad::before {
    content: '✕' / '';
  }
  .state.off::before {
    content: '○' / '';
  }
  .is,
  .listed li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: baseline;
  }
  .causes li {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr);
  }
  .causes .holds p:first-child {
    font-weight: 600;
  }
  .here details > .causes {
    margin-block-start: 0.75rem;
  }
  .with-icon {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    font-weight: 600;
  }
  .choice {
    max-inline-size: 24rem;
  }
  .whole {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.875rem;
    align-items: center;
  }
  .repair .steps {
    margin-block-start: 0.25rem;
  }
  .repair .step h4,
  .finished h4 {
    margin: 0;
    font-size: 1rem;
    line-height: 1.75rem;
  }
  .step:last-child > .what {
    padding-block-end: 0.25rem;
  }
  [data-state='later'] h4,
  [data-state='unneeded'] h4 {
    color: var(--quiet);
    font-weight: 500;
  }
  .seen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1.25rem;
    inline-size: fit-content;
    padding: 0.5rem 0.75rem;
    background: var(--well);
    border-radius: 0.5rem;
  }
  .seen div {
    display: flex;
    gap: 0.5rem;
  }
  .seen dt {
    flex: none;
    max-inline-size: 100%;
  }
  .stop {
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--moving);
    border-radius: 0.625rem;
  }
  .provocations,
  .scenarios,
  .active-faults {
    display: grid;
    gap: 0.875rem;
  }
  .provocations li,
  .scenarios li,
  .active-faults li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
  }
  .provocations li > div,
  .scenarios li > p:not(.ways-in),
  .active-faults li > p {
    flex: 1 1 20rem;
    min-inline-size: 0;
  }
  .provocations li > div {
    display: grid;
    gap: 0.375rem;
  }
  .calls {
    overflow-wrap: anywhere;
  }
  .scenarios .name {
    flex: 0 0 13rem;
  }
  .ways-in {
    display: flex;
    gap: 0.75rem;
    align-items: center;
  }
  .search {
    display: grid;
    gap: 0.375rem;
    max-inline-size: 52rem;
  }
  .codes li p {
    color: var(--quiet);
  }
  .codes.found {
    padding: 0.875rem 1rem;
    margin-block-start: 0.25rem;
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.625rem;
  }
  .notes dl {
    display: grid;
    gap: 0.125rem;
    margin-block-start: 0.5rem;
  }
  .notes div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
  }
  .notes dt {
    color: var(--quiet);
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
