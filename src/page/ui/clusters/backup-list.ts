import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BackupView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import { GlassElement } from '../element.ts';
import { ChooseBackupEvent } from '../events.ts';
import { stateStyle } from '../keys/state.ts';
import { style } from '../keys/style.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';
import { cell, rowName, table } from '../table.ts';
import { moment, number } from '../words.ts';
import { heldText, keptText } from './kept.ts';
import { stateMark } from './state.ts';
import { listStyle } from './style.ts';

const pageSize = 10;

/**
 * `<glass-backups>`: the backups of the account and Region, or of one cluster, the newest first, a page at a time, kept fresh;
 * also those whose cluster is gone.
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` (property `ClusterId`): of this cluster only; `backup-id`
 * (property `BackupId`): the chosen one. Property `clusterIds`: the clusters that there are, so that others are marked as gone.
 * Events: {@link ChooseBackupEvent}.
 */
export class GlassBackups extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    ClusterId: { type: String, attribute: 'cluster-id' },
    BackupId: { type: String, attribute: 'backup-id' },
    clusterIds: { attribute: false },
    pages: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, stateStyle, style, listStyle];

  declare ClusterId: string | null;
  declare BackupId: string | null;
  declare clusterIds: readonly string[] | undefined;
  /** Where each page after the first goes on, up to the one that is shown. */
  declare pages: readonly number[];

  private readonly list = new Looking(this, 'backups', () => {
    const before = this.pages.at(-1);
    // One more than is shown tells whether there is a next page.
    return { limit: pageSize + 1, ...(before !== undefined && { before }), ...(this.ClusterId && { ClusterId: this.ClusterId }) };
  });

  constructor() {
    super();
    this.ClusterId = this.BackupId = null;
    this.pages = [];
  }

  /** Into the row of this backup, or the first. */
  focusRow(BackupId: string): void {
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-id="${BackupId}"]`);
    (row ?? this.renderRoot.querySelector<HTMLElement>('tbody button'))?.focus();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.pages = [];
    this.list.ask(simulator);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('ClusterId') || !this.hasUpdated) return;
    this.pages = [];
    this.list.look();
  }

  protected override view(): TemplateResult {
    const texts = clustersTexts[this.language];
    const { list, pages, language } = this;
    if (list.failure) return html`<p class="bad" role="alert" lang="en">${list.failure}</p>`;
    if (!list.answer) return html`<p class="quiet" role="status">${texts.loading}</p>`;
    const shown = list.answer.slice(0, pageSize);
    const last = list.answer.length <= pageSize;
    if (shown.length === 0 && pages.length === 0)
      return html`<p class="empty">${marked(this.ClusterId ? texts.noBackupsOfIt : texts.noBackups)}</p>`;
    return html`<div class="list">
      ${this.table(shown)}
      ${pages.length > 0 || !last
        ? html`<nav aria-label=${texts.pages}>
            ${this.pager(texts.newest, pages.length === 0, () => [])}
            ${this.pager(texts.previous, pages.length === 0, () => pages.slice(0, -1))}
            <span class="quiet small" role="status">${texts.page(number(language, pages.length + 1))}</span>
            ${this.pager(texts.next, last, () => [...pages, shown.at(-1)?.number ?? 0])}
          </nav>`
        : nothing}
    </div>`;
  }

  private table(backups: readonly BackupView[]): TemplateResult {
    const texts = clustersTexts[this.language];
    const headings = [
      texts.state, texts.id, texts.created, ...(this.ClusterId ? [] : [texts.cluster]), texts.holds, texts.kept,
    ];
    const caption = this.ClusterId ? texts.backupsOf(this.ClusterId) : texts.backupsCaption;
    return table(caption, headings, repeat(backups, ({ BackupId }) => BackupId, (backup) => this.row(backup)));
  }

  private row(backup: BackupView): TemplateResult {
    const { language, clusterIds } = this;
    const texts = clustersTexts[language];
    const { BackupId, BackupState, ClusterId, CreateTimestamp, copied, wait } = backup;
    const gone = clusterIds !== undefined && !clusterIds.includes(ClusterId);
    return html`<tr role="row">
      ${cell(texts.state, stateMark(language, texts, BackupState, wait))}
      ${rowName(
        texts.id,
        html`<button
          type="button"
          class="mono"
          data-id=${BackupId}
          aria-current=${BackupId === this.BackupId ? 'true' : nothing}
          @click=${(): void => {
            this.dispatchEvent(new ChooseBackupEvent(BackupId));
          }}
        >
          ${BackupId}
        </button>`,
      )}
      ${cell(texts.created, html`<time datetime=${new Date(CreateTimestamp).toISOString()}>${moment(language, CreateTimestamp)}</time>`)}
      ${this.ClusterId
        ? nothing
        : cell(
            texts.cluster,
            html`<code>${ClusterId}</code>
              ${copied ? html`<span class="quiet">(${texts.copiedFrom(copied.region)})</span>` : gone ? html`<span class="quiet">(${texts.gone})</span>` : nothing}`,
            true,
          )}
      ${cell(texts.holds, heldText(texts, (value) => number(language, value), backup))} ${cell(texts.kept, keptText(language, texts, backup))}
    </tr>`;
  }

  /** Stays where it is, and keeps the focus, also where there is no such page. */
  private pager(label: string, off: boolean, to: () => readonly number[]): TemplateResult {
    const turn = (): void => {
      if (off) return;
      this.pages = to();
      this.list.look();
    };
    return html`<button type="button" aria-disabled=${String(off)} @click=${turn}>${label}</button>`;
  }
}

if (!customElements.get('glass-backups')) customElements.define('glass-backups', GlassBackups);

declare global {
  interface HTMLElementTagNameMap {
    'glass-backups': GlassBackups;
  }
}
