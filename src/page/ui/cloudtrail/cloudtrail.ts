import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { cloudtrailTexts, type CloudTrailTexts } from '../../i18n/cloudtrail.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import '../clusters/call-code.ts';
import type { WrittenCall } from '../calls/written.ts';
import type { Fields } from '../clusters/fields.ts';
import { sectionStyle } from '../clusters/style.ts';
import { code } from '../code.ts';
import { GlassElement } from '../element.ts';
import { addressOf } from '../frame/route.ts';
import { style } from '../keys/style.ts';
import { marked } from '../marked.ts';
import { refusalBox, refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import { eventDetails } from './event.ts';
import { fieldsOf, filterForm, filterOf } from './filter.ts';
import { eventTable } from './list.ts';
import { eventOfRequest, lookUp, type Page } from './look-up.ts';
import { inputOf, pathOf, placeOf, type Place } from './place.ts';
import { cloudtrailStyle } from './style.ts';

/**
 * `<glass-cloudtrail>`: CloudTrail's event history: by LookupEvents, filtered and a page at a time, and one event with its record.
 * It asks when it is opened, when what is looked for changes, and when a person asks for it; it is not kept fresh, as every
 * question is an event itself.
 *
 * Attributes and property: those of {@link GlassElement}. Property: `path`, what is shown, as `placeOf` reads it. It goes to another of
 * them by the page's address (`#/cloudtrail/…`). Method: `focus()` goes to its title, or to what was found.
 */
export class GlassCloudTrail extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    path: { attribute: false },
    fields: { state: true },
    tokens: { state: true },
    page: { state: true },
    refusal: { state: true },
    asking: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, style, sectionStyle, code, refusalStyle, cloudtrailStyle];

  declare path: readonly string[];
  declare private fields: Fields;
  /** Where each page after the first goes on, up to the one that is shown. */
  declare private tokens: readonly string[];
  /** What CloudTrail has answered. */
  declare private page: Page | undefined;
  declare private refusal: Refusal | undefined;
  declare private asking: boolean;
  /** A newer question overtakes an older one. */
  private question = 0;
  /** A person has looked something up here: what was found is where they go. */
  private wanted = false;

  constructor() {
    super();
    this.path = this.tokens = [];
    this.fields = {};
    this.asking = false;
  }

  private get shown(): Place {
    return placeOf(this.path);
  }

  override focus(): void {
    const { wanted } = this;
    this.wanted = false;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(wanted ? '#results' : '#title')?.focus();
    });
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    if (simulator) this.begin();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get('path');
    if (before && before.join('/') !== this.path.join('/')) this.begin();
  }

  /** Something else is looked for. */
  private begin(): void {
    const { shown: place } = this;
    if (place.show === 'list') this.fields = fieldsOf(place.filter);
    this.page = undefined;
    this.turn([]);
  }

  private turn(tokens: readonly string[]): void {
    this.tokens = tokens;
    void this.ask();
  }

  private async ask(): Promise<void> {
    const { simulator, shown: place, tokens } = this;
    if (!simulator) return;
    const question = ++this.question;
    this.asking = true;
    this.refusal = undefined;
    try {
      const page = await this.answer(simulator, place, tokens.at(-1));
      if (question !== this.question) return;
      this.page = page;
    } catch (error) {
      if (question !== this.question) return;
      this.refusal = refusalOf(error);
    }
    this.asking = false;
  }

  private async answer(simulator: Simulator, place: Place, NextToken: string | undefined): Promise<Page> {
    switch (place.show) {
      case 'list':
        return lookUp(simulator, { ...inputOf(place.filter), ...(NextToken !== undefined && { NextToken }) });
      case 'event':
        return lookUp(simulator, inputOf({ attribute: ['EventId', place.EventId] }));
      case 'request': {
        const EventId = await eventOfRequest(simulator, place.operation, place.requestId);
        // The event has an address of its own, and the way back leads past this one.
        if (EventId !== undefined) location.replace(addressOf('cloudtrail', EventId));
        return { events: [], NextToken: undefined };
      }
    }
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = cloudtrailTexts[this.language];
    const { shown: place, asking, page } = this;
    const list = place.show === 'list';
    const [event] = page?.events ?? [];
    return html`<section class="card" aria-labelledby="title">
      ${list ? nothing : html`<p class="small"><a href=${addressOf('cloudtrail')}><span aria-hidden="true">←</span> ${texts.back}</a></p>`}
      <div class="top">
        <p class="quiet small under">${texts.under}</p>
        <h2 id="title" tabindex="-1">${list ? texts.title : html`${texts.eventTitle} ${event ? html`<code>${event.EventName}</code>` : nothing}`}</h2>
        ${list ? html`<button type="button" aria-disabled=${String(asking)} @click=${this.refresh}>${texts.refresh}</button>` : nothing}
      </div>
      ${list ? this.list(simulator, texts) : this.event(texts, place)}
    </section>`;
  }

  private list(simulator: Simulator, texts: CloudTrailTexts): TemplateResult {
    const { fields, page, tokens, language, asking } = this;
    const count = page?.events.length ?? 0;
    const more = page?.NextToken !== undefined;
    return html`<p class="quiet">${texts.about}</p>
      ${filterForm(texts, fields, (part) => {
        this.fields = { ...this.fields, ...part };
      }, this.apply)}
      <div class="results">
        <h3 id="results" tabindex="-1">${texts.results}</h3>
        <p class="quiet small" role="status">${asking ? texts.loading : page && count > 0 ? texts.found(count, number(language, count), more) : nothing}</p>
      </div>
      ${this.refused(texts)}
      ${page
        ? count === 0
          ? html`<p class="empty">${texts.none}</p>`
          : html`<div class="list">${eventTable(language, texts, page.events)}</div>`
        : nothing}
      ${page && (more || tokens.length > 0)
        ? html`<nav aria-label=${texts.pages}>
            ${this.pager(texts.newest, tokens.length === 0, () => [])} ${this.pager(texts.newer, tokens.length === 0, () => tokens.slice(0, -1))}
            <span class="quiet small" role="status">${texts.page(number(language, tokens.length + 1))}</span>
            ${this.pager(texts.older, !more, () => [...tokens, page.NextToken ?? ''])}
          </nav>`
        : nothing}
      <details>
        <summary>${texts.code} <code class="quiet">LookupEvents</code></summary>
        <div class="body"><glass-call-code .call=${this.call(simulator)} .theme=${this.theme} lang=${language}></glass-call-code></div>
      </details>`;
  }

  private event(texts: CloudTrailTexts, place: Exclude<Place, { show: 'list' }>): TemplateResult {
    const { page, asking, language, theme } = this;
    const [event] = page?.events ?? [];
    return html`<p class="quiet" role="status">${asking ? (place.show === 'request' ? texts.finding : texts.loading) : nothing}</p>
      ${this.refused(texts)}
      ${event
        ? html`<div class="event">${eventDetails(language, theme, texts, event)}</div>`
        : page
          ? html`<p class="empty">${marked(place.show === 'event' ? texts.gone(place.EventId) : texts.noRequest(place.operation))}</p>`
          : nothing}`;
  }

  private refused({ failed, silent }: CloudTrailTexts): TemplateResult | typeof nothing {
    const { refusal, language } = this;
    if (!refusal) return nothing;
    const meanings: Readonly<Record<string, string>> = playgroundTexts[language].calls.meanings;
    return html`<div role="alert">
      ${refusalBox('refusal', refusal, { title: failed('LookupEvents').replaceAll('`', ''), silent, ours: this.texts.frame.ourWording, meaning: meanings[refusal.code] })}
    </div>`;
  }

  /** What was looked up, as JSON carries it: times in seconds. */
  private call({ region }: Simulator): WrittenCall {
    const { shown: place } = this;
    const { StartTime, EndTime, ...input } = inputOf(place.show === 'list' ? place.filter : {});
    const times = { ...(StartTime && { StartTime: StartTime.getTime() / 1000 }), ...(EndTime && { EndTime: EndTime.getTime() / 1000 }) };
    return { service: 'cloudtrail', operation: 'LookupEvents', region, input: { ...input, ...times } };
  }

  /** Stays where it is, and keeps the focus, also where there is no such page. */
  private pager(label: string, off: boolean, to: () => readonly string[]): TemplateResult {
    return html`<button type="button" aria-disabled=${String(off)} @click=${() => {
      if (!off && !this.asking) this.turn(to());
    }}>${label}</button>`;
  }

  private readonly refresh = (): void => {
    if (!this.asking) this.turn([]);
  };

  private readonly apply = (event: Event): void => {
    event.preventDefault();
    const address = addressOf('cloudtrail', ...pathOf(filterOf(this.fields)));
    this.wanted = true;
    // The same once more: the answer may be another one.
    if (location.hash === address) this.turn([]);
    else location.hash = address;
  };
}

if (!customElements.get('glass-cloudtrail')) customElements.define('glass-cloudtrail', GlassCloudTrail);

declare global {
  interface HTMLElementTagNameMap {
    'glass-cloudtrail': GlassCloudTrail;
  }
}
