import { html, type TemplateResult } from 'lit';
import type { HsmView } from '../../../../model/look.ts';
import { zonesOf, zonesWith } from '../../map/rows.ts';
import { clusterOf, type Bench, type Step } from '../bench.ts';
import { selectField } from '../fields.ts';
import { waysOf } from '../../calls/ways.ts';

type Name = 'firstHsm' | 'secondHsm';

/** The zone that was chosen, or the first one without an active HSM. */
function zoneOf(bench: Bench, name: Name): string {
  const cluster = clusterOf(bench);
  const taken = zonesWith(cluster.hsms, 'ACTIVE');
  const zones = zonesOf(cluster);
  const chosen = bench.draft[name === 'firstHsm' ? 'firstZone' : 'secondZone'];
  return zones.find((zone) => zone === chosen) ?? zones.find((zone) => !taken.has(zone)) ?? zones[0] ?? '';
}

const listed = (hsms: readonly HsmView[]): TemplateResult[] =>
  hsms.map(({ HsmId, AvailabilityZone }) => html`<span><code>${HsmId}</code> <span class="quiet">${AvailabilityZone}</span></span> `);

const active = (bench: Bench): HsmView[] => clusterOf(bench).hsms.filter(({ State }) => State === 'ACTIVE');

/** CreateHsm, twice: what stands between the two needs one HSM, what follows needs one in each of two zones. */
const hsm = (name: Name): Step => ({
  name,
  fields: (bench) => {
    const cluster = clusterOf(bench);
    const taken = zonesWith(cluster.hsms, 'ACTIVE');
    const zones = zonesOf(cluster).map((zone): [string, string] => [zone, taken.has(zone) ? bench.texts.hasHsm(zone) : zone]);
    return selectField('zone', bench.texts.zone, zones, zoneOf(bench, name), (zone) => {
      bench.change(name === 'firstHsm' ? { firstZone: zone } : { secondZone: zone });
    });
  },
  ways: (bench) => {
    const { ClusterId } = clusterOf(bench);
    return waysOf(bench.region, [{ service: 'cloudhsmv2', operation: 'CreateHsm', input: { ClusterId, AvailabilityZone: zoneOf(bench, name) } }]);
  },
  act: async (bench, { cloudhsmv2 }) => {
    await cloudhsmv2.createHsm({ ClusterId: clusterOf(bench).ClusterId, AvailabilityZone: zoneOf(bench, name) });
  },
  result: (bench) => html`${listed(name === 'firstHsm' ? active(bench).slice(0, 1) : active(bench))}`,
});

export const firstHsm = hsm('firstHsm');
export const secondHsm = hsm('secondHsm');
