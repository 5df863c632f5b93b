import fc from '../../../../fast-check.ts';
import type { AnyMembers, Shape, StringShape } from '../../../../../src/model/shapes.ts';

/**
 * Inputs made from the shapes of the operation table. What must exist to be of use (a key, a grant, a ciphertext) is a
 * {@link FromPool}, which becomes one that the world has when the request is sent.
 */
export interface FromPool {
  readonly $pool: PoolName;
  readonly index: number;
}
export type PoolName =
  | 'alias'
  | 'arn'
  | 'certificate'
  | 'ciphertext'
  | 'cluster'
  | 'grant'
  | 'hsm'
  | 'key'
  | 'marker'
  | 'material'
  | 'policy'
  | 'principal'
  | 'store'
  | 'storeName'
  | 'token'
  | 'zone';

/** Members that name something, by what they are called in all operations. */
const pools: Readonly<Record<string, PoolName>> = {
  AliasName: 'alias',
  AvailabilityZone: 'zone',
  CiphertextBlob: 'ciphertext',
  CloudHsmClusterId: 'cluster',
  ClusterId: 'cluster',
  CustomKeyStoreId: 'store',
  CustomKeyStoreName: 'storeName',
  DestinationKeyId: 'key',
  GrantId: 'grant',
  GrantToken: 'token',
  GrantTokens: 'token',
  GranteePrincipal: 'principal',
  HsmId: 'hsm',
  KeyId: 'key',
  KeyMaterialId: 'material',
  Marker: 'marker',
  NewCustomKeyStoreName: 'storeName',
  NextToken: 'marker',
  Policy: 'policy',
  RetiringPrincipal: 'principal',
  SourceArn: 'arn',
  SourceKeyId: 'key',
  TargetKeyId: 'key',
  TrustAnchorCertificate: 'certificate',
};

/** Members whose value would be refused nearly always, were it any that the shape allows. */
const usual: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  PolicyName: fc.constant('default'),
  KeyStorePassword: fc.constantFrom('kmsPswd1234', 'kmsPswd9999'),
  PendingWindowInDays: fc.integer({ min: 6, max: 31 }),
  KeySpec: fc.constantFrom('SYMMETRIC_DEFAULT', 'AES_256', 'AES_128'),
  KeyUsage: fc.constant('ENCRYPT_DECRYPT'),
  Origin: fc.constantFrom('AWS_KMS', 'AWS_CLOUDHSM'),
  EncryptionAlgorithm: fc.constant('SYMMETRIC_DEFAULT'),
  SourceEncryptionAlgorithm: fc.constant('SYMMETRIC_DEFAULT'),
  DestinationEncryptionAlgorithm: fc.constant('SYMMETRIC_DEFAULT'),
  EncryptionContext: fc.constant({}),
  SourceEncryptionContext: fc.constant({}),
  RotationPeriodInDays: fc.integer({ min: 90, max: 120 }),
  DryRun: fc.constant(false),
  Operations: fc.uniqueArray(fc.constantFrom('Encrypt', 'Decrypt', 'GenerateDataKey', 'CreateGrant', 'DescribeKey'), { minLength: 1 }),
};

const fromPool = ($pool: PoolName): fc.Arbitrary<FromPool> => fc.record({ $pool: fc.constant($pool), index: fc.nat(1000) });
/** Nine of ten times the usual. */
const mostly = (one: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: one }, { weight: 1, arbitrary: other });

/** @returns values as JSON has them */
export function valueOf(shape: Shape, name = ''): fc.Arbitrary<unknown> {
  const pool = pools[name];
  const any = anyOf(shape, name);
  if (pool) return mostly(shape.type === 'list' ? fc.array(fromPool(pool), { maxLength: 2 }) : fromPool(pool), any);
  const known = usual[name];
  return known ? mostly(known, any) : any;
}

function anyOf(shape: Shape, name: string): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'string':
      return stringOf(shape);
    case 'integer': {
      const { min = 0, max = 5000 } = shape;
      return fc.integer({ min, max });
    }
    case 'boolean':
      return fc.boolean();
    case 'timestamp':
      return fc.double({ min: 0, max: 4_000_000_000, noNaN: true });
    case 'blob': {
      const { min = 0, max = 64 } = shape;
      return fc.uint8Array({ minLength: min, maxLength: Math.max(min, Math.min(max, 64)) }).map((bytes) => new Uint8Array(bytes).toBase64());
    }
    case 'list':
      return fc.array(valueOf(shape.member, name === 'GrantTokens' ? 'GrantToken' : ''), { minLength: shape.min ?? 0, maxLength: 4 });
    case 'map':
      return fc.dictionary(fc.constantFrom('purpose', 'a', 'é'), valueOf(shape.value), { maxKeys: 3 });
    case 'structure':
      return structureOf(shape.members);
  }
}

function stringOf({ enum: values, pattern, min = 0, max = 40 }: StringShape): fc.Arbitrary<string> {
  if (values) return fc.constantFrom(...values);
  const fits = (text: string): string => text.slice(0, max).padEnd(min, 'a');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(`^(?:${pattern})$`, 'u')).map(fits);
  return fc.string({ maxLength: Math.min(max, 40) }).map(fits);
}

/** All required members, and each optional one now and then. */
export function structureOf(members: AnyMembers): fc.Arbitrary<Record<string, unknown>> {
  const each = Object.entries(members).map(([name, shape]) => {
    const value = valueOf(shape, name);
    // Named things are what operations are about, also where they are optional.
    const weight = pools[name] ? 2 : 1;
    return [name, shape.required ? value : fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight, arbitrary: value })] as const;
  });
  return fc.record(Object.fromEntries(each));
}
