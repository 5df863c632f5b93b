import type { Shape, Values } from '../../../model/shapes.ts';
import { inputOf, present, words, type WrittenCall } from './written.ts';

/**
 * The call as a line for the AWS CLI version 2, in a POSIX shell (facts 9.3). Short forms are used where nothing in them
 * could be read otherwise, JSON elsewhere; bytes are base64, which is what version 2 takes.
 */
export function cliOf(call: WrittenCall): string {
  const { service, operation, region, input } = call;
  const members = present(inputOf(call), input);
  const options = members.map(([name, shape, value]) => {
    const option = words(name, '-');
    if (shape.type === 'boolean') return value === true ? [`--${option}`] : [`--no-${option}`];
    return [`--${option}`, ...argumentsOf(shape, value)];
  });
  const odd = options.some(([, ...values]) => values.some(isReadOtherwise));
  const asJson = JSON.stringify(Object.fromEntries(members.map(([name, , value]) => [name, value])));
  return [
    `aws ${service} ${words(operation, '-')}`,
    ...(odd ? [`--cli-input-json ${quoted(asJson)}`] : options.map((parts) => parts.map(quoted).join(' '))),
    `--region ${region}`,
  ].join(' \\\n  ');
}

/** The CLI would take it for another option, or for the address of a file. */
const isReadOtherwise = (value: string): boolean => /^(-|(file|fileb|https?):\/\/)/.test(value);

function argumentsOf(shape: Shape, value: unknown): readonly string[] {
  switch (shape.type) {
    case 'timestamp':
      return [new Date(Number(value) * 1000).toISOString()];
    case 'list':
    case 'map':
    case 'structure':
      return shorthand(shape, value) ?? [JSON.stringify(value)];
    default:
      return [String(value)];
  }
}

/** The CLI's short form, `TagKey=a,TagValue=b` and `a=b,c=d`; undefined where it would need quotes of its own. */
function shorthand(shape: Shape, value: unknown): readonly string[] | undefined {
  if (shape.type === 'list') {
    const members = (value as readonly unknown[]).map((member) =>
      shape.member.type === 'structure' ? pairs(shape.member.members, member as Values) : plain(shape.member, member),
    );
    return members.length > 0 ? complete(members) : undefined;
  }
  if (shape.type !== 'structure' && shape.type !== 'map') return undefined;
  const shapeOf = shape.type === 'structure' ? shape.members : ofAll(value as Values, shape.value);
  const one = pairs(shapeOf, value as Values);
  return one === undefined ? undefined : [one];
}

const ofAll = (values: Values, shape: Shape): Readonly<Record<string, Shape>> =>
  Object.fromEntries(Object.keys(values).map((key) => [key, shape]));

function pairs(shapes: Readonly<Record<string, Shape>>, values: Values): string | undefined {
  const written = Object.entries(values).map(([key, value]) => {
    const shape = shapes[key];
    if (!shape || !/^[\w.-]+$/.test(key)) return undefined;
    const text = shape.type === 'list' ? complete((value as readonly unknown[]).map((member) => plain(shape.member, member)))?.join(',') : plain(shape, value);
    return text === undefined || text === '' ? undefined : `${key}=${text}`;
  });
  return written.length > 0 ? complete(written)?.join(',') : undefined;
}

/** Text of letters that mean nothing to the short form. */
const plain = (shape: Shape, value: unknown): string | undefined =>
  shape.type === 'string' && /^[\w.:/+-]+$/.test(String(value)) ? String(value) : undefined;

const complete = (parts: readonly (string | undefined)[]): readonly string[] | undefined =>
  parts.every((part) => part !== undefined) ? parts : undefined;

/** One word for a POSIX shell. */
export const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
