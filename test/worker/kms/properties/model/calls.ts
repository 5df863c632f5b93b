import type { KmsOperationName } from '../../../../../src/worker/kms/handler.ts';
import { documentCluster } from '../../../world.ts';
import { activeZones, day, rotate, stateOf, takes, type ModelKey, type Reference, type State } from './reference.ts';

/** A call and what the reference says of it. */
export interface Expected {
  readonly service?: 'cloudhsmv2';
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** AWS's code; undefined where the call succeeds. */
  readonly refused?: string | undefined;
  /** What success changes. @returns what is wrong with the answer, if it can be told */
  done?(answer: Readonly<Record<string, unknown>>): string | undefined | void;
}
/** Four numbers choose what the call is about: whatever there is at that moment. */
export type Picks = readonly [number, number, number, number];

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % (list.length || 1)];
const missing = '11111111-2222-4333-8444-555555555555';
/** A key that there is; now and then none. */
const keyAt = (model: Reference, at: number): ModelKey | undefined => (at % 17 === 0 ? undefined : pick([...model.keys.values()], at));
/** By id, by ARN, or by an alias, each as it is accepted. */
function nameOf(model: Reference, key: ModelKey | undefined, at: number, aliases = true): string {
  const id = key?.KeyId ?? missing;
  const [alias] = [...model.aliases].find(([, target]) => target === id) ?? [];
  if (aliases && alias !== undefined && at % 3 === 0) return at % 2 === 0 ? alias : `arn:aws:kms:us-west-2:111122223333:${alias}`;
  return at % 2 === 0 ? id : `arn:aws:kms:us-west-2:111122223333:key/${id}`;
}
const arnOf = (key: ModelKey | undefined): string => nameOf({ aliases: new Map() } as unknown as Reference, key, 1);

/** Key states in which a group of operations is refused, and how (Developer Guide, "Key states of AWS KMS keys"). */
const refusals: Readonly<Record<'always' | 'use' | 'manage' | 'grant' | 'cancel', Partial<Record<State, string>>>> = {
  always: {},
  use: { Disabled: 'DisabledException', PendingDeletion: 'KMSInvalidStateException', Unavailable: 'KMSInvalidStateException' },
  manage: { PendingDeletion: 'KMSInvalidStateException' },
  grant: { Disabled: 'DisabledException', PendingDeletion: 'KMSInvalidStateException' },
  cancel: { Enabled: 'KMSInvalidStateException', Disabled: 'KMSInvalidStateException', Unavailable: 'KMSInvalidStateException' },
};
function keyRefusal(model: Reference, key: ModelKey | undefined, group: keyof typeof refusals): string | undefined {
  return key ? refusals[group][stateOf(model, key)] : 'NotFoundException';
}
/** Rotation is for keys of AWS KMS itself. */
const rotationRefusal = (model: Reference, key: ModelKey | undefined): string | undefined =>
  key?.inStore === undefined ? keyRefusal(model, key, 'grant') : 'UnsupportedOperationException';
/** The key could be used, and there is nothing to use it with. */
const hsmRefusal = (model: Reference, key: ModelKey): string | undefined =>
  key.inStore !== undefined && activeZones(model) === 0 ? 'KMSInvalidStateException' : undefined;

const contexts: readonly (Record<string, string> | undefined)[] = [undefined, { purpose: 'test' }, { a: '1', b: '2' }];
const contextAt = (at: number): { readonly EncryptionContext?: Record<string, string> } => {
  const context = contexts[at % 3];
  return context ? { EncryptionContext: context } : {};
};
const storeId = ({ store }: Reference, at: number): string => (at % 9 === 0 || !store ? 'cks-00000000000000000' : store.id);
const storeOf = ({ store }: Reference, at: number): Reference['store'] => (at % 9 === 0 ? undefined : store);
const names = ['alias/a', 'alias/b', 'alias/c', 'alias/d', 'alias/e'];
const alice = 'arn:aws:iam::111122223333:user/Alice';
const reader = 'arn:aws:iam::111122223333:role/Reader';

type Call = (model: Reference, picks: Picks) => Expected;

const keyCalls = {
  CreateKey(model, [kind, at]) {
    const inStore = kind % 3 !== 0;
    const store = storeOf(model, at);
    const refused = !inStore
      ? undefined
      : !store
        ? 'CustomKeyStoreNotFoundException'
        : store.state !== 'CONNECTED'
          ? 'CustomKeyStoreInvalidStateException'
          : activeZones(model) < 2
            ? 'CloudHsmClusterInvalidConfigurationException'
            : undefined;
    return {
      operation: 'CreateKey',
      input: inStore ? { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: storeId(model, at) } : {},
      refused,
      done(answer) {
        const { KeyId } = answer['KeyMetadata'] as { KeyId: string };
        const key = { KeyId, inStore: inStore ? store?.id : undefined, enabled: true, rotations: 0, onDemand: 0, description: '', tags: new Map(), policy: undefined };
        model.keys.set(KeyId, key);
      },
    };
  },
  EnableKey(model, [at, form]) {
    const key = keyAt(model, at);
    return {
      operation: 'EnableKey',
      input: { KeyId: nameOf(model, key, form, false) },
      refused: keyRefusal(model, key, 'manage'),
      done() {
        if (!key) return;
        key.enabled = true;
        if (key.period && key.period.next <= model.now) rotate(model, key, key.period.days);
      },
    };
  },
  DisableKey(model, [at, form]) {
    const key = keyAt(model, at);
    return { operation: 'DisableKey', input: { KeyId: nameOf(model, key, form, false) }, refused: keyRefusal(model, key, 'manage'), done: () => { if (key) key.enabled = false; } };
  },
  ScheduleKeyDeletion(model, [at, form, days]) {
    const key = keyAt(model, at);
    const PendingWindowInDays = 7 + (days % 24);
    return {
      operation: 'ScheduleKeyDeletion',
      input: { KeyId: nameOf(model, key, form, false), PendingWindowInDays },
      refused: keyRefusal(model, key, 'manage'),
      done: () => { if (key) key.deletion = model.now + PendingWindowInDays * day; },
    };
  },
  CancelKeyDeletion(model, [at, form]) {
    const pending = [...model.keys.values()].filter(({ deletion }) => deletion !== undefined);
    const key = at % 4 === 0 ? keyAt(model, at) : pick(pending, at);
    return {
      operation: 'CancelKeyDeletion',
      input: { KeyId: nameOf(model, key, form, false) },
      refused: keyRefusal(model, key, 'cancel'),
      done() {
        if (!key) return;
        delete key.deletion;
        key.enabled = false;
      },
    };
  },
  UpdateKeyDescription(model, [at, form, text]) {
    const key = keyAt(model, at);
    const Description = `description ${String(text)}`;
    return { operation: 'UpdateKeyDescription', input: { KeyId: nameOf(model, key, form, false), Description }, refused: keyRefusal(model, key, 'manage'), done: () => { if (key) key.description = Description; } };
  },
  PutKeyPolicy(model, [at, form, id]) {
    const key = keyAt(model, at);
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Id: String(id),
      Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' }],
    });
    return { operation: 'PutKeyPolicy', input: { KeyId: nameOf(model, key, form, false), Policy }, refused: keyRefusal(model, key, 'always'), done: () => { if (key) key.policy = Policy; } };
  },
  TagResource(model, [at, form, tag, value]) {
    const key = keyAt(model, at);
    const [TagKey, TagValue] = [`tag${String(tag % 4)}`, String(value)];
    return { operation: 'TagResource', input: { KeyId: nameOf(model, key, form, false), Tags: [{ TagKey, TagValue }] }, refused: keyRefusal(model, key, 'manage'), done: () => { key?.tags.set(TagKey, TagValue); } };
  },
  UntagResource(model, [at, form, tag]) {
    const key = keyAt(model, at);
    const TagKey = `tag${String(tag % 4)}`;
    return { operation: 'UntagResource', input: { KeyId: nameOf(model, key, form, false), TagKeys: [TagKey] }, refused: keyRefusal(model, key, 'manage'), done: () => { key?.tags.delete(TagKey); } };
  },
} satisfies Partial<Record<KmsOperationName, Call>>;

const rotationCalls = {
  EnableKeyRotation(model, [at, form, days]) {
    const key = keyAt(model, at);
    const RotationPeriodInDays = 90 + (days % 30);
    return {
      operation: 'EnableKeyRotation',
      input: { KeyId: nameOf(model, key, form, false), RotationPeriodInDays },
      refused: rotationRefusal(model, key),
      done: () => { if (key) key.period = { days: RotationPeriodInDays, next: model.now + RotationPeriodInDays * day }; },
    };
  },
  DisableKeyRotation(model, [at, form]) {
    const key = keyAt(model, at);
    return { operation: 'DisableKeyRotation', input: { KeyId: nameOf(model, key, form, false) }, refused: rotationRefusal(model, key), done: () => { if (key) delete key.period; } };
  },
  RotateKeyOnDemand(model, [at, form]) {
    const key = keyAt(model, at);
    const soon = key && (key.rotating !== undefined || (key.period && key.period.next - model.now <= 20 * 60_000));
    return {
      operation: 'RotateKeyOnDemand',
      input: { KeyId: nameOf(model, key, form, false) },
      refused: rotationRefusal(model, key) ?? (soon ? 'ConflictException' : key && key.onDemand >= 25 ? 'LimitExceededException' : undefined),
      done() {
        if (!key) return;
        key.rotating = model.now + takes.rotate;
        key.onDemand += 1;
      },
    };
  },
} satisfies Partial<Record<KmsOperationName, Call>>;

const aliasCalls = {
  CreateAlias(model, [at, name]) {
    const key = keyAt(model, at);
    const AliasName = pick(names, name) ?? '';
    return {
      operation: 'CreateAlias',
      input: { AliasName, TargetKeyId: nameOf(model, key, at, false) },
      refused: keyRefusal(model, key, 'manage') ?? (model.aliases.has(AliasName) ? 'AlreadyExistsException' : undefined),
      done: () => { if (key) model.aliases.set(AliasName, key.KeyId); },
    };
  },
  UpdateAlias(model, [at, name]) {
    const key = keyAt(model, at);
    const AliasName = pick(names, name) ?? '';
    return {
      operation: 'UpdateAlias',
      input: { AliasName, TargetKeyId: nameOf(model, key, at, false) },
      refused: model.aliases.has(AliasName) ? keyRefusal(model, key, 'manage') : 'NotFoundException',
      done: () => { if (key) model.aliases.set(AliasName, key.KeyId); },
    };
  },
  DeleteAlias(model, [, name]) {
    const AliasName = pick(names, name) ?? '';
    return { operation: 'DeleteAlias', input: { AliasName }, refused: model.aliases.has(AliasName) ? undefined : 'NotFoundException', done: () => { model.aliases.delete(AliasName); } };
  },
} satisfies Partial<Record<KmsOperationName, Call>>;

const grantCalls = {
  CreateGrant(model, [at, form, name]) {
    const key = keyAt(model, at);
    const Name = name % 3 === 0 ? undefined : `grant${String(name % 3)}`;
    return {
      operation: 'CreateGrant',
      input: { KeyId: nameOf(model, key, form, false), GranteePrincipal: alice, RetiringPrincipal: reader, Operations: ['Decrypt'], ...(Name !== undefined && { Name }) },
      refused: keyRefusal(model, key, 'grant'),
      done({ GrantId, GrantToken }) {
        if (!key) return undefined;
        // The same request by the same name is the same grant.
        const [same] = [...model.grants].find(([, grant]) => Name !== undefined && grant.KeyId === key.KeyId && grant.name === Name) ?? [];
        if (same !== undefined && same !== GrantId) return `another grant than ${same}`;
        model.grants.set(String(GrantId), { KeyId: key.KeyId, token: String(GrantToken), name: Name });
        return undefined;
      },
    };
  },
  RevokeGrant(model, [at, other]) {
    const [GrantId, grant] = pick([...model.grants], at) ?? ['0'.repeat(64), undefined];
    // Now and then by another key than its own.
    const key = other % 5 === 0 ? keyAt(model, other) : grant && model.keys.get(grant.KeyId);
    return {
      operation: 'RevokeGrant',
      input: { KeyId: nameOf(model, key, other, false), GrantId },
      refused: key && grant?.KeyId === key.KeyId ? undefined : 'NotFoundException',
      done: () => { model.grants.delete(GrantId); },
    };
  },
  RetireGrant(model, [at, form]) {
    const [GrantId, grant] = pick([...model.grants], at) ?? ['0'.repeat(64), undefined];
    const byToken = form % 2 === 0 && grant;
    return {
      operation: 'RetireGrant',
      input: byToken ? { GrantToken: grant.token } : { KeyId: arnOf(grant && model.keys.get(grant.KeyId)), GrantId },
      refused: grant ? undefined : 'NotFoundException',
      done: () => { model.grants.delete(GrantId); },
    };
  },
} satisfies Partial<Record<KmsOperationName, Call>>;

const cryptoCalls = {
  Encrypt(model, [at, form, context, byte]) {
    const key = keyAt(model, at);
    const Plaintext = new Uint8Array([byte & 255, at & 255]);
    return {
      operation: 'Encrypt',
      input: { KeyId: nameOf(model, key, form), Plaintext, ...contextAt(context) },
      refused: keyRefusal(model, key, 'use') ?? (key && hsmRefusal(model, key)),
      done: ({ CiphertextBlob }) => { if (key) model.ciphertexts.push({ blob: CiphertextBlob as Uint8Array, KeyId: key.KeyId, context: JSON.stringify(contexts[context % 3]), plaintext: Plaintext }); },
    };
  },
  GenerateDataKey(model, [at, form, context]) {
    const key = keyAt(model, at);
    return {
      operation: 'GenerateDataKey',
      input: { KeyId: nameOf(model, key, form), KeySpec: 'AES_256', ...contextAt(context) },
      refused: keyRefusal(model, key, 'use') ?? (key && hsmRefusal(model, key)),
      done: ({ CiphertextBlob, Plaintext }) => { if (key) model.ciphertexts.push({ blob: CiphertextBlob as Uint8Array, KeyId: key.KeyId, context: JSON.stringify(contexts[context % 3]), plaintext: Plaintext as Uint8Array }); },
    };
  },
  Decrypt(model, [at, context, named, form]) {
    const made = pick(model.ciphertexts, at);
    if (!made) return { operation: 'Decrypt', input: { CiphertextBlob: new Uint8Array([1]) }, refused: 'InvalidCiphertextException' };
    const key = model.keys.get(made.KeyId);
    const other = named % 3 === 0 ? keyAt(model, named) : key;
    const given = named % 3 === 2 ? {} : { KeyId: nameOf(model, other, form) };
    // The right context three times of four.
    const right = context % 4 !== 0;
    const its = right ? contexts.find((one) => JSON.stringify(one) === made.context) : contexts[context % 3];
    const named_ = 'KeyId' in given;
    const refused =
      (named_ && !other ? 'NotFoundException' : undefined) ??
      (named_ && other !== key ? 'IncorrectKeyException' : undefined) ??
      (key ? undefined : 'AccessDeniedException') ??
      keyRefusal(model, key, 'use') ??
      (key && hsmRefusal(model, key)) ??
      (JSON.stringify(its) === made.context ? undefined : 'InvalidCiphertextException');
    return {
      operation: 'Decrypt',
      input: { CiphertextBlob: made.blob, ...given, ...(its && { EncryptionContext: its }) },
      refused,
      done: ({ Plaintext }) => (String(Plaintext) === String(made.plaintext) ? undefined : `another plaintext than ${String(made.plaintext)}`),
    };
  },
  ReEncrypt(model, [at, to, context, form]) {
    const made = pick(model.ciphertexts, at);
    const destination = keyAt(model, to);
    const DestinationKeyId = nameOf(model, destination, form);
    if (!made) return { operation: 'ReEncrypt', input: { CiphertextBlob: new Uint8Array([1]), DestinationKeyId }, refused: 'InvalidCiphertextException' };
    const source = model.keys.get(made.KeyId);
    const its = contexts.find((one) => JSON.stringify(one) === made.context);
    const next = contexts[context % 3];
    const refused =
      (source ? undefined : 'AccessDeniedException') ??
      (destination ? undefined : 'NotFoundException') ??
      keyRefusal(model, source, 'use') ??
      keyRefusal(model, destination, 'use') ??
      (source && hsmRefusal(model, source)) ??
      (destination && hsmRefusal(model, destination));
    return {
      operation: 'ReEncrypt',
      input: { CiphertextBlob: made.blob, DestinationKeyId, ...(its && { SourceEncryptionContext: its }), ...(next && { DestinationEncryptionContext: next }) },
      refused,
      done: ({ CiphertextBlob }) => { if (destination) model.ciphertexts.push({ blob: CiphertextBlob as Uint8Array, KeyId: destination.KeyId, context: JSON.stringify(next), plaintext: made.plaintext }); },
    };
  },
  GenerateRandom(model, [at]) {
    const store = storeOf(model, at);
    const refused = !store
      ? 'CustomKeyStoreNotFoundException'
      : store.state !== 'CONNECTED'
        ? 'CustomKeyStoreInvalidStateException'
        : activeZones(model) === 0
          ? 'KMSInternalException'
          : undefined;
    return { operation: 'GenerateRandom', input: { NumberOfBytes: 8, CustomKeyStoreId: storeId(model, at) }, refused };
  },
} satisfies Partial<Record<KmsOperationName, Call>>;

const invalidState = 'CustomKeyStoreInvalidStateException';
/** @param anchor the certificate of the customer's CA */
const storeCalls = (anchor: string) =>
  ({
    ConnectCustomKeyStore(model, [at]) {
      const store = storeOf(model, at);
      return {
        operation: 'ConnectCustomKeyStore',
        input: { CustomKeyStoreId: storeId(model, at) },
        refused: !store ? 'CustomKeyStoreNotFoundException' : store.state === 'FAILED' || store.state === 'DISCONNECTING' ? invalidState : undefined,
        done: () => { if (store?.state === 'DISCONNECTED') Object.assign(store, { state: 'CONNECTING', ends: model.now + takes.connect }); },
      };
    },
    DisconnectCustomKeyStore(model, [at]) {
      const store = storeOf(model, at);
      return {
        operation: 'DisconnectCustomKeyStore',
        input: { CustomKeyStoreId: storeId(model, at) },
        refused: !store ? 'CustomKeyStoreNotFoundException' : store.state === 'DISCONNECTED' || store.state === 'DISCONNECTING' ? invalidState : undefined,
        done: () => { if (store) Object.assign(store, { state: 'DISCONNECTING', ends: model.now + takes.disconnect }); },
      };
    },
    DeleteCustomKeyStore(model, [at]) {
      const store = storeOf(model, at);
      const keys = [...model.keys.values()].some(({ inStore }) => inStore !== undefined);
      return {
        operation: 'DeleteCustomKeyStore',
        input: { CustomKeyStoreId: storeId(model, at) },
        refused: !store ? 'CustomKeyStoreNotFoundException' : store.state !== 'DISCONNECTED' ? invalidState : keys ? 'CustomKeyStoreHasCMKsException' : undefined,
        done: () => { model.store = undefined; },
      };
    },
    CreateCustomKeyStore(model, [name]) {
      const CustomKeyStoreName = `Store${String(name % 3)}`;
      const refused = model.store?.name === CustomKeyStoreName
        ? 'CustomKeyStoreNameInUseException'
        : model.store
          ? 'CloudHsmClusterInUseException'
          : activeZones(model) < 2
            ? 'CloudHsmClusterInvalidConfigurationException'
            : undefined;
      return {
        operation: 'CreateCustomKeyStore',
        // Another one each time, so that no request is a repeated one.
        input: { CustomKeyStoreName, CloudHsmClusterId: documentCluster, TrustAnchorCertificate: anchor, KeyStorePassword: `kmsPswd${String(model.now)}${String(name)}`.slice(0, 32) },
        refused,
        // KMS alone knew the password that the first store was connected with.
        done: ({ CustomKeyStoreId }) => { model.store = { id: String(CustomKeyStoreId), name: CustomKeyStoreName, state: 'DISCONNECTED', password: 'wrong' }; },
      };
    },
    UpdateCustomKeyStore(model, [at, name, what]) {
      const store = storeOf(model, at);
      const password = what % 8 === 0;
      const NewCustomKeyStoreName = `Store${String(name % 3)}`;
      const fits = store?.state === 'DISCONNECTED' || (!password && store?.state === 'CONNECTED');
      return {
        operation: 'UpdateCustomKeyStore',
        input: { CustomKeyStoreId: storeId(model, at), ...(password ? { KeyStorePassword: 'kmsPswd0000' } : { NewCustomKeyStoreName }) },
        refused: !store ? 'CustomKeyStoreNotFoundException' : fits ? undefined : invalidState,
        done: () => { if (store) Object.assign(store, password ? { password: 'wrong' } : { name: NewCustomKeyStoreName }); },
      };
    },
  }) satisfies Partial<Record<KmsOperationName, Call>>;

const hsmCalls = {
  CreateHsm(model, [at]) {
    const zone = pick(['us-west-2a', 'us-west-2b', 'us-west-2c'], at) ?? '';
    return {
      service: 'cloudhsmv2',
      operation: 'CreateHsm',
      input: { ClusterId: documentCluster, AvailabilityZone: zone },
      refused: model.hsms.size >= 6 ? 'CloudHsmInvalidRequestException' : undefined,
      done: ({ Hsm }) => { model.hsms.set((Hsm as { HsmId: string }).HsmId, { zone, state: 'CREATE_IN_PROGRESS', ends: model.now + takes.createHsm }); },
    };
  },
  DeleteHsm(model, [at]) {
    const [HsmId, hsm] = (at % 11 === 0 ? undefined : pick([...model.hsms], at)) ?? ['hsm-aaaaaaaaaaa', undefined];
    return {
      service: 'cloudhsmv2',
      operation: 'DeleteHsm',
      input: { ClusterId: documentCluster, HsmId },
      refused: !hsm ? 'CloudHsmResourceNotFoundException' : hsm.state === 'DELETE_IN_PROGRESS' ? 'CloudHsmInvalidRequestException' : undefined,
      done: () => { if (hsm) Object.assign(hsm, { state: 'DELETE_IN_PROGRESS', ends: model.now + takes.deleteHsm }); },
    };
  },
} satisfies Record<string, Call>;

/** How often a call is made, in proportion: what ends things must be rarer than what needs them. */
export const weights: Readonly<Record<string, number>> = {
  CreateKey: 8, CreateHsm: 4, ConnectCustomKeyStore: 6, Encrypt: 8, Decrypt: 10, GenerateDataKey: 4, ReEncrypt: 6, EnableKey: 6, CreateGrant: 5,
  CreateAlias: 5, CancelKeyDeletion: 4, RotateKeyOnDemand: 5, EnableKeyRotation: 4, DisconnectCustomKeyStore: 2, DeleteHsm: 2, UpdateCustomKeyStore: 2,
  DeleteCustomKeyStore: 1, CreateCustomKeyStore: 2,
};

export const callsOf = (anchor: string): Readonly<Record<string, Call>> => ({
  ...keyCalls, ...rotationCalls, ...aliasCalls, ...grantCalls, ...cryptoCalls, ...storeCalls(anchor), ...hsmCalls,
});
