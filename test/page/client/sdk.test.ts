import {
  CreateKeyCommand,
  DescribeKeyCommand,
  EncryptCommand,
  KMS,
  KMSClient,
  NotFoundException,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import { expect } from 'chai';
import { connect, SimulatorError, type Simulator } from '../../../src/page/index.ts';
import { fakeWorker, rejection } from './fake-worker.ts';

/** The real SDK through `requestHandler`, with a worker whose answers the test writes. */
describe('the AWS SDK', () => {
  let simulator: Simulator;
  let client: KMSClient;
  /** @param send JavaScript: a function from the WireRequest to the reply */
  const open = async (send: string): Promise<void> => {
    const reply = `(method, [input]) => method === 'open' ? { value: { storage: 'memory' } } : (${send})(input)`;
    simulator = await connect({ database: crypto.randomUUID(), workerUrl: fakeWorker({ reply }) });
    client = new KMSClient({
      region: 'eu-west-1',
      credentials: simulator.credentials(),
      requestHandler: simulator.requestHandler,
      maxAttempts: 1,
    });
  };
  const answering = (status: number, body: object): string =>
    `() => ({ value: { status: ${String(status)}, headers: { 'x-amzn-requestid': 'request-1' }, body: ${JSON.stringify(JSON.stringify(body))} } })`;
  afterEach(() => {
    client.destroy();
    simulator.close();
  });

  it('gets answers with dates, bytes and metadata', async () => {
    await open(answering(200, { KeyMetadata: { KeyId: 'key-1', CreationDate: 1499288695.918 } }));
    const { KeyMetadata, $metadata } = await client.send(new DescribeKeyCommand({ KeyId: 'key-1' }));
    expect(KeyMetadata?.CreationDate).to.deep.equal(new Date(1_499_288_695_918));
    expect($metadata).to.include({ httpStatusCode: 200, requestId: 'request-1' });
  });

  it('puts its true request on the wire', async () => {
    await open(`(request) => ({ value: { status: 400, headers: {}, body: JSON.stringify({
      __type: 'KMSInternalException', message: JSON.stringify(request) }) } })`);
    const error = await rejection(client.send(new EncryptCommand({ KeyId: 'k', Plaintext: new Uint8Array([1, 2]) })));
    const request = JSON.parse((error as Error).message) as { headers: Record<string, string>; host: string; body: string };
    expect(request.host).to.equal('kms.eu-west-1.amazonaws.com');
    expect(JSON.parse(request.body)).to.deep.equal({ KeyId: 'k', Plaintext: 'AQI=' });
    expect(request.headers['x-amz-target']).to.equal('TrentService.Encrypt');
    expect(request.headers['authorization']).to.match(
      new RegExp(`^AWS4-HMAC-SHA256 Credential=${simulator.credentials().accessKeyId}/\\d{8}/eu-west-1/kms/aws4_request, `),
    );
  });

  it('throws its own typed exceptions', async () => {
    await open(answering(400, { __type: 'NotFoundException', message: 'Not here.' }));
    const error = await rejection(client.send(new CreateKeyCommand({})));
    expect(error).to.be.instanceOf(NotFoundException).and.include({ message: 'Not here.', $fault: 'client' });
    expect(error).to.have.nested.property('$metadata.requestId', 'request-1');
  });

  it('lets a SimulatorError through as it is', async () => {
    await open(`() => ({ fault: { message: 'The disk is full.' } })`);
    expect(await rejection(client.send(new CreateKeyCommand({})))).to.be.instanceOf(SimulatorError);
  });

  it('can abort', async () => {
    await open('() => undefined');
    const controller = new AbortController();
    const underWay = rejection(client.send(new CreateKeyCommand({}), { abortSignal: controller.signal }));
    controller.abort();
    expect(await underWay).to.have.property('name', 'AbortError');
  });

  it('works aggregated and paginated too', async () => {
    await open(answering(200, { Keys: [{ KeyId: 'key-1' }], Truncated: false }));
    const { requestHandler } = simulator;
    const kms = new KMS({ region: 'us-west-2', credentials: simulator.credentials(), requestHandler });
    expect((await kms.listKeys()).Keys).to.deep.equal([{ KeyId: 'key-1' }]);
    const pages = [];
    for await (const page of paginateListKeys({ client: kms }, {})) pages.push(page.Keys);
    expect(pages).to.deep.equal([[{ KeyId: 'key-1' }]]);
    kms.destroy();
  });
});
