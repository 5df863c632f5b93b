import { css } from 'lit';

/** The playground's page: a header with the way to its views, the constant mark, and the view that is shown. */
export const style = css`
  :host {
    min-block-size: 100vh;
    background: var(--page);
  }
  h1 {
    margin: 0;
    font-size: 1.125rem;
    line-height: 1.35;
    letter-spacing: -0.01em;
  }
  .skip {
    position: absolute;
    inset: 0.5rem auto auto 0.5rem;
    z-index: 1;
    padding: 0.5rem 1rem;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: 0.5rem;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.625rem;
    padding: 0.625rem clamp(1rem, 3cqi, 2.5rem) 0;
    background: var(--card);
    border-block-end: 1px solid var(--line);
  }
  .brand {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    margin-inline-end: auto;
  }
  .brand svg {
    color: var(--accent);
  }
  .brand p {
    display: none;
    margin-inline-start: 0.375rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  /* A row of its own, as long as it is: what has no room is scrolled to. */
  nav {
    flex: 1 0 100%;
    display: flex;
    gap: 0.25rem clamp(0.25rem, 1cqi, 0.75rem);
    margin-inline: -0.5rem;
    min-inline-size: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav a {
    padding: 0.375rem 0.5rem 0.5rem;
    color: var(--quiet);
    text-decoration: none;
    white-space: nowrap;
    border-block-end: 0.125rem solid transparent;
  }
  nav a:hover {
    color: var(--ink);
  }
  nav a:focus-visible {
    outline-offset: -0.125rem;
  }
  nav a[aria-current] {
    color: var(--ink);
    font-weight: 600;
    border-block-end-color: var(--accent);
  }
  .place {
    position: relative;
    display: flex;
    gap: 0.375rem;
    align-items: center;
    min-inline-size: 0;
    max-inline-size: 22rem;
    min-block-size: 2.25rem;
    padding-inline: 0.75rem 0.5rem;
    font-size: 0.9375rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
  }
  .place:has(:focus-visible) {
    outline: 0.1875rem solid var(--accent);
    outline-offset: 0.125rem;
  }
  .place span {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .place svg {
    flex: none;
    color: var(--quiet);
  }
  /* Over what it says: it takes the presses. */
  .region {
    position: absolute;
    inset: 0;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .acting {
    padding: 0.375rem 0.5rem;
    color: var(--quiet);
    font-size: 0.9375rem;
    text-decoration: none;
    border-radius: 0.5rem;
    overflow-wrap: anywhere;
  }
  .acting b {
    color: var(--accent);
  }
  .acting:hover b {
    text-decoration: underline;
  }
  .tool {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
  }
  #settings .field + .field {
    margin-block-start: 0.5rem;
  }
  main {
    display: grid;
    gap: 1.25rem;
    max-inline-size: 96rem;
    margin-inline: auto;
    padding: 1rem clamp(1rem, 3cqi, 2.5rem) 3rem;
    grid-template-columns: minmax(0, 1fr);
  }
  main:focus {
    outline: none;
  }
  .mark {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .mark::before {
    content: '◇ ' / '';
    color: var(--accent);
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.75rem 1rem;
    background: var(--glass);
    border: 1px solid var(--accent);
    border-radius: 0.625rem;
  }
  .beside h2 {
    font-size: 1rem;
  }
  .notice {
    padding: 0.75rem 1rem;
    border: 1px solid var(--moving);
    border-radius: 0.625rem;
  }
  .notice b {
    color: var(--moving);
  }
  .scenarios {
    display: grid;
    gap: 0.375rem;
    margin-block-start: 0.875rem;
  }
  .scenarios legend {
    padding: 0;
    margin-block-end: 0.25rem;
  }
  .scenarios label {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    color: var(--ink);
    font-size: 1rem;
  }
  footer {
    padding: 1rem clamp(1rem, 3cqi, 2.5rem) 2rem;
    color: var(--quiet);
    font-size: 0.875rem;
    text-align: center;
  }
  @container (max-width: 76rem) {
    .place .name {
      display: none;
    }
  }
  @container (max-width: 60rem) {
    .carry .label {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 84rem) {
    .acting .label,
    .settings .label {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 40rem) {
    /* The time and the Region share the second row. */
    .brand {
      order: -2;
      flex: 1 1 6rem;
    }
    .carry,
    .reset,
    .settings {
      order: -1;
      padding-inline: 0.5rem;
    }
    .place {
      flex: 1 1 7rem;
      max-inline-size: none;
      padding-inline: 0.5rem 0.375rem;
      font-size: 0.875rem;
    }
    .place svg {
      margin-inline-start: auto;
    }
  }
  @container (min-width: 96rem) {
    .brand p {
      display: block;
    }
  }
`;
