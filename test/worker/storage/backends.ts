import type { Backend } from '../../../src/worker/storage/backend.ts';
import { indexedDbBackend } from '../../../src/worker/storage/indexeddb.ts';
import { memoryBackend } from '../../../src/worker/storage/memory.ts';
import type { KeyPolicyRow } from '../../../src/worker/storage/schema.ts';

export const account = '111122223333';
export const region = 'us-west-2';

/** What must be the same whatever rows are kept in. */
export const backends: Readonly<Record<string, () => Promise<Backend>>> = {
  indexeddb: () =>
    indexedDbBackend(`test-${crypto.randomUUID()}`, (message) => {
      throw new Error(message);
    }),
  memory: () => Promise.resolve(memoryBackend()),
};

/** Rows of the simplest store stand for all. */
export const policyKey = (KeyId: string): readonly string[] => [account, region, KeyId];
export const policy = (KeyId: string, Policy: string): KeyPolicyRow => ({ account, region, KeyId, Policy });
