import type { AwsServiceName } from '../../../model/services.ts';
import type { Values } from '../../../model/shapes.ts';
import { cliOf } from './generate-cli.ts';
import { pythonOf } from './generate-python.ts';
import { typescriptOf } from './generate-typescript.ts';
import type { Grammar } from './highlight.ts';
import { inputOf, type WrittenCall } from './written.ts';

/** The same by other means; each of its texts can be copied. */
export interface Way {
  /** A product's name: it is not translated. */
  readonly name: string;
  readonly grammar: Grammar;
  readonly texts: readonly string[];
}

/** What a person types instead of the password that is in the form. */
export const masked = '********';

/** A call that the form would make. `files` names what is better read from a file than pasted into code, by member. */
export interface Planned {
  readonly service: AwsServiceName;
  readonly operation: string;
  readonly input: Values;
  readonly files?: Readonly<Record<string, string>>;
}

/** A file whose name stands in the input for what it holds, until the code is written. */
interface File {
  readonly name: string;
  readonly isBytes: boolean;
}

/** Calls for the AWS CLI, the SDK for JavaScript and boto3. */
export function waysOf(region: string, calls: readonly Planned[]): readonly Way[] {
  const written = calls.map(({ files = {}, input, ...call }): readonly [WrittenCall, readonly File[]] => {
    const isBytes = (member: string): boolean => inputOf(call)[member]?.type === 'blob';
    const names = Object.entries(files).map(([member, name]) => [member, isBytes(member) ? btoa(name) : name] as const);
    return [
      { ...call, region, input: { ...input, ...Object.fromEntries(names) } },
      Object.entries(files).map(([member, name]) => ({ name, isBytes: isBytes(member) })),
    ];
  });
  return [
    {
      name: 'AWS CLI',
      grammar: 'shell',
      texts: written.map(([call, files]) =>
        reading(cliOf(call), files, ({ name, isBytes }) => (isBytes ? [btoa(name), `fileb://${name}`] : [name, `file://${name}`])),
      ),
    },
    {
      name: 'TypeScript',
      grammar: 'typescript',
      texts: written.map(([call, files]) =>
        (files.length > 0 ? "import { readFile } from 'node:fs/promises';\n" : '') +
        reading(typescriptOf(call), files, ({ name, isBytes }) =>
          isBytes ? [`new TextEncoder().encode('${name}')`, `await readFile('${name}')`] : [`'${name}'`, `await readFile('${name}', 'utf8')`],
        ),
      ),
    },
    {
      name: 'Python',
      grammar: 'python',
      texts: written.map(([call, files]) =>
        reading(pythonOf(call), files, ({ name, isBytes }) => (isBytes ? [`b'${name}'`, `open('${name}', 'rb').read()`] : [`'${name}'`, `open('${name}').read()`])),
      ),
    },
  ];
}

/** Where the code has a file's name, it reads the file. @param how what stands there, and what is to stand there */
const reading = (code: string, files: readonly File[], how: (file: File) => readonly [shown: string, read: string]): string =>
  files.reduce((text, file) => {
    const [shown, read] = how(file);
    return text.replace(shown, () => read);
  }, code);
