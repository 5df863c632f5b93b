import type { Answered } from './consistency.ts';

/** Sends a call; resolves when it was answered, well or by AWS's error, and rejects where the simulator could not. */
export type Send = (operation: string, input: Readonly<Record<string, unknown>>) => Promise<Answered>;

/** A small generator of chance that a seed repeats (mulberry32). @returns numbers from 0 up to, not including, n */
export function chanceOf(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/**
 * Changes of every kind at once: keys in a key store and outside, aliases, tags, and the connection going and coming.
 * Ends with the first call that is not answered (the simulator is gone), or when told to.
 * @param keys ids of keys there are already
 */
export async function load(
  send: Send,
  {
    seed,
    lanes,
    store,
    keys = [],
    goesOn = () => true,
  }: { seed: number; lanes: number; store: string; keys?: readonly string[]; goesOn?: () => boolean },
): Promise<void> {
  const chance = chanceOf(seed);
  const known = [...keys];
  const recent = (): string | undefined => known[known.length - 1 - chance(Math.min(known.length, 20))];
  const calls: readonly (() => readonly [string, Record<string, unknown>])[] = [
    () => ['CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: store }],
    () => ['CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: store, Description: 'again' }],
    () => ['CreateKey', {}],
    () => ['CreateAlias', { AliasName: `alias/${crypto.randomUUID()}`, TargetKeyId: recent() }],
    // Often taken: refused, with its event.
    () => ['CreateAlias', { AliasName: `alias/taken-${String(chance(5))}`, TargetKeyId: recent() }],
    () => ['TagResource', { KeyId: recent(), Tags: [{ TagKey: crypto.randomUUID(), TagValue: 'x' }] }],
    () => ['ConnectCustomKeyStore', { CustomKeyStoreId: store }],
    () => ['DisconnectCustomKeyStore', { CustomKeyStoreId: store }],
  ];
  /** Connecting comes as often as disconnecting, and both less often than the rest. */
  const weights = [0, 0, 0, 1, 1, 2, 3, 3, 4, 5, 5, 5, 6, 6, 7];

  async function lane(): Promise<void> {
    while (goesOn()) {
      const next = calls[known.length === 0 ? 2 : (weights[chance(weights.length)] ?? 0)];
      if (!next) return;
      const answered = await send(...next());
      const metadata = answered.output?.['KeyMetadata'] as { KeyId: string } | undefined;
      if (metadata) known.push(metadata.KeyId);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
}
