import { html, nothing } from 'lit';
import type { VpcView } from '../../../../model/look.ts';
import { marked } from '../../marked.ts';
import { clusterOf, type Bench, type Step } from '../bench.ts';
import { creatable } from '../build.ts';
import { selectField } from '../fields.ts';
import { waysOf, type Planned } from '../../calls/ways.ts';

const vpcOf = ({ vpcs, draft }: Bench): VpcView | undefined => vpcs.find(({ VpcId }) => VpcId === draft.VpcId) ?? vpcs[0];

const chosenSubnets = (bench: Bench): VpcView['subnets'] =>
  vpcOf(bench)?.subnets.filter(({ SubnetId }) => !bench.draft.without.includes(SubnetId)) ?? [];

const inputOf = (bench: Bench): { readonly HsmType: string; readonly SubnetIds: string[] } => ({
  HsmType: bench.draft.HsmType,
  SubnetIds: chosenSubnets(bench).map(({ SubnetId }) => SubnetId),
});

/** CreateCluster. */
export const cluster: Step = {
  name: 'cluster',
  fields: (bench) => {
    const { texts, draft, vpcs, change } = bench;
    const types = [[creatable, creatable], ['hsm1.medium', texts.refused('hsm1.medium')]] as const;
    const vpc = vpcOf(bench);
    return html`${selectField('hsm-type', texts.hsmType, types, draft.HsmType, (HsmType) => {
        change({ HsmType });
      })}
      ${vpcs.length > 1
        ? selectField('vpc', 'VPC', vpcs.map(({ VpcId }) => [VpcId, VpcId]), vpc?.VpcId ?? '', (VpcId) => {
            change({ VpcId, without: [] });
          })
        : nothing}
      <fieldset class="subnets">
        <legend>${texts.subnets}</legend>
        ${vpc?.subnets.map(
          ({ SubnetId, AvailabilityZone, cidr }) => html`<label
            ><input
              type="checkbox"
              .checked=${!draft.without.includes(SubnetId)}
              @change=${(event: Event): void => {
                const others = draft.without.filter((id) => id !== SubnetId);
                change({ without: (event.target as HTMLInputElement).checked ? others : [...others, SubnetId] });
              }}
            /><span><code>${AvailabilityZone}</code> <code class="quiet small">${SubnetId} · ${cidr}</code></span></label
          >`,
        )}
        <p class="small ${chosenSubnets(bench).length < 2 ? 'bad' : 'quiet'}">${marked(texts.twoZones)}</p>
      </fieldset>`;
  },
  ways: (bench) => {
    const call: Planned = { service: 'cloudhsmv2', operation: 'CreateCluster', input: { ...inputOf(bench) } };
    return waysOf(bench.region, [call]);
  },
  act: async (bench, { cloudhsmv2 }) => {
    const { Cluster } = await cloudhsmv2.createCluster(inputOf(bench));
    if (Cluster?.ClusterId) bench.follow(Cluster.ClusterId);
  },
  result: (bench) => {
    const { ClusterId, SubnetMapping } = clusterOf(bench);
    return html`<code>${ClusterId}</code> <span class="quiet">${Object.keys(SubnetMapping).sort().join(', ')}</span>`;
  },
};
