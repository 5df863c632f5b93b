import { css } from 'lit';

/** The map and the elements below it; two columns where there is room. */
export const style = css`
  :host([hidden]) {
    display: none;
  }
  .home {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  /* The page itself says so. */
  glass-map::part(mark) {
    display: none;
  }
  .work {
    display: grid;
    gap: 1.25rem;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 68rem) {
    .work {
      grid-template-columns: minmax(20rem, 2fr) minmax(0, 3fr);
    }
  }
`;
