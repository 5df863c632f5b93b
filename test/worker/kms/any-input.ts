import { kmsOperations } from '../../../src/model/kms/operations.ts';
import type { Operation } from '../../../src/model/operation.ts';
import type { AnyMembers, Shape, Values } from '../../../src/model/shapes.ts';
import { AnsweredError, type TestWorld } from '../world.ts';
import { alice, bytes, type TestKey } from './kms-world.ts';

/** A request of every operation, made from the operation table, so that a new operation is in these tests by itself. */

export const operations: Readonly<Record<string, Operation>> = kmsOperations;
export type AnyKms = (name: string, input: Values) => Promise<Values>;
export const anyKms = (world: Pick<TestWorld, 'kms'>): AnyKms => world.kms as unknown as AnyKms;

/** Members whose value AWS understands. */
const known: Readonly<Record<string, unknown>> = {
  AliasName: 'alias/given',
  CustomKeyStoreId: 'cks-1234567890abcdef0',
  CustomKeyStoreName: 'Given',
  GrantId: '0'.repeat(64),
  GranteePrincipal: alice,
  KeyPairSpec: 'ECC_NIST_P256',
  KeySpec: 'AES_256',
  NumberOfBytes: 16,
  Operations: ['Encrypt'],
  PendingWindowInDays: 7,
  Policy: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}]}',
  PrimaryRegion: 'eu-west-1',
  ReplicaRegion: 'eu-west-1',
  RetiringPrincipal: alice,
  Tags: [{ TagKey: 'a', TagValue: '1' }],
};

/** Members that the model lets be absent and the service does not. */
const alsoNeeded: Readonly<Record<string, readonly string[]>> = {
  CreateGrant: ['GranteePrincipal'],
  Decrypt: ['CiphertextBlob'],
  GenerateDataKey: ['KeySpec'],
  GenerateDataKeyWithoutPlaintext: ['KeySpec'],
  GenerateRandom: ['NumberOfBytes'],
  ListRetirableGrants: ['RetiringPrincipal'],
  ReEncrypt: ['CiphertextBlob'],
  RetireGrant: ['GrantId', 'KeyId'],
};

/**
 * What an operation needs to be about this key.
 * @param ciphertext that was made with the key
 */
export function inputOf(name: string, key: TestKey, ciphertext: Uint8Array = bytes('none')): Values {
  const { input, keys } = operations[name] as Operation;
  const values: Record<string, unknown> = {};
  for (const [member, shape] of Object.entries(input))
    if (shape.required || alsoNeeded[name]?.includes(member))
      values[member] = member in known ? known[member] : member === 'CiphertextBlob' ? ciphertext : sample(shape);
  for (const { member, by } of keys) if (member in values && by !== 'ciphertext' && by !== 'alias') values[member] = key.Arn;
  return values;
}

function sample(shape: Shape): unknown {
  switch (shape.type) {
    case 'string':
      return shape.enum?.[0] ?? 'a'.repeat(shape.min ?? 1);
    case 'integer':
      return shape.min ?? 1;
    case 'boolean':
      return false;
    case 'timestamp':
      return new Date(0);
    case 'blob':
      return bytes('x');
    case 'list':
      return [sample(shape.member)];
    case 'map':
      return {};
    case 'structure':
      return Object.fromEntries(
        Object.entries(shape.members as AnyMembers)
          .filter(([, member]) => member.required)
          .map(([name, member]) => [name, sample(member)]),
      );
  }
}

/** How a call was answered, with the key's own names taken out: two keys in the same position are answered alike. */
export async function answerOf(call: Promise<Values>, key: TestKey): Promise<string> {
  const bare = (text: string): string => text.replaceAll(key.Arn, '<arn>').replaceAll(key.KeyId, '<id>');
  try {
    return `answer of ${Object.keys(await call).join(', ')}`;
  } catch (error) {
    if (!(error instanceof AnsweredError)) throw error;
    return bare(`${error.name}: ${error.message}`);
  }
}
