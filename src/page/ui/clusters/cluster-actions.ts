import { html, nothing, type TemplateResult } from 'lit';
import { hsmTypes } from '../../../model/hsm-types.ts';
import type { ClusterDetails, KeyStoreView } from '../../../model/look.ts';
import { mapTexts } from '../../i18n/map.ts';
import { marked } from '../marked.ts';
import { lossOf } from '../map/faults.ts';
import { choice, chosenOf, textField } from './fields.ts';
import { action, section, tagActions, type Scene } from './scene.ts';

/** What can be done with a cluster, AWS's refusals included. */
export function clusterActions(scene: Scene, cluster: ClusterDetails, keyStores: readonly KeyStoreView[]): TemplateResult {
  const { texts } = scene;
  const related = keyStores.filter(({ CustomKeyStoreId, CloudHsmClusterId }) =>
    cluster.relatedKeyStores.includes(CustomKeyStoreId) && CloudHsmClusterId !== cluster.ClusterId);
  const own = keyStores.filter(({ CloudHsmClusterId }) => CloudHsmClusterId === cluster.ClusterId);
  return html`${related.map((store) => useCluster(scene, cluster, store))}
  ${section(
    'actions',
    texts.actions,
    html`<div class="actions">
      ${own.filter(({ ConnectionState }) => ConnectionState === 'DISCONNECTED').map(({ CustomKeyStoreId }) => connect(scene, CustomKeyStoreId))}
      ${createHsm(scene, cluster)} ${deleteHsm(scene, cluster, own)} ${retention(scene, cluster)} ${hsmType(scene, cluster)}
      ${tagActions(scene, cluster.ClusterId, cluster.TagList)} ${deleteCluster(scene, cluster)}
    </div>`,
  )}`;
}

/** A key store whose cluster is another one, or gone, can go on with this one. */
function useCluster(scene: Scene, { ClusterId }: ClusterDetails, { CustomKeyStoreId, CustomKeyStoreName, ConnectionState }: KeyStoreView): TemplateResult {
  const { useCluster: words } = scene.texts;
  return section(
    `use-${CustomKeyStoreId}`,
    words.title(CustomKeyStoreName),
    html`<p class="notice">${marked(words.rule(ConnectionState))}</p>
      <div class="actions">
        ${ConnectionState === 'DISCONNECTED'
          ? nothing
          : action(scene, {
              label: words.disconnect,
              hint: words.disconnectHint,
              service: 'kms',
              operation: 'DisconnectCustomKeyStore',
              input: { CustomKeyStoreId },
            })}
        ${action(scene, {
          label: words.update,
          hint: words.updateHint,
          service: 'kms',
          operation: 'UpdateCustomKeyStore',
          input: { CustomKeyStoreId, CloudHsmClusterId: ClusterId },
        })}
      </div>`,
  );
}

const connect = (scene: Scene, CustomKeyStoreId: string): TemplateResult =>
  action(scene, { ...scene.texts.connect, service: 'kms', operation: 'ConnectCustomKeyStore', input: { CustomKeyStoreId } });

function createHsm(scene: Scene, { ClusterId, SubnetMapping, hsms }: ClusterDetails): TemplateResult {
  const { createHsm: words } = scene.texts;
  const taken = new Set(hsms.map(({ AvailabilityZone }) => AvailabilityZone));
  const zones = Object.keys(SubnetMapping).sort();
  // First a zone that has none yet.
  const zone = chosenOf([...zones.filter((each) => !taken.has(each)), ...zones], scene.fields['zone']);
  return action(scene, {
    ...words,
    operation: 'CreateHsm',
    input: { ClusterId, AvailabilityZone: zone },
    fields: choice('zone', words.zone, zones.map((each) => [each, each]), zone, scene.change),
  });
}

function deleteHsm(scene: Scene, cluster: ClusterDetails, [store]: readonly KeyStoreView[]): TemplateResult | typeof nothing {
  const { deleteHsm: words, cancel } = scene.texts;
  const { ClusterId, hsms } = cluster;
  if (hsms.length === 0) return nothing;
  const HsmId = chosenOf(hsms.map((hsm) => hsm.HsmId), scene.fields['hsm']);
  const lost = lossOf({ id: ClusterId, cluster: { ...cluster, newestKeys: [] }, ...(store && { store }) }, HsmId);
  return action(scene, {
    ...words,
    operation: 'DeleteHsm',
    input: { ClusterId, HsmId },
    question: lost && { question: words.question(HsmId), detail: html`${marked(mapTexts[scene.language].loss[lost])}`, yes: words.yes, no: cancel },
    fields: choice('hsm', words.hsm, hsms.map((hsm) => [hsm.HsmId, `${hsm.HsmId} · ${hsm.AvailabilityZone} · ${hsm.State}`]), HsmId, scene.change),
  });
}

function retention(scene: Scene, { ClusterId, BackupRetentionPolicy: { Value: before = '90' } }: ClusterDetails): TemplateResult {
  const { modifyRetention: words, cancel } = scene.texts;
  const { days = before } = scene.fields;
  const less = Number(days) >= 7 && Number(days) < Number(before);
  return action(scene, {
    ...words,
    operation: 'ModifyCluster',
    input: { BackupRetentionPolicy: { Type: 'DAYS', Value: days }, ClusterId },
    question: less ? { question: words.question(days), detail: words.detail, yes: words.yes, no: cancel } : undefined,
    fields: textField('days', words.days, days, scene.change, 'number'),
  });
}

function hsmType(scene: Scene, { ClusterId, HsmType: before, HsmTypeRollbackExpiration }: ClusterDetails): TemplateResult {
  const { modifyHsmType: words } = scene.texts;
  const types = Object.keys(hsmTypes);
  const HsmType = chosenOf(types.filter((type) => type !== before), scene.fields['type']);
  return HsmTypeRollbackExpiration === undefined && before !== 'hsm1.medium'
    ? html``
    : action(scene, {
        ...words,
        operation: 'ModifyCluster',
        input: { HsmType, ClusterId },
        fields: choice('type', words.type, types.filter((type) => type !== before).map((type) => [type, type]), HsmType, scene.change),
      });
}

function deleteCluster(scene: Scene, { ClusterId }: ClusterDetails): TemplateResult {
  const { deleteCluster: words, cancel } = scene.texts;
  return action(scene, {
    ...words,
    operation: 'DeleteCluster',
    input: { ClusterId },
    question: { question: words.question(ClusterId), detail: words.detail, yes: words.yes, no: cancel },
  });
}
