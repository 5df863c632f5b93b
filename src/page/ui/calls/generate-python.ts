import { broken, literal, singleQuoted, type Dialect } from './literals.ts';
import { inputOf, present, textOf, words, type WrittenCall } from './written.ts';

/** @param imports told what the literals need */
const createDialect = (imports: Set<string>): Dialect => ({
  text: singleQuoted,
  bytes: (base64) => {
    const text = textOf(base64);
    if (text === undefined) {
      imports.add('import base64');
      return `base64.b64decode(${singleQuoted(base64)})`;
    }
    // Only ASCII may stand in a literal of bytes.
    return /^[\n\t\u0020-\u007e]*$/.test(text) ? `b${singleQuoted(text)}` : `${singleQuoted(text)}.encode()`;
  },
  time: (ms) => {
    imports.add('from datetime import datetime, timezone');
    const [, ...parts] = /^(\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z$/.exec(new Date(ms).toISOString()) ?? [];
    const [milliseconds = 0, ...rest] = parts.map(Number).reverse();
    const numbers = [...rest.reverse(), ...(milliseconds > 0 ? [milliseconds * 1000] : [])];
    return `datetime(${numbers.join(', ')}, tzinfo=timezone.utc)`;
  },
  boolean: (value) => (value ? 'True' : 'False'),
  pair: (name, value) => `${singleQuoted(name)}: ${value}`,
  padding: '',
  indent: 4,
});

/** The call in Python, for boto3. */
export function pythonOf(call: WrittenCall): string {
  const { service, operation, region, input } = call;
  const imports = new Set<string>();
  const dialect = createDialect(imports);
  const parts = present(inputOf(call), input).map(([name, shape, value]) => `${name}=${literal(dialect, shape, value, 1)}`);
  const own = [...imports].sort().reverse();
  return `${own.map((line) => `${line}\n`).join('')}${own.length > 0 ? '\n' : ''}import boto3

${service} = boto3.client('${service}', region_name='${region}')
answer = ${service}.${words(operation, '_')}(${parts.length > 0 ? broken(dialect.indent, parts, 0) : ''})
print(answer)`;
}
