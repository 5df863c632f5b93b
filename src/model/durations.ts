/** How long AWS takes for what goes on behind a call that has been answered. */
export interface Duration {
  readonly milliseconds: number;
  /** Where the figure is from; `ours` where AWS publishes none. */
  readonly source: string;
}

const minutes = (n: number): number => n * 60_000;

export const durations = {
  connect: { milliseconds: minutes(20), source: 'KMS Developer Guide: "can take up to 20 minutes"' },
  disconnect: { milliseconds: minutes(2), source: 'ours: AWS publishes no figure' },
  'create-hsm': { milliseconds: 313_000, source: 'third-party measurement, 2026: 313 s (facts 6.3)' },
  'delete-hsm': { milliseconds: 120_000, source: 'third-party measurement, 2026: 120 s (facts 6.3)' },
  'rotate-key': { milliseconds: minutes(1), source: 'ours: AWS publishes no figure' },
} as const satisfies Record<string, Duration>;

export type WaitKind = keyof typeof durations;

/** What happens after days: their length is the caller's, and no speed shortens it. */
export type PeriodKind = 'delete-key' | 'rotate-key-automatically';

export const days = (n: number): number => n * 24 * 60 * minutes(1);
