import { httpStatusOf } from '../../src/model/errors.ts';
import { services, type ServiceName } from '../../src/model/services.ts';
import type { InputOf, Operation, OutputOf } from '../../src/model/operation.ts';
import type { AnyMembers, Values } from '../../src/model/shapes.ts';
import { identities, type Identity } from '../../src/model/identities.ts';
import { accessKeyIdOf } from '../../src/wire/credentials.ts';
import { decode, encode } from '../../src/wire/json.ts';
import type { WireRequest, WireResponse } from '../../src/wire/messages.ts';
import { createControl, type Control } from '../../src/worker/control.ts';
import { createDoor } from '../../src/worker/door.ts';
import { createDue } from '../../src/worker/due.ts';
import * as insideViews from '../../src/worker/inside-views.ts';
import { createLook, type Look } from '../../src/worker/look.ts';
import { openWorld } from '../../src/worker/open.ts';
import { createSimulation, type Simulation } from '../../src/worker/simulation.ts';

/** The worker's modules, run in the test page itself: no fakes, a fresh database each. */
export interface TestWorld {
  readonly database: string;
  readonly simulation: Simulation;
  readonly control: Control;
  readonly look: Look;
  send(request: Partial<WireRequest>): Promise<WireResponse>;
  readonly kms: Client<'kms'>;
  readonly cloudhsmv2: Client<'cloudhsmv2'>;
  readonly cloudtrail: Client<'cloudtrail'>;
  readonly cloudhsmCli: Client<'cloudhsmCli'>;
  /** Another account, Region or caller of the same world. */
  at(place: { account?: string; region?: string; identity?: Identity }): Pick<TestWorld, ServiceName>;
  close(): void;
}

type OperationsOf<S extends ServiceName> = (typeof services)[S]['operations'];
/** `world.kms('CreateKey', { … })`: decoded output, or a rejection with AWS's code as its name. */
type Client<S extends ServiceName> = <Name extends keyof OperationsOf<S> & string>(
  name: Name,
  input?: InputOf<OperationsOf<S>[Name]>,
) => Promise<OutputOf<OperationsOf<S>[Name]>>;

export class AnsweredError extends Error {
  constructor(
    override readonly name: string,
    message: string | undefined,
    readonly status: number,
    readonly requestId: string,
  ) {
    super(message ?? '');
  }
}

const place: Place = { account: '111122223333', region: 'us-west-2', identity: identities[0] };

interface Place {
  readonly account: string;
  readonly region: string;
  readonly identity: Identity;
}

export const authorization = (account: string, region: string, service: string, identity = identities[0]): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyIdOf(account, identity)}/20261123/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;

/** Opens a world; the same `database` again is another tab. */
export async function openTestWorld({
  scenario = 'default',
  database = `test-${crypto.randomUUID()}`,
  world,
}: { scenario?: string; database?: string; world?: string } = {}): Promise<TestWorld> {
  const { storage } = await openWorld({ database, scenario, world }, (message) => {
    throw new Error(message);
  });
  const simulation = createSimulation(storage);
  const due = createDue(simulation);
  const door = createDoor(simulation, due);

  const send = (request: Partial<WireRequest>): Promise<WireResponse> =>
    door.send({
      body: '{}',
      host: 'kms.us-west-2.amazonaws.com',
      account: place.account,
      ...request,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-date': '20261123T000000Z', ...request.headers },
    });

  const client =
    <S extends ServiceName>(service: S, { account, region, identity }: Place) =>
    async (name: string, input: Values = {}): Promise<Values> => {
      const { endpoint, target, signingName, operations } = services[service];
      const operation = (operations as Readonly<Record<string, Operation>>)[name] as Operation;
      const response = await send({
        host: `${endpoint}.${region}.amazonaws.com`,
        headers: {
          'x-amz-target': `${target}.${name}`,
          authorization: authorization(account, region, signingName, identity),
          'user-agent': 'glass-hsm-test',
        },
        body: encode(operation.input, input),
        account,
      });
      if (response.status !== 200) throw answered(response);
      return response.body === '' ? {} : decode(operation.output as AnyMembers, JSON.parse(response.body));
    };

  const clients = (at: Place): Pick<TestWorld, ServiceName> => ({
    kms: client('kms', at) as unknown as Client<'kms'>,
    cloudhsmv2: client('cloudhsmv2', at) as unknown as Client<'cloudhsmv2'>,
    cloudtrail: client('cloudtrail', at) as unknown as Client<'cloudtrail'>,
    cloudhsmCli: client('cloudhsmCli', at) as unknown as Client<'cloudhsmCli'>,
  });

  return {
    database,
    simulation,
    control: createControl(simulation, due),
    look: createLook(simulation, due, (work) => work(insideViews)),
    send,
    ...clients(place),
    at: (other) => clients({ ...place, ...other }),
    close() {
      due.stop();
      storage.close();
    },
  };
}

function answered(response: WireResponse): AnsweredError {
  const body = JSON.parse(response.body) as { __type: string; message?: string; Message?: string };
  const requestId = response.headers['x-amzn-requestid'] ?? '';
  return new AnsweredError(body.__type, body.message ?? body.Message, response.status, requestId);
}

/** Expects the call to be answered with this error. */
export async function refused(call: Promise<unknown>, name: string, message?: string): Promise<AnsweredError> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (!(error instanceof AnsweredError)) throw error;
    if (error.name !== name) throw new Error(`answered ${error.name} (${error.message}), not ${name}`);
    if (error.status !== httpStatusOf(name)) throw new Error(`answered ${name} with status ${String(error.status)}`);
    if (message !== undefined && error.message !== message)
      throw new Error(`answered the message ${JSON.stringify(error.message)}, not ${JSON.stringify(message)}`);
    return error;
  }
  throw new Error(`answered ${JSON.stringify(answer)}, not ${name}`);
}

export const documentStore = 'cks-1234567890abcdef0';
export const documentCluster = 'cluster-1a23b4cdefg';

/** A key in the document's key store. */
export async function createStoreKey(world: Pick<TestWorld, 'kms'>): Promise<{ KeyId: string; Arn: string }> {
  const { KeyMetadata } = await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore });
  return { KeyId: KeyMetadata?.KeyId ?? '', Arn: KeyMetadata?.Arn ?? '' };
}
