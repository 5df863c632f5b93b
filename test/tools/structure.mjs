/**
 * The structure check: the house stays as it was drawn. `node test/tools/structure.mjs` (after a build).
 * Each rule is one check. The tables stand in rooms.mjs, wording.mjs and budgets.json.
 */
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { budgets, builtScripts, closure, contents, download } from './bundles.mjs';
import { operationsTable, withTable } from './operations.mjs';
import { isMain, root } from './paths.mjs';
import { unpictured } from './pictured.mjs';
import { mayImport, packages, rooms, topLevel } from './rooms.mjs';
import { judgeTheJudges } from './selfcheck.mjs';
import { readSources } from './sources.mjs';
import { builtRules, sourceRules } from './wording.mjs';

/** @typedef {import('./sources.mjs').Source} Source */
/** @typedef {{ problems: string[], note?: string }} Finding */
/** @typedef {{ name: string, check: (sources: Source[]) => Finding | Promise<Finding> }} Rule */

const paths = Object.entries(rooms).flatMap(([room, list]) => list.map((path) => ({ room, path })))
  .sort((a, b) => b.path.length - a.path.length);

/** @param {string} path */
export const roomOf = (path) => paths.find((p) => (p.path.endsWith('/') ? path.startsWith(p.path) : path === p.path))?.room;

/** What is wrong with one file's imports. @param {Source} source @returns {string[]} */
export function judgeImports({ path, imports }) {
  // Declaration files for the compiler (`declare const …`) belong to no thread and import nothing.
  const room = roomOf(path);
  if (room === undefined) return path.endsWith('.d.ts') && imports.length === 0 ? [] : [`${path} is in no room of the table in test/tools/rooms.mjs`];
  const rule = mayImport[room] ?? { values: [] };
  return imports.flatMap(({ specifier, typeOnly, line }) => {
    const at = `${path}:${line}: ${room}`;
    if (!specifier.startsWith('.')) {
      const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
      return typeOnly || packages[name]?.includes(room) ? [] : [`${at} may not import the package ${name}`];
    }
    const target = posix.join(posix.dirname(path), specifier);
    const other = roomOf(target);
    if (other === undefined) return [`${at} imports ${target}, which is in no room`];
    if (other === room || rule.values.includes(other)) {
      return room === 'model' && !typeOnly && !target.startsWith('src/model/') ? [`${at} may import types only`] : [];
    }
    if (typeOnly && rule.types?.includes(other)) return [];
    return [`${at} may not import ${other} (${specifier})${rule.types?.includes(other) ? ' except as `import type`' : ''}`];
  });
}

/** What is wrong with one file's words. @param {Source} source @param {import('./wording.mjs').SourceRule} rule @returns {string[]} */
export function judgeWords(source, rule) {
  const exempt = rule.except?.some((e) => (e.endsWith('/') ? source.path.startsWith(e) : source.path === e));
  if (exempt || !source.path.startsWith(rule.under)) return [];
  return source.words.filter((w) => (w.kind === 'code' ? rule.code : rule.text)?.test(w.text))
    .map((w) => `${source.path}:${w.line}: \`${w.kind === 'code' ? w.text : w.text.trim().slice(0, 60)}\`: ${rule.why}`);
}

/** @type {Rule[]} */
const rules = [
  { name: 'the check itself sees what it should', check: () => ({ problems: judgeTheJudges(judgeImports, judgeWords) }) },
  {
    name: 'imports follow the table',
    check: (sources) => ({
      problems: sources.length === 0 ? ['src/ holds no TypeScript: nothing was checked'] : sources.flatMap(judgeImports),
      note: `${sources.length} files`,
    }),
  },
  ...sourceRules.map((rule) => ({
    name: rule.name,
    /** @param {Source[]} sources */
    check: (sources) => ({ problems: sources.flatMap((source) => judgeWords(source, rule)) }),
  })),
  {
    name: 'no Lit in the worker bundle',
    check: async () => {
      const bundles = await Promise.all(workerEntries.map(contents));
      return { problems: found(bundles, /node_modules\/(lit|lit-html|lit-element|@lit\/[^/]+)\//) };
    },
  },
  {
    name: 'the classic worker is one file',
    check: async () => {
      const files = [...(await closure(['worker-classic.js'])).keys()];
      return { problems: files.length === 1 ? [] : [`worker-classic.js was split: ${files.join(', ')}`] };
    },
  },
  {
    name: 'nothing of the vault in a page bundle',
    check: async () => {
      const entries = (await builtScripts()).map(({ name }) => name).filter((name) => !name.startsWith('chunk-') && !workerEntries.includes(name));
      return { problems: found(await Promise.all(entries.map(contents)), /^src\/worker\/hsm\//), note: entries.join(', ') };
    },
  },
  {
    name: 'what shows the map holds nothing of an AWS operation',
    check: async () => {
      const entries = (await budgets())[showingTheMap]?.entries ?? [];
      const files = [...await closure(entries)].map(([path, { inputs }]) => ({ name: posix.basename(path), inputs: Object.keys(inputs) }));
      return { problems: files.length === 0 ? [`there is no budget "${showingTheMap}"`] : found(files, ofOperations), note: `${files.length} files` };
    },
  },
  {
    name: 'no WebAssembly, eval or Function in built scripts',
    check: async () => {
      const scripts = await builtScripts();
      const problems = scripts.flatMap(({ name, text }) => builtRules.flatMap((rule) => {
        const hit = rule.pattern.exec(text);
        return hit ? [`public/build/${name} has ${rule.name}: …${text.slice(Math.max(0, hit.index - 40), hit.index + 40)}…`] : [];
      }));
      return { problems: scripts.length === 0 ? ['public/build holds no scripts'] : problems, note: `${scripts.length} scripts` };
    },
  },
  ...Object.entries(await budgets()).map(([name, budget]) => ({
    name: `bytes: ${name}`,
    check: async () => {
      const files = await download(budget);
      const total = files.reduce((sum, f) => sum + f.gzip, 0);
      const note = `${total} of ${budget.gzip} bytes gzip (${files.map((f) => `${f.name} ${f.gzip}`).join(', ')})`;
      return { problems: total <= budget.gzip ? [] : [`over budget by ${total - budget.gzip}: ${note}`], note };
    },
  })),
  {
    name: 'the README has the table of operations',
    check: async () => {
      const readme = await readFile(join(root, 'README.md'), 'utf8');
      return { problems: withTable(readme, await operationsTable()) === readme ? [] : ['README.md is not what `node test/tools/operations.mjs` writes'] };
    },
  },
  { name: 'each view has its kept pictures', check: unpictured },
  {
    name: 'the top level is as agreed',
    check: async () => {
      const odd = [...new Set((await topLevelNames()).filter((n) => !n.startsWith('.') && !topLevel.includes(n)))];
      return { problems: odd.map((n) => `${n} may not stand at the top level`) };
    },
  },
];

/** The budget of a page that makes no AWS call. */
const showingTheMap = 'embed showing the map';
/** What only AWS calls need: it grows with each operation. */
const ofOperations = /^src\/(model\/.*operations\.ts|worker\/door\.ts|worker\/.*\/(operations\/|service\.ts)|wire\/(json|validate)\.ts|page\/client\/typed-calls\.ts)/;

/** The worker, as a module and as a classic script. */
const workerEntries = ['worker.js', 'worker-classic.js'];

/** @param {{ name: string, inputs: string[] }[]} bundles @param {RegExp} forbidden */
function found(bundles, forbidden) {
  return bundles.flatMap(({ name, inputs }) => inputs.filter((i) => forbidden.test(i)).map((i) => `public/build/${name} holds ${i}`));
}

/** Names git knows; where there is no git (an unpacked archive), all names. */
async function topLevelNames() {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
    if (listed !== '') return listed.split('\0').filter(Boolean).map((path) => path.split('/')[0] ?? path);
  } catch { /* no git here */ }
  return (await readdir(root)).filter((name) => name !== 'node_modules');
}

/** Runs every rule. @param {import('./tally.mjs').Tally} tally */
export async function checkStructure(tally) {
  const sources = await readSources();
  for (const { name, check } of rules) {
    await tally.check(`structure: ${name}`, async () => {
      const { problems, note } = await check(sources);
      if (problems.length > 0) throw new Error(problems.join('\n'));
      return note;
    });
  }
}

if (isMain(import.meta.url)) {
  const { Tally } = await import('./tally.mjs');
  const tally = new Tally();
  await checkStructure(tally);
  tally.finish();
}
