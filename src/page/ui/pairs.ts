import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { crossIcon, plusIcon } from './icons.ts';

/** A name and its value: a tag, or a pair of an encryption context. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Rows with something in them; one that was added and left empty says nothing. */
export const filled = (pairs: readonly Pair[]): readonly Pair[] => pairs.filter(({ name, value }) => name || value);

export interface PairWords {
  readonly title: string;
  readonly name: string;
  readonly value: string;
  readonly add: string;
  readonly remove: (row: string) => string;
}

/**
 * Rows of pairs that can be added and removed. The focus follows: into a new row, or to the row after a removed one.
 * @param id tells the groups of one element apart
 * @param change is handed what to make of the pairs as they then are: two events may come before one rendering
 * @param wrong what is wrong with a row, where it is told beside it
 */
export function pairRows(
  host: LitElement,
  id: string,
  pairs: readonly Pair[],
  words: PairWords,
  change: (to: (pairs: readonly Pair[]) => readonly Pair[]) => void,
  wrong: (row: number) => string | undefined = () => undefined,
): TemplateResult {
  const focus = async (row: number): Promise<void> => {
    await host.updateComplete;
    const rows = host.renderRoot.querySelectorAll<HTMLElement>(`#${id} input:first-child`);
    (rows[Math.min(row, rows.length - 1)] ?? host.renderRoot.querySelector<HTMLElement>(`#${id} .add`))?.focus();
  };
  const set = (row: number, part: Partial<Pair>): void => {
    change((now) => now.map((pair, i) => (i === row ? { ...pair, ...part } : pair)));
  };
  const field = (row: number, part: keyof Pair, label: string): TemplateResult =>
    html`<input
      aria-label="${label} ${row + 1}"
      placeholder=${label}
      autocomplete="off"
      aria-invalid=${wrong(row) === undefined ? nothing : 'true'}
      aria-describedby=${wrong(row) === undefined ? nothing : `${id}-${String(row)}-wrong`}
      .value=${pairs[row]?.[part] ?? ''}
      @input=${(event: InputEvent): void => {
        set(row, { [part]: (event.target as HTMLInputElement).value });
      }}
    />`;
  return html`<fieldset class="pairs" id=${id}>
    <legend>${words.title}</legend>
    ${pairs.map(
      (_, row) => html`<div class="pair">
        ${field(row, 'name', words.name)}${field(row, 'value', words.value)}
        <button
          type="button"
          class="plain"
          aria-label=${words.remove(String(row + 1))}
          @click=${(): void => {
            change((now) => now.toSpliced(row, 1));
            void focus(row);
          }}
        >
          ${crossIcon}
        </button>
        ${wrong(row) === undefined ? nothing : html`<p class="bad small" id="${id}-${row}-wrong">${wrong(row)}</p>`}
      </div>`,
    )}
    <button
      type="button"
      class="plain add"
      @click=${(): void => {
        change((now) => [...now, { name: '', value: '' }]);
        void focus(pairs.length);
      }}
    >
      ${plusIcon}${words.add}
    </button>
  </fieldset>`;
}

export const pairsStyle = css`
  .pairs,
  .pair {
    display: grid;
    gap: 0.375rem;
    justify-items: start;
  }
  .pair {
    inline-size: 100%;
    grid-template-columns: 1fr 1fr auto;
  }
  .pair p {
    grid-column: 1 / -1;
  }
  .pair button {
    padding: 0.375rem;
    display: grid;
    color: var(--quiet);
  }
  .add {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding-inline: 0.375rem 0.625rem;
    margin-inline-start: -0.375rem;
  }
  legend {
    padding: 0;
    margin-block-end: 0.25rem;
  }
`;
