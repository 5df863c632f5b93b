import { css } from 'lit';

/** The steps at the side where there is room, the page beside them; buttons at its end. */
export const style = css`
  .wizard {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .card,
  form,
  .fields,
  .summary,
  .calls,
  .call,
  .part,
  .repair,
  .warning,
  .success,
  .advanced {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  .calls,
  .call,
  .summary {
    align-content: start;
  }
  form {
    gap: 1.25rem;
  }
  .card {
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: none;
  }
  h3,
  legend {
    font-size: 1rem;
    font-weight: 600;
    letter-spacing: 0;
    color: var(--ink);
  }
  nav {
    display: none;
  }
  .steps {
    display: grid;
    gap: 0.125rem;
  }
  .steps li {
    display: grid;
    grid-template-columns: 1.75rem minmax(0, 1fr);
    gap: 0.5rem;
    padding: 0.375rem 0;
    color: var(--quiet);
    font-size: 0.9375rem;
  }
  .steps [aria-current] {
    color: var(--ink);
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  [aria-current] .number {
    color: var(--accent);
  }
  a {
    color: var(--accent);
  }
  .narrow {
    max-inline-size: 40rem;
  }
  .choices,
  .people {
    display: grid;
    gap: 0.5rem;
  }
  .choices legend {
    padding: 0;
    margin-block-end: 0.5rem;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.625rem;
    align-items: start;
  }
  .choices .choice {
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.625rem;
    max-inline-size: 52rem;
  }
  .choices .choice:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .choice input {
    margin: 0.3125rem 0 0;
  }
  .choice label {
    color: var(--ink);
    font-size: 1rem;
    font-weight: 600;
  }
  .choice:has(:disabled) label {
    color: var(--quiet);
  }
  .people label {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    font-weight: 400;
  }
  .part > .choice label {
    font-weight: 400;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: baseline;
  }
  summary {
    inline-size: fit-content;
    color: var(--accent);
    font-weight: 600;
    cursor: pointer;
    border-radius: 0.25rem;
  }
  .advanced {
    gap: 1.25rem;
    margin-block-start: 1rem;
  }
  .note {
    display: grid;
    gap: 0.375rem;
    max-inline-size: 52rem;
    padding: 0.625rem 0.875rem;
    border-inline-start: 0.1875rem solid var(--accent);
    background: var(--well);
    border-radius: 0 0.5rem 0.5rem 0;
  }
  .warning {
    max-inline-size: 52rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--moving);
    border-radius: 0.625rem;
  }
  .warning > p:has(svg) {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.5rem;
  }
  .warning > p svg {
    color: var(--moving);
  }
  .repair {
    max-inline-size: 40rem;
  }
  .repair .good {
    display: flex;
    gap: 0.375rem;
    align-items: center;
  }
  .success {
    padding: 0.875rem 1rem;
    border: 1px solid var(--good);
    border-radius: 0.625rem;
  }
  .prefixed {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }
  .prefixed code {
    flex: none;
    color: var(--quiet);
  }
  .prefixed input {
    flex: 1 1 8rem;
  }
  .account {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: start;
  }
  #add-account {
    margin: 0;
  }
  .account .prefixed {
    flex-wrap: wrap;
  }
  .account .prefixed input {
    flex: 1 1 9rem;
  }
  .account > button {
    display: grid;
    margin-block-start: 1.625rem;
    padding: 0.375rem;
    color: var(--quiet);
  }
  [aria-invalid='true'] {
    border-color: var(--bad);
  }
  .button {
    display: inline-block;
    padding: 0.375rem 0.875rem;
    font-weight: 600;
    font-size: 0.9375rem;
    color: var(--accent);
    text-decoration: none;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--card);
  }
  .button:hover {
    border-color: var(--accent);
  }
  .button.plain {
    border-color: transparent;
    background: none;
  }
  .buttons,
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .buttons {
    justify-content: end;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }
  button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  .sides {
    display: grid;
    gap: 1.5rem 2rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .part h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }
  .edit {
    font-size: 0.875rem;
  }
  dl,
  dl > div {
    display: grid;
    gap: 0 1rem;
  }
  dl {
    gap: 0.25rem;
  }
  dt {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  dd {
    overflow-wrap: anywhere;
  }
  .item {
    display: block;
  }
  pre,
  textarea {
    font-family: var(--mono);
    font-size: 0.8125rem;
    line-height: 1.5;
  }
  pre {
    max-block-size: 20rem;
    overflow: auto;
    padding: 0.75rem 0.875rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--well);
    border-radius: 0.625rem;
  }
  textarea {
    resize: vertical;
  }
  h4 {
    display: flex;
    gap: 0.75rem;
    align-items: baseline;
    font-size: 0.9375rem;
  }
  h4 span {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    font-weight: 400;
  }
  @container (min-width: 32rem) {
    dl > div {
      grid-template-columns: 14rem minmax(0, 1fr);
      align-items: baseline;
    }
  }
  @container (min-width: 60rem) {
    .wizard {
      grid-template-columns: 15rem minmax(0, 1fr);
    }
    nav {
      display: block;
    }
    .at {
      display: none;
    }
  }
  @container (min-width: 72rem) {
    .sides {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
