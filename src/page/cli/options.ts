/** What a command takes: its options by name, without the dashes. */
export interface CommandOptions {
  readonly options: Readonly<Record<string, Option>>;
}
export interface Option {
  readonly required?: true;
  readonly values?: readonly string[];
  /** A whole number above zero. */
  readonly number?: true;
  readonly help: string;
}

export interface Options {
  /** A flag that is set has the value ''. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly filters: readonly string[];
}

/** Every command takes them. */
export const everywhere: CommandOptions['options'] = {
  'cluster-id': { help: 'Unique Id of the cluster to run the operation against' },
  help: { help: 'Print help' },
};
/** Options without a value, and short names. */
export const flags: ReadonlySet<string> = new Set(['verbose', 'deregister', 'help']);
const short: Readonly<Record<string, string>> = { '-v': 'verbose', '-h': 'help' };
/** "Space separated list" (User Guide, "key list"): takes all words that follow and have a `=`; may be said again. */
const listed = 'filter';

/** The words of a line that are no options, and the options. */
export interface Read extends Options {
  readonly names: readonly string[];
}

/** Reads a line: `--name value` or `--name=value`, before or after the command's words. */
export function readWords(words: readonly string[]): Read | { readonly problem: string } {
  const names: string[] = [];
  const values: Record<string, string> = {};
  const filters: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [given = '', ...inline] = (word.startsWith('--') ? word.slice(2) : (short[word] ?? '')).split('=');
    if (!word.startsWith('-')) {
      names.push(word);
      continue;
    }
    if (given === '') return { problem: `unexpected argument '${word}' found` };
    if (flags.has(given)) {
      if (inline.length > 0) return { problem: `unexpected value '${inline.join('=')}' for '--${given}' found` };
      values[given] = '';
      continue;
    }
    const value = inline.length > 0 ? inline.join('=') : words[(at += 1)];
    if (value === undefined || (inline.length === 0 && value.startsWith('--'))) return { problem: `a value is required for '--${given}'` };
    if (given === listed) {
      filters.push(value);
      while (/^[^-].*=/s.test(words[at + 1] ?? '')) filters.push(words[(at += 1)] ?? '');
    } else if (Object.hasOwn(values, given)) return { problem: `the argument '--${given}' cannot be used multiple times` };
    values[given] = value;
  }
  return { names, values, filters };
}

/** @returns what keeps a command from running with these options */
export function problemOf({ values }: Options, { options }: CommandOptions): string | undefined {
  const known: CommandOptions['options'] = { ...everywhere, ...options };
  const unknown = Object.keys(values).find((given) => !Object.hasOwn(known, given));
  if (unknown !== undefined) return `unexpected argument '--${unknown}' found`;
  for (const [name, { required, values: allowed, number }] of Object.entries(known)) {
    const value = values[name];
    if (required && value === undefined) return `the argument '--${name}' is required`;
    if (allowed && value !== undefined && !allowed.includes(value)) return `invalid value '${value}' for '--${name}': ${allowed.join(', ')}`;
    if (number && value !== undefined && !/^0*[1-9]\d{0,8}$/.test(value)) return `invalid value '${value}' for '--${name}': a number above zero is needed`;
  }
  return undefined;
}
