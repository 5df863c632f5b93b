import { expect } from 'chai';
import { requestRates, symmetricRates } from '../../src/model/kms/request-rates.ts';
import { SimulatorFault } from '../../src/worker/errors.ts';
import { createBuckets, createThrottling } from '../../src/worker/throttling.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type AnsweredError, type TestWorld } from './world.ts';

const text = 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.';
const CustomKeyStoreId = documentStore;

/** AWS's request rates (facts 8.7), in a world whose real time stands still, so that only `advance` fills them again. */
describe('throttling', () => {
  let world: TestWorld;
  const real = Date.now;
  beforeEach(async () => {
    world = await openTestWorld();
    const stopped = real();
    Date.now = () => stopped;
  });
  afterEach(() => {
    Date.now = real;
    world.close();
  });
  const begin = (target?: string): Promise<undefined> => world.control.injectFault({ fault: 'throttling', active: true, target });
  const end = (target?: string): Promise<undefined> => world.control.injectFault({ fault: 'throttling', active: false, target });
  /** How many of so many calls at once are answered; the others are throttled. */
  async function answered(times: number, call: () => Promise<unknown>): Promise<number> {
    const outcomes = await Promise.allSettled(Array.from({ length: times }, call));
    const rejected = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as AnsweredError] : []));
    for (const error of rejected) expect(error).to.include({ name: 'ThrottlingException', message: text, status: 400 });
    return times - rejected.length;
  }
  const describeStores = (): Promise<unknown> => world.kms('DescribeCustomKeyStores');
  const random = (): Promise<unknown> => world.kms('GenerateRandom', { NumberOfBytes: 1, CustomKeyStoreId });

  it('is off until it is injected', async () => {
    expect(await world.control.faults(undefined)).to.deep.equal([]);
    expect(await answered(50, describeStores)).to.equal(50);
  });
  it('five a second, and five more a second later', async () => {
    await begin();
    expect(await answered(8, describeStores)).to.equal(5);
    await world.control.advance({ ms: 200 });
    expect(await answered(8, describeStores)).to.equal(1);
    await world.control.advance({ ms: 60_000 });
    expect(await answered(8, describeStores)).to.equal(5);
  });
  it('each operation, account and Region has its own', async () => {
    await begin();
    expect(await answered(6, describeStores)).to.equal(5);
    const others = [
      () => world.kms('GetParametersForImport', { KeyId: 'x', WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }),
      () => world.at({ region: 'eu-west-1' }).kms('DescribeCustomKeyStores'),
      () => world.at({ account: '444455556666' }).kms('DescribeCustomKeyStores'),
    ];
    await refused(others[0]?.() as Promise<unknown>, 'NotFoundException');
    await refused(others[0]?.() as Promise<unknown>, 'ThrottlingException', text);
    expect(await answered(6, others[1] as () => Promise<unknown>)).to.equal(5);
    expect(await answered(6, others[2] as () => Promise<unknown>)).to.equal(5);
  });
  it('a request that is not valid counts too, and no more is said of it', async () => {
    await begin();
    for (let i = 0; i < 5; i += 1) await refused(world.kms('EnableKey', { KeyId: '' }), 'ValidationException');
    await refused(world.kms('EnableKey', { KeyId: '' }), 'ThrottlingException', text);
  });
  it('a key store has 1,800 a second of its own, which GenerateRandom and Encrypt share', async () => {
    const { KeyId } = await createStoreKey(world);
    await begin(CustomKeyStoreId);
    const encrypt = (): Promise<unknown> => world.kms('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    expect(await answered(1, encrypt)).to.equal(1);
    expect(await answered(1810, random)).to.equal(1799);
    await refused(encrypt(), 'ThrottlingException', text);
    // Of everything else nothing is counted.
    expect(await answered(8, describeStores)).to.equal(8);
    expect(await answered(1, () => world.kms('GenerateRandom', { NumberOfBytes: 1 }))).to.equal(1);
    await world.control.advance({ ms: 1000 });
    expect(await answered(1, encrypt)).to.equal(1);
  });
  it('a call that is run again, as another tab moved, is one call', async () => {
    await begin(CustomKeyStoreId);
    const { now } = await world.control.clock(undefined);
    const throttle = await createThrottling(world.simulation).of({ account: '111122223333', region: 'us-west-2', now }, 'kms', 'Encrypt');
    for (let runs = 0; runs < 1801; runs += 1) throttle?.keyStore({ CustomKeyStoreId, CloudHsmClusterId: documentCluster });
  });
  it('so has the key store of a cluster that it is aimed at', async () => {
    await begin(documentCluster);
    expect(await answered(1805, random)).to.equal(1800);
  });
  it('without a target, key stores are throttled as well', async () => {
    await begin();
    expect(await answered(1805, random)).to.equal(1800);
  });
  for (const target of [undefined, documentStore, documentCluster])
    it(`others use up the rate for a while, at ${target ?? 'all'}: nothing is left, then all is`, async () => {
      await world.control.injectFault({ fault: 'throttling', active: true, target, lasts: 60_000 });
      const { now } = await world.control.clock(undefined);
      expect(await world.control.faults(undefined)).to.deep.equal([{ fault: 'throttling', ...(target && { target }), until: now + 60_000 }]);
      expect(await answered(3, random)).to.equal(0);
      expect(await answered(3, describeStores)).to.equal(target ? 3 : 0);
      await world.control.advance({ ms: 59_999 });
      expect(await answered(1, random)).to.equal(0);
      await world.control.advance({ ms: 1 });
      expect(await answered(8, describeStores)).to.equal(8);
      expect(await answered(3, random)).to.equal(3);
      expect(await world.control.faults(undefined)).to.deep.equal([]);
    });
  it('is in CloudTrail, with its code', async () => {
    await begin();
    await answered(6, describeStores);
    const { Events = [] } = await world.cloudtrail('LookupEvents', {
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'DescribeCustomKeyStores' }],
    });
    const records = Events.map(({ CloudTrailEvent = '' }) => JSON.parse(CloudTrailEvent) as Record<string, unknown>);
    const failed = records.filter(({ errorCode }) => errorCode !== undefined);
    expect(records).to.have.length(6);
    expect(failed).to.have.length(1);
    expect(failed[0]).to.include({ errorCode: 'ThrottlingException', errorMessage: text });
  });
  it('ends, and begins anew with all it had', async () => {
    await begin();
    await begin(CustomKeyStoreId);
    await begin();
    expect(await world.control.faults(undefined)).to.have.deep.members([{ fault: 'throttling' }, { fault: 'throttling', target: CustomKeyStoreId }]);
    expect(await answered(6, describeStores)).to.equal(5);
    await end();
    await end(CustomKeyStoreId);
    expect(await world.control.faults(undefined)).to.deep.equal([]);
    expect(await answered(6, describeStores)).to.equal(6);
    await begin();
    expect(await answered(6, describeStores)).to.equal(5);
  });
  it('is every tab’s, and a reset ends it', async () => {
    await begin();
    const other = await openTestWorld({ database: world.database });
    expect(await other.control.faults(undefined)).to.deep.equal([{ fault: 'throttling' }]);
    await world.control.reset(undefined);
    expect(await world.control.faults(undefined)).to.deep.equal([]);
    expect(await answered(6, describeStores)).to.equal(6);
    other.close();
  });

  for (const [what, input, message] of [
    ['a fault that there is not', { fault: 'earthquake', active: true }, 'There is no fault "earthquake". Faults: throttling, network, security-group, subnet-deleted, subnet-full, pkcs11-sessions, internal-error.'],
    ...['throttling', 'network', 'subnet-full'].map((fault) => [
      `${fault} at what there is not`,
      { fault, active: true, target: 'cks-0' },
      `There is no key store or cluster "cks-0". There are: ${documentStore}, ${documentCluster}.`,
    ] as const),
    ['no time at all', { fault: 'network', active: true, lasts: 0 }, 'A fault lasts for milliseconds above zero; 0 is none.'],
    ['neither on nor off', { fault: 'throttling' }, 'injectFault takes { active: true } or { active: false }.'],
  ] as const)
    it(`refuses ${what}`, async () => {
      let error: unknown;
      await world.control.injectFault(input as never).catch((thrown: unknown) => (error = thrown));
      expect(error).to.be.instanceOf(SimulatorFault).with.property('message', message);
    });

  it('the rates are AWS’s', () => {
    expect(symmetricRates).to.include({ 'us-west-2': 100_000, 'eu-west-2': 20_000, 'sa-east-1': 10_000 });
    expect(Object.entries(requestRates).filter(([, rate]) => rate === 'symmetric cryptography').map(([name]) => name)).to.deep.equal([
      'Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'GenerateRandom', 'ReEncrypt',
    ]);
  });
  it('a bucket never holds more than a second’s, nor does time that goes back fill it', () => {
    const buckets = createBuckets();
    const take = (now: number): boolean => buckets.take('b', 2, now);
    expect([take(5000), take(5000), take(5000)]).to.deep.equal([true, true, false]);
    expect([take(4000), take(4500), take(4500)]).to.deep.equal([false, true, false]);
  });
});
