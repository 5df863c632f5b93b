import type { AwsServiceName } from '../../../model/services.ts';
import type { Values } from '../../../model/shapes.ts';
import { cliOf } from './generate-cli.ts';
import { pythonOf } from './generate-python.ts';
import { typescriptOf } from './generate-typescript.ts';
import type { Grammar } from './highlight.ts';
import type { WrittenCall } from './written.ts';

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

/** Calls for the AWS CLI, the SDK for JavaScript and boto3. */
export function waysOf(region: string, calls: readonly Planned[]): readonly Way[] {
  const written = calls.map(({ files = {}, input, ...call }): readonly [WrittenCall, string[]] => [
    { ...call, region, input: { ...input, ...files } },
    Object.values(files),
  ]);
  return [
    { name: 'AWS CLI', grammar: 'shell', texts: written.map(([call, files]) => reading(cliOf(call), files, (file) => `file://${file}`, (file) => file)) },
    {
      name: 'TypeScript',
      grammar: 'typescript',
      texts: written.map(([call, files]) =>
        (files.length > 0 ? "import { readFile } from 'node:fs/promises';\n" : '') +
        reading(typescriptOf(call), files, (file) => `await readFile('${file}', 'utf8')`, inQuotes),
      ),
    },
    { name: 'Python', grammar: 'python', texts: written.map(([call, files]) => reading(pythonOf(call), files, (file) => `open('${file}').read()`, inQuotes)) },
  ];
}

const inQuotes = (file: string): string => `'${file}'`;

/** Where the code has a file's name, it reads the file. */
const reading = (code: string, files: readonly string[], read: (file: string) => string, shown: (file: string) => string): string =>
  files.reduce((text, file) => text.replace(shown(file), () => read(file)), code);
