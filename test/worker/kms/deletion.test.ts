import { expect } from 'chai';
import { deleteKey } from '../../../src/worker/kms/deletion.ts';
import type { ClusterRow, DueRow } from '../../../src/worker/storage/schema.ts';
import { inconsistencies } from '../consistency.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';

const day = 24 * 60 * 60 * 1000;
const store = { CustomKeyStoreId: documentStore };
const place = { account: '111122223333', region: 'us-west-2' };
const at = [place.account, place.region] as const;
const Plaintext = new Uint8Array([1, 2, 3]);

interface TrailRecord {
  readonly eventTime: string;
  readonly requestParameters: unknown;
  readonly responseElements: unknown;
  readonly additionalEventData?: Readonly<Record<string, string>>;
}

describe('deleting a key (facts 3.4)', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(async () => {
    expect(await inconsistencies(world.database)).to.deep.equal([]);
    world.close();
  });
  const records = async (AttributeKey: 'EventName' | 'ResourceName' | 'EventSource', AttributeValue: string): Promise<(TrailRecord & Record<string, unknown>)[]> => {
    const { Events = [] } = await world.cloudtrail('LookupEvents', { LookupAttributes: [{ AttributeKey, AttributeValue }] });
    return Events.map(({ CloudTrailEvent = '' }) => JSON.parse(CloudTrailEvent) as TrailRecord & Record<string, unknown>);
  };
  const newKmsKey = async (): Promise<{ KeyId: string; Arn: string }> => {
    const { KeyMetadata: { KeyId = '', Arn = '' } = {} } = await world.kms('CreateKey');
    return { KeyId, Arn };
  };
  const backingKeyOf = async (KeyId: string): Promise<{ keyHandle: string; backingKeyId: string }> => {
    const { handle = 0, backingKeyId = '' } = (await world.simulation.storage.get('keys', [...at, KeyId])) ?? {};
    return { keyHandle: String(handle), backingKeyId };
  };
  const orphansIn = async (ClusterId = documentCluster): Promise<boolean[]> =>
    (await world.look.keyObjects({ ...place, ClusterId, limit: 200 })).map(({ orphaned }) => orphaned === true);

  const otherCluster = 'cluster-igklspoyj5v';
  /** As UpdateCustomKeyStore leaves it with a cluster of the same history: from a backup before the key was. */
  const swapCluster = async (): Promise<void> => {
    const { storage } = world.simulation;
    const cluster = (await storage.get('clusters', [...at, documentCluster])) as ClusterRow;
    const keyStore = await storage.get('keyStores', [...at, documentStore]);
    const session = await storage.get('clusterSessions', [...at, documentCluster, documentStore]);
    await storage.commit({
      reads: [],
      decide: (rows) => {
        rows.put('clusters', { ...cluster, ClusterId: otherCluster });
        if (keyStore) rows.put('keyStores', { ...keyStore, CloudHsmClusterId: otherCluster });
        // Where it was connected to the one cluster it is to the other.
        rows.delete('clusterSessions', [...at, documentCluster, documentStore]);
        if (session) rows.put('clusterSessions', { ...session, ClusterId: otherCluster });
      },
    });
  };

  describe('PendingWindowInDays', () => {
    for (const PendingWindowInDays of [1, 6, 31, 365])
      it(`${String(PendingWindowInDays)}: refused in the text that was reported from AWS`, async () => {
        const { KeyId } = await newKmsKey();
        const call = world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays });
        const { status } = await refused(call, 'ValidationException', 'PendingWindowInDays must be between 7 and 30');
        expect(status).to.equal(400);
        expect((await world.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyState).to.equal('Enabled');
      });
    for (const [PendingWindowInDays, constraint] of [
      [0, 'greater than or equal to 1'],
      [366, 'less than or equal to 365'],
    ] as const)
      it(`${String(PendingWindowInDays)}: refused by validation`, async () => {
        const { KeyId } = await newKmsKey();
        await refused(
          world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays }),
          'ValidationException',
          `1 validation error detected: Value '${String(PendingWindowInDays)}' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value ${constraint}`,
        );
      });
    for (const [given, days] of [[7, 7], [30, 30], [undefined, 30]] as const)
      it(`${String(given)}: ${String(days)} days from now`, async () => {
        const { KeyId, Arn } = await newKmsKey();
        const { now } = await world.control.clock(undefined);
        const answer = await world.kms('ScheduleKeyDeletion', { KeyId, ...(given && { PendingWindowInDays: given }) });
        expect(answer).to.deep.include({ KeyId: Arn, KeyState: 'PendingDeletion', PendingWindowInDays: days });
        expect((answer.DeletionDate?.getTime() ?? 0) - now).to.be.within(days * day, days * day + 10_000);
        const { KeyMetadata } = await world.kms('DescribeKey', { KeyId });
        expect(KeyMetadata?.DeletionDate).to.deep.equal(answer.DeletionDate);
        // Of multi-Region keys alone (API Reference).
        expect(KeyMetadata).not.to.have.property('PendingDeletionWindowInDays');
      });
  });

  it('the key goes at its moment, not before, with all that is its own; then the store can go too', async () => {
    const key = await createStoreKey(world);
    const other = await createStoreKey(world);
    await world.kms('CreateAlias', { AliasName: 'alias/one', TargetKeyId: key.KeyId });
    await world.kms('CreateAlias', { AliasName: 'alias/two', TargetKeyId: key.KeyId });
    await world.kms('CreateAlias', { AliasName: 'alias/three', TargetKeyId: other.KeyId });
    await world.kms('TagResource', { ...key, Tags: [{ TagKey: 'a', TagValue: 'b' }] });
    const { Policy } = await world.kms('GetKeyPolicy', key);
    await world.kms('PutKeyPolicy', { ...key, Policy });
    const Alice = 'arn:aws:iam::111122223333:user/Alice';
    for (const Name of [undefined, 'named'])
      await world.kms('CreateGrant', { ...key, GranteePrincipal: Alice, RetiringPrincipal: Alice, Operations: ['Decrypt'], ...(Name && { Name }) });
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext });
    const { DeletionDate = new Date() } = await world.kms('ScheduleKeyDeletion', { ...key, PendingWindowInDays: 7 });

    const { now } = await world.control.clock(undefined);
    await world.control.advance({ ms: DeletionDate.getTime() - now - 60_000 });
    expect((await world.kms('DescribeKey', key)).KeyMetadata?.KeyState).to.equal('PendingDeletion');
    await refused(world.kms('DeleteCustomKeyStore', store), 'CustomKeyStoreInvalidStateException');
    await world.control.advance({ ms: 60_000 });

    const gone = `Key '${key.Arn}' does not exist`;
    for (const operation of ['DescribeKey', 'GetKeyPolicy', 'ListResourceTags', 'ListGrants', 'CancelKeyDeletion', 'GetKeyLastUsage'] as const)
      await refused(world.kms(operation, { KeyId: key.KeyId }), 'NotFoundException', gone);
    await refused(world.kms('DescribeKey', { KeyId: 'alias/one' }), 'NotFoundException', `Alias arn:aws:kms:us-west-2:111122223333:alias/one is not found.`);
    // AWS does not tell a key that is gone from one of somebody else.
    await refused(world.kms('Decrypt', { CiphertextBlob }), 'AccessDeniedException');
    expect((await world.kms('ListKeys')).Keys?.map(({ KeyId }) => KeyId)).to.deep.equal([other.KeyId]);
    expect((await world.kms('ListAliases')).Aliases?.map(({ AliasName }) => AliasName)).to.deep.equal(['alias/three']);
    expect((await world.kms('ListRetirableGrants', { RetiringPrincipal: Alice })).Grants).to.deep.equal([]);
    await world.kms('CreateAlias', { AliasName: 'alias/one', TargetKeyId: other.KeyId });
    // The counters of the views.
    expect((await world.look.keys(place)).total).to.equal(1);
    expect((await world.look.keyStores(place))[0]?.keyCount).to.equal(1);
    expect((await world.look.clusters(place))[0]?.keyCount).to.equal(1);

    await world.kms('ScheduleKeyDeletion', other);
    await world.control.advance({ ms: 30 * day - 60_000 });
    await world.kms('DisconnectCustomKeyStore', store);
    await world.control.advance({ ms: 10_000 });
    await refused(world.kms('DeleteCustomKeyStore', store), 'CustomKeyStoreHasCMKsException');
    await world.control.advance({ ms: 60_000 });
    await world.kms('DeleteCustomKeyStore', store);
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores).to.deep.equal([]);
  });

  it('the events: scheduled by a caller, deleted by AWS at the due moment (facts 7)', async () => {
    const key = await createStoreKey(world);
    const backingKey = await backingKeyOf(key.KeyId);
    const { DeletionDate } = await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId, PendingWindowInDays: 8 });
    // A call that is not written yet when time moves on stands before what then falls due.
    await world.kms('ListKeys');
    await world.control.advance({ ms: 20 * day });
    const { Events = [] } = await world.cloudtrail('LookupEvents');
    expect(Events.map(({ EventName }) => EventName)).to.deep.equal(['DeleteKey', 'ListKeys', 'ScheduleKeyDeletion', 'CreateKey']);

    const inHsm = { customKeyStoreId: documentStore, clusterId: documentCluster, backingKeys: JSON.stringify([backingKey]) };
    const [scheduled] = await records('EventName', 'ScheduleKeyDeletion');
    expect(scheduled?.requestParameters).to.deep.equal({ keyId: key.KeyId, pendingWindowInDays: 8 });
    expect(scheduled?.responseElements).to.deep.include({ keyId: key.Arn, keyState: 'PendingDeletion', pendingWindowInDays: 8 });
    expect((scheduled?.responseElements as { deletionDate: string }).deletionDate).to.match(/^[A-Z][a-z]{2} \d+, \d{4}, \d+:\d\d:\d\d [AP]M$/);
    expect(scheduled?.additionalEventData).to.deep.equal(inHsm);

    const [deleted, ...more] = await records('EventName', 'DeleteKey');
    expect(more).to.deep.equal([]);
    const { eventID, ...rest } = deleted as TrailRecord & Record<string, unknown>;
    expect(eventID).to.match(/^[0-9a-f-]{36}$/);
    expect(rest).to.deep.equal({
      eventVersion: '1.11',
      userIdentity: { accountId: '111122223333', invokedBy: 'AWS Internal' },
      eventTime: `${DeletionDate?.toISOString().slice(0, 19) ?? ''}Z`,
      eventSource: 'kms.amazonaws.com',
      eventName: 'DeleteKey',
      awsRegion: 'us-west-2',
      sourceIPAddress: 'AWS Internal',
      userAgent: 'AWS Internal',
      requestParameters: null,
      responseElements: null,
      additionalEventData: { ...inHsm, backingKeysDeletionStatus: JSON.stringify([{ ...backingKey, deletionStatus: 'SUCCESS' }]) },
      readOnly: false,
      resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: key.Arn }],
      eventType: 'AwsServiceEvent',
      managementEvent: true,
      recipientAccountId: '111122223333',
      eventCategory: 'Management',
    });
  });

  it('LookupEvents finds service events by name, source, resource, and not by a user', async () => {
    const key = await newKmsKey();
    await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId, PendingWindowInDays: 7 });
    await world.control.advance({ ms: 7 * day });
    const named = async (AttributeKey: 'EventName' | 'EventSource' | 'ResourceName' | 'ResourceType' | 'ReadOnly' | 'Username' | 'AccessKeyId' | 'EventId', AttributeValue: string): Promise<(string | undefined)[]> =>
      ((await world.cloudtrail('LookupEvents', { LookupAttributes: [{ AttributeKey, AttributeValue }] })).Events ?? []).map(({ EventName }) => EventName);
    const [event] = (await world.cloudtrail('LookupEvents', { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'DeleteKey' }] })).Events ?? [];
    expect(event).not.to.have.any.keys('Username', 'AccessKeyId');
    expect(event).to.deep.include({ ReadOnly: 'false', EventSource: 'kms.amazonaws.com', Resources: [{ ResourceType: 'AWS::KMS::Key', ResourceName: key.Arn }] });
    const { accessKeyId } = JSON.parse(event?.CloudTrailEvent ?? '{}') as { accessKeyId?: string };
    expect(accessKeyId).to.equal(undefined);
    const history = ['DeleteKey', 'ScheduleKeyDeletion', 'CreateKey'];
    expect(await named('ResourceName', key.Arn)).to.deep.equal(history);
    expect(await named('ResourceType', 'AWS::KMS::Key')).to.deep.equal(history);
    expect(await named('EventSource', 'kms.amazonaws.com')).to.deep.equal(history);
    expect(await named('EventId', event?.EventId ?? '')).to.deep.equal(['DeleteKey']);
    expect(await named('Username', 'Alice')).not.to.include('DeleteKey');
    expect(await named('AccessKeyId', 'undefined')).to.deep.equal([]);
  });

  it('a key of origin AWS_KMS: all of its materials go, and the event has no additional data', async () => {
    const key = await newKmsKey();
    await world.kms('RotateKeyOnDemand', { KeyId: key.KeyId });
    await world.control.advance({ ms: day });
    await world.kms('EnableKeyRotation', { KeyId: key.KeyId });
    await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId });
    expect((await records('EventName', 'ScheduleKeyDeletion'))[0]).not.to.have.property('additionalEventData');
    await world.control.advance({ ms: 30 * day });
    const [deleted] = await records('EventName', 'DeleteKey');
    expect(deleted).to.deep.include({ requestParameters: null, responseElements: null, eventType: 'AwsServiceEvent' });
    expect(deleted).not.to.have.any.keys('additionalEventData', 'requestID', 'serviceEventDetails');
    // No trace of it is left: what would rotate it next year neither.
    const { storage } = world.simulation;
    for (const of of ['keyObjects', 'keyMaterials', 'material'] as const) expect(await storage.page({ store: of, prefix: [...at], limit: 9 })).to.deep.equal([]);
    expect((await storage.page({ store: 'due', prefix: [], limit: 99 })).filter(({ target }) => target === key.KeyId)).to.deep.equal([]);
  });

  describe('what stays behind where the HSM cannot be reached', () => {
    const ways: Readonly<Record<string, { readonly clusterId?: string; readonly hide: () => Promise<unknown> }>> = {
      'the store is disconnected': { hide: () => world.kms('DisconnectCustomKeyStore', store) },
      'no HSM is active': {
        hide: async () => {
          for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId });
        },
      },
      'the store has another cluster meanwhile': { clusterId: otherCluster, hide: swapCluster },
    };
    for (const [way, { clusterId = documentCluster, hide }] of Object.entries(ways))
      it(way, async () => {
        const key = await createStoreKey(world);
        const backingKey = await backingKeyOf(key.KeyId);
        await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId, PendingWindowInDays: 7 });
        expect(await orphansIn()).to.deep.equal([false]);
        await hide();
        await world.control.advance({ ms: 7 * day });
        await refused(world.kms('DescribeKey', { KeyId: key.KeyId }), 'NotFoundException');
        expect((await world.look.keyStores(place))[0]?.keyCount).to.equal(0);
        const [deleted] = await records('EventName', 'DeleteKey');
        expect(deleted?.additionalEventData).to.deep.equal({
          customKeyStoreId: documentStore,
          clusterId,
          backingKeys: JSON.stringify([backingKey]),
          backingKeysDeletionStatus: JSON.stringify([{ ...backingKey, deletionStatus: 'FAILURE' }]),
        });
        // The key object is there as before, but no KMS key has it.
        expect(await orphansIn()).to.deep.equal([true]);
        const [object] = await world.look.keyObjects({ ...place, ClusterId: documentCluster });
        expect(object?.attributes['label']).to.equal(key.Arn);
        expect(object?.attributes['check-value']).to.match(/^0x[0-9a-f]{6}$/);
        const map = await world.look.map(place);
        const [chip] = map.clusters.find(({ ClusterId }) => ClusterId === documentCluster)?.newestKeys ?? [];
        expect(chip).to.deep.equal({ ClusterId: documentCluster, 'key-reference': object?.['key-reference'], KeyId: key.KeyId });
        expect(await world.look.keyObject({ ...place, ClusterId: documentCluster, 'key-reference': chip?.['key-reference'] ?? '' })).to.deep.equal(object);
      });
  });

  it('another key under the same handle, in the cluster that the store has now, is left alone', async () => {
    const key = await createStoreKey(world);
    await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId, PendingWindowInDays: 7 });
    await swapCluster();
    const survivor = await createStoreKey(world);
    expect((await backingKeyOf(survivor.KeyId)).keyHandle).to.equal((await backingKeyOf(key.KeyId)).keyHandle);
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: survivor.KeyId, Plaintext });
    await world.control.advance({ ms: 7 * day });
    expect((await records('EventName', 'DeleteKey'))[0]?.additionalEventData?.['backingKeysDeletionStatus']).to.contain('FAILURE');
    expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(Plaintext);
    expect(await orphansIn(otherCluster)).to.deep.equal([false]);
  });

  it('of a deletion that was cancelled and scheduled again only the last date counts', async () => {
    const key = await createStoreKey(world);
    await world.kms('ScheduleKeyDeletion', { ...key, PendingWindowInDays: 7 });
    await refused(world.kms('ScheduleKeyDeletion', key), 'KMSInvalidStateException', `${key.Arn} is pending deletion.`);
    await world.control.advance({ ms: day });
    expect(await world.kms('CancelKeyDeletion', key)).to.deep.equal({ KeyId: key.Arn });
    await refused(world.kms('CancelKeyDeletion', key), 'KMSInvalidStateException', `${key.Arn} is not pending deletion.`);
    const { KeyMetadata } = await world.kms('DescribeKey', key);
    expect(KeyMetadata).to.include({ KeyState: 'Disabled', Enabled: false });
    expect(KeyMetadata).not.to.have.property('DeletionDate');
    await world.kms('ScheduleKeyDeletion', { ...key, PendingWindowInDays: 10 });
    await world.control.advance({ ms: 8 * day });
    expect((await world.kms('DescribeKey', key)).KeyMetadata?.KeyState).to.equal('PendingDeletion');
    await world.control.advance({ ms: 2 * day });
    await refused(world.kms('DescribeKey', key), 'NotFoundException');
    expect(await records('EventName', 'DeleteKey')).to.have.length(1);
  });

  it('a cancelled deletion never happens', async () => {
    const key = await createStoreKey(world);
    await world.kms('ScheduleKeyDeletion', { ...key, PendingWindowInDays: 7 });
    await world.kms('CancelKeyDeletion', key);
    await world.control.advance({ ms: 40 * day });
    expect((await world.kms('DescribeKey', key)).KeyMetadata?.KeyState).to.equal('Disabled');
  });

  it('it survives a reload: whoever opens the world next finds the key gone, at its time', async () => {
    const key = await createStoreKey(world);
    const { DeletionDate } = await world.kms('ScheduleKeyDeletion', { ...key, PendingWindowInDays: 7 });
    world.close();
    world = await openTestWorld({ database: world.database });
    expect((await world.kms('DescribeKey', key)).KeyMetadata?.DeletionDate).to.deep.equal(DeletionDate);
    await world.control.advance({ ms: 9 * day });
    await refused(world.kms('DescribeKey', key), 'NotFoundException');
    expect((await records('ResourceName', key.Arn))[0]?.eventTime).to.equal(`${DeletionDate?.toISOString().slice(0, 19) ?? ''}Z`);
  });

  it('two tabs delete it once', async () => {
    const other = await openTestWorld({ database: world.database });
    const keys = await Promise.all(Array.from({ length: 5 }, () => createStoreKey(world)));
    for (const { KeyId } of keys) await world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await Promise.all([world.control.advance({ ms: 4 * day }), other.control.advance({ ms: 4 * day })]);
    await Promise.all([world.kms('ListKeys'), other.kms('ListKeys')]);
    expect(await records('EventName', 'DeleteKey')).to.have.length(5);
    expect((await other.look.keyStores(place))[0]?.keyCount).to.equal(0);
    other.close();
  });

  it('one that was under way when the world was replaced deletes nothing in the next', async () => {
    const key = await createStoreKey(world);
    await world.kms('ScheduleKeyDeletion', { ...key, PendingWindowInDays: 7 });
    const [due] = (await world.simulation.storage.page({ store: 'due', prefix: ['period'], limit: 1 })) as [DueRow];
    await world.control.reset(undefined);
    const survivor = await createStoreKey(world);
    await deleteKey(world.simulation.momentAt(place, due.dueAt), due);
    expect((await world.kms('ListKeys')).Keys?.map(({ KeyId }) => KeyId)).to.deep.equal([survivor.KeyId]);
    expect(await records('EventName', 'DeleteKey')).to.deep.equal([]);
  });
});
