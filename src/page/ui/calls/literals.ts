import type { Shape, Values } from '../../../model/shapes.ts';
import { present } from './written.ts';

/** How a programming language writes values. */
export interface Dialect {
  text(value: string): string;
  bytes(base64: string): string;
  time(milliseconds: number): string;
  boolean(value: boolean): string;
  /** One member of a structure (its name is an identifier) or of a map (its key is any text). */
  pair(name: string, value: string, of: 'structure' | 'map'): string;
  /** What stands inside the braces of something on one line. */
  readonly padding: string;
  readonly indent: number;
}

const widest = 80;

/** @param depth how many indents the value stands in */
export function literal(dialect: Dialect, shape: Shape, value: unknown, depth: number): string {
  switch (shape.type) {
    case 'string':
      return dialect.text(String(value));
    case 'blob':
      return dialect.bytes(String(value));
    case 'timestamp':
      return dialect.time(Math.round(Number(value) * 1000));
    case 'boolean':
      return dialect.boolean(value === true);
    case 'integer':
      return String(value);
    case 'list':
      return enclosed(dialect, '[', (value as readonly unknown[]).map((member) => literal(dialect, shape.member, member, depth + 1)), ']', depth, '');
    case 'map': {
      const pairs = Object.entries(value as Values).map(([key, of]) => dialect.pair(key, literal(dialect, shape.value, of, depth + 1), 'map'));
      return enclosed(dialect, '{', pairs, '}', depth, dialect.padding);
    }
    case 'structure': {
      const pairs = present(shape.members, value as Values).map(([name, of, inner]) =>
        dialect.pair(name, literal(dialect, of, inner, depth + 1), 'structure'),
      );
      return enclosed(dialect, '{', pairs, '}', depth, dialect.padding);
    }
  }
}

/** On one line where that fits, else a line for each part. */
function enclosed({ indent }: Dialect, open: string, parts: readonly string[], close: string, depth: number, padding: string): string {
  if (parts.length === 0) return open + close;
  const line = `${open}${padding}${parts.join(', ')}${padding}${close}`;
  if (line.length + indent * (depth + 1) <= widest && !line.includes('\n')) return line;
  return `${open}${broken(indent, parts, depth)}${close}`;
}

/** A line for each part, indented one step further than `depth`. */
export const broken = (indent: number, parts: readonly string[], depth: number): string =>
  `\n${parts.map((part) => `${' '.repeat(indent * (depth + 1))}${part},\n`).join('')}${' '.repeat(indent * depth)}`;

/** JSON's escapes, which JavaScript and Python share, between single quotes. */
export const singleQuoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
