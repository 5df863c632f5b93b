/**
 * What a person who has read AWS's documentation would note down on paper: plain maps, and the time. It knows nothing of
 * rows, commits or materials, and shares no code with what it is compared with.
 */
const minute = 60_000;
export const day = 24 * 60 * minute;

export interface ModelKey {
  readonly KeyId: string;
  readonly inStore: string | undefined;
  enabled: boolean;
  deletion?: number;
  period?: { readonly days: number; next: number };
  rotating?: number;
  rotations: number;
  onDemand: number;
  description: string;
  readonly tags: Map<string, string>;
  policy: string | undefined;
}
export interface ModelStore {
  readonly id: string;
  name: string;
  state: 'CONNECTED' | 'DISCONNECTED' | 'CONNECTING' | 'DISCONNECTING' | 'FAILED';
  /** Whether what KMS believes to be kmsuser's password is right. */
  password: 'right' | 'wrong';
  ends?: number;
}
export interface ModelHsm {
  readonly zone: string;
  state: 'ACTIVE' | 'CREATE_IN_PROGRESS' | 'DELETE_IN_PROGRESS';
  ends?: number;
}
export interface ModelGrant {
  readonly KeyId: string;
  readonly token: string;
  readonly name: string | undefined;
}
export interface ModelCiphertext {
  readonly blob: Uint8Array;
  readonly KeyId: string;
  readonly context: string;
  readonly plaintext: Uint8Array;
}

export interface Reference {
  now: number;
  readonly keys: Map<string, ModelKey>;
  readonly aliases: Map<string, string>;
  readonly grants: Map<string, ModelGrant>;
  store: ModelStore | undefined;
  readonly hsms: Map<string, ModelHsm>;
  readonly ciphertexts: ModelCiphertext[];
}

export const newReference = (store: string): Reference => ({
  now: 0,
  keys: new Map(),
  aliases: new Map(),
  grants: new Map(),
  store: { id: store, name: 'ExampleKeyStore', state: 'CONNECTED', password: 'right' },
  hsms: new Map([
    ['hsm-abcdefghijk', { zone: 'us-west-2a', state: 'ACTIVE' }],
    ['hsm-zyxwvutsrqp', { zone: 'us-west-2b', state: 'ACTIVE' }],
  ]),
  ciphertexts: [],
});

/** How long AWS takes, rounded up: time goes in steps of ten minutes. */
export const takes = { connect: 20 * minute, disconnect: 2 * minute, createHsm: 313_000, deleteHsm: 2 * minute, rotate: minute };
export const step = 10 * minute;

export const activeZones = ({ hsms }: Reference): number =>
  new Set([...hsms.values()].filter(({ state }) => state === 'ACTIVE').map(({ zone }) => zone)).size;

export type State = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'Unavailable';
export function stateOf({ store }: Reference, { deletion, inStore, enabled }: ModelKey): State {
  if (deletion !== undefined) return 'PendingDeletion';
  if (inStore !== undefined && store?.state !== 'CONNECTED') return 'Unavailable';
  return enabled ? 'Enabled' : 'Disabled';
}

/** Time passes, and what is due happens in its order. */
export function advance(model: Reference, ms: number): void {
  const until = model.now + ms;
  for (;;) {
    const [next] = comingOf(model)
      .filter(({ at }) => at <= until)
      .sort((a, b) => a.at - b.at);
    if (!next) break;
    model.now = Math.max(model.now, next.at);
    next.happens();
  }
  model.now = until;
}

interface Coming {
  readonly at: number;
  happens(): void;
}

function comingOf(model: Reference): Coming[] {
  return [...storeComing(model), ...[...model.hsms].flatMap(([id, hsm]) => hsmComing(model, id, hsm)), ...[...model.keys.values()].flatMap((key) => keyComing(model, key))];
}

function storeComing(model: Reference): Coming[] {
  const { store } = model;
  if (store?.ends === undefined) return [];
  return [
    {
      at: store.ends,
      happens() {
        delete store.ends;
        if (store.state === 'DISCONNECTING') store.state = 'DISCONNECTED';
        else store.state = activeZones(model) > 0 && store.password === 'right' ? 'CONNECTED' : 'FAILED';
      },
    },
  ];
}

function hsmComing(model: Reference, id: string, hsm: ModelHsm): Coming[] {
  if (hsm.ends === undefined) return [];
  return [
    {
      at: hsm.ends,
      happens() {
        delete hsm.ends;
        if (hsm.state === 'DELETE_IN_PROGRESS') model.hsms.delete(id);
        else hsm.state = 'ACTIVE';
      },
    },
  ];
}

function keyComing(model: Reference, key: ModelKey): Coming[] {
  const { deletion, rotating, period } = key;
  return [
    ...(deletion === undefined ? [] : [{ at: deletion, happens: () => { forget(model, key); } }]),
    ...(rotating === undefined ? [] : [{ at: rotating, happens: () => { delete key.rotating; key.rotations += 1; } }]),
    // A key that cannot be used misses its rotation, and is rotated when it is enabled.
    ...(period && stateOf(model, key) === 'Enabled' ? [{ at: period.next, happens: () => { rotate(model, key, period.days); } }] : []),
  ];
}

/** An automatic rotation, on its day or as soon as the key can be used again. */
export function rotate({ now }: Reference, key: ModelKey, days: number): void {
  key.rotations += 1;
  key.period = { days, next: now + days * day };
}

function forget(model: Reference, { KeyId }: ModelKey): void {
  model.keys.delete(KeyId);
  for (const [name, target] of model.aliases) if (target === KeyId) model.aliases.delete(name);
  for (const [id, grant] of model.grants) if (grant.KeyId === KeyId) model.grants.delete(id);
}
