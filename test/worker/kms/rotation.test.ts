import { expect } from 'chai';
import { days, durations } from '../../../src/model/durations.ts';
import { rotateAutomatically } from '../../../src/worker/kms/rotation.ts';
import { eventsOf, type DueRow } from '../../../src/worker/storage/schema.ts';
import { inconsistencies } from '../consistency.ts';
import { createStoreKey, openTestWorld, refused, type TestWorld } from '../world.ts';

const place = { account: '111122223333', region: 'us-west-2' };
const Plaintext = new Uint8Array([1, 2, 3]);
/** Longer than an on-demand rotation takes, at any speed. */
const rotated = durations['rotate-key'].milliseconds;

interface TrailRecord {
  readonly eventTime: string;
  readonly serviceEventDetails: Readonly<Record<string, string>>;
}

describe('rotation of AWS_KMS keys', () => {
  let world: TestWorld;
  let KeyId: string;
  let Arn: string;
  let first: string;
  beforeEach(async () => {
    // Without a cluster: its daily backups take their time when a year passes.
    world = await openTestWorld({ scenario: 'empty' });
    const { KeyMetadata } = await world.kms('CreateKey');
    KeyId = KeyMetadata?.KeyId ?? '';
    Arn = KeyMetadata?.Arn ?? '';
    first = KeyMetadata?.CurrentKeyMaterialId ?? '';
  });
  afterEach(async () => {
    expect(await inconsistencies(world.database)).to.deep.equal([]);
    world.close();
  });
  const advance = (ms: number): Promise<undefined> => world.control.advance({ ms });
  const status = (): Promise<unknown> => world.kms('GetKeyRotationStatus', { KeyId });
  const nextDate = async (): Promise<Date> => (await world.kms('GetKeyRotationStatus', { KeyId })).NextRotationDate ?? new Date(0);
  const current = async (): Promise<string> => (await world.kms('DescribeKey', { KeyId })).KeyMetadata?.CurrentKeyMaterialId ?? '';
  const encrypt = async (): Promise<Uint8Array> => (await world.kms('Encrypt', { KeyId, Plaintext })).CiphertextBlob ?? new Uint8Array();
  const rotations = async (): Promise<(string | undefined)[]> =>
    ((await world.kms('ListKeyRotations', { KeyId })).Rotations ?? []).map(({ RotationType }) => RotationType);
  const onDemand = async (): Promise<void> => {
    await world.kms('RotateKeyOnDemand', { KeyId });
    await advance(rotated);
  };
  const records = async (): Promise<TrailRecord[]> => {
    const { Events = [] } = await world.cloudtrail('LookupEvents', { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'RotateKey' }] });
    return Events.map(({ CloudTrailEvent = '' }) => JSON.parse(CloudTrailEvent) as TrailRecord);
  };
  const second = (date: Date | undefined): string => `${date?.toISOString().slice(0, 19) ?? ''}Z`;

  describe('GetKeyRotationStatus, exactly', () => {
    const off = (): unknown => ({ KeyId: Arn, KeyRotationEnabled: false });
    it('never enabled (recorded)', async () => {
      expect(await status()).to.deep.equal(off());
    });
    it('after an on-demand rotation, automatic rotation being off (recorded)', async () => {
      await onDemand();
      expect(await status()).to.deep.equal(off());
    });
    for (const [given, period] of [[undefined, 365], [90, 90], [180, 180], [2560, 2560]] as const)
      it(`enabled, RotationPeriodInDays ${String(given)} (recorded)`, async () => {
        const { now } = await world.control.clock(undefined);
        await world.kms('EnableKeyRotation', { KeyId, ...(given && { RotationPeriodInDays: given }) });
        const answer = await world.kms('GetKeyRotationStatus', { KeyId });
        const { NextRotationDate, ...rest } = answer;
        expect(rest).to.deep.equal({ KeyId: Arn, KeyRotationEnabled: true, RotationPeriodInDays: period });
        expect((NextRotationDate?.getTime() ?? 0) - now - days(period)).to.be.within(0, 10_000);
      });
    for (const [given, constraint] of [[89, 'greater than or equal to 90'], [2561, 'less than or equal to 2560']] as const)
      it(`RotationPeriodInDays ${String(given)} is refused`, () =>
        refused(
          world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: given }),
          'ValidationException',
          `1 validation error detected: Value '${String(given)}' at 'rotationPeriodInDays' failed to satisfy constraint: Member must have value ${constraint}`,
        ));
    it('enabled again with another period: counted from then', async () => {
      await world.kms('EnableKeyRotation', { KeyId });
      await advance(days(100));
      const { now } = await world.control.clock(undefined);
      await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
      expect((await nextDate()).getTime() - now - days(90)).to.be.within(0, 10_000);
      // The first period does not rotate any more.
      await advance(days(270));
      expect(await rotations()).to.deep.equal(['AUTOMATIC', 'AUTOMATIC', 'AUTOMATIC']);
    });
    it('disabled again, and disabled twice', async () => {
      await world.kms('EnableKeyRotation', { KeyId });
      await world.kms('DisableKeyRotation', { KeyId });
      expect(await status()).to.deep.equal(off());
      await world.kms('DisableKeyRotation', { KeyId });
      await advance(days(400));
      expect(await current()).to.equal(first);
      expect(await records()).to.deep.equal([]);
    });
    it('a disabled key keeps its status', async () => {
      await world.kms('EnableKeyRotation', { KeyId });
      const before = await status();
      await world.kms('DisableKey', { KeyId });
      expect(await status()).to.deep.equal(before);
    });
    it('pending deletion it is false, and true again when cancelled', async () => {
      await world.kms('EnableKeyRotation', { KeyId });
      const before = await status();
      await world.kms('ScheduleKeyDeletion', { KeyId });
      expect(await status()).to.deep.equal(off());
      await world.kms('CancelKeyDeletion', { KeyId });
      expect(await status()).to.deep.equal(before);
    });
    it('while a rotation on demand is in progress', async () => {
      const { now } = await world.control.clock(undefined);
      await world.kms('RotateKeyOnDemand', { KeyId });
      const { OnDemandRotationStartDate, ...rest } = await world.kms('GetKeyRotationStatus', { KeyId });
      expect(rest).to.deep.equal(off());
      expect((OnDemandRotationStartDate?.getTime() ?? 0) - now).to.be.within(0, 10_000);
      expect(await current()).to.equal(first);
      expect(await rotations()).to.deep.equal([]);
    });
  });

  describe('automatic', () => {
    it('comes at its time, again and again, however far the clock goes at once', async () => {
      await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 100 });
      const start = await nextDate();
      await advance(days(100) - 60_000);
      expect(await current()).to.equal(first);
      await advance(60_000);
      const second1 = await current();
      expect(second1).to.match(/^[0-9a-f]{64}$/).and.not.to.equal(first);
      expect((await nextDate()).getTime()).to.equal(start.getTime() + days(100));
      await advance(days(250));
      const dates = [0, 1, 2].map((n) => new Date(start.getTime() + n * days(100)));
      const { Rotations = [] } = await world.kms('ListKeyRotations', { KeyId });
      expect(Rotations.map(({ RotationDate }) => RotationDate)).to.deep.equal(dates);
      // LookupEvents looks 90 days back, which is one rotation.
      const events = await world.simulation.storage.page({ store: 'events', prefix: [place.account, place.region], limit: 99 });
      const told = events.flatMap(eventsOf).map(({ record }) => record as unknown as TrailRecord & { eventName: string }).filter(({ eventName }) => eventName === 'RotateKey');
      expect(told.map(({ eventTime }) => eventTime)).to.deep.equal(dates.map(second));
      expect(await records()).to.deep.equal(told.slice(-1));
      // Each from the material before it.
      const chain = told.map(({ serviceEventDetails: { previousKeyMaterialId, currentKeyMaterialId } }) => [previousKeyMaterialId, currentKeyMaterialId]);
      expect(chain[0]).to.deep.equal([first, second1]);
      expect(chain.slice(1).map(([previous]) => previous)).to.deep.equal(chain.slice(0, -1).map(([, now]) => now));
      expect(chain.at(-1)?.[1]).to.equal(await current());
    });

    it('its event (research 11): by AWS, of the key, with both materials', async () => {
      await world.kms('EnableKeyRotation', { KeyId });
      const due = await nextDate();
      await advance(days(365));
      const [record] = await records();
      const { eventID, ...rest } = record as TrailRecord & { eventID: string };
      expect(eventID).to.match(/^[0-9a-f-]{36}$/);
      expect(rest).to.deep.equal({
        eventVersion: '1.11',
        userIdentity: { accountId: '111122223333', invokedBy: 'AWS Internal' },
        eventTime: second(due),
        eventSource: 'kms.amazonaws.com',
        eventName: 'RotateKey',
        awsRegion: 'us-west-2',
        sourceIPAddress: 'AWS Internal',
        userAgent: 'AWS Internal',
        requestParameters: null,
        responseElements: null,
        readOnly: false,
        resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: Arn }],
        eventType: 'AwsServiceEvent',
        managementEvent: true,
        recipientAccountId: '111122223333',
        serviceEventDetails: {
          rotationType: 'AUTOMATIC',
          keyOrigin: 'AWS_KMS',
          previousKeyMaterialId: first,
          currentKeyMaterialId: await current(),
          keyId: KeyId,
        },
        eventCategory: 'Management',
      });
    });

    it('EnableKeyRotation and DisableKeyRotation say in their events what was asked, and the key', async () => {
      await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 180 });
      await world.kms('DisableKeyRotation', { KeyId });
      const { Events = [] } = await world.cloudtrail('LookupEvents', { MaxResults: 2 });
      const [disable, enable] = Events.map(({ CloudTrailEvent = '' }) => JSON.parse(CloudTrailEvent) as Record<string, unknown>);
      expect(enable).to.deep.include({ eventName: 'EnableKeyRotation', requestParameters: { keyId: KeyId, rotationPeriodInDays: 180 }, responseElements: { keyId: Arn }, readOnly: false });
      expect(disable).to.deep.include({ eventName: 'DisableKeyRotation', requestParameters: { keyId: KeyId }, responseElements: { keyId: Arn }, readOnly: false });
    });

    /** "While the KMS key is disabled, KMS does not rotate the key material" (API Reference, GetKeyRotationStatus). */
    const missing: Readonly<Record<string, { readonly leave: () => Promise<unknown>; readonly back: () => Promise<unknown> }>> = {
      disabled: { leave: () => world.kms('DisableKey', { KeyId }), back: () => world.kms('EnableKey', { KeyId }) },
      'pending deletion': {
        leave: () => world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 30 }),
        back: async () => {
          await world.kms('CancelKeyDeletion', { KeyId });
          // Cancelled, the key is Disabled.
          expect(await current()).to.equal(first);
          await world.kms('EnableKey', { KeyId });
        },
      },
    };
    for (const [state, { leave, back }] of Object.entries(missing)) {
      it(`missed while the key was ${state}: it rotates at once when the key is enabled, and then by its period`, async () => {
        await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
        await advance(days(80));
        await leave();
        await advance(days(20));
        expect(await current()).to.equal(first);
        expect(await records()).to.deep.equal([]);
        const { now } = await world.control.clock(undefined);
        await back();
        expect(await current()).not.to.equal(first);
        expect((await nextDate()).getTime() - now - days(90)).to.be.within(0, 10_000);
        expect(await rotations()).to.deep.equal(['AUTOMATIC']);
      });
      it(`not missed while the key was ${state}: the schedule stays as it was`, async () => {
        await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
        const due = await nextDate();
        await leave();
        await advance(days(20));
        await back();
        expect(await current()).to.equal(first);
        expect(await nextDate()).to.deep.equal(due);
        await advance(days(70));
        expect(await rotations()).to.deep.equal(['AUTOMATIC']);
      });
    }

    it('two tabs rotate once', async () => {
      await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
      const other = await openTestWorld({ database: world.database });
      await Promise.all([world.control.advance({ ms: days(50) }), other.control.advance({ ms: days(50) })]);
      await Promise.all([world.kms('ListKeys'), other.kms('ListKeys')]);
      expect(await rotations()).to.deep.equal(['AUTOMATIC']);
      expect(await records()).to.have.length(1);
      other.close();
    });

    it('it survives a reload', async () => {
      await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
      world.close();
      world = await openTestWorld({ scenario: 'empty', database: world.database });
      await advance(days(90));
      expect(await rotations()).to.deep.equal(['AUTOMATIC']);
    });

    it('one that was under way when the world was replaced leaves nothing in the next', async () => {
      await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
      const [due] = (await world.simulation.storage.page({ store: 'due', prefix: ['period'], limit: 1 })) as [DueRow];
      await world.control.reset(undefined);
      await rotateAutomatically(world.simulation.momentAt(place, due.dueAt), due);
      expect(await world.simulation.storage.page({ store: 'material', prefix: [place.account], limit: 9 })).to.deep.equal([]);
    });
  });

  describe('on demand', () => {
    it('answers the key ARN (recorded), and leaves the automatic schedule alone', async () => {
      await world.kms('EnableKeyRotation', { KeyId });
      const due = await nextDate();
      expect(await world.kms('RotateKeyOnDemand', { KeyId })).to.deep.equal({ KeyId: Arn });
      await advance(rotated);
      expect(await current()).not.to.equal(first);
      expect(await nextDate()).to.deep.equal(due);
      const [record] = await records();
      expect(record?.serviceEventDetails).to.deep.equal({
        rotationType: 'ON_DEMAND',
        keyOrigin: 'AWS_KMS',
        previousKeyMaterialId: first,
        currentKeyMaterialId: await current(),
        keyId: KeyId,
      });
      await advance(days(365));
      expect(await rotations()).to.deep.equal(['ON_DEMAND', 'AUTOMATIC']);
    });
    it('a second meanwhile conflicts, and so does one just before an automatic rotation', async () => {
      await world.kms('RotateKeyOnDemand', { KeyId });
      const { status: http } = await refused(world.kms('RotateKeyOnDemand', { KeyId }), 'ConflictException');
      expect(http).to.equal(400);
      await advance(rotated);
      await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
      await advance(days(90) - 19 * 60_000);
      await refused(world.kms('RotateKeyOnDemand', { KeyId }), 'ConflictException');
      await advance(20 * 60_000);
      expect(await rotations()).to.deep.equal(['ON_DEMAND', 'AUTOMATIC']);
      await onDemand();
      expect(await rotations()).to.deep.equal(['ON_DEMAND', 'AUTOMATIC', 'ON_DEMAND']);
    });
    it('25 times a key, then no more, in the recorded words; automatic rotations do not count', async () => {
      await world.control.setSpeed({ speed: Infinity });
      await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
      await advance(days(90));
      for (let i = 0; i < 25; i += 1) await world.kms('RotateKeyOnDemand', { KeyId });
      await refused(
        world.kms('RotateKeyOnDemand', { KeyId }),
        'LimitExceededException',
        `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${Arn}`,
      );
      await advance(days(90));
      expect(await rotations()).to.deep.equal(['AUTOMATIC', ...Array.from({ length: 25 }, () => 'ON_DEMAND'), 'AUTOMATIC']);
    });
    it('one that is in progress when the key is disabled is completed; the key stays disabled', async () => {
      await world.kms('RotateKeyOnDemand', { KeyId });
      await world.kms('DisableKey', { KeyId });
      await advance(rotated);
      expect(await current()).not.to.equal(first);
      expect((await world.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyState).to.equal('Disabled');
    });
  });

  describe('ListKeyRotations', () => {
    it('nothing of a key that was never rotated but its first material, which has no rotation', async () => {
      expect(await world.kms('ListKeyRotations', { KeyId })).to.deep.equal({ Rotations: [], Truncated: false });
      expect(await world.kms('ListKeyRotations', { KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' })).to.deep.equal({
        Rotations: [{ KeyId: Arn, KeyMaterialId: first, KeyMaterialState: 'CURRENT' }],
        Truncated: false,
      });
    });
    it('the oldest first, in pages, with the first material or without', async () => {
      await world.control.setSpeed({ speed: Infinity });
      const materials = [first];
      for (let i = 0; i < 12; i += 1) {
        await world.kms('RotateKeyOnDemand', { KeyId });
        materials.push(await current());
      }
      expect(new Set(materials).size).to.equal(13);
      for (const [IncludeKeyMaterial, expected] of [['ALL_KEY_MATERIAL', materials], ['ROTATIONS_ONLY', materials.slice(1)], [undefined, materials.slice(1)]] as const) {
        const seen: (string | undefined)[] = [];
        const states = new Set<string | undefined>();
        let Marker: string | undefined;
        do {
          const page = await world.kms('ListKeyRotations', { KeyId, Limit: 5, ...(IncludeKeyMaterial && { IncludeKeyMaterial }), ...(Marker && { Marker }) });
          expect(page.Truncated).to.equal(page.NextMarker !== undefined);
          for (const { KeyMaterialId, KeyMaterialState, RotationDate, RotationType } of page.Rotations ?? []) {
            seen.push(KeyMaterialId);
            states.add(`${KeyMaterialState ?? ''}${KeyMaterialId === materials.at(-1) ? '' : ' before'}`);
            expect([RotationDate instanceof Date, RotationType]).to.deep.equal(KeyMaterialId === first ? [false, undefined] : [true, 'ON_DEMAND']);
          }
          Marker = page.NextMarker;
        } while (Marker);
        expect(seen).to.deep.equal(expected);
        if (IncludeKeyMaterial === 'ALL_KEY_MATERIAL') expect([...states].sort()).to.deep.equal(['CURRENT', 'NON_CURRENT before']);
      }
      const { NextMarker = '' } = await world.kms('ListKeyRotations', { KeyId, Limit: 5 });
      const { KeyMetadata } = await world.kms('CreateKey');
      await refused(world.kms('ListKeyRotations', { KeyId: KeyMetadata?.KeyId, Marker: NextMarker }), 'InvalidMarkerException');
    });
  });

  describe('what was encrypted', () => {
    it('is decrypted with the material that encrypted it, and KeyMaterialId tells which', async () => {
      const blobs = [await encrypt()];
      const materials = [first];
      for (let i = 0; i < 3; i += 1) {
        await onDemand();
        blobs.push(await encrypt());
        materials.push(await current());
      }
      for (const [i, CiphertextBlob] of blobs.entries()) {
        const answer = await world.kms('Decrypt', { CiphertextBlob });
        expect(answer).to.deep.equal({ KeyId: Arn, Plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT', KeyMaterialId: materials[i] });
      }
      expect((await world.kms('GenerateDataKey', { KeyId, KeySpec: 'AES_256' })).KeyMaterialId).to.equal(materials.at(-1));
      const { Events = [] } = await world.cloudtrail('LookupEvents', { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'Decrypt' }] });
      const told = Events.map(({ CloudTrailEvent = '' }) => (JSON.parse(CloudTrailEvent) as { additionalEventData: unknown }).additionalEventData);
      expect(told.reverse()).to.deep.equal(materials.map((keyMaterialId) => ({ keyMaterialId })));
    });
    it('goes to the new material by ReEncrypt', async () => {
      const CiphertextBlob = await encrypt();
      await onDemand();
      const now = await current();
      const answer = await world.kms('ReEncrypt', { CiphertextBlob, DestinationKeyId: KeyId });
      expect(answer).to.deep.include({ SourceKeyId: Arn, KeyId: Arn, SourceKeyMaterialId: first, DestinationKeyMaterialId: now });
      const decrypted = await world.kms('Decrypt', { CiphertextBlob: answer.CiphertextBlob });
      expect(decrypted).to.deep.include({ Plaintext, KeyMaterialId: now });
    });
    it('stays readable after a reload', async () => {
      const CiphertextBlob = await encrypt();
      await onDemand();
      world.close();
      world = await openTestWorld({ scenario: 'empty', database: world.database });
      expect((await world.kms('Decrypt', { CiphertextBlob })).KeyMaterialId).to.equal(first);
    });
  });

  it('keys of a key store are not rotated: AWS’s pattern of words, in each of the five operations', async () => {
    await world.control.loadScenario({ name: 'default' });
    const key = await createStoreKey(world);
    for (const operation of ['EnableKeyRotation', 'DisableKeyRotation', 'GetKeyRotationStatus', 'RotateKeyOnDemand', 'ListKeyRotations'] as const)
      await refused(world.kms(operation, { KeyId: key.KeyId }), 'UnsupportedOperationException', `${key.Arn} origin is AWS_CLOUDHSM which is not valid for this operation.`);
  });
});
