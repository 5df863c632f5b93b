/** How long AWS takes for what goes on behind a call that has been answered. Where the comment says "ours", AWS publishes no figure. */
export interface Duration {
  readonly milliseconds: number;
}

const minutes = (n: number): number => n * 60_000;

export const durations = {
  // KMS Developer Guide: "can take up to 20 minutes".
  connect: { milliseconds: minutes(20) },
  // Ours.
  disconnect: { milliseconds: minutes(2) },
  // Third-party measurements, 2026 (facts 6.3): 313 s, 120 s.
  'create-hsm': { milliseconds: 313_000 },
  'delete-hsm': { milliseconds: 120_000 },
  // Ours, these three.
  'rotate-key': { milliseconds: minutes(1) },
  'create-cluster': { milliseconds: minutes(4) },
  'initialize-cluster': { milliseconds: minutes(3) },
  // Third-party measurement, 2026 (facts 6.3): 80 s until DescribeClusters tells.
  'activate-cluster': { milliseconds: 80_000 },
  // For each HSM of the cluster. CloudHSM User Guide, "Migrating from hsm1.medium to hsm2m.medium": about 30 minutes an HSM.
  'modify-cluster': { milliseconds: minutes(30) },
  // Ours, both.
  'delete-cluster': { milliseconds: minutes(2) },
  'create-backup': { milliseconds: minutes(2) },
} as const satisfies Record<string, Duration>;

export type WaitKind = keyof typeof durations;

export const days = (n: number): number => n * 24 * 60 * minutes(1);

/** What happens after days of AWS's; never shortened. A cluster's own policy says when its backups expire. */
export const periods = {
  // CloudHSM User Guide, "Cluster backups": at least once every 24 hours.
  'daily-backup': { milliseconds: days(1) },
  // CloudHSM User Guide, "Configure backup retention": 90 days unless the cluster says otherwise.
  'expire-backup': { milliseconds: days(90) },
  // CloudHSM API Reference, DeleteBackup: can be restored up to 7 days.
  'delete-backup': { milliseconds: days(7) },
} as const satisfies Record<string, Duration>;

/** What happens after days, AWS's or the caller's: no speed shortens them. */
export type PeriodKind = keyof typeof periods | 'delete-key' | 'remove-grants' | 'rotate-key-automatically';
