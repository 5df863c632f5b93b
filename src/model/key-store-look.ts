/** What stands between a key store and its cluster, as only the glass shows it: AWS tells none of it. An answer of look.ts. */

/** How a key store would get on with a cluster, or with one made from a backup. */
export interface Fit {
  /** The password that AWS KMS has is the one that `kmsuser` has there; absent where there is no such crypto user. */
  readonly passwordMatches?: boolean;
  /** A person has set that password: AWS KMS, which tells nobody, has not rotated it since. */
  readonly passwordKnown?: boolean;
  /** KMS keys of the store, the newest first, whose key material is not there. */
  readonly missingKeys: readonly string[];
}

export interface KeyStoreDiagnosis extends Fit {
  /** Key objects of the cluster that no KMS key has any more, the newest first. */
  readonly orphans: readonly { readonly 'key-reference': string; readonly label: string }[];
  /** The other clusters that UpdateCustomKeyStore takes for this store. */
  readonly others: readonly (Fit & { readonly ClusterId: string })[];
  /** READY backups that a cluster for this store can be made from, the newest first. */
  readonly backups: readonly (Fit & { readonly BackupId: string; readonly CreateTimestamp: number })[];
}
