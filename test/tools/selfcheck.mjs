/**
 * A check that has gone blind passes for ever. So before the sources are judged, the judges are: each line is a source
 * that must be refused, or must pass.
 */
import { builtRules, sourceRules } from './wording.mjs';
import { readSource } from './sources.mjs';

/** @typedef {import('./sources.mjs').Source} Source */

/** @type {[path: string, text: string][]} */
const refused = [
  ['src/model/a.ts', "import { encode } from '../wire/encode.ts';"],
  ['src/model/a.ts', "import type { Vault } from '../worker/hsm/vault.ts';"],
  ['src/wire/a.ts', "import { door } from '../worker/door.ts';"],
  ['src/worker/storage/a.ts', "import { vault } from '../hsm/vault.ts';"],
  ['src/worker/hsm/a.ts', "export * from '../kms/keys.ts';"],
  ['src/worker/kms/operations/a.ts', "import { users } from '../../cloudhsm/users.ts';"],
  ['src/worker/kms/a.ts', "import { openDB } from 'idb';"],
  ['src/worker/kms/a.ts', "const later = () => import('../control.ts');"],
  ['src/worker/kms/a.ts', "import { loadX509 } from '../../x509/load.ts';"],
  ['src/worker/cloudhsm/a.ts', "const later = () => import('@peculiar/x509');"],
  ['src/worker/door.ts', "import { html } from 'lit';"],
  ['src/worker/call.ts', "import { open } from './storage/storage.ts';"],
  ['src/worker/anywhere.ts', 'export const a = 1;'],
  ['src/page/client/a.ts', "import type { Vault } from '../../worker/hsm/vault.ts';"],
  ['src/page/cli/a.ts', "import { encode } from '../../wire/encode.ts';"],
  ['src/page/i18n/a.ts', "import { connect } from '../client/connect.ts';"],
  ['src/page/ui/a.ts', "import { wrap } from 'comlink';"],
  ['src/worker/kms/a.ts', 'const now = Date.now();'],
  ['src/worker/kms/a.ts', 'const now = new Date();'],
  ['src/worker/kms/a.ts', 'const id = Math.random();'],
  ['src/worker/kms/a.ts', 'const { subtle } = crypto;'],
  ['src/page/ui/a.ts', "element.innerHTML = '';"],
  ['src/page/ui/a.ts', 'const t = html`<p style="color: red"></p>`;'],
  ['src/page/ui/a.ts', "const f = new Function('x');"],
];

/** @type {[path: string, text: string][]} */
const allowed = [
  ['src/model/a.ts', "import type { KMS } from '@aws-sdk/client-kms'; import { b } from './b.ts';"],
  ['src/worker/call.ts', "import type { Storage } from './storage/storage.ts';"],
  ['src/worker/kms/operations/a.ts', "import { signIn } from '../../cloudhsm/for-kms.ts'; import { AwsError } from '../../errors.ts';"],
  ['src/worker/storage/a.ts', "import { openDB } from 'idb';"],
  ['src/worker/clock.ts', 'export const real = () => Date.now();'],
  ['src/worker/cloudhsm/a.ts', "import type { X509Certificate } from '@peculiar/x509';"],
  ['src/worker/hsm/a.ts', 'const key = crypto.subtle;'],
  ['src/worker/kms/a.ts', '// not Date.now(), and never innerHTML\nconst at = new Date(0);'],
  ['src/page/playground.ts', "import { html } from 'lit'; import './ui/map.ts';"],
];

const built = { refused: ['new WebAssembly.Module(x)', 'eval("1")', 'new Function("x")', 'a=Function("x")'], allowed: ['isFunction(x)', 'a.eval(x)', 'medieval(x)'] };

/**
 * @param {(source: Source) => string[]} judgeImports
 * @param {(source: Source, rule: import('./wording.mjs').SourceRule) => string[]} judgeWords
 * @returns {string[]} what is judged wrongly
 */
export function judgeTheJudges(judgeImports, judgeWords) {
  /** @param {[string, string]} example */
  const isRefused = ([path, text]) => {
    const source = readSource(path, text);
    return judgeImports(source).length > 0 || sourceRules.some((rule) => judgeWords(source, rule).length > 0);
  };
  /** @param {string} text */
  const isRefusedBuilt = (text) => builtRules.some((rule) => rule.pattern.test(text));
  return [
    ...refused.filter((e) => !isRefused(e)).map(([path, text]) => `not refused: ${path}: ${text}`),
    ...allowed.filter(isRefused).map(([path, text]) => `refused: ${path}: ${text}`),
    ...built.refused.filter((t) => !isRefusedBuilt(t)).map((t) => `not refused in a built script: ${t}`),
    ...built.allowed.filter(isRefusedBuilt).map((t) => `refused in a built script: ${t}`),
  ];
}
