import type { FaultsRow, WorldRow } from '../../storage/schema.ts';

/** Raised when an older GlassHSM could not read what a newer one writes. */
export const formatVersion = 1;

/** Characters that are read: what a browser makes of more of them does not fit into a tab. */
export const mostCharacters = 64 * 1024 * 1024;

/** What the file says of itself, for whoever opens it in an editor. */
export const about =
  'A simulated world of GlassHSM, an AWS CloudHSM key store in a browser. It holds no key material: keys arrive without it, and ' +
  'ciphertexts cannot be decrypted elsewhere. Passwords that came with the scenario are in its notes; of those that a person chose ' +
  'there is a SHA-256 digest, so that the simulated users can sign in: whoever has the file can try out guesses. Nothing in it is ' +
  'a secret, or should be.';

/** A world as text. Its version stands first; time stands still in it, and goes on where it is opened. */
export interface WorldFile {
  readonly glassHsmWorld: number;
  readonly about: string;
  /** The simulated time, for people; `now` is the same in milliseconds since the epoch. */
  readonly at: string;
  readonly now: number;
  /** How fast AWS's waits pass; null: at once. */
  readonly speed: number | null;
  readonly world: Omit<WorldRow, 'generation' | 'firstScenario'>;
  readonly faults?: FaultsRow;
  /** Rows by store; stores without any are left out. */
  readonly stores: Readonly<Record<string, readonly unknown[]>>;
}
