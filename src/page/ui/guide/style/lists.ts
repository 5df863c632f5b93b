import { css } from 'lit';

/** The search, and what there is to load and to make happen. */
export const listStyle = css`
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
  .scenarios li > p:not(.ways-in) {
    flex-basis: 14rem;
  }
  .provocations li > div {
    display: grid;
    gap: 0.375rem;
  }
  .provocations li:has(input) {
    align-items: end;
  }
  .calls {
    overflow-wrap: anywhere;
  }
  .scenarios .name {
    flex: 0 0 11.5rem;
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
  .loaded {
    display: flex;
    gap: 0.5rem;
    inline-size: fit-content;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--good);
    border-radius: 0.625rem;
  }
  .loaded svg {
    flex: none;
    margin-block-start: 0.25em;
    color: var(--good);
  }
`;
