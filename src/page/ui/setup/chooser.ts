import { html, nothing, type TemplateResult } from 'lit';
import type { SetupTexts } from '../../i18n/setup.ts';
import type { MapCluster } from '../map/rows.ts';
import type { Build } from './build.ts';
import { selectField } from './fields.ts';

/** Which cluster is built, where there is more to choose from than one that is not there yet. */
export function chooser(texts: SetupTexts, unfinished: readonly MapCluster[], { cluster }: Build, begin: (ClusterId?: string) => void): TemplateResult | typeof nothing {
  const others = unfinished.filter(({ ClusterId }) => ClusterId !== cluster?.ClusterId);
  const all = [...(cluster ? [cluster] : []), ...others];
  if (all.length === 0) return nothing;
  const options = all.map(({ ClusterId, State }) => [ClusterId, `${ClusterId} · ${State}`] as const);
  return html`<div class="chooser">
    ${selectField('which', texts.which, [...options, ['', texts.fromNothing]], cluster?.ClusterId ?? '', (ClusterId) => {
      begin(ClusterId);
    })}
  </div>`;
}
