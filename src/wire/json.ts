import type { AnyMembers, Shape, Values } from '../model/shapes.ts';

/**
 * JSON 1.1 of the AWS wire (facts 8): timestamps are epoch seconds with a fraction, blobs standard base64. Both
 * directions walk the shapes; a member that the shapes do not name is left out, as AWS ignores unknown members.
 */

/** A value that cannot be of its shape; the wire answers SerializationException. */
export class ShapeMismatch extends Error {}

/** @returns the JSON text of a structure. Members that are undefined are left out. */
export const encode = (members: AnyMembers, values: Values): string => JSON.stringify(toJson(members, values));

/**
 * @param json a structure as `JSON.parse` gives it
 * @returns the structure with dates and bytes. Members that are null are left out, as AWS treats them as absent.
 * @throws ShapeMismatch where a value is of another JSON type than its shape
 */
export function decode(members: AnyMembers, json: unknown): Values {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new ShapeMismatch('Expected a structure.');
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
      return typeof json === 'string' ? json : mismatch(shape);
    case 'integer':
      return Number.isSafeInteger(json) ? json : mismatch(shape);
    case 'boolean':
      return typeof json === 'boolean' ? json : mismatch(shape);
    case 'timestamp':
      return typeof json === 'number' ? new Date(Math.round(json * 1000)) : mismatch(shape);
    case 'blob':
      return typeof json === 'string' ? bytes(json) : mismatch(shape);
    case 'list':
      return Array.isArray(json) ? json.map((member) => fromJson(shape.member, member)) : mismatch(shape);
    case 'map':
      if (typeof json !== 'object' || json === null || Array.isArray(json)) return mismatch(shape);
      return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, fromJson(shape.value, v)]));
    case 'structure':
      return decode(shape.members, json);
  }
}

function bytes(base64: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64);
  } catch (error) {
    if (error instanceof SyntaxError) throw new ShapeMismatch('Invalid base64.');
    throw error;
  }
}

function mismatch(shape: Shape): never {
  throw new ShapeMismatch(`Expected ${shape.type}.`);
}
