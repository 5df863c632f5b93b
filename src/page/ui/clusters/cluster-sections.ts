import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterDetails, KeyStoreView, VpcView } from '../../../model/look.ts';
import './certificate.ts';
import { row, section, count, hsmLink, link, storeLink, tagList, time, type Scene } from './scene.ts';
import { stateMark } from './state.ts';

/** What a cluster is, and where its network is. */
export function general(scene: Scene, cluster: ClusterDetails, keyStores: readonly KeyStoreView[], vpc: VpcView | undefined): TemplateResult {
  const { texts, language } = scene;
  const { SecurityGroup: group, HsmTypeRollbackExpiration: until, SourceBackupId, SubnetMapping } = cluster;
  const stores = keyStores.filter(({ CloudHsmClusterId }) => CloudHsmClusterId === cluster.ClusterId);
  return section('general', texts.general, html`<dl>
    ${row(texts.created, time(scene, cluster.CreateTimestamp))}
    ${row(texts.hsmType, html`<code>${cluster.HsmType}</code>`)}
    ${until === undefined ? nothing : row(texts.rollback, time(scene, until))}
    ${row(texts.mode, html`<code>${cluster.Mode}</code>`)}
    ${row(texts.keys, texts.keysOf(count(scene, cluster.keyCount), count(scene, cluster.keyCapacity)))}
    ${row(
      texts.keyStore,
      stores.length === 0
        ? html`<span class="quiet">${texts.noKeyStore}</span>`
        : stores.map(
            (store) =>
              html`<span class="item">${storeLink(scene, store)} <code>${store.CustomKeyStoreId}</code> ${stateMark(language, texts, store.ConnectionState, store.wait)}</span>`,
          ),
    )}
    ${SourceBackupId ? row(texts.source, link(scene, SourceBackupId)) : nothing}
    ${row(texts.retention, texts.retentionDays(cluster.BackupRetentionPolicy.Value ?? ''))}
    ${row(texts.vpc, html`<code>${cluster.VpcId}</code>`)}
    ${row(texts.networkType, html`<code>${cluster.NetworkType}</code>`)}
    ${row(
      texts.securityGroup,
      html`<span class="item"><code>${group.GroupId}</code> <code>${group.GroupName}</code></span>
        <span class="item quiet small">${texts.ports(String(group.ports.from), String(group.ports.to))}</span>`,
    )}
    ${row(
      texts.subnets,
      Object.entries(SubnetMapping)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([zone, SubnetId]) => {
          const subnet = vpc?.subnets.find((each) => each.SubnetId === SubnetId);
          return html`<span class="item"
            ><code>${zone}</code> <code>${SubnetId}</code>
            ${subnet ? html`<span class="quiet small"><code>${subnet.cidr}</code> ${texts.freeAddresses(count(scene, subnet.freeAddresses))}</span>` : nothing}</span
          >`;
        }),
    )}
    ${row(texts.tags, tagList(texts, cluster.TagList))}
  </dl>`);
}

/** The HSMs, each of which can be opened. */
export function hsmSection(scene: Scene, { ClusterId, hsms }: ClusterDetails): TemplateResult {
  const { texts, language } = scene;
  return section(
    'hsms',
    texts.hsms,
    hsms.length === 0
      ? html`<p class="quiet">${texts.noHsms}</p>`
      : html`<ul class="things">
          ${hsms.map(
            ({ HsmId, State, StateMessage, wait, AvailabilityZone, SubnetId, EniId, EniIp, EniIpV6 }) => html`<li class="thing">
              <p>${hsmLink(scene, ClusterId, HsmId)}<span>${stateMark(language, texts, State, wait)}</span></p>
              ${StateMessage ? html`<p class="small" lang="en">${StateMessage}</p>` : nothing}
              <p class="small"><code>${AvailabilityZone}</code><code>${SubnetId}</code></p>
              <p class="small"><code>${EniId}</code><code>${EniIp}</code>${EniIpV6 ? html`<code>${EniIpV6}</code>` : nothing}</p>
            </li>`,
          )}
        </ul>`,
  );
}

/** The interfaces of the cluster's HSMs, and those that AWS KMS built for connected key stores (facts 1.5). */
export function network(scene: Scene, cluster: ClusterDetails, keyStores: readonly KeyStoreView[], vpc: VpcView | undefined): TemplateResult {
  const { texts } = scene;
  const stores = keyStores.filter(({ CloudHsmClusterId }) => CloudHsmClusterId === cluster.ClusterId).map(({ CustomKeyStoreId }) => CustomKeyStoreId);
  const owners = new Set([...cluster.hsms.map(({ HsmId }) => HsmId), ...stores]);
  const interfaces = vpc?.interfaces.filter((each) => owners.has(each.of)) ?? [];
  const groups = vpc?.securityGroups.filter(({ GroupId, GroupName }) => GroupId === cluster.SecurityGroup.GroupId || stores.some((id) => GroupName.endsWith(id))) ?? [];
  return section(
    'network',
    texts.network,
    html`<p class="quiet small">${texts.networkHint}</p>
      ${interfaces.length === 0
        ? html`<p>${texts.noInterfaces}</p>`
        : html`<ul class="things" aria-label=${texts.interfaces}>
            ${interfaces.map(
              ({ EniId, EniIp, SubnetId, Description, of }) => html`<li class="thing">
                <p><code><b>${EniId}</b></code><code>${EniIp}</code></p>
                <p class="small" lang="en">${Description}</p>
                <p class="small"><code>${of}</code><code>${SubnetId}</code></p>
              </li>`,
            )}
          </ul>`}
      <dl>
        ${row(texts.groups, groups.map(({ GroupId, GroupName }) => html`<span class="item"><code>${GroupId}</code> <code>${GroupName}</code></span>`))}
      </dl>`,
  );
}

/** The names of the files are the User Guide's. */
const files = {
  ClusterCsr: 'ClusterCsr.csr',
  HsmCertificate: 'HsmCertificate.crt',
  AwsHardwareCertificate: 'AwsHardwareCertificate.crt',
  ManufacturerHardwareCertificate: 'ManufacturerHardwareCertificate.crt',
  ClusterCertificate: 'CustomerHsmCertificate.crt',
} as const;

export function certificates(scene: Scene, { ClusterId, Certificates, trustAnchor }: ClusterDetails): TemplateResult {
  const { texts, simulator, theme, language } = scene;
  const all = [
    ...Object.entries(files).map(([name, file]) => [name as keyof typeof files, `${ClusterId}_${file}`, Certificates[name as keyof typeof files]] as const),
    ['trustAnchor', 'customerCA.crt', trustAnchor] as const,
  ].filter(([, , pem]) => pem);
  return section(
    'certificates',
    texts.certificates,
    all.length === 0
      ? html`<p class="quiet">${texts.noCertificates}</p>`
      : html`<div class="actions">
          ${all.map(
            ([name, file, pem]) => html`<glass-certificate
              .simulator=${simulator}
              .theme=${theme}
              lang=${language}
              name=${name === 'trustAnchor' ? file : name}
              what=${texts.certificateNames[name]}
              file=${file}
              .pem=${pem}
              ?request=${name === 'ClusterCsr'}
            ></glass-certificate>`,
          )}
        </div>`,
  );
}
