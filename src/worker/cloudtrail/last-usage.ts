import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyUsageRow, TrailEvent } from '../storage/schema.ts';

/** The event of a call that changed nothing, and the ids of the KMS keys whose material the call used. */
export interface QuietCall {
  readonly event: TrailEvent;
  readonly used: readonly string[];
}

export const usageReads = (calls: readonly QuietCall[]): Read[] =>
  calls.flatMap(({ event: { account, region }, used }) =>
    used.flatMap((KeyId): Read[] => [
      { store: 'keys', key: [account, region, KeyId] },
      { store: 'keyUsage', key: [account, region, KeyId] },
    ]),
  );

/**
 * Notes for GetKeyLastUsage what keys were used for. A key that has been deleted meanwhile is not noted; nor is what
 * another tab's later use has overtaken, as each tab writes its own a little behind.
 */
export function writeUsage(rows: Rows, calls: readonly QuietCall[]): void {
  for (const { event, used } of calls)
    for (const KeyId of used) {
      const { account, region, eventTime, record } = event;
      if (!rows.get('keys', [account, region, KeyId])) continue;
      if ((rows.get('keyUsage', [account, region, KeyId])?.Timestamp ?? 0) > eventTime) continue;
      rows.put('keyUsage', {
        account,
        region,
        KeyId,
        Operation: record['eventName'] as KeyUsageRow['Operation'],
        Timestamp: eventTime,
        CloudTrailEventId: record['eventID'] as string,
        KmsRequestId: record['requestID'] as string,
      });
    }
}
