import type { Moment } from '../call.ts';
import { keyOf } from '../storage/keys.ts';
import type { DueRow, HsmEntry } from '../storage/schema.ts';
import { clusterKey, withHsm } from './clusters.ts';

/** What happens to an HSM when its wait ends. */

/** A new HSM has joined: it holds every key of the cluster. The text is AWS's (source document). */
export const endCreatingHsm = (moment: Moment, due: DueRow): Promise<void> =>
  endChange(moment, due, ({ transition: _ended, ...hsm }) => ({ ...hsm, State: 'ACTIVE', StateMessage: 'HSM created.' }));

/** A deleted HSM is gone. */
export const endDeletingHsm = (moment: Moment, due: DueRow): Promise<void> => endChange(moment, due, () => undefined);

function endChange(moment: Moment, due: DueRow, change: (hsm: HsmEntry) => HsmEntry | undefined): Promise<void> {
  const key = keyOf('due', due);
  const cluster = clusterKey(moment, due.ClusterId ?? '');
  return moment.commit(
    [
      { store: 'due', key },
      { store: 'clusters', key: cluster },
    ],
    (rows) => {
      if (!rows.get('due', key)) return;
      rows.delete('due', key);
      const row = rows.get('clusters', cluster);
      if (row)
        rows.put(
          'clusters',
          withHsm(row, due.target, (hsm) => (hsm.transition === due.id ? change(hsm) : hsm)),
        );
    },
  );
}
