import { css } from 'lit';

/** Stacked on a narrow page, with upright lines; side by side on a wide one, with level ones. */
export const layout = css`
  .map,
  .row {
    display: grid;
  }
  .map {
    row-gap: 2rem;
  }
  .caller,
  .who {
    display: flex;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .caller {
    flex-wrap: wrap;
    margin-block-end: -0.75rem;
  }
  .caller > p {
    margin-inline-start: auto;
    text-align: end;
  }
  .way-in {
    display: none;
  }
  .face {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    font-weight: 700;
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 50%;
  }
  .connection {
    --length: 1.25rem;
    display: grid;
    grid-template: 'a .' 1.25rem 'button is' auto 'button about' auto 'b about' minmax(1.25rem, 1fr) / auto 1fr;
    column-gap: 1rem;
    justify-items: start;
    min-block-size: 3rem;
  }
  .connection button {
    grid-area: button;
    align-self: start;
  }
  .wire {
    --way: to bottom;
    --undrawn: inset(0 0 100%);
    inline-size: 3px;
    block-size: 100%;
    min-block-size: 1.25rem;
    justify-self: center;
  }
  .a {
    grid-area: a;
  }
  .b {
    grid-area: b;
  }
  .gap {
    grid-area: a / a / b / b;
    margin-inline-start: 3.5rem;
  }
  .is {
    grid-area: is;
  }
  .about {
    grid-area: about;
    display: grid;
    align-content: start;
    gap: 0.375rem;
    padding-block: 0.25rem 1rem;
  }
  .zones {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
    gap: 0.75rem;
  }
  .banner,
  .key {
    grid-column: 1 / -1;
    margin-block-start: 1rem;
  }
  .mark {
    margin-block-start: 0.75rem;
    text-align: end;
  }
  @container (44rem <= inline-size < 73.5rem) {
    .store {
      grid-template-columns: 1fr 1fr;
      column-gap: 2rem;
    }
    .store > :not(.chips) {
      grid-column: 1;
    }
    .store .chips {
      grid-area: 1 / 2 / 9 / 2;
    }
  }
  @container (inline-size >= 73.5rem) {
    .map {
      --axis: 5.75rem;
      grid-template-columns: 8.5rem minmax(0, 1fr);
    }
    .row {
      grid-column: 2;
      grid-template-columns: minmax(15rem, 18.5rem) 11.5rem minmax(0, 1fr);
    }
    .caller {
      grid-row: 1;
      flex-direction: column;
      align-items: stretch;
      margin: calc(var(--axis) - 1.375rem) 0 0;
    }
    .who {
      gap: 0;
    }
    .caller > p {
      margin: 0;
      text-align: start;
    }
    .way-in {
      display: block;
      flex: 1;
      position: relative;
    }
    .wire {
      --way: to right;
      --undrawn: inset(0 100% 0 0);
      inline-size: 100%;
      min-block-size: 0;
      block-size: 3px;
      align-self: start;
    }
    .connection {
      grid-template: 'is is is' 2.5rem 'a button b' auto '. about .' auto / 1fr minmax(0, auto) 1fr;
      column-gap: 0;
      align-content: start;
      justify-items: center;
      padding-block-start: calc(var(--axis) - 4.375rem);
      text-align: center;
    }
    .connection .wire {
      margin-block-start: calc(1.875rem - 1.5px);
    }
    .connection .gap {
      grid-column: 1 / -1;
      margin-inline: 0;
    }
    .is {
      align-self: end;
      margin-block-end: 0.25rem;
    }
    .about {
      grid-column: 1 / -1;
      padding: 0.5rem 0.75rem 0;
    }
  }
`;
