/**
 * Expectations of a session, as its data writes them:
 *
 *   <name: kind>   any text of that kind (below), known by that name from here on; <: kind> without a name
 *   <name>         what that name stands for
 *
 * They stand anywhere in a text. A number is `<: now>` (a time of this session), `<: later>` or itself. Objects must have the same
 * members in the same order, unless one is `{ $has: {…} }` (these members among others), `{ $json: … }` (a text that is
 * JSON) or `{ $anyOrder: […] }` (a list whose order is not ours to know).
 */

/** @type {Record<string, string>} */
const kinds = {
  uuid: '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',
  'key store id': 'cks-[0-9a-f]{17}',
  'cluster id': 'cluster-[2-7a-z]{11}',
  'backup id': 'backup-[2-7a-z]{11}',
  'security group id': 'sg-[0-9a-f]{17}',
  'hsm id': 'hsm-[2-7a-z]{11}',
  'eni id': 'eni-[0-9a-f]{17}',
  'backing key id': '[0-9a-f]{64}',
  base64: '(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?',
  handle: '\\d+',
  time: '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ',
  date: '[A-Z][a-z]{2} \\d{1,2}, \\d{4}, \\d{1,2}:\\d\\d:\\d\\d [AP]M',
  text: '[^]+',
};

export class Names {
  /** @param {Record<string, string>} [known] @param {{ from: () => number, to: () => number }} [clock] the session's time, milliseconds */
  constructor(known = {}, clock = { from: () => 0, to: () => Infinity }) {
    this.known = new Map(Object.entries(known));
    this.clock = clock;
  }

  /** Puts in what names stand for. @param {any} value @returns {any} */
  filled(value) {
    if (typeof value === 'string') return value.replace(/<([^<>:]+)>/g, (_, name) => this.#of(name));
    if (Array.isArray(value)) return value.map((v) => this.filled(v));
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, this.filled(v)]));
    return value;
  }

  /** @param {string} name */
  #of(name) {
    const value = this.known.get(name);
    if (value === undefined) throw new Error(`nothing is known as <${name}> yet`);
    return value;
  }

  /** What differs, each with its path; names are learned on the way. @param {any} expected @param {any} actual @param {string} [path] @returns {string[]} */
  differences(expected, actual, path = '') {
    const at = path === '' ? 'answer' : path;
    const wrong = () => [`${at}: expected ${shown(expected)}, got ${shown(actual)}`];
    if (expected === '<: later>') return typeof actual === 'number' && actual * 1000 > this.clock.to() ? [] : wrong();
    if (expected === '<: now>') return typeof actual === 'number' && actual * 1000 >= this.clock.from() - 1000 && actual * 1000 <= this.clock.to() + 1000 ? [] : wrong();
    if (typeof expected === 'string') return typeof actual === 'string' && this.#matches(expected, actual) ? [] : wrong();
    if (typeof expected !== 'object' || expected === null) return expected === actual ? [] : wrong();
    if ('$json' in expected) return isJson(actual) ? this.differences(expected.$json, JSON.parse(actual), `${at} (JSON)`) : wrong();
    if ('$anyOrder' in expected) return Array.isArray(actual) ? this.#anyOrder(expected.$anyOrder, actual, at) : wrong();
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual) !== Array.isArray(expected)) return wrong();
    const { $has } = expected;
    const wanted = $has ?? expected;
    const names = $has ? Object.keys(actual).filter((name) => Object.hasOwn($has, name)) : Object.keys(actual);
    const found = names.join(', ');
    if (!$has && found !== Object.keys(wanted).join(', ')) return [`${at} has ${found || 'nothing'}, not ${Object.keys(wanted).join(', ') || 'nothing'}`];
    return Object.keys(wanted).flatMap((name) => (Object.hasOwn(actual, name)
      ? this.differences(wanted[name], actual[name], path === '' ? name : `${path}.${name}`) : [`${at} lacks ${name}`]));
  }

  /** @param {any[]} expected @param {any[]} actual @param {string} at @returns {string[]} */
  #anyOrder(expected, actual, at) {
    if (expected.length !== actual.length) return [`${at}: expected ${expected.length} items, got ${actual.length}: ${shown(actual)}`];
    const rest = [...actual];
    return expected.flatMap((item) => {
      const index = rest.findIndex((candidate) => this.differences(item, candidate, at).length === 0);
      if (index < 0) return [`${at}: no item is ${shown(item)} in ${shown(rest)}`];
      rest.splice(index, 1);
      return [];
    });
  }

  /** @param {string} expected @param {string} actual */
  #matches(expected, actual) {
    /** @type {(string | undefined)[]} */
    const names = [];
    const source = expected.split(/(<[^<>]+>)/).map((part) => {
      const [, name, kind] = /^<([^<>:]*)(?:: ([^<>]+))?>$/.exec(part) ?? [];
      if (kind !== undefined) {
        const pattern = kinds[kind];
        if (pattern === undefined) throw new Error(`there is no kind "${kind}" of text`);
        names.push(name || undefined);
        return `(${pattern})`;
      }
      return (name === undefined ? part : this.#of(name)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    }).join('');
    const found = new RegExp(`^${source}$`).exec(actual);
    names.forEach((name, i) => { if (found && name) this.known.set(name, found[i + 1] ?? ''); });
    return found !== null;
  }
}

/** @param {unknown} text */
function isJson(text) {
  try {
    JSON.parse(String(text));
    return typeof text === 'string';
  } catch {
    return false;
  }
}

/** @param {unknown} value */
const shown = (value) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** Splits a command line as a shell would: words, 'as it is' and "as it is". @param {string} line */
export function words(line) {
  return Array.from(line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g), ([word]) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, one, two) => one ?? two ?? ''));
}
