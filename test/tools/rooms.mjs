/**
 * The import table ("Who may import whom") as data, and nothing else. structure.mjs keeps it.
 *
 * A path ending in a slash is a folder; the longest path that fits a file decides its room. A file in no room fails.
 */

/** @type {Record<string, string[]>} */
export const rooms = {
  model: ['src/model/'],
  wire: ['src/wire/'],
  // both threads: X.509 certificates. The HSM makes and checks them in the worker, the customer's CA signs on the page.
  x509: ['src/x509/'],

  storage: ['src/worker/storage/'],
  hsm: ['src/worker/hsm/'],
  cloudhsm: ['src/worker/cloudhsm/'],
  'cloudhsm/for-kms': ['src/worker/cloudhsm/for-kms.ts'],
  cloudtrail: ['src/worker/cloudtrail/'],
  kms: ['src/worker/kms/'],
  look: ['src/worker/look.ts', 'src/worker/views.ts', 'src/worker/cluster-views.ts', 'src/worker/inside-views.ts', 'src/worker/backup-difference.ts', 'src/worker/key-store-diagnosis.ts', 'src/worker/key-views.ts', 'src/worker/key-orders.ts'],
  // "the teacher's door: time, faults, scenarios, reset"
  control: ['src/worker/control.ts', 'src/worker/control/', 'src/worker/scenarios/'],
  leaf: ['src/worker/call.ts', 'src/worker/clock.ts', 'src/worker/ids.ts', 'src/worker/errors.ts', 'src/worker/same-world.ts'],
  // What is open and runs: the world's rows, vault and time; what is due; how a database becomes a world.
  simulation: ['src/worker/simulation.ts', 'src/worker/due.ts', 'src/worker/effects.ts', 'src/worker/open.ts'],
  // The doorway loads the door when the first AWS request comes.
  door: ['src/worker/behind.ts', 'src/worker/door.ts', 'src/worker/doorway.ts', 'src/worker/front-end.ts', 'src/worker/throttling.ts'],
  main: ['src/worker/main.ts', 'src/worker/main-classic.ts'],

  client: ['src/page/client/'],
  // The customer's own computer, as far as it is played: the CA is made and signs there, not in AWS and not in the worker.
  'customer-ca': ['src/page/customer-ca/'],
  cli: ['src/page/cli/'],
  i18n: ['src/page/i18n/'],
  lessons: ['src/page/lessons/'],
  ui: ['src/page/ui/'],
  entry: ['src/page/index.ts', 'src/page/elements.ts', 'src/page/playground.ts', 'src/page/embed.ts', 'src/page/embed-classic.ts', 'src/page/embed-sandboxed.ts'],
};

const worker = ['simulation', 'storage', 'hsm', 'cloudhsm', 'cloudhsm/for-kms', 'cloudtrail', 'kms', 'look', 'control', 'leaf'];
const page = ['client', 'customer-ca', 'cli', 'i18n', 'lessons', 'ui'];

/**
 * For each room: the rooms it may import, besides itself. `types` may be imported with `import type` only.
 * @type {Record<string, { values: string[], types?: string[] }>}
 */
export const mayImport = {
  model: { values: [] },
  wire: { values: ['model'] },
  x509: { values: [] },

  leaf: { values: ['model'], types: ['storage', 'hsm'] },
  storage: { values: ['model', 'leaf'] },
  hsm: { values: ['storage', 'model', 'leaf'] },
  cloudhsm: { values: ['x509', 'cloudhsm/for-kms', 'hsm', 'storage', 'model', 'leaf'] },
  'cloudhsm/for-kms': { values: ['cloudhsm', 'hsm', 'storage', 'model', 'leaf'] },
  cloudtrail: { values: ['storage', 'model', 'leaf'] },
  kms: { values: ['cloudhsm/for-kms', 'hsm', 'storage', 'model', 'leaf'] },
  simulation: { values: [...worker, 'door', 'wire', 'model'] },
  look: { types: ['simulation'], values: ['kms', 'cloudhsm', 'cloudhsm/for-kms', 'hsm', 'cloudtrail', 'storage', 'model', 'leaf'] },
  control: { values: [...worker, 'door', 'wire', 'model'] },
  door: { values: [...worker, 'wire', 'model'] },
  main: { values: [...worker, 'door', 'wire', 'x509', 'model'] },

  // `simulator.shell()` loads the terminal's languages with its first line.
  client: { values: ['cli', 'wire', 'model'] },
  'customer-ca': { values: ['x509'] },
  cli: { values: ['client', 'customer-ca', 'model'] },
  i18n: { values: [], types: ['model', ...page] },
  lessons: { values: [], types: ['model', ...page] },
  ui: { values: ['client', 'customer-ca', 'cli', 'i18n', 'lessons', 'model'] },
  entry: { values: [...page, 'wire', 'x509', 'model'] },
};

/**
 * npm packages, and the rooms that may import them at run time. Types of a package may be imported anywhere: they weigh
 * nothing. A package that is not here may not be in src/ at all.
 * @type {Record<string, string[]>}
 */
export const packages = {
  idb: ['storage'],
  comlink: ['client', 'main'],
  lit: ['ui', 'entry'],
  '@peculiar/x509': ['x509'],
};

/** What may stand at the top level, besides dotfiles. */
export const topLevel = ['package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'LICENSE', 'src', 'public', 'test'];
