import type { AnyMembers, Shape, Values } from '../model/shapes.ts';

/**
 * Checks a decoded request against the limits of its shapes.
 * @param accepted values that are right although a pattern says otherwise: ids of AWS's own documentation (facts 1.1)
 * @returns AWS's own sentence about all that is wrong (facts 8.4), or undefined where nothing is.
 */
export function validationMessage(
  members: AnyMembers,
  values: Values,
  accepted: ReadonlySet<string> = new Set(),
): string | undefined {
  const errors: string[] = [];
  checkMembers(members, values, { path: '', errors, accepted });
  if (errors.length === 0) return undefined;
  const count = errors.length === 1 ? '1 validation error' : `${String(errors.length)} validation errors`;
  return `${count} detected: ${errors.join('; ')}`;
}

interface Place {
  readonly path: string;
  readonly errors: string[];
  readonly accepted: ReadonlySet<string>;
}

function checkMembers(members: AnyMembers, values: Values, place: Place): void {
  for (const name in members) {
    const shape = members[name];
    const value = values[name];
    const path = place.path + name.charAt(0).toLowerCase() + name.slice(1);
    if (!shape) continue;
    if (value === undefined) {
      if (shape.required) place.errors.push(`Value null at '${path}' failed to satisfy constraint: Member must not be null`);
    } else check(shape, value, { ...place, path });
  }
}

function check(shape: Shape, value: unknown, place: Place): void {
  const fail = (constraint: string): void => {
    const shown = isSecret(shape) ? 'Value' : `Value '${print(value)}'`;
    place.errors.push(`${shown} at '${place.path}' failed to satisfy constraint: Member must ${constraint}`);
  };
  switch (shape.type) {
    case 'string': {
      const text = value as string;
      if (shape.enum && !shape.enum.includes(text)) fail(`satisfy enum value set: [${shape.enum.join(', ')}]`);
      checkLength(shape, text.length, fail);
      if (shape.pattern !== undefined && !matches(shape.pattern, text) && !place.accepted.has(text))
        fail(`satisfy regular expression pattern: ${shape.pattern}`);
      break;
    }
    case 'integer':
      if (shape.min !== undefined && (value as number) < shape.min)
        fail(`have value greater than or equal to ${String(shape.min)}`);
      if (shape.max !== undefined && (value as number) > shape.max)
        fail(`have value less than or equal to ${String(shape.max)}`);
      break;
    case 'blob':
      checkLength(shape, (value as Uint8Array).length, fail);
      break;
    case 'list':
      checkLength(shape, (value as unknown[]).length, fail);
      (value as unknown[]).forEach((member, i) => {
        check(shape.member, member, { ...place, path: `${place.path}.${String(i + 1)}.member` });
      });
      break;
    case 'map':
      checkLength(shape, Object.keys(value as Values).length, fail);
      for (const [k, v] of Object.entries(value as Values)) {
        check(shape.key, k, { ...place, path: `${place.path}.${k}.key` });
        check(shape.value, v, { ...place, path: `${place.path}.${k}.member` });
      }
      break;
    case 'structure':
      checkMembers(shape.members, value as Values, { ...place, path: `${place.path}.` });
  }
}

/** What no error body repeats, as no event shows it: neither the value, nor a list or map that holds such values. */
function isSecret(shape: Shape): boolean {
  if (shape.sensitive || shape.unlogged) return true;
  switch (shape.type) {
    case 'blob':
      return true;
    case 'list':
      return isSecret(shape.member);
    case 'map':
      return isSecret(shape.key) || isSecret(shape.value);
    case 'structure':
      return Object.values(shape.members).some((member) => member !== undefined && isSecret(member));
    default:
      return false;
  }
}

function checkLength(
  { min, max }: { readonly min?: number; readonly max?: number },
  length: number,
  fail: (constraint: string) => void,
): void {
  if (min !== undefined && length < min) fail(`have length greater than or equal to ${String(min)}`);
  if (max !== undefined && length > max) fail(`have length less than or equal to ${String(max)}`);
}

const compiled = new Map<string, RegExp>();

/** The whole value must match, with or without anchors in the pattern. */
function matches(pattern: string, text: string): boolean {
  let regexp = compiled.get(pattern);
  if (!regexp) compiled.set(pattern, (regexp = new RegExp(`^(?:${pattern})$`, 'u')));
  return regexp.test(text);
}

/** AWS prints values as Java does: a list in brackets, a structure by its members. */
function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([k, v]) => `${k}=${print(v)}`)
      .join(', ')}}`;
  return String(value);
}
