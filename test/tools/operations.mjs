/**
 * The table of operations in the README, written from the tables of operations themselves.
 * `node test/tools/operations.mjs` writes it; the structure check fails where the README says something else.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { isMain, root } from './paths.mjs';

/** @typedef {import('../../src/model/operation.ts').Operation} Operation */

const titles = { kms: 'AWS KMS', cloudhsmv2: 'AWS CloudHSM v2', cloudtrail: 'AWS CloudTrail' };
const names = /** @type {(keyof typeof titles)[]} */ (Object.keys(titles));
const begin = '<!-- operations: written by test/tools/operations.mjs -->';
const end = '<!-- /operations -->';

/** The tables, as the product has them. */
async function model() {
  const { outputFiles: [built] } = await esbuild.build({
    stdin: { contents: `export { services } from './src/model/services.ts'; export { en } from './src/page/i18n/en/operations.ts';`, resolveDir: root },
    bundle: true, write: false, format: 'esm',
  });
  /** @type {{ services: typeof import('../../src/model/services.ts').services, en: import('../../src/page/i18n/en/operations.ts').OperationSummaries }} */
  const loaded = await import(`data:text/javascript;base64,${Buffer.from(built?.text ?? '').toString('base64')}`);
  return loaded;
}

/** Which keys an operation takes, where it takes any. @param {Operation} operation */
export function worksOn({ keys, input, needs, partly = {} }) {
  if (needs !== undefined) return `none: needs ${needs}`;
  if (Object.keys(partly).some((member) => typeof partly[member] === 'string' && input[member]?.required)) return 'none';
  if ('Origin' in input) return 'both';
  if (keys.length === 0) return '';
  // The rows of the key state table that are for one origin.
  return keys.some(({ states, origin }) => origin !== undefined || states === 'rotation' || states === 'rotationStatus') ? 'AWS_KMS key' : 'both';
}

/** `GenerateRandom` without `Recipient`: what is not simulated, by member. @param {Operation} operation */
function notSimulated({ partly = {} }) {
  /** @type {Map<string, string[]>} */
  const members = new Map();
  for (const [member, said] of Object.entries(partly)) {
    for (const [name, what] of typeof said === 'string' ? [[member, said]] : Object.entries(said).map(([value, what]) => [`${member} ${value}`, what])) {
      members.set(what ?? '', [...(members.get(what ?? '') ?? []), `\`${name}\``]);
    }
  }
  const texts = [...members].map(([what, names]) => `${what} (${names.join(', ')})`);
  return texts.length > 0 ? `partly: ${texts.join('; ')}` : '';
}

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;

/** @returns the table, markers included */
export async function operationsTable() {
  const { services, en } = await model();
  const lines = names.flatMap((service) => {
    const { operations } = services[service];
    const title = titles[service];
    /** @type {Record<string, string>} */
    const summaries = en[service];
    const rows = Object.entries(/** @type {Record<string, Operation>} */ (operations)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, operation]) => {
      const keys = service === 'kms' ? [worksOn(operation)] : [];
      return [name, summaries[name] ?? '', operation.readOnly ? 'yes' : '', ...keys, notSimulated(operation)];
    });
    const heads = [title, 'what it does', 'reads only', ...(service === 'kms' ? ['works on'] : []), 'not simulated'];
    return ['', row(heads), row(heads.map(() => '---')), ...rows.map(row)];
  });
  return [begin, ...lines, '', end].join('\n');
}

/** @param {string} readme @param {string} table @returns the README with the table in its place */
export function withTable(readme, table) {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md lacks ${begin} … ${end}`);
  return readme.slice(0, from) + table + readme.slice(to + end.length);
}

if (isMain(import.meta.url)) {
  const path = join(root, 'README.md');
  await writeFile(path, withTable(await readFile(path, 'utf8'), await operationsTable()));
}
