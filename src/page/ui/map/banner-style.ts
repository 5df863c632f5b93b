import { css } from 'lit';

/** What is wrong, with its way out. */
export const bannerStyle = css`
  .banner {
    border: 1px solid var(--line);
    border-radius: 0.875rem;
    background: var(--card);
    padding: 0.25rem 1.25rem;
  }
  .banner > p {
    padding-block-start: 0.75rem;
  }
  .banner > ol > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    padding-block: 0.875rem;
  }
  .banner > ol > li + li {
    border-block-start: 1px solid var(--line);
  }
  .banner li > svg {
    flex: none;
    margin-block-start: 0.125rem;
  }
  .banner li > div {
    color: var(--ink);
    flex: 1 1 10rem;
    display: grid;
    gap: 0.25rem;
  }
  .banner li > .do {
    flex: none;
    align-self: center;
    justify-items: center;
    gap: 0.5rem;
    font-size: 0.9375rem;
  }
  .do a {
    color: var(--accent);
    font-weight: 600;
  }
  .codes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  .way {
    list-style: decimal;
    padding-inline-start: 1.25rem;
  }
`;
