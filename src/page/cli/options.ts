/** What a command takes: its options by name, without the dashes. */
export interface CommandOptions {
  readonly options: Readonly<Record<string, { readonly required?: true; readonly values?: readonly string[] }>>;
}

export interface Options {
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** Every command takes it. */
const everywhere = { 'cluster-id': {} };

/** Finds the command and reads its options: `--name value` or `--name=value`, before or after the command's words. */
export function readOptions<C extends CommandOptions>(
  words: readonly string[],
  commands: Readonly<Record<string, C>>,
): { readonly command: C; readonly options: Options } | { readonly problem: string } {
  const names: string[] = [];
  const values: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      names.push(word);
      continue;
    }
    const [name = '', ...inline] = word.slice(2).split('=');
    const value = inline.length > 0 ? inline.join('=') : words[(at += 1)];
    if (value === undefined) return { problem: `a value is required for '--${name}'` };
    values[name] = value;
  }
  const name = names.join(' ');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return { problem: name === '' ? 'a command is required' : `unrecognized command '${name}'` };
  const known: CommandOptions['options'] = { ...everywhere, ...command.options };
  const unknown = Object.keys(values).find((given) => !Object.hasOwn(known, given));
  if (unknown !== undefined) return { problem: `unexpected argument '--${unknown}' found` };
  for (const [option, { required, values: allowed }] of Object.entries(known)) {
    const value = values[option];
    if (required && value === undefined) return { problem: `the argument '--${option}' is required` };
    if (allowed && value !== undefined && !allowed.includes(value))
      return { problem: `invalid value '${value}' for '--${option}': ${allowed.join(', ')}` };
  }
  return { command, options: { values } };
}
