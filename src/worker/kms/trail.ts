import type { TrailNote } from '../call.ts';
import type { KeyStoreRow } from '../storage/schema.ts';

/** What Connect-, Disconnect-, Update- and DeleteCustomKeyStore add to their events (facts 7). */
export const keyStoreNote = ({ CustomKeyStoreName, CloudHsmClusterId }: KeyStoreRow): TrailNote => ({
  additionalEventData: { customKeyStoreName: CustomKeyStoreName, clusterId: CloudHsmClusterId },
});
