import { keyStoreRate, requestRates, symmetricRates, type Rate } from '../model/kms/request-rates.ts';
import type { Place } from '../model/look.ts';
import type { ServiceName } from '../model/services.ts';
import { AwsError } from './errors.ts';
import type { Simulation } from './simulation.ts';
import type { KeyStoreRow } from './storage/schema.ts';

/** AWS's request rates, for one call. */
export interface Throttle {
  /** Counts the call against its operation's rate, once however often it is asked. @throws AwsError ThrottlingException */
  request(): void;
  /** Counts the call against a key store's own rate as well, once too. @throws AwsError ThrottlingException */
  keyStore(store: Pick<KeyStoreRow, 'CustomKeyStoreId' | 'CloudHsmClusterId'>): void;
}

export interface Throttling {
  /** @returns undefined while the fault `throttling` is not injected: one read of a row that is at hand */
  of(moment: Place & { readonly now: number }, service: ServiceName, operation: string): Promise<Throttle | undefined>;
}

export function createThrottling({ readFaults }: Pick<Simulation, 'readFaults'>): Throttling {
  const buckets = createBuckets();
  return {
    async of({ account, region, now }, service, operation) {
      const throttled = (await readFaults()).filter(({ fault }) => fault === 'throttling');
      if (throttled.length === 0 || service !== 'kms') {
        if (throttled.length === 0) buckets.empty();
        return undefined;
      }
      const everything = throttled.some(({ target }) => target === undefined);
      // A fault that passes is the requests of others: they leave nothing to take.
      const usedUp = (of: (target: string | undefined) => boolean): boolean =>
        throttled.some(({ target, until }) => until !== undefined && of(target));
      const take = (what: string, perSecond: number): boolean => buckets.take(`${account} ${region} ${what}`, perSecond, now);
      let counted: boolean | undefined;
      const inStores = new Map<string, boolean>();
      const takeFrom = (id: string): boolean => {
        const taken = inStores.get(id) ?? take(id, keyStoreRate);
        inStores.set(id, taken);
        return taken;
      };
      return {
        request() {
          const rate = everything ? (requestRates as Readonly<Record<string, Rate>>)[operation] : undefined;
          if (rate === undefined) return;
          if (usedUp((target) => target === undefined)) tooMany();
          counted ??= typeof rate === 'number' ? take(operation, rate) : take(rate, symmetricRates[region] ?? Infinity);
          if (!counted) tooMany();
        },
        keyStore({ CustomKeyStoreId: id, CloudHsmClusterId }) {
          const concerns = (target: string | undefined): boolean => target === undefined || target === id || target === CloudHsmClusterId;
          if (usedUp(concerns)) tooMany();
          if (throttled.some(({ target }) => concerns(target)) && !takeFrom(id)) tooMany();
        },
      };
    },
  };
}

/** AWS's words (facts 8.7). */
function tooMany(): never {
  throw new AwsError(
    'ThrottlingException',
    'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
  );
}

interface Buckets {
  /** @returns whether there was one left to take */
  take(id: string, perSecond: number, now: number): boolean;
  empty(): void;
}

/**
 * Token buckets in simulated time: each holds a second's requests and fills in a second. How AWS smooths is not public.
 * Each tab has its own: who opens two may call twice as often.
 */
export function createBuckets(): Buckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(id, perSecond, now) {
      const bucket = buckets.get(id) ?? { tokens: perSecond, at: now };
      buckets.set(id, bucket);
      // Of a world that was replaced, or of calls that arrived in another order: no time has passed.
      const passed = Math.max(0, now - bucket.at);
      bucket.tokens = Math.min(perSecond, bucket.tokens + (passed * perSecond) / 1000);
      bucket.at = now;
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
    empty() {
      buckets.clear();
    },
  };
}
