import fc from '../../../../fast-check.ts';

/** What is done to a valid input: something in it is replaced, taken away or added. */
export interface Mutation {
  /** Which of all places in the input, counted around. */
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'null' | 'repeat';
  readonly value: unknown;
  readonly name: string;
}

const deep = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: [inner] }), 'x');

/** Values of every JSON type, at and beyond every limit. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', ' ', 0, -1, 1.5, 1e21, -0, 2 ** 53, 5e-324, [], {}, [[]], [null], { a: null }, '\u0000', '\ud800', '🔑'),
  fc.constantFrom<unknown>('__proto__', 'constructor', 'alias/', 'alias/aws/x', 'arn:aws:kms:us-west-2:111122223333:key/', 'arn:::::', '${a}', '<script>', '-----BEGIN CERTIFICATE-----'),
  fc.constantFrom(1025, 4097, 8193, 40_000, 140_000).map((length) => 'A'.repeat(length)),
  fc.constantFrom(2, 30).map(deep),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.uuid(),
  fc.integer(),
  fc.double(),
  fc.base64String({ maxLength: 400 }),
  fc.array(fc.constantFrom('a', 'Encrypt', null, 1), { maxLength: 12 }),
  fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), { maxKeys: 3 }),
  fc.jsonValue({ maxDepth: 2 }),
);

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(100),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'null', 'repeat'),
  value: junk,
  name: fc.constantFrom('Extra', '__proto__', 'constructor', 'keyId', 'Limit', ''),
});

/** @returns a changed copy */
export function mutated(input: unknown, { at, how, value, name }: Mutation): unknown {
  const copy = structuredClone(input);
  const places = placesOf(copy);
  const place = places[at % (places.length || 1)];
  if (!place) return how === 'add' ? { [name]: value } : value;
  const { parent, key } = place;
  if (how === 'remove') delete parent[key];
  else if (how === 'null') parent[key] = null;
  else if (how === 'add') Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
  else if (how === 'repeat') parent[key] = Array.from({ length: 60 }, () => parent[key]);
  else parent[key] = value;
  return copy;
}

function placesOf(value: unknown): { readonly parent: Record<string, unknown>; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesOf(parent[key])]);
}
