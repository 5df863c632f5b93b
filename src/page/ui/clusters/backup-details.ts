import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { BackupContents } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { detailsStyle as keyStyle } from '../keys/details-style.ts';
import { stateStyle } from '../keys/state.ts';
import { tableStyle } from '../inside/table.ts';
import { Looking } from '../looking.ts';
import { controls } from '../styles.ts';
import { backupActions } from './backup-actions.ts';
import { contents } from './backup-contents.ts';
import type { Fields } from './fields.ts';
import { keptText } from './kept.ts';
import { link, row, section, tagList, time, type Scene } from './scene.ts';
import { stateMark } from './state.ts';
import { detailsStyle } from './style.ts';

/**
 * `<glass-backup-details>`: one backup of an AWS CloudHSM cluster, live: what it holds, how long it is kept, and what can be done
 * with it.
 *
 * Attributes and property: those of {@link GlassElement}; `backup-id` (property `BackupId`).
 * Events: ChooseBackupEvent and ChooseClusterEvent, of what is linked.
 */
export class GlassBackupDetails extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    BackupId: { type: String, attribute: 'backup-id' },
    fields: { state: true },
    views: { type: Boolean },
  };
  static override styles = [...GlassElement.styles, controls, stateStyle, keyStyle, detailsStyle, tableStyle];

  declare BackupId: string;
  declare private fields: Fields;
  /** Attribute `views`, as `<glass-clusters>` has it. */
  declare views: boolean;
  /** Which backup the newest answer is of. */
  private answered: string | undefined;

  private readonly backup = new Looking(
    this,
    'backup',
    () => ({ BackupId: (this.questioned = this.BackupId) }),
    () => {
      this.answered = this.questioned;
    },
  );
  private questioned: string | undefined;
  private readonly clusters = new Looking(this, 'clusters');
  private readonly networks = new Looking(this, 'network');

  constructor() {
    super();
    this.views = false;
    this.fields = {};
  }

  /** Into the backup's id, where its details begin. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.backup.ask(simulator);
    this.clusters.ask(simulator);
    this.networks.ask(simulator);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('BackupId')) return;
    this.fields = {};
    this.backup.look();
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { BackupId, language, theme, fields } = this;
    const texts = clustersTexts[language];
    // The backup before this one is still there until the look at this one is answered.
    const known = this.answered === BackupId;
    const backup = known ? this.backup.answer : undefined;
    const scene: Scene = {
      host: this,
      simulator,
      language,
      theme,
      texts,
      fields,
      views: this.views,
      change: (part) => {
        this.fields = { ...this.fields, ...part };
      },
    };
    return html`<div class="details">
      <div class="head">
        <h3 id="title" tabindex="-1"><code>${BackupId}</code></h3>
        <glass-copy what=${BackupId} .text=${BackupId} .words=${texts.copy} theme=${theme ?? nothing}></glass-copy>
        <span role="status">${backup ? stateMark(language, texts, backup.BackupState, backup.wait) : nothing}</span>
      </div>
      ${this.backup.failure ? html`<p class="bad" role="alert" lang="en">${this.backup.failure}</p>` : nothing}
      ${known && !backup ? html`<p class="notice" role="status">${texts.backupGone}</p>` : nothing}
      ${backup
        ? keyed(
            BackupId,
            html`${this.general(scene, backup)} ${backupActions(scene, backup, this.networks.answer ?? [])} ${contents(scene, backup)}`,
          )
        : nothing}
    </div>`;
  }

  private general(scene: Scene, backup: BackupContents): TemplateResult {
    const { texts, language } = scene;
    const { ClusterId, copied } = backup;
    const exists = this.clusters.answer?.some((cluster) => cluster.ClusterId === ClusterId) ?? false;
    return section('general', texts.general, html`<dl>
      ${row(texts.created, time(scene, backup.CreateTimestamp))}
      ${row(
        texts.cluster,
        exists
          ? link(scene, ClusterId)
          : html`<code>${ClusterId}</code> ${copied ? nothing : html`<span class="quiet">(${texts.gone})</span>`}`,
      )}
      ${row(texts.hsmType, html`<code>${backup.HsmType}</code>`)} ${row(texts.mode, html`<code>${backup.Mode}</code>`)}
      ${row(texts.kept, keptText(language, texts, backup))}
      ${copied ? row(texts.copied, html`${time(scene, copied.at)}, ${texts.fromBackup(copied.BackupId, copied.region)}`) : nothing}
      ${backup.shared ? row(texts.shared, texts.sharedYes) : nothing} ${row(texts.tags, tagList(texts, backup.TagList))}
    </dl>`);
  }
}

if (!customElements.get('glass-backup-details')) customElements.define('glass-backup-details', GlassBackupDetails);

declare global {
  interface HTMLElementTagNameMap {
    'glass-backup-details': GlassBackupDetails;
  }
}
