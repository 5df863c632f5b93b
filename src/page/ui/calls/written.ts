import type { Operations } from '../../../model/operation.ts';
import { services, type AwsServiceName } from '../../../model/services.ts';
import type { AnyMembers, Shape, Values } from '../../../model/shapes.ts';

/** A call as code can write it: its input fits the operation's shapes. */
export interface WrittenCall {
  readonly service: AwsServiceName;
  readonly operation: string;
  readonly region: string;
  /** As JSON carries it: bytes in base64, times in seconds. */
  readonly input: Values;
}

/** @returns the shapes of what the operation takes */
export function inputOf({ service, operation }: Pick<WrittenCall, 'service' | 'operation'>): AnyMembers {
  const operations: Operations = services[service].operations;
  return operations[operation]?.input ?? {};
}

/** The members that are present, in the order of the service model. */
export const present = (members: AnyMembers, values: Values): (readonly [string, Shape, unknown])[] =>
  Object.entries(members).flatMap(([name, shape]) => {
    const value = values[name];
    return value === undefined || value === null ? [] : [[name, shape, value] as const];
  });

export const isValues = (json: unknown): json is Values => typeof json === 'object' && json !== null && !Array.isArray(json);

/** Whether a request's JSON can be written as the shape: an SDK could not have sent what does not. */
export function fits(shape: Shape, json: unknown): boolean {
  switch (shape.type) {
    case 'string':
      return typeof json === 'string';
    case 'blob':
      return typeof json === 'string' && bytesOf(json) !== undefined;
    case 'integer':
    case 'timestamp':
      return typeof json === 'number';
    case 'boolean':
      return typeof json === 'boolean';
    case 'list':
      return Array.isArray(json) && json.every((member) => fits(shape.member, member));
    case 'map':
      return isValues(json) && Object.values(json).every((value) => fits(shape.value, value));
    case 'structure':
      return isValues(json) && present(shape.members, json).every(([, member, value]) => fits(member, value));
  }
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(base64);
  } catch {
    return undefined;
  }
}

/** @returns the text that bytes are, or undefined where they are no text that a person would write */
export function textOf(base64: string): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.fromBase64(base64));
    return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** `CreateKey` as botocore writes it, `create-key` or `create_key`: its own two steps. */
export const words = (name: string, separator: '-' | '_'): string =>
  name
    .replace(/(.)([A-Z][a-z]+)/g, `$1${separator}$2`)
    .replace(/([a-z0-9])([A-Z])/g, `$1${separator}$2`)
    .toLowerCase();
