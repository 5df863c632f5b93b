import type { AnyMembers, Shape, Values } from '../../../model/shapes.ts';
import { outputOf, parsed, type Call } from './call.ts';
import { isValues, textOf } from './written.ts';

/** The answer as an SDK or the CLI shows it: JSON with its times in words; an error as AWS wrote it. */
export function answerOf(call: Call): string {
  const json = parsed(call.response.body);
  if (json === undefined) return call.response.body;
  const members = call.code === undefined ? outputOf(call) : undefined;
  return JSON.stringify(members && isValues(json) ? membersShown(members, json) : json, undefined, 2);
}

const membersShown = (members: AnyMembers, values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(members[name], value)]));

function shown(shape: Shape | undefined, value: unknown): unknown {
  if (shape?.type === 'timestamp' && typeof value === 'number') return new Date(Math.round(value * 1000)).toISOString();
  if (shape?.type === 'structure' && isValues(value)) return membersShown(shape.members, value);
  if (shape?.type === 'list' && Array.isArray(value)) return value.map((member) => shown(shape.member, member));
  return value;
}

/** Bytes of the answer that are text, by member: what was decrypted, say. */
export function textsOf(call: Call): readonly (readonly [string, string])[] {
  const json = parsed(call.response.body);
  if (!isValues(json)) return [];
  return Object.entries(outputOf(call) ?? {}).flatMap(([name, shape]) => {
    const value = json[name];
    const text = shape.type === 'blob' && typeof value === 'string' ? textOf(value) : undefined;
    return text ? [[name, text] as const] : [];
  });
}

/** The request and the answer as HTTP carries them; the signature, zeros here, is shortened. */
export function httpOf({ request, response }: Call): string {
  const head = (headers: Readonly<Record<string, string>>): string =>
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${name === 'authorization' ? value.replace(/(Signature=\w{8})\w+/, '$1…') : value}\n`)
      .join('');
  const { host = request.host, ...others } = request.headers;
  return `POST / HTTP/1.1\n${head({ host, ...others })}\n${request.body}\n\nHTTP/1.1 ${String(response.status)}\n${head(response.headers)}\n${response.body}`.trimEnd();
}

