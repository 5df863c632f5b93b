/**
 * AWS's published examples of these operations, as botocore ships them (kms/2014-11-01/examples-1.json): every input must
 * pass botocore's validator and ours, every output must consist of members that our tables know, and the simulator must
 * answer each as AWS would answer a call about what is not there: an answer, or an error that the operation models.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript } from './bundled.mjs';

/** @typedef {{ title: string, input?: Record<string, unknown>, output?: Record<string, unknown> }} Example */

/** @param {import('../tools/tally.mjs').Tally} tally @param {{ data: string, boto: import('./clients.mjs').Boto, bridge: import('./bridge.mjs').Bridge }} with_ */
export async function tryExamples(tally, { data, boto, bridge }) {
  const { services } = await importTypeScript('src/model/services.ts');
  const { validationMessage } = await importTypeScript('src/wire/validate.ts');
  const { acceptedIds } = await importTypeScript('src/worker/scenarios/document.ts');
  const { operations } = services.kms;
  /** @type {{ examples: Record<string, Example[]> }} */
  const { examples } = JSON.parse(await readFile(join(data, 'kms/2014-11-01/examples-1.json'), 'utf8'));
  await bridge.control('open', { scenario: 'default' });
  for (const [name, list] of Object.entries(examples)) {
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!operation) continue;
    for (const [index, { title, input = {}, output = {} }] of list.entries()) {
      await tally.check(`example ${name} ${index + 1}, "${title}"`, async () => {
        const { problems } = await boto.ask({ ask: 'example', service: 'kms', operation: name, input });
        if (problems !== '') throw new Error(`botocore itself: ${problems}`);
        const own = validationMessage(operation.input, withBytes(operation.input, input), acceptedIds);
        if (own !== undefined) throw new Error(own);
        const strange = unknownMembers({ type: 'structure', members: operation.output ?? {} }, output, name);
        if (strange.length > 0) throw new Error(strange.join('\n'));
        const given = await boto.ask({ ask: 'call', service: 'kms', operation: snake(name), args: marked(operation.input, input) });
        if (given.raises !== undefined && !given.typed && !(given.raises === 'ValidationException' && !/validation errors? detected/.test(given.message))) throw new Error(given.text);
        return given.raises === undefined ? 'answered' : `${given.raises}: ${given.message}`;
      });
    }
  }
}

/** @param {string} name */
const snake = (name) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** The examples write `<binary data>` for blobs. @param {any} shapes @param {Record<string, unknown>} input */
const withBytes = (shapes, input) => Object.fromEntries(Object.entries(input).map(([name, value]) => [name, shapes[name]?.type === 'blob' ? new TextEncoder().encode(String(value)) : value]));
/** @param {any} shapes @param {Record<string, unknown>} input */
const marked = (shapes, input) => Object.fromEntries(Object.entries(input).map(([name, value]) => [name, shapes[name]?.type === 'blob' ? { $text: String(value) } : value]));

/** @param {any} shape @param {any} value @param {string} path @returns {string[]} */
function unknownMembers(shape, value, path) {
  if (shape.type === 'list') return Array.isArray(value) ? value.flatMap((item, i) => unknownMembers(shape.member, item, `${path}[${i}]`)) : [`${path} is no list`];
  if (shape.type !== 'structure') return [];
  return Object.entries(value).flatMap(([name, inner]) => (Object.hasOwn(shape.members, name)
    ? unknownMembers(shape.members[name], inner, `${path}.${name}`) : [`${path}.${name} is in no table`]));
}
