import { css } from 'lit';

/** The window to take a world along: one thing below the other. */
export const style = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(36rem, calc(100vw - 2rem));
    max-inline-size: none;
    max-block-size: calc(100vh - 2rem);
    overflow: auto;
  }
  dialog[open] {
    display: grid;
    gap: 1rem;
  }
  dialog > div {
    margin-block: 0;
  }
  .head {
    display: flex;
    gap: 0.5rem 1rem;
    align-items: baseline;
    justify-content: space-between;
  }
  .about {
    display: grid;
    gap: 0.5rem;
  }
  section {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }
  .missing {
    padding: 0.75rem 1rem;
    border: 1px solid var(--moving);
    border-radius: 0.625rem;
  }
  .missing h3 {
    color: var(--moving);
  }
  .link,
  .chosen,
  input {
    inline-size: 100%;
    min-inline-size: 0;
  }
  .link {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
  }
  #link {
    font: 0.8125rem var(--mono);
    text-overflow: ellipsis;
  }
  .chosen {
    display: grid;
    gap: 0.375rem;
    padding: 0.75rem 1rem;
    background: var(--well);
    border: 1px solid var(--line);
    border-radius: 0.625rem;
  }
  h4 {
    font-size: 0.9375rem;
  }
  .said:empty,
  .bad:empty {
    display: none;
  }
`;
