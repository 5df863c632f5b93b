import { css } from 'lit';

/** What holds here and now, and the steps of its repair. */
export const repairStyle = css`
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
  .causes > li {
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
  @container (max-width: 36rem) {
    .seen div:first-child {
      flex: 1 1 100%;
    }
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
  .key-names {
    display: grid;
    gap: 0.125rem;
    overflow-wrap: anywhere;
  }
  .loss {
    display: grid;
    gap: 0.375rem;
    max-inline-size: 52rem;
  }
  .proof {
    display: grid;
    gap: 0.5rem;
  }
`;
