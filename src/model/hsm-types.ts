/** What an HSM type holds (CloudHSM User Guide, "Quotas"; facts 6.2). */
export interface HsmTypeLimits {
  /** Keys a cluster. */
  readonly keys: number;
  /** Users a cluster. */
  readonly users: number;
}

export const hsmTypes: Readonly<Record<string, HsmTypeLimits>> = {
  'hsm1.medium': { keys: 3300, users: 250 },
  'hsm2m.medium': { keys: 16_666, users: 1024 },
};
