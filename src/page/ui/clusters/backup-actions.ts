import { html, nothing, type TemplateResult } from 'lit';
import type { BackupView, VpcView } from '../../../model/look.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import { choice, chosenOf } from './fields.ts';
import { action, count, link, section, tagActions, type Scene } from './scene.ts';

/** The HSM type that AWS makes new clusters of (facts 6.2). */
const HsmType = 'hsm2m.medium';

/** What can be done with a backup in its state. */
export function backupActions(scene: Scene, backup: BackupView, vpcs: readonly VpcView[]): TemplateResult {
  const { texts } = scene;
  const { BackupId, BackupState, NeverExpires } = backup;
  const { modifyBackup, deleteBackup, restoreBackup, cancel } = texts;
  return section(
    'actions',
    texts.actions,
    html`<div class="actions">
      ${BackupState === 'PENDING_DELETION'
        ? action(scene, { ...restoreBackup, operation: 'RestoreBackup', input: { BackupId } })
        : html`${createCluster(scene, backup, vpcs)}
          ${action(scene, {
            label: NeverExpires ? modifyBackup.release : modifyBackup.keep,
            hint: NeverExpires ? modifyBackup.releaseHint : modifyBackup.keepHint,
            operation: 'ModifyBackupAttributes',
            input: { BackupId, NeverExpires: !NeverExpires },
          })}
          ${copyBackup(scene, backup)}`}
      ${tagActions(scene, BackupId, backup.TagList)}
      ${BackupState === 'PENDING_DELETION'
        ? nothing
        : action(scene, {
            ...deleteBackup,
            operation: 'DeleteBackup',
            input: { BackupId },
            question: { question: deleteBackup.question(BackupId), detail: deleteBackup.detail, yes: deleteBackup.yes, no: cancel },
          })}
    </div>`,
  );
}

function createCluster(scene: Scene, { BackupId }: BackupView, vpcs: readonly VpcView[]): TemplateResult {
  const { texts, fields, change } = scene;
  const { createCluster: words } = texts;
  const VpcId = chosenOf(vpcs.map((vpc) => vpc.VpcId), fields['vpc']);
  const subnets = vpcs.find((vpc) => vpc.VpcId === VpcId)?.subnets ?? [];
  const SubnetIds = subnets.map(({ SubnetId }) => SubnetId).filter((id) => fields[id] !== 'off');
  return action(scene, {
    ...words,
    operation: 'CreateCluster',
    input: { HsmType, SourceBackupId: BackupId, SubnetIds },
    fields: html`${vpcs.length > 1 ? choice('vpc', texts.vpc, vpcs.map((vpc) => [vpc.VpcId, vpc.VpcId]), VpcId, change) : nothing}
      <fieldset class="choices">
        <legend>${words.subnets}</legend>
        ${subnets.map(
          ({ SubnetId, AvailabilityZone, freeAddresses }) => html`<label class="check">
            <input
              type="checkbox"
              .checked=${fields[SubnetId] !== 'off'}
              @change=${(event: Event): void => {
                change({ [SubnetId]: (event.target as HTMLInputElement).checked ? 'on' : 'off' });
              }}
            />
            <span><code>${AvailabilityZone}</code> <code>${SubnetId}</code> <span class="quiet">${texts.freeAddresses(count(scene, freeAddresses))}</span></span>
          </label>`,
        )}
      </fieldset>`,
    told: (answer) => {
      const { Cluster: { ClusterId = '' } = {} } = answer as { readonly Cluster?: { readonly ClusterId?: string } };
      return html`${words.created(ClusterId)} ${link(scene, ClusterId, texts.open(ClusterId))}`;
    },
  });
}

function copyBackup(scene: Scene, { BackupId }: BackupView): TemplateResult {
  const { texts, fields, change, language, simulator } = scene;
  const { copyBackup: words } = texts;
  const regions = Object.entries(playgroundTexts[language].regions).filter(([region]) => region !== simulator.region);
  const DestinationRegion = chosenOf(regions.map(([region]) => region), fields['region']);
  return action(scene, {
    ...words,
    operation: 'CopyBackupToRegion',
    input: { DestinationRegion, BackupId },
    fields: choice('region', words.region, regions.map(([region, name]) => [region, `${name} · ${region}`]), DestinationRegion, change),
    told: () => words.copied(DestinationRegion),
  });
}
