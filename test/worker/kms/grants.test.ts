import { expect } from 'chai';
import { inconsistencies } from '../consistency.ts';
import { rawDatabase } from '../hsm/raw.ts';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import { alice, arnOf, createKey, eventsOf, origins, place, resourcesOf, unknownKeyId, type TestKey } from './kms-world.ts';

/** Grants: facts 4, 8.7; research 1 and 11. */

const role = 'arn:aws:iam::111122223333:role/ExampleRole';
const bob = 'arn:aws:iam::111122223333:user/Bob';
type Input = Parameters<typeof createInput>[0];
const createInput = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  GranteePrincipal: role,
  Operations: ['Encrypt', 'Decrypt'],
  ...more,
});
const noGrant = 'f'.repeat(64);
const enumOf = 'Decrypt, Encrypt, GenerateDataKey, GenerateDataKeyWithoutPlaintext, ReEncryptFrom, ReEncryptTo, Sign, Verify, GetPublicKey, CreateGrant, RetireGrant, DescribeKey, GenerateDataKeyPair, GenerateDataKeyPairWithoutPlaintext, GenerateMac, VerifyMac, DeriveSharedSecret';

/** What CreateGrant refuses: [what, parameters, error, text]. Without a text AWS's is not public. */
const refusals: readonly [what: string, input: Record<string, unknown>, error: string, text?: string][] = [
  ['CreateGrant alone', { Operations: ['CreateGrant'] }, 'ValidationException', 'Grants must not contain only the CreateGrant operation.'],
  ['no operation', { Operations: [] }, 'ValidationException'],
  ['an unknown operation', { Operations: ['ScheduleKeyDeletion'] }, 'ValidationException', `1 validation error detected: Value 'ScheduleKeyDeletion' at 'operations.1.member' failed to satisfy constraint: Member must satisfy enum value set: [${enumOf}]`],
  ...['Sign', 'Verify', 'GetPublicKey', 'GenerateMac', 'VerifyMac', 'DeriveSharedSecret'].map(
    (operation): [string, Record<string, unknown>, string] => [`${operation}, which no symmetric key does`, { Operations: ['Decrypt', operation] }, 'ValidationException'],
  ),
  ['no grantee', { GranteePrincipal: undefined }, 'ValidationException'],
  ['a grantee that is no ARN', { GranteePrincipal: 'Alice' }, 'InvalidArnException'],
  ['a grantee that is a group', { GranteePrincipal: 'arn:aws:iam::111122223333:group/Admins' }, 'InvalidArnException'],
  ['a grantee of an impossible character', { GranteePrincipal: '*' }, 'ValidationException', "1 validation error detected: Value '*' at 'granteePrincipal' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\w+=,.@:/-]+$"],
  ['a retiring principal that is no ARN', { RetiringPrincipal: 'Alice' }, 'InvalidArnException'],
  ['a name of impossible characters', { Name: 'a b' }, 'ValidationException', "1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$"],
  ['a name of 257', { Name: 'a'.repeat(257) }, 'ValidationException'],
  ['nine context pairs', { Constraints: { EncryptionContextSubset: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i), 'x'])) } }, 'ValidationException'],
  ['a context value of 385', { Constraints: { EncryptionContextEquals: { a: 'x'.repeat(385) } } }, 'ValidationException'],
  ['a token that is none', { GrantTokens: ['x'] }, 'InvalidGrantTokenException'],
  ['eleven tokens', { GrantTokens: Array.from({ length: 11 }, () => 'a') }, 'ValidationException'],
];

describe('grants', () => {
  let world: TestWorld;
  let key: TestKey;
  beforeEach(async () => {
    world = await openTestWorld();
    key = await createKey(world);
  });
  afterEach(() => {
    world.close();
  });
  const create = (more: Input = {}, KeyId = key.KeyId): Promise<{ GrantId?: string | undefined; GrantToken?: string | undefined }> =>
    world.kms('CreateGrant', { KeyId, ...createInput(more) } as never);
  const list = async (more: Record<string, unknown> = {}, KeyId = key.KeyId) => (await world.kms('ListGrants', { KeyId, ...more })).Grants ?? [];

  for (const Origin of origins)
    it(`${Origin}: created, listed in AWS’s members, and gone when revoked`, async () => {
      key = await createKey(world, Origin);
      const created = await create({ Name: 'mine', RetiringPrincipal: alice, Constraints: { EncryptionContextSubset: { Department: 'IT' } } });
      expect(created).to.have.all.keys('GrantId', 'GrantToken');
      expect(created.GrantId).to.match(/^[0-9a-f]{64}$/);
      expect(created.GrantToken).to.match(/^[\w-]+$/);
      const plain = await create();
      const grants = await list();
      expect(grants).to.have.length(2);
      const [mine, nameless] = [created, plain].map((made) => grants.find(({ GrantId }) => GrantId === made.GrantId));
      expect(mine?.CreationDate).to.be.instanceOf(Date);
      const members = { KeyId: key.Arn, GranteePrincipal: role, IssuingAccount: 'arn:aws:iam::111122223333:root', Operations: ['Encrypt', 'Decrypt'] };
      expect(mine).to.deep.equal({
        ...members,
        GrantId: created.GrantId,
        Name: 'mine',
        CreationDate: mine?.CreationDate,
        RetiringPrincipal: alice,
        Constraints: { EncryptionContextSubset: { Department: 'IT' } },
      });
      // Constraints and RetiringPrincipal are absent where there are none, a name is empty.
      expect(nameless).to.deep.equal({ ...members, GrantId: plain.GrantId, Name: '', CreationDate: nameless?.CreationDate });
      await world.kms('RevokeGrant', { KeyId: key.Arn, GrantId: plain.GrantId });
      expect((await list()).map(({ GrantId }) => GrantId)).to.deep.equal([created.GrantId]);
      await refused(world.kms('RevokeGrant', { KeyId: key.KeyId, GrantId: plain.GrantId }), 'NotFoundException');
    });

  describe('CreateGrant refuses', () => {
    for (const [what, input, error, text] of refusals)
      it(`${what}: ${error}`, async () => {
        await refused(create(input), error, text);
        expect(await list()).to.deep.equal([]);
      });
  });

  describe('the same again', () => {
    const Name = 'again';
    it('with a name is the same grant, with another token; both are good', async () => {
      const first = await create({ Name, Constraints: { EncryptionContextEquals: { a: '1', b: '2' } } });
      // Neither the order of operations nor of the context counts.
      const second = await create({ Name, Operations: ['Decrypt', 'Encrypt'], Constraints: { EncryptionContextEquals: { b: '2', a: '1' } } });
      expect(second.GrantId).to.equal(first.GrantId);
      expect(second.GrantToken).not.to.equal(first.GrantToken);
      expect(await list()).to.have.length(1);
      await world.kms('DescribeKey', { KeyId: key.KeyId, GrantTokens: [first.GrantToken ?? '', second.GrantToken ?? ''] });
      await world.kms('RetireGrant', { GrantToken: first.GrantToken });
      await refused(world.kms('RetireGrant', { GrantToken: second.GrantToken }), 'NotFoundException');
    });
    const changes: readonly [string, Record<string, unknown>][] = [
      ['another grantee', { GranteePrincipal: bob }],
      ['another retiring principal', { RetiringPrincipal: alice }],
      ['other operations', { Operations: ['Encrypt'] }],
      ['constraints', { Constraints: { EncryptionContextEquals: { a: '1' } } }],
      ['another name', { Name: 'other' }],
      ['no name', { Name: undefined }],
    ];
    for (const [what, change] of changes)
      it(`with ${what} is another grant`, async () => {
        const first = await create({ Name });
        const second = await create({ Name, ...change });
        expect(second.GrantId).not.to.equal(first.GrantId);
        expect(await list()).to.have.length(2);
      });
    it('without a name is another grant', async () => {
      await create();
      await create();
      expect(await list()).to.have.length(2);
    });
    it('of another key, and after it was revoked, is another grant', async () => {
      const other = await createKey(world);
      const first = await create({ Name });
      expect((await create({ Name }, other.KeyId)).GrantId).not.to.equal(first.GrantId);
      await world.kms('RevokeGrant', { KeyId: key.KeyId, GrantId: first.GrantId });
      expect((await create({ Name })).GrantId).not.to.equal(first.GrantId);
    });
  });

  it('an operation that is given twice is there once', async () => {
    await create({ Operations: ['Decrypt', 'Encrypt', 'Decrypt'] });
    expect((await list())[0]?.Operations).to.deep.equal(['Decrypt', 'Encrypt']);
  });

  describe('many of a key', () => {
    const hundreds = 1200;
    /** As CreateGrant writes them, without a thousand calls. */
    const many = async (): Promise<void> => {
      const { storage } = world.simulation;
      const grants = Array.from({ length: hundreds }, (_, i) => ({
        ...place, KeyId: key.KeyId, GrantId: i.toString(16).padStart(64, '0'), CreationDate: 0, GranteePrincipal: i % 400 === 0 ? bob : role,
        RetiringPrincipal: alice, IssuingAccount: 'arn:aws:iam::111122223333:root', Operations: ['Decrypt' as const],
      }));
      await storage.commit({
        reads: [],
        decide: (rows) => {
          for (const grant of grants) {
            rows.put('grants', grant);
            rows.put('retirableGrants', { ...place, RetiringPrincipal: alice, KeyId: key.KeyId, GrantId: grant.GrantId });
          }
          rows.put('counters', { ...place, name: `grants/${key.KeyId}`, count: hundreds, next: 0 });
        },
      });
    };

    it('the few that fit a filter are all found', async () => {
      await many();
      expect(await list({ GranteePrincipal: bob })).to.have.length(3);
      expect(await list({ GrantId: '0'.repeat(64) })).to.have.length(1);
      expect(await list({ GrantId: '0'.repeat(64), GranteePrincipal: role })).to.have.length(0);
      const page = await world.kms('ListGrants', { KeyId: key.KeyId, GranteePrincipal: role, Limit: 100 });
      expect([page.Grants?.length, page.Truncated]).to.deep.equal([100, true]);
    });

    it('go when the key is deleted, some at a time, and nobody may retire one of them any more', async () => {
      await many();
      await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId, PendingWindowInDays: 7 });
      await world.control.advance({ ms: 7 * 24 * 60 * 60 * 1000 });
      expect((await world.kms('ListRetirableGrants', { RetiringPrincipal: alice })).Grants).to.deep.equal([]);
      expect(await inconsistencies(world.database)).to.deep.equal([]);
      await world.control.advance({ ms: 10_000 });
      const { grants, retirableGrants, counters, due } = await rawDatabase(world.database, ['grants', 'retirableGrants', 'counters', 'due']);
      expect([grants, retirableGrants]).to.deep.equal([[], []]);
      expect(JSON.stringify([counters, due])).not.to.contain(key.KeyId);
    });
  });

  it('50,000 a key; a name that is known needs no room', async () => {
    const known = await create({ Name: 'known' });
    const { storage } = world.simulation;
    const name = `grants/${key.KeyId}`;
    const setCount = (count: number): Promise<void> =>
      storage.commit({ reads: [], decide: (rows) => { rows.put('counters', { ...place, name, count, next: 0 }); } });
    await setCount(50_000);
    await refused(create(), 'LimitExceededException');
    await refused(create({ DryRun: true }), 'LimitExceededException');
    expect((await create({ Name: 'known' })).GrantId).to.equal(known.GrantId);
    await setCount(49_999);
    const last = await create();
    await refused(create(), 'LimitExceededException');
    await world.kms('RevokeGrant', { KeyId: key.KeyId, GrantId: last.GrantId });
    await create();
  });

  describe('ListGrants and ListRetirableGrants', () => {
    it('by grant id and by grantee', async () => {
      const mine = await create();
      const bobs = await create({ GranteePrincipal: bob });
      const ids = async (more: Record<string, unknown>): Promise<unknown> => (await list(more)).map(({ GrantId }) => GrantId);
      expect(await ids({ GrantId: mine.GrantId })).to.deep.equal([mine.GrantId]);
      expect(await ids({ GranteePrincipal: bob })).to.deep.equal([bobs.GrantId]);
      expect(await ids({ GranteePrincipal: bob, GrantId: mine.GrantId })).to.deep.equal([]);
      expect(await ids({ GrantId: noGrant })).to.deep.equal([]);
      await refused(list({ GrantId: 'x' }), 'InvalidGrantIdException');
    });
    it('of all keys of account and Region that a principal may retire', async () => {
      const other = await createKey(world, 'AWS_CLOUDHSM');
      const a = await create({ RetiringPrincipal: bob });
      const b = await create({ RetiringPrincipal: bob }, other.KeyId);
      await create({ RetiringPrincipal: alice });
      await create();
      const answer = await world.kms('ListRetirableGrants', { RetiringPrincipal: bob });
      expect(answer.Truncated).to.equal(false);
      expect(answer.Grants?.map(({ GrantId }) => GrantId)).to.have.members([a.GrantId, b.GrantId]);
      expect(answer.Grants?.map(({ KeyId }) => KeyId)).to.have.members([key.Arn, other.Arn]);
      expect((await world.at({ region: 'eu-west-1' }).kms('ListRetirableGrants', { RetiringPrincipal: bob })).Grants).to.deep.equal([]);
      await world.kms('RetireGrant', { KeyId: other.Arn, GrantId: b.GrantId });
      expect((await world.kms('ListRetirableGrants', { RetiringPrincipal: bob })).Grants).to.have.length(1);
      expect((await world.kms('ListRetirableGrants', { RetiringPrincipal: role })).Grants).to.deep.equal([]);
      await refused(world.kms('ListRetirableGrants', {} as never), 'ValidationException');
    });
  });

  describe('RetireGrant and RevokeGrant', () => {
    it('by token, and by key ARN and id', async () => {
      const [a, b] = [await create(), await create()];
      await world.kms('RetireGrant', { GrantToken: a.GrantToken });
      await world.kms('RetireGrant', { KeyId: key.Arn, GrantId: b.GrantId });
      expect(await list()).to.deep.equal([]);
    });
    it('RetireGrant takes the token, or both the others', async () => {
      const { GrantId, GrantToken } = await create();
      for (const input of [{}, { GrantId }, { KeyId: key.Arn }, { GrantToken, GrantId }, { GrantToken, KeyId: key.Arn }, { GrantToken, KeyId: key.Arn, GrantId }])
        await refused(world.kms('RetireGrant', input), 'ValidationException');
      expect(await list()).to.have.length(1);
    });
    it('what names no grant', async () => {
      const { GrantId, GrantToken = '' } = await create();
      const other = await createKey(world);
      const { KeyId, Arn } = key;
      const cases: readonly [Promise<unknown>, string][] = [
        [world.kms('RetireGrant', { GrantToken: 'x' }), 'InvalidGrantTokenException'],
        [world.kms('RetireGrant', { GrantToken: `${GrantToken.slice(0, -4)}` }), 'InvalidGrantTokenException'],
        [world.kms('RetireGrant', { KeyId: Arn, GrantId: 'x' }), 'InvalidGrantIdException'],
        [world.kms('RetireGrant', { KeyId: Arn, GrantId: noGrant }), 'NotFoundException'],
        [world.kms('RetireGrant', { KeyId: other.Arn, GrantId }), 'NotFoundException'],
        [world.kms('RetireGrant', { KeyId: arnOf(`key/${unknownKeyId}`), GrantId }), 'NotFoundException'],
        [world.at({ region: 'eu-west-1' }).kms('RetireGrant', { GrantToken }), 'NotFoundException'],
        [world.at({ account: '444455556666' }).kms('RetireGrant', { GrantToken }), 'AccessDeniedException'],
        [world.kms('RevokeGrant', { KeyId, GrantId: 'x' }), 'InvalidGrantIdException'],
        [world.kms('RevokeGrant', { KeyId, GrantId: noGrant }), 'NotFoundException'],
        [world.kms('RevokeGrant', { KeyId: other.KeyId, GrantId }), 'NotFoundException'],
      ];
      for (const [call, error] of cases) await refused(call, error);
      expect(await list()).to.have.length(1);
    });
    it('in every key state', async () => {
      const [a, b] = [await create(), await create()];
      await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId });
      await world.kms('RetireGrant', { GrantToken: a.GrantToken });
      await world.kms('RevokeGrant', { KeyId: key.KeyId, GrantId: b.GrantId });
      expect(await list()).to.deep.equal([]);
    });
  });

  it('events: grant ids, never a token', async () => {
    const first = await create({ Name: 'mine', Constraints: { EncryptionContextSubset: { Department: 'IT' } } });
    const second = await create({ GrantTokens: [first.GrantToken] });
    await list({ Limit: 1 });
    await world.kms('RevokeGrant', { KeyId: key.KeyId, GrantId: first.GrantId });
    await world.kms('RetireGrant', { GrantToken: second.GrantToken });
    await refused(world.kms('RetireGrant', { GrantToken: second.GrantToken }), 'NotFoundException');
    const expected = {
      CreateGrant: {
        readOnly: false,
        requestParameters: { keyId: key.KeyId, granteePrincipal: role, operations: ['Encrypt', 'Decrypt'] },
        responseElements: { grantId: second.GrantId, keyId: key.Arn },
      },
      ListGrants: { readOnly: true, requestParameters: { keyId: key.KeyId, limit: 1 }, responseElements: null },
      RevokeGrant: { readOnly: false, requestParameters: { keyId: key.KeyId, grantId: first.GrantId }, responseElements: { keyId: key.Arn } },
    };
    for (const [name, members] of Object.entries(expected)) {
      const [record] = await eventsOf(world, name);
      expect(record, name).to.deep.include(members);
      expect(resourcesOf(record), name).to.deep.equal([key.Arn]);
    }
    expect((await eventsOf(world, 'CreateGrant'))[1]?.['requestParameters']).to.deep.include({ name: 'mine', constraints: { encryptionContextSubset: { Department: 'IT' } } });
    const [failed, retired] = await eventsOf(world, 'RetireGrant');
    expect(retired).to.deep.include({ readOnly: false, requestParameters: null, responseElements: { keyId: key.Arn }, additionalEventData: { grantId: second.GrantId } });
    expect(resourcesOf(retired)).to.deep.equal([key.Arn]);
    expect(failed).to.include({ errorCode: 'NotFoundException' });
    const all = JSON.stringify((await world.cloudtrail('LookupEvents')).Events);
    for (const token of [first.GrantToken, second.GrantToken]) expect(all).not.to.include(token);
  });
});
