import { commands } from './commands/all.ts';
import { everywhere, flags, type Option } from './options.ts';

/** In the form of CloudHSM CLI's own help; what a command is called and does is the User Guide's, shortened. */

/**
 * @param words a command, the words that some begin with, or none
 * @returns undefined where nothing is called so
 */
export function helpOf(words: readonly string[]): string | undefined {
  const name = words.join(' ');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return ofCommand(name, command.summary, command.options);
  const within = Object.entries(commands).filter(([other]) => words.length === 0 || other.startsWith(`${name} `));
  if (within.length === 0) return undefined;
  const width = Math.max(...within.map(([other]) => other.length));
  const lines = within.map(([other, { summary }]) => `  ${other.padEnd(width)}  ${summary}\n`);
  const more = words.length === 0 ? `  ${'interactive'.padEnd(width)}  Start the interactive mode; quit leaves it\n  ${'help'.padEnd(width)}  Print this, or the help of a command\n` : '';
  return `Usage: cloudhsm-cli ${name === '' ? '' : `${name} `}<COMMAND>\n\nCommands:\n${lines.join('')}${more}`;
}

function ofCommand(name: string, summary: string, own: Readonly<Record<string, Option>>): string {
  const options = Object.entries({ ...own, ...everywhere });
  const shown = ([option]: readonly [string, Option]): string => (flags.has(option) ? `--${option}` : `--${option} <${option.replaceAll('-', '_').toUpperCase()}>`);
  const required = options.filter(([, { required: must }]) => must).map((entry) => ` ${shown(entry)}`);
  const width = Math.max(...options.map((entry) => shown(entry).length));
  const lines = options.map((entry) => {
    const [, { help, values }] = entry;
    return `  ${shown(entry).padEnd(width)}  ${help}${values ? ` [possible values: ${values.join(', ')}]` : ''}\n`;
  });
  return `${summary}\n\nUsage: ${name} [OPTIONS]${required.join('')}\n\nOptions:\n${lines.join('')}`;
}
