/**
 * The tables of src/model against botocore's service models, constraint by constraint. What differs on purpose stands in
 * `explained`, with its reason; anything else fails, and so does an explanation that explains nothing any more.
 * By itself: `node test/compare/model.mjs`.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isMain } from '../tools/paths.mjs';
import { importTypeScript } from './bundled.mjs';
import { findBoto } from './clients.mjs';

/** Where each service's model is in botocore's data. */
const places = { kms: 'kms/2014-11-01', cloudhsmv2: 'cloudhsmv2/2017-04-28', cloudtrail: 'cloudtrail/2013-11-01' };

/** @type {{ difference: RegExp, because: string }[]} */
const explained = [
  {
    difference: /EncapsulationAlgorithms: only ours$/,
    because: 'newer than botocore 1.43.11: the tables are checked against @aws-sdk/client-kms, which has it',
  },
  {
    difference: /(ServicePrincipal|SourceArn): only ours$|(CreateGrant input\.GranteePrincipal|ListRetirableGrants input\.RetiringPrincipal): required: ours false/,
    because: 'grants for services are newer than botocore 1.43.11, and one of two principals is enough since; @aws-sdk/client-kms has it so',
  },
  {
    difference: /^cloudtrail: \w+: only theirs$/,
    because: 'of CloudTrail only LookupEvents is simulated: the other operations are about trails and event data stores',
  },
  {
    difference: /^CreateKey input\.KeyUsage: enum:/,
    because: "AWS's recorded validation message has another order than its model (facts 8.4)",
  },
];

/** Their shapes, resolved. @typedef {{ shapes: Record<string, any>, metadata: Record<string, any>, operations: Record<string, any> }} ServiceModel */

/** @param {import('../tools/tally.mjs').Tally} tally @param {string} data botocore's folder of service models */
export async function compareModels(tally, data) {
  const { services } = await importTypeScript('src/model/services.ts');
  const { httpStatusOf } = await importTypeScript('src/model/errors.ts');
  /** @type {Set<string>} */
  const used = new Set();
  for (const [name, place] of Object.entries(places)) {
    await tally.check(`model: ${name} as botocore has it`, async () => {
      /** @type {ServiceModel} */
      const theirs = JSON.parse(gunzipSync(await readFile(join(data, place, 'service-2.json.gz'))).toString('utf8'));
      const found = [...serviceDifferences(services[name], theirs), ...faultDifferences(httpStatusOf, theirs, services[name])];
      for (const [operation, ours] of Object.entries(services[name].operations)) found.push(...operationDifferences(operation, ours, theirs));
      const open = found.filter((difference) => {
        const reason = explained.find((e) => e.difference.test(difference));
        if (reason) used.add(reason.because);
        return !reason;
      });
      if (open.length > 0) throw new Error(open.join('\n'));
      return `${Object.keys(services[name].operations).length} operations, ${found.length} differences, all explained`;
    });
  }
  await tally.check('model: every explanation is needed', () => {
    const idle = explained.filter(({ because }) => !used.has(because));
    if (idle.length > 0) throw new Error(idle.map(({ difference }) => `${difference} explains nothing`).join('\n'));
  });
}

/** @param {any} ours @param {ServiceModel} theirs @returns {string[]} */
function serviceDifferences(ours, { metadata, operations }) {
  const endpoint = metadata['endpointPrefix'];
  return [
    ...differ('target', ours.target, metadata['targetPrefix'].split('.').at(-1)),
    ...differ('signing name', ours.signingName, metadata['signingName'] ?? endpoint),
    ...differ('endpoint', ours.endpoint, endpoint),
    ...differ('JSON version', '1.1', metadata['jsonVersion']),
    ...Object.keys(operations).filter((name) => !Object.hasOwn(ours.operations, name)).map((name) => `${endpoint}: ${name}: only theirs`),
  ];
}

/** Errors that are a server's fault, of the operations that there are. @param {(name: string) => number} httpStatusOf @param {ServiceModel} theirs @param {any} ours @returns {string[]} */
function faultDifferences(httpStatusOf, { shapes, operations }, ours) {
  const errors = new Set(Object.keys(ours.operations).flatMap((name) => (operations[name]?.errors ?? []).map((/** @type {any} */ e) => e.shape)));
  return [...errors].flatMap((name) => differ(`${name} is a server's fault`, httpStatusOf(name) >= 500, shapes[name].fault === true));
}

/** @param {string} name @param {any} ours @param {ServiceModel} theirs @returns {string[]} */
function operationDifferences(name, ours, { shapes, operations }) {
  const operation = operations[name];
  if (!operation) return [`${name} is no operation`];
  const none = { type: 'structure', members: {} };
  const input = operation.input ? shapes[operation.input.shape] : none;
  return [
    ...differ(`${name} has an output shape`, ours.output !== undefined, operation.output !== undefined),
    ...shapeDifferences({ type: 'structure', members: ours.input }, input, shapes, `${name} input`, true),
    ...(operation.output && ours.output ? shapeDifferences({ type: 'structure', members: ours.output }, shapes[operation.output.shape], shapes, `${name} output`, false) : []),
  ];
}

/** Types of the model that are one on the wire. @type {Record<string, string>} */
const types = { long: 'integer', float: 'number', double: 'number' };

/**
 * @param {any} ours @param {any} theirs @param {Record<string, any>} shapes @param {string} path
 * @param {boolean} limits for answers only names, order, types and traits: AWS keeps its own limits there
 * @returns {string[]}
 */
function shapeDifferences(ours, theirs, shapes, path, limits) {
  const type = types[theirs.type] ?? theirs.type;
  if (ours.type !== type) return [`${path}: ours is ${ours.type}, theirs ${type}`];
  const found = limits ? constraintDifferences(ours, theirs, path) : [];
  found.push(...differ(`${path}: sensitive`, ours.sensitive === true, theirs.sensitive === true));
  switch (type) {
    case 'list':
      return [...found, ...shapeDifferences(ours.member, shapes[theirs.member.shape], shapes, `${path}[]`, limits)];
    case 'map':
      return [
        ...found,
        ...shapeDifferences(ours.key, shapes[theirs.key.shape], shapes, `${path} key`, limits),
        ...shapeDifferences(ours.value, shapes[theirs.value.shape], shapes, `${path} value`, limits),
      ];
    case 'structure':
      return [...found, ...memberDifferences(ours.members, theirs, shapes, path, limits)];
    default:
      return found;
  }
}

/** @param {Record<string, any>} ours @param {any} theirs @param {Record<string, any>} shapes @param {string} path @param {boolean} limits @returns {string[]} */
function memberDifferences(ours, theirs, shapes, path, limits) {
  const [own, real] = [Object.keys(ours), Object.keys(theirs.members)];
  const both = (/** @type {string[]} */ a, /** @type {string[]} */ b) => a.filter((name) => b.includes(name)).join(', ');
  return [
    ...own.filter((name) => !real.includes(name)).map((name) => `${path}.${name}: only ours`),
    ...real.filter((name) => !own.includes(name)).map((name) => `${path}.${name}: only theirs`),
    ...differ(`${path}: order of members`, both(own, real), both(real, own)),
    ...own.filter((name) => real.includes(name)).flatMap((name) => [
      ...differ(`${path}.${name}: required`, ours[name].required === true, (theirs.required ?? []).includes(name)),
      ...shapeDifferences(ours[name], shapes[theirs.members[name].shape], shapes, `${path}.${name}`, limits),
    ]),
  ];
}

/** @param {any} ours @param {any} theirs @param {string} path @returns {string[]} */
function constraintDifferences(ours, theirs, path) {
  return [
    // At least nothing is no limit.
    ...differ(`${path}: min`, ours.min ?? 0, theirs.min ?? 0),
    ...differ(`${path}: max`, ours.max, theirs.max),
    ...differ(`${path}: pattern`, ours.pattern, theirs.pattern),
    ...differ(`${path}: enum`, ours.enum?.join(', '), theirs.enum?.join(', ')),
  ];
}

/** @param {string} what @param {unknown} ours @param {unknown} theirs @returns {string[]} */
const differ = (what, ours, theirs) => (ours === theirs ? [] : [`${what}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`]);

if (isMain(import.meta.url)) {
  const { Tally } = await import('../tools/tally.mjs');
  const tally = new Tally();
  const python = await findBoto();
  if (typeof python === 'string') console.log(`Nothing to compare with: ${python}.`);
  else await compareModels(tally, python.data);
  if (typeof python !== 'string') tally.finish();
}
