import { expect } from 'chai';
import {
  AwsError,
  connect,
  SimulatorError,
  type ChangeEvent,
  type ExchangeEvent,
  type Simulator,
  type WireRequest,
} from '../../../src/page/index.ts';
import { identityOf, parseAuthorization } from '../../../src/wire/credentials.ts';
import { fakeWorker, rejection, wellBehaved } from './fake-worker.ts';

/** What the page makes of calls and answers, with a worker whose answers the test writes. */
describe('calls', () => {
  let simulator: Simulator;
  const open = async (reply = wellBehaved, options = {}): Promise<void> => {
    simulator = await connect({ database: crypto.randomUUID(), workerUrl: fakeWorker({ reply }), ...options });
  };
  /** A worker that answers every AWS call with this. */
  const answering = (status: number, body: string): string =>
    `(method) => ({ value: method === 'open' ? { storage: 'indexeddb' }
      : { status: ${String(status)}, headers: { 'x-amzn-requestid': 'request-1' }, body: ${JSON.stringify(body)} } })`;
  const exchange = (): Promise<ExchangeEvent> =>
    new Promise((resolve) => {
      simulator.exchanges.addEventListener('exchange', resolve, { once: true });
    });
  afterEach(() => {
    simulator.close();
  });

  it('of the typed client have the shape of the SDK’s', async () => {
    await open(wellBehaved, { account: '444455556666', region: 'eu-west-1' });
    const [{ request, response }] = await Promise.all([
      exchange(),
      simulator.cloudhsmv2.describeClusters({ Filters: { states: ['ACTIVE'] } }),
    ]);
    expect(request.host).to.equal('cloudhsmv2.eu-west-1.amazonaws.com');
    expect(request.account).to.equal('444455556666');
    expect(JSON.parse(request.body)).to.deep.equal({ Filters: { states: ['ACTIVE'] } });
    expect(request.headers).to.include({
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'BaldrApiService.DescribeClusters',
    });
    expect(request.headers['x-amz-date']).to.match(/^\d{8}T\d{6}Z$/);
    const scope = parseAuthorization(request.headers['authorization'] ?? '');
    expect(scope).to.include({ region: 'eu-west-1', service: 'cloudhsm' });
    expect(identityOf(scope?.accessKeyId ?? '')).to.deep.include({ account: '444455556666' });
    expect(response.status).to.equal(200);
  });

  it('may go to another Region', async () => {
    await open();
    const [{ request }] = await Promise.all([exchange(), simulator.kms.listKeys({}, { region: 'ap-northeast-1' })]);
    expect(request.host).to.equal('kms.ap-northeast-1.amazonaws.com');
    expect(request.headers['authorization']).to.contain('/ap-northeast-1/kms/aws4_request');
  });

  it('carry dates and bytes both ways', async () => {
    await open(answering(200, '{"CiphertextBlob":"AQID","KeyId":"key","Unknown":1}'));
    const [{ request }, output] = await Promise.all([
      exchange(),
      simulator.kms.encrypt({ KeyId: 'key', Plaintext: new Uint8Array([255]) }),
    ]);
    expect(JSON.parse(request.body)).to.deep.equal({ KeyId: 'key', Plaintext: '/w==' });
    expect(output).to.deep.equal({
      CiphertextBlob: new Uint8Array([1, 2, 3]),
      KeyId: 'key',
      $metadata: { httpStatusCode: 200, requestId: 'request-1' },
    });
  });

  it('may have an empty answer', async () => {
    await open(answering(200, ''));
    const output = await simulator.kms.createAlias({ AliasName: 'alias/a', TargetKeyId: 'key' });
    expect(output).to.deep.equal({ $metadata: { httpStatusCode: 200, requestId: 'request-1' } });
  });

  for (const [body, name, message] of [
    ['{"__type":"NotFoundException","message":"Not here."}', 'NotFoundException', 'Not here.'],
    ['{"__type":"CloudHsmInvalidRequestException","Message":"No."}', 'CloudHsmInvalidRequestException', 'No.'],
    ['{"__type":"com.amazon.coral.service#UnknownOperationException"}', 'UnknownOperationException', ''],
  ] as const)
    it(`are refused as AwsError: ${name}`, async () => {
      await open(answering(400, body));
      const error = await rejection(simulator.kms.listKeys());
      expect(error).to.be.instanceOf(AwsError).and.include({ name, message, $fault: 'client' });
      expect(error).to.have.deep.property('$metadata', { httpStatusCode: 400, requestId: 'request-1' });
    });

  it('that AWS itself fails are the server’s fault', async () => {
    await open(answering(500, '{"__type":"KMSInternalException","message":"Full."}'));
    expect(await rejection(simulator.kms.listKeys())).to.include({ name: 'KMSInternalException', $fault: 'server' });
  });

  it('that the simulator cannot answer are SimulatorErrors', async () => {
    await open(`(method) => method === 'open' ? { value: { storage: 'memory' } } : { fault: { message: 'The disk is full.' } }`);
    for (const promise of [simulator.kms.listKeys(), simulator.look('waits'), simulator.control.reset()])
      expect(await rejection(promise)).to.be.instanceOf(SimulatorError).with.property('message', 'The disk is full.');
  });

  it('can be aborted, before and under way', async () => {
    await open(`(method) => method === 'open' ? { value: { storage: 'memory' } } : undefined`);
    const reason = new Error('Changed my mind.');
    expect(await rejection(simulator.kms.listKeys({}, { abortSignal: AbortSignal.abort(reason) }))).to.equal(reason);
    const controller = new AbortController();
    const url = 'https://kms.us-west-2.amazonaws.com/';
    const underWay = [
      simulator.kms.listKeys({}, { abortSignal: controller.signal }),
      simulator.fetch(url, { method: 'POST', body: '{}', signal: controller.signal }),
      simulator.requestHandler.handle({ method: 'POST', hostname: 'kms', headers: {} }, { abortSignal: controller.signal }),
    ].map(rejection);
    controller.abort(reason);
    for (const error of await Promise.all(underWay)) expect(error).to.equal(reason);
  });

  it('by fetch take an address or a Request, and answer a Response', async () => {
    await open(wellBehaved, { account: '444455556666' });
    const headers = { 'X-Amz-Target': 'TrentService.ListKeys', 'content-type': 'application/x-amz-json-1.1' };
    const init = { method: 'POST', headers, body: '{"Limit":1}' };
    const url = 'https://kms.us-east-1.amazonaws.com/';
    for (const response of [await simulator.fetch(url, init), await simulator.fetch(new Request(url, init))]) {
      expect(response.status).to.equal(200);
      expect(response.headers.get('x-amzn-RequestId')).to.equal('request-1');
      const { asked } = (await response.json()) as { asked: WireRequest };
      expect(asked).to.deep.include({ account: '444455556666', host: 'kms.us-east-1.amazonaws.com', body: '{"Limit":1}' });
      expect(asked.headers).to.include({ 'x-amz-target': 'TrentService.ListKeys' });
    }
  });

  it('by fetch carry their method, for AWS to refuse; XML has no content type', async () => {
    await open(`(method, [request]) => ({ value: method !== 'send' ? { storage: 'memory' }
      : { status: 403, headers: { 'x-amzn-requestid': 'request-1' }, body: '<' + request.method + '/>' } })`);
    const response = await simulator.fetch('https://kms.us-east-1.amazonaws.com/');
    expect([response.status, response.headers.get('content-type'), await response.text()]).to.deep.equal([403, null, '<GET/>']);
    const { requestHandler } = simulator;
    const { response: other } = await requestHandler.handle({ method: 'PUT', hostname: 'kms.us-east-1.amazonaws.com', headers: {} });
    expect(new TextDecoder().decode(other.body)).to.equal('<PUT/>');
  });

  it('of the typed client that the front end refuses in XML are AwsErrors too', async () => {
    for (const [body, name, message] of [
      ['<UnknownOperationException/>\n', 'UnknownOperationException', ''],
      ['<AccessDeniedException>\n  <Message>Who?</Message>\n</AccessDeniedException>\n', 'AccessDeniedException', 'Who?'],
    ] as const) {
      await open(answering(404, body));
      expect(await rejection(simulator.kms.listKeys({}, { headers: { 'content-type': 'text/plain' } }))).to.include({ name, message });
    }
  });

  it('by the request handler take text and bytes, and give bytes', async () => {
    await open();
    for (const body of ['{"a":"é"}', new TextEncoder().encode('{"a":"é"}')]) {
      const request = { method: 'POST', hostname: 'kms.us-west-2.amazonaws.com', headers: { 'X-Amz-Target': 'T' }, body };
      const { response } = await simulator.requestHandler.handle(request);
      expect(response.statusCode).to.equal(200);
      expect(response.headers).to.deep.equal({ 'x-amzn-requestid': 'request-1' });
      const { asked } = JSON.parse(new TextDecoder().decode(response.body)) as { asked: WireRequest };
      expect(asked).to.deep.include({ host: request.hostname, body: '{"a":"é"}', headers: { 'x-amz-target': 'T' } });
    }
  });

  it('of look carry the place; the input may name another', async () => {
    await open();
    expect(await simulator.look('keyStores')).to.have.deep.property('input', 'keyStores');
    await open(`(method, [, input]) => ({ value: method === 'open' ? { storage: 'memory' } : input })`);
    expect(await simulator.look('waits')).to.deep.equal({ account: '111122223333', region: 'us-west-2' });
    expect(await simulator.look('exportAttempt', { KeyId: 'k', region: 'eu-west-1' })).to.deep.equal({
      account: '111122223333',
      region: 'eu-west-1',
      KeyId: 'k',
    });
  });

  it('of control say what the worker is asked', async () => {
    await open(`(method, [command, input]) => ({ value:
      method === 'open' ? { storage: 'memory' } : command === 'clock' ? { now: 1500000000000, speed: 60 } : { command, input } })`);
    const { control } = simulator;
    expect(await control.now()).to.deep.equal(new Date(1_500_000_000_000));
    expect(await control.advance(5)).to.deep.equal({ command: 'advance', input: { ms: 5 } });
    expect(await control.setSpeed(Infinity)).to.deep.equal({ command: 'setSpeed', input: { speed: Infinity } });
    expect(await control.loadScenario('empty')).to.deep.equal({ command: 'loadScenario', input: { name: 'empty' } });
    expect(await control.notes()).to.deep.equal({ command: 'notes', input: undefined });
    expect(await control.injectFault('throttling', { active: true, target: 'cks-1' })).to.deep.equal({
      command: 'injectFault',
      input: { fault: 'throttling', active: true, target: 'cks-1' },
    });
    expect(await control.faults()).to.deep.equal({ command: 'faults', input: undefined });
    expect(await control.reset()).to.deep.equal({ command: 'reset', input: undefined });
  });

  it('need credentials: Alice’s by default, nobody’s by a wrong name', async () => {
    await open();
    expect(identityOf(simulator.credentials().accessKeyId)).to.deep.include({ account: '111122223333' });
    expect(simulator.credentials('Alice')).to.deep.equal(simulator.credentials());
    expect(() => simulator.credentials('Mallory')).to.throw(SimulatorError, /Mallory.*Alice/);
  });

  it('are signed by whom connect() names, and by nobody who is not there', async () => {
    await open(wellBehaved, { identity: 'AppRole' });
    expect(simulator.identity.name).to.equal('AppRole');
    const [{ request }] = await Promise.all([exchange(), simulator.kms.listKeys()]);
    const { accessKeyId } = parseAuthorization(request.headers['authorization'] ?? '') ?? {};
    expect(accessKeyId).to.match(/^ASIA/).and.equal(simulator.credentials().accessKeyId);
    expect(identityOf(accessKeyId ?? '')?.identity).to.equal(simulator.identity);
    expect(await rejection(connect({ identity: 'Mallory' }))).to.be.instanceOf(SimulatorError).and.match(/Mallory.*Alice/);
  });

  it('are told of changes until they close', async () => {
    await open();
    const changes = [{ store: 'keys', ids: ['1', '2'] }];
    const seen: ChangeEvent[] = [];
    simulator.changes.addEventListener('change', (event) => seen.push(event));
    await simulator.control.loadScenario(JSON.stringify({ notice: 'changes', changes }));
    expect(seen.map((event) => event.changes)).to.deep.equal([changes]);
  });

  it('can ask where the world is kept', async () => {
    await open();
    expect(simulator.storage).to.deep.equal({ storage: 'memory', reason: 'A fake.' });
  });
});
