import { expect } from 'chai';
import fc from '../../fast-check.ts';
import { addKeyObject } from '../../../src/worker/hsm/objects.ts';
import { checkValueOf } from '../../../src/worker/hsm/check-value.ts';
import { keyOfMaterial, type Material } from '../../../src/worker/hsm/vault.ts';
import type { CounterRow, KeyObjectRow, MaterialRow } from '../../../src/worker/storage/schema.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { rawRows } from './raw.ts';

const place = { account: '111122223333', region: 'us-west-2' };
const noData = new Uint8Array();
const zeroNonce = '00'.repeat(12);

/** What `extractable` really is: the prototype's getter, whatever an object may say of itself. */
const extractable = (key: CryptoKey): unknown =>
  Object.getOwnPropertyDescriptor(CryptoKey.prototype, 'extractable')?.get?.call(key);

async function reasonOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return (error as DOMException).name;
  }
  return 'it worked';
}

async function cannotLeave(key: CryptoKey): Promise<void> {
  expect(extractable(key)).to.equal(false);
  expect(key.type).to.equal('secret');
  expect(key.algorithm).to.deep.equal({ name: 'AES-GCM', length: 256 });
  expect([...key.usages].sort()).to.deep.equal(['decrypt', 'encrypt']);
  for (const format of ['raw', 'jwk'] as const)
    expect(await reasonOf(crypto.subtle.exportKey(format, key)), format).to.equal('InvalidAccessError');
  const wrapping = await crypto.subtle.generateKey({ name: 'AES-KW', length: 256 }, false, ['wrapKey']);
  const gcm = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey']);
  expect(await reasonOf(crypto.subtle.wrapKey('raw', key, wrapping, 'AES-KW'))).to.equal('InvalidAccessError');
  expect(await reasonOf(crypto.subtle.wrapKey('jwk', key, gcm, { name: 'AES-GCM', iv: new Uint8Array(12) }))).to.equal('InvalidAccessError');
}

describe('the vault', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });

  /** A key object in the cluster, with the vault's own material. */
  const stored = async (material?: Material): Promise<KeyObjectRow> => {
    const made = material ?? (await world.simulation.hsm.generate());
    return world.simulation.storage.commit({
      reads: [{ store: 'counters', key: [place.account, place.region, `objects/${documentCluster}`] }],
      decide: (rows) => addKeyObject(rows, place, documentCluster, made, { label: 'l', username: 'kmsuser', backingKeyId: 'b' }, 9),
    });
  };
  const material = (): Promise<MaterialRow[]> => rawRows(world.database, 'material');

  it('makes keys that cannot leave, AES-256-GCM', async () => {
    await cannotLeave(keyOfMaterial(await world.simulation.hsm.generate()));
  });

  it('keeps them in the database, and they cannot leave from there, after a reload either', async () => {
    const { KeyId } = await createStoreKey(world);
    await world.kms('CreateKey');
    for (const { key } of await material()) await cannotLeave(key);
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: Uint8Array.of(1, 2, 3) });
    world.close();
    const rows = await material();
    expect(rows).to.have.length(2);
    for (const { key } of rows) await cannotLeave(key);
    world = await openTestWorld({ database: world.database });
    const { Plaintext } = await world.kms('Decrypt', { CiphertextBlob: CiphertextBlob ?? noData });
    expect(Plaintext).to.deep.equal(Uint8Array.of(1, 2, 3));
  });

  it('lets everybody try to export one, and answers as the browser does', async () => {
    const { KeyId, Arn } = await createStoreKey(world);
    const attempt = await world.look.exportAttempt({ KeyId, ...place });
    expect(attempt).to.include({ label: Arn, name: 'InvalidAccessError' });
    expect(attempt.message).not.to.equal('');
  });

  it('would tell if the browser exported one', async () => {
    const object = await stored();
    const real = crypto.subtle.exportKey.bind(crypto.subtle);
    crypto.subtle.exportKey = () => Promise.resolve(new ArrayBuffer(32)) as never;
    try {
      expect(await reasonOf(world.simulation.hsm.attemptExport(object))).to.equal('Error');
    } finally {
      crypto.subtle.exportKey = real;
    }
  });

  it('makes another key each time', async () => {
    const values = await Promise.all(
      Array.from({ length: 20 }, async () => checkValueOf(keyOfMaterial(await world.simulation.hsm.generate()))),
    );
    expect(new Set(values).size).to.equal(20);
  });

  it('shows the check value of the very key it encrypts with', async () => {
    const object = await stored();
    const [row] = await material();
    if (!row) throw new Error('no material');
    expect(await world.simulation.hsm.checkValue(object)).to.equal(await checkValueOf(row.key));
  });

  it('gives back what it was given, bound to what was said beside it', async () => {
    const object = await stored();
    const { hsm } = world.simulation;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 50 }), async (plaintext, beside) => {
        const sealed = (await hsm.encrypt(object, plaintext, beside)) ?? noData;
        expect(sealed).to.have.length(12 + plaintext.length + 16);
        expect(await hsm.decrypt(object, sealed, beside)).to.deep.equal(new Uint8Array(plaintext));
        expect(await hsm.decrypt(object, sealed, Uint8Array.of(...beside, 0))).to.equal(undefined);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what was tampered with, at every byte, and what is too short', async () => {
    const object = await stored();
    const { hsm } = world.simulation;
    const sealed = (await hsm.encrypt(object, Uint8Array.of(7), noData)) ?? noData;
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = sealed.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(await hsm.decrypt(object, changed, noData), `byte ${String(i)}`).to.equal(undefined);
      expect(await hsm.decrypt(object, sealed.subarray(0, i), noData), `${String(i)} bytes`).to.equal(undefined);
    }
  });

  it('has nothing for an object without material, and nothing for another key’s', async () => {
    const one = await stored();
    const other = await stored();
    const { hsm } = world.simulation;
    const sealed = (await hsm.encrypt(one, Uint8Array.of(7), noData)) ?? noData;
    expect(await hsm.decrypt(other, sealed, noData)).to.equal(undefined);
    const none = { ...one, materialId: 'none' };
    expect(await hsm.encrypt(none, Uint8Array.of(7), noData)).to.equal(undefined);
    expect(await hsm.decrypt(none, sealed, noData)).to.equal(undefined);
    expect(await hsm.checkValue(none)).to.equal('');
    expect(await hsm.attemptExport(none)).to.include({ name: 'NotFoundError' });
  });

  describe('nonces', () => {
    /** Every IV that WebCrypto was given, with the kind of call. */
    let used: { iv: string; empty: boolean }[];
    const real = crypto.subtle.encrypt.bind(crypto.subtle);
    beforeEach(() => {
      used = [];
      crypto.subtle.encrypt = (algorithm, key, data) => {
        const { iv } = algorithm as AesGcmParams;
        used.push({ iv: new Uint8Array(iv as Uint8Array).toHex(), empty: data.byteLength === 0 });
        return real(algorithm, key, data);
      };
    });
    afterEach(() => {
      crypto.subtle.encrypt = real;
    });

    it('are fresh for every encryption', async () => {
      const object = await stored();
      const { hsm } = world.simulation;
      const plaintexts = fc.sample(fc.uint8Array({ maxLength: 8 }), 1000);
      const sealed = await Promise.all(plaintexts.map((plaintext) => hsm.encrypt(object, plaintext, noData)));
      const nonces = sealed.map((bytes) => (bytes ?? noData).subarray(0, 12).toHex());
      expect(new Set(nonces).size).to.equal(1000);
      expect(nonces).not.to.include(zeroNonce);
      expect(used.map(({ iv }) => iv)).to.deep.equal(nonces);
    });

    it('are never zero, even if chance says so', async () => {
      const object = await stored();
      const chance = crypto.getRandomValues.bind(crypto);
      let drawn = 0;
      crypto.getRandomValues = (array) => {
        drawn += 1;
        return drawn === 1 ? array : chance(array);
      };
      try {
        const sealed = await world.simulation.hsm.encrypt(object, Uint8Array.of(1), noData);
        expect(sealed?.subarray(0, 12).toHex()).not.to.equal(zeroNonce);
        expect(drawn).to.equal(2);
      } finally {
        crypto.getRandomValues = chance;
      }
    });

    it('of check values are zero, and nothing is ever encrypted under that one', async () => {
      const object = await stored();
      await world.simulation.hsm.encrypt(object, Uint8Array.of(1), noData);
      await world.simulation.hsm.checkValue(object);
      const zero = used.filter(({ iv }) => iv === zeroNonce);
      expect(zero).to.have.length(2);
      expect(zero.every(({ empty }) => empty)).to.equal(true);
    });
  });

  describe('a cluster that is full', () => {
    const capacity = 3300;
    const fill = (count: number): Promise<void> =>
      world.simulation.storage.commit({
        reads: [],
        decide: (rows) => {
          rows.put('counters', { ...place, name: `objects/${documentCluster}`, count, next: 8 + count });
        },
      });
    const counts = async (): Promise<Record<string, number>> =>
      Object.fromEntries((await rawRows<CounterRow>(world.database, 'counters')).map(({ name, count }) => [name, count]));

    it('takes its last key, and refuses the next as AWS does, with nothing half-written', async () => {
      await fill(capacity - 1);
      const { KeyId } = await createStoreKey(world);
      const [object] = await rawRows<KeyObjectRow>(world.database, 'keyObjects');
      expect(object?.handle).to.equal(8 + capacity - 1);
      const full = await refused(createStoreKey(world), 'KMSInternalException', `CloudHSM cluster ${documentCluster} cannot hold more keys.`);
      expect(full.status).to.equal(500);
      expect((await world.kms('ListKeys')).Keys).to.have.length(1);
      expect(await rawRows(world.database, 'keyObjects')).to.have.length(1);
      expect(await rawRows(world.database, 'material')).to.have.length(1);
      expect(await rawRows(world.database, 'keys')).to.have.length(1);
      expect(await counts()).to.deep.equal({ keys: 1, [`keys/${documentStore}`]: 1, [`objects/${documentCluster}`]: capacity });
      const { Events } = await world.cloudtrail('LookupEvents', { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }] });
      const codes = Events?.map(({ CloudTrailEvent = '{}' }) => (JSON.parse(CloudTrailEvent) as { errorCode?: string }).errorCode);
      expect(codes).to.deep.equal(['KMSInternalException', undefined]);
      // Its keys still work, and KMS's own fleet is another one.
      await world.kms('Encrypt', { KeyId, Plaintext: Uint8Array.of(1) });
      await world.kms('CreateKey');
    });

    it('of several calls at once takes just those that fit', async () => {
      await fill(capacity - 3);
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => createStoreKey(world)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(3);
      expect((await counts())[`objects/${documentCluster}`]).to.equal(capacity);
      expect(await rawRows(world.database, 'material')).to.have.length(3);
    });

    it('holds 16,666 of hsm2m.medium', async () => {
      const { storage } = world.simulation;
      const cluster = await storage.get('clusters', [place.account, place.region, documentCluster]);
      if (!cluster) throw new Error('no cluster');
      await storage.commit({ reads: [], decide: (rows) => { rows.put('clusters', { ...cluster, HsmType: 'hsm2m.medium' }); } });
      await fill(16_665);
      await createStoreKey(world);
      await refused(createStoreKey(world), 'KMSInternalException');
    });
  });
});
