import { expect } from 'chai';
import type { Operation } from '../../../src/model/operation.ts';
import { services } from '../../../src/model/services.ts';
import type { AnyMembers, Shape, Values } from '../../../src/model/shapes.ts';
import { validationMessage } from '../../../src/wire/validate.ts';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import published from './examples.json';

interface Correction {
  readonly in: 'input' | 'output';
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
  readonly why: string;
  /** AWS's own model forbids what it was. */
  readonly invalid?: boolean;
}
interface Example {
  readonly id: string;
  readonly operation: string;
  readonly title: string;
  /** What is there before the call: {@link worlds}. */
  readonly world: string;
  readonly input: Values;
  readonly output?: Values;
  /** AWS's code, where GlassHSM refuses what the example does. */
  readonly refused?: string;
  /** The key that the example is about, where it is of a kind that GlassHSM refuses to create. */
  readonly needs?: Values;
  readonly corrections?: readonly Correction[];
}

const examples = published.examples as unknown as readonly Example[];
/** Members that AWS answers today and did not when the example was written, and why one knows. */
const newer: Readonly<Record<string, string>> = published.newer;
const operations: Readonly<Record<string, Operation>> = services.kms.operations;

const exampleKey = '1234abcd-12ab-34cd-56ef-1234567890ab';
const exampleGrant = '0c237476b39f8bc44e45212e08498fbe3151305030726c0590dd8d3e9f3d6a60';
const role = 'arn:aws:iam::111122223333:role/ExampleRole';

/** What the example's texts are called in this world: ids cannot be chosen, and all is in one account and Region. */
type Names = Map<string, string>;
const everywhere: readonly (readonly [string, string])[] = [
  ['us-east-2', 'us-west-2'],
  ['444455556666', '111122223333'],
];
const named = (names: Names, text: string): string =>
  [...everywhere, ...names].reduce((so, [theirs, ours]) => so.replaceAll(theirs, ours), text);
function translated<T>(names: Names, value: T): T {
  return JSON.parse(named(names, JSON.stringify(value))) as T;
}

type Ask = (operation: string, input: Values) => Promise<Values>;
const asker = (world: TestWorld): Ask => world.kms as never;

async function newKey(world: TestWorld, names: Names, id: string): Promise<string> {
  const { KeyMetadata } = await world.kms('CreateKey');
  names.set(id, KeyMetadata?.KeyId ?? '');
  return KeyMetadata?.KeyId ?? '';
}
/** The two keys that examples name. */
async function keys(world: TestWorld, names: Names): Promise<string> {
  await newKey(world, names, '0987dcba-09fe-87dc-65ba-ab0987654321');
  return newKey(world, names, exampleKey);
}

type Prepare = (world: TestWorld, names: Names, example: Example) => Promise<unknown>;
const worlds: Readonly<Record<string, Prepare>> = {
  'nothing': () => Promise.resolve(),
  'nothing at all': () => Promise.resolve(),
  'no key store': () => Promise.resolve(),
  'key': keys,
  disabled: async (world, names) => world.kms('DisableKey', { KeyId: await keys(world, names) }),
  pending: async (world, names) => world.kms('ScheduleKeyDeletion', { KeyId: await keys(world, names) }),
  'rotated yearly': async (world, names) => world.kms('EnableKeyRotation', { KeyId: await keys(world, names) }),
  async disconnected(world) {
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await world.control.advance({ ms: 60 * 60_000 });
  },
  async alias(world, names) {
    const TargetKeyId = await keys(world, names);
    await world.kms('CreateAlias', { AliasName: 'alias/ExampleAlias', TargetKeyId });
    await world.kms('CreateAlias', { AliasName: 'alias/ECC_signing_key', TargetKeyId });
  },
  async 'alias of another key'(world, names) {
    await keys(world, names);
    await world.kms('CreateAlias', { AliasName: 'alias/ExampleAlias', TargetKeyId: await newKey(world, names, 'another') });
  },
  async tags(world, names, { output }) {
    const Tags = (output?.['Tags'] ?? [{ TagKey: 'Purpose', TagValue: 'Test' }]) as { TagKey: string; TagValue: string }[];
    await world.kms('TagResource', { KeyId: await keys(world, names), Tags });
  },
  async grant(world, names) {
    const { GrantId = '' } = await world.kms('CreateGrant', {
      KeyId: await keys(world, names), GranteePrincipal: role, RetiringPrincipal: role, Operations: ['Decrypt', 'Encrypt'],
    });
    names.set(exampleGrant, GrantId);
  },
  async grants(world, names, { output }) {
    const KeyId = await keys(world, names);
    for (const grant of output?.['Grants'] as { GrantId: string; GranteePrincipal: string; RetiringPrincipal: string; Operations: 'Encrypt'[] }[]) {
      const { GranteePrincipal, RetiringPrincipal, Operations } = grant;
      const { GrantId = '' } = await world.kms('CreateGrant', { KeyId, GranteePrincipal, RetiringPrincipal, Operations });
      names.set(grant.GrantId, GrantId);
    }
  },
  async keys(world, names, { output }) {
    for (const { KeyId } of output?.['Keys'] as { KeyId: string }[]) await newKey(world, names, KeyId);
  },
  async aliases(world, names, { output }) {
    for (const { AliasName, TargetKeyId } of output?.['Aliases'] as { AliasName: string; TargetKeyId: string }[])
      await world.kms('CreateAlias', { AliasName, TargetKeyId: await newKey(world, names, TargetKeyId) });
  },
  async ciphertext(world, names) {
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: await keys(world, names), Plaintext: new TextEncoder().encode('binary data') });
    names.set('<binary data>', (CiphertextBlob as Uint8Array<ArrayBuffer>).toBase64());
  },
};
const scenarios: Readonly<Record<string, string>> = { 'nothing at all': 'empty', 'no key store': 'cluster' };

/** New things have new ids: what an answer calls them. */
const madeBy: Readonly<Record<string, readonly string[]>> = {
  CreateCustomKeyStore: ['CustomKeyStoreId'],
  CreateGrant: ['GrantId', 'GrantToken'],
  CreateKey: ['KeyMetadata.KeyId'],
};

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);

/** @returns the example as it should have been written */
function corrected({ corrections = [], ...example }: Example): Example {
  const copy = structuredClone(example) as Record<string, unknown>;
  for (const { in: side, path, is } of corrections) {
    // The document's cluster is accepted as it is.
    if (side === 'input') continue;
    const [last = '', ...before] = path.split('.').reverse();
    const parent = at(copy[side], before.reverse().join('.')) ?? copy[side];
    (before.length === 0 ? (copy[side] as Record<string, unknown>) : (parent as Record<string, unknown>))[last] = is;
  }
  return copy as unknown as Example;
}

/** Blobs of an input: a ciphertext of this world in base64, or any text. */
function withBlobs(members: AnyMembers, input: Values): Values {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, members[name]?.type === 'blob' ? bytesOf(value as string) : value]),
  );
}
function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return new TextEncoder().encode(text);
  }
}

/** Lists whose order is that of ids: it is not that of the example's. */
const sorted = (list: readonly unknown[]): unknown[] =>
  list.some((item) => typeof item === 'object') ? [...list].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)) : [...list];
function idOf(item: unknown): string {
  const { GrantId, KeyId, AliasName, TagKey } = item as Record<string, string | undefined>;
  return GrantId ?? AliasName ?? TagKey ?? KeyId ?? '';
}

const seen = new Set<string>();
function isNewer(name: string): boolean {
  seen.add(name);
  return name in newer;
}

/** @returns where the answer is not as the example has it */
function differences(shape: Shape, theirs: unknown, ours: unknown, path: string): string[] {
  const wrong = [`${path}: the example has ${JSON.stringify(theirs)}, the answer ${JSON.stringify(ours)}`];
  switch (shape.type) {
    case 'timestamp':
      return ours instanceof Date && !Number.isNaN(new Date(typeof theirs === 'number' ? theirs * 1000 : String(theirs)).getTime()) ? [] : wrong;
    case 'blob':
      return ours instanceof Uint8Array && ours.length > 0 && typeof theirs === 'string' ? [] : wrong;
    case 'list': {
      if (!Array.isArray(theirs) || !Array.isArray(ours) || theirs.length !== ours.length) return wrong;
      const [a, b] = [sorted(theirs), sorted(ours)];
      return a.flatMap((item, i) => differences(shape.member, item, b[i], `${path}.${String(i)}`));
    }
    case 'structure': {
      const [a, b] = [theirs as Values, ours as Values];
      return [
        ...Object.keys(b).filter((name) => !(name in a) && !isNewer(name)).map((name) => `${path}.${name} is not in the example`),
        ...Object.keys(a).flatMap((name) => {
          const member = shape.members[name];
          if (!member) return [`${path}.${name} is in no model`];
          return name in b ? differences(member, a[name], b[name], `${path}.${name}`) : [`${path}.${name} is missing`];
        }),
      ];
    }
    default:
      return theirs === ours ? [] : wrong;
  }
}

describe("AWS's published examples", () => {
  it('are all here: 61 of KMS', () => {
    expect(examples).to.have.lengthOf(61);
    expect(new Set(examples.map(({ id }) => id))).to.have.property('size', 61);
    expect(examples.filter(({ operation }) => !operations[operation])).to.deep.equal([]);
    expect(examples.filter(({ world }) => !worlds[world])).to.deep.equal([]);
  });

  for (const written of examples) {
    const { id, operation, title, corrections = [], needs } = written;
    const { input: members = {}, output: shape } = operations[operation] ?? {};
    it(`${operation}, "${title}" (${id})`, async () => {
      const example = corrected(written);
      const world = await openTestWorld({ scenario: scenarios[example.world] ?? 'default' });
      try {
        const notes = await world.control.notes(undefined);
        const certificate = JSON.stringify(notes['customerCA.crt'] ?? '').slice(1, -1);
        const names: Names = new Map([['<certificate-goes-here>', certificate], ['<certificate appears here>', certificate]]);
        // What the example is about, in another Region's and account's name.
        await worlds[example.world]?.(world, names, translated(new Map(), example));
        const ask = asker(world);
        const input = withBlobs(members, translated(names, example.input));
        if (needs) {
          const { message } = await refused(ask('CreateKey', needs), 'UnsupportedOperationException');
          expect(message).to.match(/^GlassHSM does not simulate .* AWS KMS does\.$/);
        }
        if (example.refused !== undefined) {
          const { message } = await refused(ask(operation, input), example.refused);
          expect(message).to.match(operation === 'GetPublicKey' ? /^$/ : /./);
          return;
        }
        if (needs) return;
        const answer = await ask(operation, input);
        for (const path of madeBy[operation] ?? []) names.set(String(at(example.output, path)), String(at(answer, path)));
        if (!shape) {
          expect(example.output, 'an answer without an output shape').to.equal(undefined);
          expect(answer).to.deep.equal({});
        } else expect(differences({ type: 'structure', members: shape }, translated(names, example.output), answer, operation)).to.deep.equal([]);
      } finally {
        world.close();
      }
    });

    for (const { in: side, path, was, is, why, invalid } of corrections)
      it(`${operation}, "${title}": ${side} ${path} is corrected, as ${why}`, () => {
        expect(at(written[side], path)).to.deep.equal(was);
        expect(is).not.to.deep.equal(was);
        if (!invalid) return;
        const input = withBlobs(members, written.input);
        expect(validationMessage(members, input)).to.include(`Value '${String(was)}'`);
        expect(validationMessage(members, { ...input, [path]: is })).to.equal(undefined);
      });
  }

  it('have members today that they had not then: what explains them explains something', () => {
    expect([...seen].sort()).to.deep.equal(Object.keys(newer).sort());
  });
});
