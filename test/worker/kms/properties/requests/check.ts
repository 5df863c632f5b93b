import { expect } from 'chai';
import fc from '../../../../fast-check.ts';
import { services } from '../../../../../src/model/services.ts';
import type { Operation } from '../../../../../src/model/operation.ts';
import type { WireRequest } from '../../../../../src/wire/messages.ts';
import { authorization, openTestWorld, type TestWorld } from '../../../world.ts';
import { holds } from '../settings.ts';
import { expectWhole } from '../whole.ts';
import { awsServices, malformations, type AwsService } from './judge.ts';
import { junk, mutated, mutation, type Mutation } from './mutations.ts';
import { filled, furnish, learn, type Pool } from './pool.ts';
import { structureOf } from './values.ts';

/** One request, before it is known what the world holds. */
interface Draft {
  readonly target: string;
  readonly signingName: string;
  readonly input: unknown;
  readonly mutations: readonly Mutation[];
  /** Instead of the input's JSON, or made of it. */
  readonly body: ((json: string) => string) | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly place: { readonly account: string; readonly region: string };
  /** Milliseconds that pass before it. */
  readonly later: number;
}

const day = 24 * 60 * 60_000;
const home = { account: '111122223333', region: 'us-west-2' };
const places = [home, home, home, home, home, home, { ...home, region: 'eu-central-1' }, { ...home, account: '444455556666' }];

const bodies: fc.Arbitrary<Draft['body']> = fc.oneof(
  fc.constantFrom(...['', 'null', '[]', '"a"', '1', '{', '{}}', '{"KeyId":}', '\ufeff{}', '{"KeyId":"a","KeyId":1}', 'NaN', '\u0000']).map((text) => () => text),
  fc.nat(200).map((length) => (json: string) => json.slice(0, length)),
  fc.nat(100).map((depth) => () => '['.repeat(depth * 50)),
);
const oddHeaders: fc.Arbitrary<Draft['headers']> = fc.oneof(
  fc.constantFrom('', 'a', 'AWS4-HMAC-SHA256', 'Bearer x', authorization('111122223333', 'us-west-2', 's3'), authorization('111122223333', 'nowhere', 'kms'), 'AWS4-HMAC-SHA256 Credential=///20261123/', undefined)
    .map((value) => ({ authorization: value })),
  fc.constantFrom('', '.', 'TrentService', 'TrentService.', 'TrentService.constructor', 'TrentService.__proto__', 'a.b.TrentService.ListKeys', 'trentservice.ListKeys', 'BaldrApiService.ListKeys', undefined)
    .map((value) => ({ 'x-amz-target': value })),
  fc.constantFrom('', 'application/json', 'text/plain', 'application/x-amz-json-1.0').map((value) => ({ 'content-type': value })),
  fc.constantFrom('', '🔑', 'a'.repeat(3000), undefined).map((value) => ({ 'user-agent': value })),
);

function draftOf(service: AwsService, name: string, operation: Operation): fc.Arbitrary<Draft> {
  const { target, signingName } = services[service];
  return fc.record({
    target: fc.constant(`${target}.${name}`),
    signingName: fc.constant(signingName),
    input: fc.oneof({ weight: 30, arbitrary: structureOf(operation.input) }, { weight: 1, arbitrary: junk }),
    mutations: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }) }),
    body: fc.oneof({ weight: 30, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: bodies }),
    headers: fc.oneof({ weight: 30, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders }),
    place: fc.constantFrom(...places),
    later: fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(day, 10 * day) }),
  });
}

/** Every operation as often as another. */
const drafts = awsServices.flatMap((service) =>
  Object.entries(services[service].operations as Readonly<Record<string, Operation>>).map(([name, operation]) => draftOf(service, name, operation)),
);

function requestOf(pool: Pool, { target, signingName, input, mutations, body, headers, place }: Draft): Partial<WireRequest> {
  const json = JSON.stringify(mutations.reduce(mutated, filled(pool, input))) as string | undefined;
  const all = {
    'x-amz-target': target,
    'content-type': 'application/x-amz-json-1.1',
    authorization: authorization(place.account, place.region, signingName),
    ...headers,
  };
  const given = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
  return { headers: Object.fromEntries(given), body: body ? body(json ?? '') : (json ?? ''), account: place.account };
}

/** What goes wrong besides the answer. */
async function withoutConsoleErrors<T>(work: () => Promise<T>): Promise<T> {
  const before = console.error;
  const said: unknown[] = [];
  console.error = (...what: unknown[]) => said.push(...what);
  try {
    const done = await work();
    expect(said.map(String), 'console.error').to.deep.equal([]);
    return done;
  } finally {
    console.error = before;
  }
}

/** @returns how many of the requests succeeded, by target */
async function judged(world: TestWorld, pool: Pool, sent: readonly Draft[], successes: Map<string, number>): Promise<void> {
  await withoutConsoleErrors(async () => {
    for (const draft of sent) {
      if (draft.later > 0) await world.control.advance({ ms: draft.later });
      const request = requestOf(pool, draft);
      const response = await world.send(request);
      const target = request.headers?.['x-amz-target'] ?? '';
      const problems = malformations(target, response, request.headers?.['content-type'] === 'application/x-amz-json-1.1');
      if (problems.length > 0) throw new Error(`${problems.join('\n')}\n${target} ${request.body ?? ''}`);
      if (response.status !== 200) continue;
      successes.set(target, (successes.get(target) ?? 0) + 1);
      if (response.body !== '') learn(pool, JSON.parse(response.body));
    }
  });
}

/**
 * Sends so many times 100 to 150 requests to a world of their own.
 * @returns the targets that succeeded, and how often
 * @throws Error at the first answer that is not one of AWS's, and where a world is not whole afterwards
 */
export async function checkRequests(times: number): Promise<ReadonlyMap<string, number>> {
  const successes = new Map<string, number>();
  await holds(
    fc.asyncProperty(fc.array(fc.oneof(...drafts), { minLength: 100, maxLength: 150, size: 'max' }), async (sent) => {
      const world = await openTestWorld();
      try {
        const pool = await furnish(world);
        // Connections come and go at once, or most requests would only be refused.
        await world.control.setSpeed({ speed: Infinity });
        await judged(world, pool, sent, successes);
        // Flushes the events.
        await world.cloudtrail('LookupEvents', { MaxResults: 1 });
      } finally {
        world.close();
      }
      await expectWhole(world.database);
    }),
    times,
    { asTheyCome: true },
  );
  return successes;
}
