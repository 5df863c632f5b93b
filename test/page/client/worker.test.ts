import {
  CreateKeyCommand,
  CustomKeyStoreInvalidStateException,
  DescribeCustomKeyStoresCommand,
  DescribeKeyCommand,
  DisconnectCustomKeyStoreCommand,
  GetParametersForImportCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { expect } from 'chai';
import { AwsError, connect, SimulatorError, type ChangeEvent, type Simulator } from '../../../src/page/index.ts';
import { rejection } from './fake-worker.ts';

const workerUrl = '/public/build/worker.js';
const CustomKeyStoreId = 'cks-1234567890abcdef0';

/** The library with the worker that is built and shipped. */
describe('the built worker', () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await connect({ database: crypto.randomUUID(), workerUrl });
  });
  afterEach(() => {
    simulator.close();
  });

  it('keeps its world on the device', () => {
    expect(simulator.storage).to.deep.equal({ storage: 'indexeddb' });
  });

  it('answers the typed clients of all three services', async () => {
    const { kms, cloudhsmv2, cloudtrail } = simulator;
    const { CustomKeyStores } = await kms.describeCustomKeyStores({ CustomKeyStoreId });
    expect(CustomKeyStores?.[0]).to.deep.include({
      CustomKeyStoreName: 'ExampleKeyStore',
      ConnectionState: 'CONNECTED',
      CreationDate: new Date(1_499_288_695_918),
    });
    const { Clusters } = await cloudhsmv2.describeClusters();
    expect(Clusters?.[0]?.Hsms?.map(({ HsmId }) => HsmId)).to.have.members(['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']);
    const { Events, $metadata } = await cloudtrail.lookupEvents();
    expect(Events?.map(({ EventName }) => EventName)).to.have.members(['DescribeCustomKeyStores', 'DescribeClusters']);
    expect($metadata.requestId).to.match(/^[\da-f-]{36}$/);
  });

  it('refuses in AWS’s words', async () => {
    const error = await rejection(simulator.kms.describeKey({ KeyId: crypto.randomUUID() }));
    expect(error).to.be.instanceOf(AwsError).and.include({ name: 'NotFoundException', $fault: 'client' });
    const cluster = await rejection(simulator.cloudhsmv2.deleteHsm({ ClusterId: 'cluster-22222222222', HsmId: 'hsm-22222222222' }));
    expect(cluster).to.be.instanceOf(AwsError).and.have.property('message').that.is.not.empty;
  });

  it('encrypts and decrypts bytes', async () => {
    const { kms } = simulator;
    const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    const Plaintext = crypto.getRandomValues(new Uint8Array(100));
    const { CiphertextBlob } = await kms.encrypt({ KeyId: KeyMetadata?.KeyId, Plaintext });
    expect((await kms.decrypt({ CiphertextBlob })).Plaintext).to.deep.equal(Plaintext);
  });

  it('is the AWS SDK’s too: the document’s calls, its exceptions typed', async () => {
    const { requestHandler } = simulator;
    const client = new KMSClient({ region: 'us-west-2', credentials: simulator.credentials(), requestHandler, maxAttempts: 1 });
    const { CustomKeyStores } = await client.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }));
    expect(CustomKeyStores?.[0]?.ConnectionState).to.equal('CONNECTED');
    const input = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;
    const { KeyMetadata } = await client.send(new CreateKeyCommand(input));
    expect(KeyMetadata).to.include({ ...input, KeyState: 'Enabled', CloudHsmClusterId: 'cluster-1a23b4cdefg' });
    const described = await client.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.KeyId }));
    expect(described.KeyMetadata).to.deep.equal(KeyMetadata);
    await client.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }));
    const error = await rejection(client.send(new CreateKeyCommand(input)));
    expect(error).to.be.instanceOf(CustomKeyStoreInvalidStateException);
    client.destroy();
  });

  it('answers fetch; without an Authorization header as AWS does', async () => {
    const init = { method: 'POST', headers: { 'X-Amz-Target': 'TrentService.ListKeys', 'content-type': 'application/x-amz-json-1.1' }, body: '{}' };
    const response = await simulator.fetch('https://kms.us-west-2.amazonaws.com/', init);
    expect(response.status).to.equal(400);
    expect(response.headers.get('content-type')).to.equal('application/x-amz-json-1.1');
    expect(response.headers.get('x-amzn-requestid')).to.match(/^[\da-f-]{36}$/);
    expect(await response.json()).to.have.property('__type').that.contains('MissingAuthenticationTokenException');
  });

  it('answers what is no AWS request as the front end does, in XML without a content type', async () => {
    const response = await simulator.fetch('https://kms.us-west-2.amazonaws.com/');
    expect([response.status, response.headers.get('content-type')]).to.deep.equal([403, null]);
    expect(response.headers.get('x-amzn-requestid')).to.match(/^[\da-f-]{36}$/);
    expect(await response.text()).to.match(/^<AccessDeniedException>\n {2}<Message>Unable to determine service/);
  });

  it('refuses the SDK in a Region that there is not', async () => {
    const { requestHandler } = simulator;
    const client = new KMSClient({ region: 'us-west-9', credentials: simulator.credentials(), requestHandler, maxAttempts: 1 });
    const error = await rejection(client.send(new DescribeCustomKeyStoresCommand({})));
    expect(error).to.include({ name: 'InvalidSignatureException', message: 'Credential should be scoped to a valid region.' });
    client.destroy();
  });

  it('throttles the SDK as AWS does, while the fault is injected', async () => {
    await simulator.control.injectFault('throttling', { active: true });
    expect(await simulator.control.faults()).to.deep.equal([{ fault: 'throttling' }]);
    const { requestHandler } = simulator;
    const client = new KMSClient({ region: 'us-west-2', credentials: simulator.credentials(), requestHandler, maxAttempts: 1 });
    // One a second: the first of them is told that there is no such key, the others are throttled.
    const input = { KeyId: crypto.randomUUID(), WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' } as const;
    const errors = await Promise.all([0, 1, 2, 3].map(() => rejection(client.send(new GetParametersForImportCommand(input)))));
    expect(errors.map((error) => (error as Error).name)).to.include.members(['NotFoundException', 'ThrottlingException']);
    await simulator.control.injectFault('throttling', { active: false });
    expect(await simulator.control.faults()).to.deep.equal([]);
    client.destroy();
  });

  it('tells of changes before the call is answered', async () => {
    const seen: ChangeEvent[] = [];
    simulator.changes.addEventListener('change', (event) => seen.push(event));
    const { KeyMetadata } = await simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    const keys = seen.flatMap(({ changes }) => changes).filter(({ store }) => store === 'keys');
    expect(keys.flatMap(({ ids }) => ids)).to.deep.equal([KeyMetadata?.KeyId]);
  });

  it('is looked at and controlled', async () => {
    const { control, kms } = simulator;
    expect(await simulator.look('keyStores')).to.have.nested.property('[0].keyCount', 0);
    const before = await control.now();
    await control.advance(86_400_000);
    expect((await control.now()).getTime() - before.getTime()).to.be.within(86_400_000, 86_460_000);
    await control.setSpeed(Infinity);
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    expect(await simulator.look('keyStores')).to.have.nested.property('[0].ConnectionState', 'DISCONNECTED');
    expect(await control.notes()).to.have.property('scenario', 'default');
    await control.loadScenario('empty');
    expect(await simulator.look('clusters')).to.deep.equal([]);
    await control.reset();
    expect(await simulator.look('keyStores')).to.have.nested.property('[0].ConnectionState', 'CONNECTED');
    expect(await rejection(control.setSpeed(0))).to.be.instanceOf(SimulatorError);
    expect(await rejection(control.loadScenario('atlantis'))).to.be.instanceOf(SimulatorError);
  });
});

describe('simulators of one world', () => {
  it('share it on one page, each with its own Region and account, and close alone', async () => {
    const database = crypto.randomUUID();
    const [west, tokyo] = await Promise.all([
      connect({ database, workerUrl }),
      connect({ database, workerUrl, region: 'ap-northeast-1', account: '444455556666' }),
    ]);
    const notice = new Promise<ChangeEvent>((resolve) => {
      tokyo.changes.addEventListener('change', resolve, { once: true });
    });
    await west.kms.createKey();
    await notice;
    const { KeyMetadata } = await tokyo.kms.createKey();
    expect(KeyMetadata?.Arn).to.match(/^arn:aws:kms:ap-northeast-1:444455556666:key\//);
    expect((await tokyo.kms.listKeys()).Keys).to.have.lengthOf(1);
    west.close();
    expect(await rejection(west.kms.listKeys())).to.be.instanceOf(SimulatorError);
    expect((await tokyo.kms.listKeys()).Keys).to.have.lengthOf(1);
    tokyo.close();
  });

  it('is still there for the next', async () => {
    const database = crypto.randomUUID();
    const first = await connect({ database, workerUrl });
    const { KeyMetadata } = await first.kms.createKey();
    first.close();
    const second = await connect({ database, workerUrl, scenario: 'empty' });
    expect((await second.kms.listKeys()).Keys).to.have.nested.property('[0].KeyId', KeyMetadata?.KeyId);
    second.close();
  });

  it('begins with a scenario', async () => {
    const simulator = await connect({ database: crypto.randomUUID(), workerUrl, scenario: 'cluster' });
    expect(await simulator.look('keyStores')).to.deep.equal([]);
    expect(await simulator.control.notes()).to.have.nested.property('passwords.kmsuser', 'kmsPswd1234');
    simulator.close();
    const unknown = connect({ database: crypto.randomUUID(), workerUrl, scenario: 'atlantis' });
    expect(await rejection(unknown)).to.be.instanceOf(SimulatorError).with.property('message').that.contains('atlantis');
  });

  it('runs from the classic worker in a Blob, as one file holds it', async () => {
    const source = await (await fetch('/public/build/worker-classic.js')).blob();
    const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const simulator = await connect({ database: crypto.randomUUID(), workerUrl: blob });
    expect((await simulator.kms.listKeys()).Keys).to.deep.equal([]);
    simulator.close();
  });
});
