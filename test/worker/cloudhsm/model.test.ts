import { expect } from 'chai';
import { cloudhsmv2Operations } from '../../../src/model/cloudhsmv2/operations.ts';
import type { Operation } from '../../../src/model/operation.ts';
import type { AnyMembers, Shape } from '../../../src/model/shapes.ts';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import model from './service-model.json';

/** AWS's own service model (botocore, without its documentation), against our tables and our answers. */
interface ModelShape {
  readonly type: string;
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly member?: ModelShape;
  readonly key?: ModelShape;
  readonly value?: ModelShape;
  readonly members?: Readonly<Record<string, ModelShape>>;
}
type ModelMembers = Readonly<Record<string, ModelShape>>;
const operations = model as unknown as Readonly<Record<string, { readonly input: ModelMembers; readonly output: ModelMembers }>>;
const ours = cloudhsmv2Operations as unknown as Readonly<Record<string, Operation>>;

/** Our shape, as the model writes it: a limit of nothing is no limit. */
function plain(shape: Shape): ModelShape {
  const { type, required, min, max, pattern, enum: values, member, key, value, members } = shape as unknown as {
    readonly [Name in keyof ModelShape]: Name extends 'member' | 'key' | 'value' ? Shape : Name extends 'members' ? AnyMembers : ModelShape[Name];
  };
  return {
    type,
    ...(required && { required }),
    ...(min && { min }),
    ...(max !== undefined && { max }),
    ...(pattern !== undefined && { pattern }),
    ...(values && { enum: values }),
    ...(member && { member: plain(member) }),
    ...(key && value && { key: plain(key), value: plain(value) }),
    ...(members && { members: plainMembers(members) }),
  };
}
const plainMembers = (members: AnyMembers): ModelMembers =>
  Object.fromEntries(Object.entries(members).map(([name, shape]) => [name, plain(shape)]));
const withoutZero = (text: string, value: unknown): unknown => (text === 'min' && value === 0 ? undefined : value);
const modelled = (members: ModelMembers): ModelMembers => JSON.parse(JSON.stringify(members, withoutZero)) as ModelMembers;
/** Answers are not validated: their names and types count. */
const bare = (members: ModelMembers): unknown =>
  JSON.parse(JSON.stringify(members, (name, value: unknown) => (['min', 'max', 'pattern', 'enum', 'key'].includes(name) ? undefined : value)));

/** A value that is right in every respect. */
const right: Readonly<Record<string, unknown>> = {
  ClusterId: 'cluster-abcdefghijk',
  HsmId: 'hsm-abcdefghijk',
  EniId: 'eni-12345678',
  EniIp: '10.0.0.4',
  IpAddress: '10.0.0.4',
  BackupId: 'backup-abcdefghijk',
  SourceBackupId: 'arn:aws:cloudhsm:us-west-2:111122223333:backup/backup-abcdefghijk',
  ResourceId: 'backup-abcdefghijk',
  ResourceArn: 'arn:aws:cloudhsm:us-west-2:111122223333:backup/backup-abcdefghijk',
  DestinationRegion: 'eu-west-1',
  AvailabilityZone: 'us-west-2a',
  HsmType: 'hsm2m.medium',
  SubnetIds: ['subnet-12345678'],
  SignedCert: 'a',
  TrustAnchor: 'a',
  TagList: [{ Key: 'a', Value: '' }],
  TagKeyList: ['a'],
  NeverExpires: true,
};

/** Every way to break one member, with what AWS says of it (facts 8.4). */
function* breakages(shape: ModelShape): Generator<[string, unknown, string]> {
  if (shape.required) yield ['nothing', undefined, 'Member must not be null'];
  if (shape.enum) yield ['another value', 'NONE', `Member must satisfy enum value set: [${shape.enum.join(', ')}]`];
  if (shape.type === 'integer') {
    yield ['too little', (shape.min ?? 0) - 1, `Member must have value greater than or equal to ${String(shape.min)}`];
    yield ['too much', (shape.max ?? 0) + 1, `Member must have value less than or equal to ${String(shape.max)}`];
  }
  if (shape.type === 'string' && shape.pattern !== undefined && shape.pattern !== '.*')
    yield ['what does not match', '*!*', `Member must satisfy regular expression pattern: ${shape.pattern}`];
  if (shape.type === 'string' && shape.max !== undefined)
    yield ['too long a text', 'a'.repeat(shape.max + 1), `Member must have length less than or equal to ${String(shape.max)}`];
  if (shape.type === 'string' && shape.min) yield ['an empty text', '', `Member must have length greater than or equal to ${String(shape.min)}`];
  if (shape.type === 'list' && shape.max !== undefined) {
    yield ['an empty list', [], `Member must have length greater than or equal to ${String(shape.min)}`];
    for (const [what, value, says] of breakages(shape.member ?? { type: 'string' })) if (value !== undefined) yield [`${what} in the list`, [value], says];
  }
  if (shape.type === 'map') {
    yield ['too many', Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`f${String(i)}`, []])), 'Member must have length less than or equal to 30'];
    yield ['a key that does not match', { 'a b': [] }, 'Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+'];
  }
  if (shape.type === 'structure')
    for (const [name, member] of Object.entries(shape.members ?? {}))
      for (const [what, value, says] of breakages(member)) yield [`${what} as ${name}`, { Key: 'a', Value: 'a', Type: 'DAYS', [name]: value }, says];
}

describe('CloudHSM v2: every operation, member and limit of the service model', () => {
  let world: TestWorld;
  before(async () => {
    world = await openTestWorld({ scenario: 'empty' });
  });
  after(() => {
    world.close();
  });

  it('has all 18 operations', () => {
    expect(Object.keys(ours).sort()).to.deep.equal(Object.keys(operations).sort());
  });
  for (const [name, { input, output }] of Object.entries(operations)) {
    it(`${name}: members, types, limits`, () => {
      expect(plainMembers(ours[name]?.input ?? {})).to.deep.equal(modelled(input));
      expect(bare(plainMembers(ours[name]?.output ?? {}))).to.deep.equal(bare(output));
    });
    const required = Object.entries(input).filter(([, shape]) => shape.required).map(([member]) => [member, right[member]]);
    for (const [member, shape] of Object.entries(input))
      for (const [what, value, says] of breakages(shape))
        it(`${name}: ${what} in ${member}`, async () => {
          const given = { ...Object.fromEntries(required), [member]: value } as never;
          const { message } = await refused(world.cloudhsmv2(name as 'CreateCluster', given), 'ValidationException');
          expect(message).to.include(says);
        });
  }
});
