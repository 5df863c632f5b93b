import type { AnyMembers, Shape, Values } from '../model/shapes.ts';

/**
 * JSON 1.1 of the AWS wire (facts 8): timestamps are epoch seconds with a fraction, blobs standard base64. Both
 * directions walk the shapes; a member that the shapes do not name is left out, as AWS ignores unknown members.
 */

/** A value that cannot be of its shape; the wire answers SerializationException. */
export class ShapeMismatch extends Error {
  /** @param json the value, as JSON has it */
  constructor(
    readonly shape: Shape['type'],
    readonly json: unknown,
  ) {
    super(`Expected ${shape}.`);
  }
}

/** @returns the JSON text of a structure. Members that are undefined are left out. */
export const encode = (members: AnyMembers, values: Values): string => JSON.stringify(toJson(members, values));

/**
 * @param json a structure as `JSON.parse` gives it
 * @returns the structure with dates and bytes. Members that are null are left out, as AWS treats them as absent.
 * @throws ShapeMismatch where a value is of another JSON type than its shape
 */
export function decode(members: AnyMembers, json: unknown): Values {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new ShapeMismatch('structure', json);
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    if (shape && value !== null) values[name] = fromJson(shape, value);
  }
  return values;
}

function toJson(members: AnyMembers, values: Values): Values {
  const json: Record<string, unknown> = {};
  // In the order of the model, so that an answer reads as AWS's documentation prints it.
  for (const name in members) {
    const value = values[name];
    const shape = members[name];
    if (value !== undefined && value !== null && shape) json[name] = valueToJson(shape, value);
  }
  return json;
}

function valueToJson(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case 'timestamp':
      return value instanceof Date ? value.getTime() / 1000 : value;
    case 'blob':
      return value instanceof Uint8Array ? value.toBase64() : value;
    case 'list':
      return Array.isArray(value) ? value.map((member: unknown) => valueToJson(shape.member, member)) : value;
    case 'map':
      return Object.fromEntries(Object.entries(value as Values).map(([k, v]) => [k, valueToJson(shape.value, v)]));
    case 'structure':
      return toJson(shape.members, value as Values);
    default:
      return value;
  }
}

function fromJson(shape: Shape, json: unknown): unknown {
  switch (shape.type) {
    case 'string':
      return typeof json === 'string' ? json : mismatch(shape, json);
    case 'integer':
      // AWS drops what is behind the point [kinesalite].
      return typeof json === 'number' && Number.isSafeInteger(Math.floor(json)) ? Math.floor(json) : mismatch(shape, json);
    case 'boolean':
      return typeof json === 'boolean' ? json : (spelled(json) ?? mismatch(shape, json));
    case 'timestamp':
      return typeof json === 'number' ? new Date(Math.round(json * 1000)) : mismatch(shape, json);
    case 'blob':
      return typeof json === 'string' ? bytes(json) : mismatch(shape, json);
    case 'list':
      return Array.isArray(json) ? json.map((member) => fromJson(shape.member, member)) : mismatch(shape, json);
    case 'map':
      if (typeof json !== 'object' || json === null || Array.isArray(json)) return mismatch(shape, json);
      return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, fromJson(shape.value, v)]));
    case 'structure':
      return decode(shape.members, json);
  }
}

function bytes(base64: string): Uint8Array {
  // AWS takes padded base64 without white space only [kinesalite]; the platform takes more.
  if (/\s/.test(base64)) throw new ShapeMismatch('blob', base64);
  try {
    return Uint8Array.fromBase64(base64, { lastChunkHandling: 'strict' });
  } catch (error) {
    if (error instanceof SyntaxError) throw new ShapeMismatch('blob', base64);
    throw error;
  }
}

/** Words that AWS takes for a boolean, in any case [kinesalite]. */
const words: Readonly<Record<string, boolean>> = { true: true, yes: true, 1: true, false: false, no: false, 0: false };

const spelled = (json: unknown): boolean | undefined =>
  typeof json === 'string' && Object.hasOwn(words, json.toLowerCase()) ? words[json.toLowerCase()] : undefined;

function mismatch(shape: Shape, json: unknown): never {
  throw new ShapeMismatch(shape.type, json);
}
