import type { Happening } from '../call.ts';
import { beginPeriod } from '../clock.ts';
import { keyOf } from '../storage/keys.ts';
import type { DueRow } from '../storage/schema.ts';
import { grantCounterKey, grantsPrefix, removeGrant } from './grants.ts';

/** Grants that one commit takes away, and milliseconds until the next: a key may have 50,000, and calls must not wait for them. */
const batch = 500;
const pause = 1000;

/** The key is gone, and nothing reaches its grants any more: they go a few at a time. */
export async function removeGrants(happening: Happening, due: DueRow): Promise<void> {
  const KeyId = due.target;
  const counterKey = grantCounterKey(happening, KeyId);
  const grants = await happening.storage.page({ store: 'grants', prefix: grantsPrefix(happening, KeyId), limit: batch });
  await happening.commit(
    [
      { store: 'due', key: keyOf('due', due) },
      { store: 'counters', key: counterKey },
    ],
    (rows) => {
      if (!rows.get('due', keyOf('due', due))) return;
      rows.delete('due', keyOf('due', due));
      for (const grant of grants) removeGrant(rows, grant);
      const counter = rows.get('counters', counterKey);
      if (!counter || grants.length < batch) rows.delete('counters', counterKey);
      else {
        rows.put('counters', { ...counter, count: counter.count - grants.length });
        beginPeriod(rows, happening, { kind: 'remove-grants', target: KeyId }, due.dueAt + pause);
      }
    },
  );
}
