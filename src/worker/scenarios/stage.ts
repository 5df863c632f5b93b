import { identities } from '../../model/identities.ts';
import type { InputOf, Operation, OutputOf } from '../../model/operation.ts';
import { services, type ServiceName } from '../../model/services.ts';
import type { AnyMembers, Values } from '../../model/shapes.ts';
import { accessKeyIdOf } from '../../wire/credentials.ts';
import { decode, encode } from '../../wire/json.ts';
import type { Control } from '../control.ts';
import type { Door } from '../door.ts';

/** What a story is played on: a world, and what a person can do there. */
export interface Stage extends Clients {
  /** Another Region of the same account. */
  at(place: { readonly region: string }): Clients;
  readonly control: Pick<Control, 'advance' | 'injectFault' | 'clock'>;
}
export type Clients = { readonly [Service in ServiceName]: Client<Service> };

type OperationsOf<S extends ServiceName> = (typeof services)[S]['operations'];
/** A call through the door: decoded output, or a rejection with AWS's code as its name. */
export type Client<S extends ServiceName> = <Name extends keyof OperationsOf<S> & string>(
  name: Name,
  input?: InputOf<OperationsOf<S>[Name]>,
) => Promise<OutputOf<OperationsOf<S>[Name]>>;

const account = '111122223333';
const home = 'us-west-2';

/** What AWS answers when it refuses. */
class Refusal extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

/** @returns the clients of the account's first user */
export function createClients({ send }: Pick<Door, 'send'>, region = home): Clients {
  const client =
    (service: ServiceName) =>
    async (name: string, input: Values = {}): Promise<Values> => {
      const { endpoint, target, signingName, operations } = services[service];
      const operation = (operations as Readonly<Record<string, Operation>>)[name] as Operation;
      const { status, body } = await send({
        host: `${endpoint}.${region}.amazonaws.com`,
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `${target}.${name}`,
          'x-amz-date': '20261123T000000Z',
          authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyIdOf(account, identities[0])}/20261123/${region}/${signingName}/aws4_request, SignedHeaders=host, Signature=0`,
          'user-agent': 'glass-hsm/scenario',
        },
        body: encode(operation.input, input),
        account,
      });
      const answer: unknown = body === '' ? {} : JSON.parse(body);
      if (status === 200) return body === '' ? {} : decode(operation.output as AnyMembers, answer);
      const { __type, message, Message } = answer as { __type: string; message?: string; Message?: string };
      throw new Refusal(__type, `${name}: ${message ?? Message ?? ''}`);
    };
  return {
    kms: client('kms') as unknown as Client<'kms'>,
    cloudhsmv2: client('cloudhsmv2') as unknown as Client<'cloudhsmv2'>,
    cloudtrail: client('cloudtrail') as unknown as Client<'cloudtrail'>,
    cloudhsmCli: client('cloudhsmCli') as unknown as Client<'cloudhsmCli'>,
  };
}
