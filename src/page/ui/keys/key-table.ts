import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { KeyList, KeyView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { keyTableTexts } from '../../i18n/key-table.ts';
import { confirmed, dialogStyles } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import { addressOf } from '../frame/route.ts';
import { Looking } from '../looking.ts';
import { primaryLink } from '../primary-link.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import { bulkFields, bulkQuestion, callForEach, outcomeView, type BulkAction, type KeyOutcome } from './bulk.ts';
import { bulkStyle } from './bulk-style.ts';
import { askedOrder, type Sorting } from './columns.ts';
import { askedFilter, filterFields } from './filter.ts';
import { gearIcon } from './gear-icon.ts';
import { pager } from './pager.ts';
import { beginning, keepPosition, keptPosition, type Position } from './position.ts';
import { rowsStyle } from './rows-style.ts';
import { selectionTools } from './selection.ts';
import { stateStyle } from './state.ts';
import { askPreferences, tablePreferences, type TablePreferences } from './table-preferences.ts';
import { sortChoice, tableRows } from './table-rows.ts';
import { tableStyle } from './table-style.ts';

/** What came of an action on several keys. */
interface Outcome {
  readonly action: BulkAction;
  readonly outcomes: readonly KeyOutcome[];
  /** How many keys it is about; as long as some have no answer it is under way. */
  readonly all: number;
}

/**
 * `<glass-key-table>`: the customer managed keys of the account and Region, a page at a time: sorted, filtered, in the columns
 * that a person chose, and acted on several at once.
 *
 * Attributes and property: those of {@link GlassElement}.
 */
export class GlassKeyTable extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    position: { state: true },
    preferences: { state: true },
    chosen: { state: true },
    outcome: { state: true },
    said: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, dialogStyles, stateStyle, primaryLink, tableStyle, bulkStyle, rowsStyle];

  declare private position: Position;
  declare private preferences: TablePreferences;
  /** Keys that are selected, all of them on the page that is shown. */
  declare private chosen: ReadonlySet<string>;
  declare private outcome: Outcome | undefined;
  declare private said: string;

  private readonly list = new Looking(
    this,
    'keys',
    () => {
      const { sorting, filter, pages } = this.position;
      return { ...askedOrder(sorting), limit: this.preferences.pageSize, filter: askedFilter(filter), after: pages.at(-1) };
    },
    (answer) => {
      this.answered(answer);
    },
  );

  constructor() {
    super();
    this.position = keptPosition();
    this.preferences = tablePreferences();
    this.chosen = new Set();
    this.said = '';
  }

  /** Into the title, where the view begins. */
  override focus(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    });
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.list.ask(simulator);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Another Region or account, whose keys are others.
    if (changed.get('simulator')) {
      this.position = beginning;
      this.chosen = new Set();
      this.outcome = undefined;
    }
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = keyTableTexts[this.language];
    const { list } = this;
    return html`<section class="card" aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1">${texts.title}</h2>
        <p class="quiet small" role="status">${this.counted()}</p>
        <span class="tools">
          <button type="button" class="gear" aria-label=${texts.preferences} title=${texts.preferences} @click=${this.prefer}>${gearIcon}</button>
          <a class="primary" href=${addressOf('keys', 'create')}>${texts.create}</a>
        </span>
      </div>
      ${filterFields(texts, this.position.filter, (to) => {
        this.go({ filter: to(this.position.filter), pages: [] });
      })}
      ${list.failure ? html`<p class="bad" role="alert" lang="en">${list.failure}</p>` : nothing}
      ${list.answer ? this.table(simulator, list.answer) : nothing}
      <p class="hidden" role="status">${this.said}</p>
    </section>`;
  }

  private counted(): string {
    const texts = keyTableTexts[this.language];
    const { answer } = this.list;
    if (!answer) return texts.loading;
    const { total } = answer;
    if (total === undefined) return texts.fittingMany;
    return (askedFilter(this.position.filter) ? texts.fitting : texts.total)(total, number(this.language, total));
  }

  private table(simulator: Simulator, { keys, next, total }: KeyList): TemplateResult {
    const { language, position, preferences, chosen } = this;
    const texts = keyTableTexts[language];
    if (keys.length === 0) return html`<p class="empty">${askedFilter(position.filter) ? texts.emptyFiltered : texts.empty}</p>${this.outcomes()}`;
    const page = number(language, position.pages.length + 1);
    const count = total === undefined ? undefined : Math.max(Math.ceil(total / preferences.pageSize), position.pages.length + (next ? 2 : 1));
    return html`${sortChoice(texts, position.sorting, this.sort)} ${this.tools(simulator, keys)} ${this.outcomes()}
    ${tableRows({ language, texts, keys, chosen, choose: this.choose, sorting: position.sorting, sort: this.sort, ...preferences })}
    ${pager(texts, position.pages, next, count === undefined ? texts.pageAlone(page) : texts.page(page, number(language, count)), (pages) => {
      this.go({ pages });
    })}`;
  }

  private tools(simulator: Simulator, keys: readonly KeyView[]): TemplateResult {
    const { language, chosen, outcome } = this;
    const texts = keyTableTexts[language];
    return selectionTools({
      ...{ language, texts, keys, chosen },
      busy: outcome !== undefined && outcome.outcomes.length < outcome.all,
      choose: (KeyIds) => {
        this.chosen = new Set(KeyIds);
      },
      act: (action, on) => void this.act(simulator, action, on),
    });
  }

  private outcomes(): TemplateResult | typeof nothing {
    const texts = keyTableTexts[this.language];
    const { outcome } = this;
    if (!outcome) return nothing;
    const { outcomes, all, action } = outcome;
    if (outcomes.length < all)
      return html`<p class="quiet" role="status">${texts.calling(number(this.language, outcomes.length), number(this.language, all))}</p>`;
    return outcomeView(this, texts, action, outcomes, () => {
      this.outcome = undefined;
      this.focus();
    });
  }

  private readonly choose = (KeyId: string, on: boolean): void => {
    this.chosen = on ? new Set([...this.chosen, KeyId]) : new Set([...this.chosen].filter((each) => each !== KeyId));
  };

  private readonly sort = (sorting: Sorting): void => {
    const texts = keyTableTexts[this.language];
    this.go({ sorting, pages: [] });
    this.said = texts.sorted(texts.columns[sorting.by], texts.sortOrders[sorting.descending ? 'descending' : 'ascending']);
  };

  private go(part: Partial<Position>): void {
    this.position = { ...this.position, ...part };
    this.chosen = new Set();
    keepPosition(this.position);
    this.list.look();
  }

  private answered({ keys }: KeyList): void {
    const { pages } = this.position;
    // The keys of the page have gone: the one before is the last.
    if (keys.length === 0 && pages.length > 0) this.go({ pages: pages.slice(0, -1) });
    const there = new Set(keys.map(({ KeyId }) => KeyId));
    if (!this.chosen.isSubsetOf(there)) this.chosen = this.chosen.intersection(there);
  }

  private async act(simulator: Simulator, action: BulkAction, keys: readonly KeyView[]): Promise<void> {
    const fields = bulkFields();
    const texts = keyTableTexts[this.language];
    if (!(await confirmed(this.renderRoot, bulkQuestion(this, simulator.region, texts, action, keys, fields)))) return;
    this.outcome = { action, outcomes: [], all: keys.length };
    await callForEach(simulator, action, keys, fields, (outcomes) => {
      this.outcome = { action, outcomes, all: keys.length };
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
  }

  private readonly prefer = async (): Promise<void> => {
    const { language, preferences: { pageSize } } = this;
    const preferences = await askPreferences(this.renderRoot, language, keyTableTexts[language], this.preferences);
    if (!preferences) return;
    this.preferences = preferences;
    if (preferences.pageSize !== pageSize) this.go({ pages: [] });
  };
}

if (!customElements.get('glass-key-table')) customElements.define('glass-key-table', GlassKeyTable);

declare global {
  interface HTMLElementTagNameMap {
    'glass-key-table': GlassKeyTable;
  }
}
