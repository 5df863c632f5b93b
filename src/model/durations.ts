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
  'create-cluster': { milliseconds: minutes(4), source: 'ours: AWS publishes no figure' },
  'initialize-cluster': { milliseconds: minutes(3), source: 'ours: AWS publishes no figure' },
  'activate-cluster': { milliseconds: 80_000, source: 'third-party measurement, 2026: 80 s until DescribeClusters tells (facts 6.3)' },
  // For each HSM of the cluster.
  'modify-cluster': { milliseconds: minutes(30), source: 'CloudHSM User Guide, "Migrating from hsm1.medium to hsm2m.medium": about 30 minutes an HSM' },
  'delete-cluster': { milliseconds: minutes(2), source: 'ours: AWS publishes no figure' },
  'create-backup': { milliseconds: minutes(2), source: 'ours: AWS publishes no figure' },
} as const satisfies Record<string, Duration>;

export type WaitKind = keyof typeof durations;

export const days = (n: number): number => n * 24 * 60 * minutes(1);

/** What happens after days of AWS's; never shortened. A cluster's own policy says when its backups expire. */
export const periods = {
  'daily-backup': { milliseconds: days(1), source: 'CloudHSM User Guide, "Cluster backups": at least once every 24 hours' },
  'expire-backup': { milliseconds: days(90), source: 'CloudHSM User Guide, "Configure backup retention": 90 days unless the cluster says otherwise' },
  'delete-backup': { milliseconds: days(7), source: 'CloudHSM API Reference, DeleteBackup: can be restored up to 7 days' },
} as const satisfies Record<string, Duration>;

/** What happens after days, AWS's or the caller's: no speed shortens them. */
export type PeriodKind = keyof typeof periods | 'delete-key' | 'remove-grants' | 'rotate-key-automatically';
