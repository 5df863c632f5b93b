/**
 * `npm test`: every check, in real Chromium and Firefox. The last line is `N passed, N failed`.
 *
 * While developing:
 *   npm test -- --only unit --files 'test/worker/**' --browser chromium
 * --only: types, lint, build, structure, unit, sites (repeatable, or separated by commas). A part that needs the built
 * files builds them first.
 */
import { parseArgs } from 'node:util';
import { browsers } from './browsers.mjs';
import { build } from './build.mjs';
import { lint } from './lint.mjs';
import { runSites } from './sites.mjs';
import { checkStructure } from './structure.mjs';
import { Tally } from './tally.mjs';
import { checkRealm, realms } from './typecheck.mjs';
import { runUnitTests } from './unit.mjs';

/** @typedef {import('./browsers.mjs').BrowserName} BrowserName */

const parts = /** @type {const} */ (['types', 'lint', 'build', 'structure', 'unit', 'sites']);
const engines = /** @type {const} */ (['chromium', 'firefox']);
const tally = new Tally();

/** @param {string} name @param {() => Promise<void>} run */
async function part(name, run) {
  const started = performance.now();
  console.log(`\n${name}`);
  try {
    await run();
  } catch (error) {
    // A part that breaks off is a failure, and the others still run.
    tally.fail(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  console.log(`  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

/** @template {string} T @param {string[] | undefined} given @param {readonly T[]} allowed @param {string} option @returns {T[]} */
function choice(given, allowed, option) {
  const chosen = (given ?? []).flatMap((g) => g.split(','));
  const odd = chosen.find((c) => !allowed.includes(/** @type {T} */ (c)));
  if (odd !== undefined) throw new Error(`${option} ${odd}: it is one of ${allowed.join(', ')}.`);
  return chosen.length === 0 ? [...allowed] : /** @type {T[]} */ (chosen);
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      files: { type: 'string', multiple: true },
      browser: { type: 'string', multiple: true },
    },
  });
  const only = choice(values.only, parts, '--only');
  const engine = /** @type {BrowserName[]} */ (choice(values.browser, engines, '--browser'));

  const inBrowser = only.includes('unit') || only.includes('sites');
  if (inBrowser) {
    // First of all: without the browsers there is nothing to pass, and apt-get tells at once whether it can help.
    for (const { path, version } of Object.values(await browsers(engine))) console.log(`${version}: ${path}`);
  }
  if (only.includes('types')) {
    await part('Type check', async () => {
      for (const realm of realms) {
        await tally.check(`types: ${realm.name}`, () => {
          const { files, problems } = checkRealm(realm);
          if (problems !== '') throw new Error(problems);
          if (files === 0) throw new Error(`${realm.config} includes no file`);
          return `${files} files`;
        });
      }
    });
  }
  if (only.includes('lint')) await part('Lint', () => lint(tally));
  if (only.includes('build') || only.includes('structure') || inBrowser) {
    await part('Build', () => tally.check('build', async () => `${(await build({ types: only.includes('build') })).files.length} files`));
  }
  if (only.includes('structure')) await part('Structure', () => checkStructure(tally));
  if (only.includes('unit')) await part('Unit tests', () => runUnitTests(tally, { files: values.files ?? [], only: engine }));
  if (only.includes('sites')) await part('Sites under the CSP', () => runSites(tally, { files: values.files ?? [], only: engine }));
}

try {
  await main();
} catch (error) {
  tally.fail('npm test', error instanceof Error ? error.message : String(error));
}
tally.finish();
