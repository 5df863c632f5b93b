/**
 * What may not be written: in sources (by syntax tree, so that a comment may name it) and in built scripts (by text).
 */

/**
 * @typedef {object} SourceRule
 * @property {string} name as the check's line says it
 * @property {string} under where it applies
 * @property {string[]} [except] files and folders (with a slash) where it does not
 * @property {RegExp} [code] tried on property accesses (`Date.now`), calls without arguments (`new Date()`) and names
 * @property {RegExp} [text] tried on string and template literals
 * @property {string} why
 */

/** @type {SourceRule[]} */
export const sourceRules = [
  {
    name: 'real time and chance only in worker/clock.ts', under: 'src/worker/', except: ['src/worker/clock.ts'],
    code: /^(Date\.now|Math\.random|new Date\(\))$/, why: 'time is simulated: ask the call for `now`, and the ids module for ids',
  },
  {
    name: 'crypto.subtle only in the vault and for certificates', under: 'src/',
    except: ['src/worker/hsm/', 'src/worker/cloudhsm/certificates/', 'src/page/customer-ca/'],
    code: /^subtle$/, why: 'only worker/hsm touches key material; certificates have keys of their own',
  },
  {
    name: 'no HTML from strings', under: 'src/',
    code: /^(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|setHTMLUnsafe|document\.write|styleMap)$/,
    text: /\sstyle=/, why: 'the CSP forbids it: render with Lit, style with classes',
  },
  {
    name: 'no eval, Function or WebAssembly in sources', under: 'src/',
    code: /^(eval|Function|WebAssembly)$/, why: 'the CSP forbids it',
  },
];

/** Tried on each script in public/build. */
export const builtRules = [
  { name: 'WebAssembly', pattern: /\bWebAssembly\b/ },
  { name: 'eval(', pattern: /(?<![.\w$])eval\s*\(/ },
  { name: 'Function(', pattern: /(?<![.\w$])Function\s*\(/ },
];
