import type { cloudhsmCliOperations } from '../../model/cloudhsm-cli/operations.ts';
import { AwsError } from '../client/errors.ts';
import type { ServiceClient } from '../client/services.ts';
import { place, Refused, signedIn, type Command } from './command.ts';
import { commands } from './commands/all.ts';
import { helpOf } from './help.ts';
import { problemOf, readWords, type Options, type Read } from './options.ts';
import type { Printed } from './shell.ts';

/** The cluster's HSMs, as CloudHSM CLI reaches them. */
export type CloudHsmCli = ServiceClient<typeof cloudhsmCliOperations>;

/** Where one is signed in, and as what the HSMs know it. */
export interface Session {
  readonly ClusterId: string;
  readonly SessionId: string;
}

/** What a command may look at and change. */
export interface Client {
  readonly hsm: CloudHsmCli;
  /** The cluster that `--cluster-id` named. */
  readonly ClusterId: string | undefined;
  session: Session | undefined;
}

/** A command that the HSMs have answered well. It has no password. */
export interface Ran {
  /** `user create` */
  readonly command: string;
  readonly options: Options['values'];
  readonly filters: readonly string[];
  /** The cluster that it was for, where one was named or is logged in to. */
  readonly ClusterId?: string;
}

/** One client program: it remembers who signed in, and asks for passwords that were not given. */
export interface Cli {
  /** What it waits for; undefined where it takes a command. */
  readonly question: string | undefined;
  run(words: readonly string[]): Promise<Printed>;
  answer(text: string): Promise<Printed>;
  /** Leaves the question, and with it the command that asked. */
  interrupt(): void;
  /** `interactive` was run, and has not ended. */
  readonly interactive: boolean;
  /** Ends the interactive mode, and signs out. */
  leave(): Promise<Printed>;
}

/** A command that lacks its password. */
interface Asking {
  readonly command: Command;
  readonly options: Read;
  /** Typed once, where it must be typed again. */
  readonly first?: string;
}

/** @param ran is told of every command */
export function createCloudHsmCli(hsm: CloudHsmCli, ran: (command: Ran) => void): Cli {
  let asking: Asking | undefined;
  let session: Session | undefined;
  let configured: string | undefined;
  let interactive = false;

  async function start(command: Command, options: Read): Promise<Printed> {
    const client: Client = { hsm, ClusterId: options.values['cluster-id'] ?? configured, session };
    try {
      if (command.session) signedIn(client);
      if (command.asks && options.values['password'] === undefined) {
        asking = { command, options };
        return nothing;
      }
      const data = await command.run(client, options).finally(() => ({ session } = client));
      const { names, filters, values: { password, ...rest } } = options;
      ran({ command: names.join(' '), options: rest, filters, ...place(client) });
      return { stdout: json({ error_code: 0, data }), stderr: command.note?.(options) ?? '', exitCode: 0 };
    } catch (error) {
      if (error instanceof AwsError || error instanceof Refused) return refused(error.message);
      throw error;
    }
  }

  return {
    get question() {
      if (!asking) return undefined;
      return asking.first === undefined ? 'Enter password:' : 'Confirm password:';
    },
    async run(words) {
      const read = readWords(words);
      if ('problem' in read) return wrong(read.problem);
      const { names, values } = read;
      const name = names.join(' ');
      if (names[0] === 'help' || values['help'] !== undefined) return help(names[0] === 'help' ? names.slice(1) : names);
      if (name === 'interactive' && !interactive) {
        const problem = problemOf(read, { options: {} });
        if (problem !== undefined) return wrong(problem);
        interactive = true;
        configured = values['cluster-id'];
        return nothing;
      }
      const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
      if (!command) return wrong(helpOf(names) === undefined ? `unrecognized command '${name}'` : 'a command is required', names);
      const problem = problemOf(read, command);
      return problem === undefined ? start(command, read) : wrong(problem, names);
    },
    async answer(text) {
      const { command, options, first } = asking ?? {};
      asking = undefined;
      if (!command || !options) return nothing;
      if (command.asks === 'twice' && first === undefined) {
        asking = { command, options, first: text };
        return nothing;
      }
      if (first !== undefined && first !== text) return refused('The passwords do not match.');
      return start(command, { ...options, values: { ...options.values, password: text } });
    },
    interrupt() {
      asking = undefined;
    },
    get interactive() {
      return interactive;
    },
    async leave() {
      interactive = false;
      configured = undefined;
      // Whoever ends the program is signed out; a session that has ended already is no matter.
      if (session) {
        await hsm.logout(session).catch(() => undefined);
        ran({ command: 'logout', options: {}, filters: [] });
      }
      session = undefined;
      return nothing;
    },
  };
}

const nothing: Printed = { stdout: '', stderr: '', exitCode: 0 };
/** As CloudHSM CLI prints: two blanks of indent (facts 6.5). */
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const refused = (data: string): Printed => ({ stdout: json({ error_code: 1, data }), stderr: '', exitCode: 1 });
/** With the help of the command, or of all where there is no such command. */
const wrong = (problem: string, names: readonly string[] = []): Printed => ({
  stdout: '',
  stderr: `error: ${problem}\n\n${helpOf(names) ?? helpOf([]) ?? ''}`,
  exitCode: 2,
});
function help(names: readonly string[]): Printed {
  const text = helpOf(names);
  return text === undefined ? wrong(`unrecognized command '${names.join(' ')}'`) : { stdout: text, stderr: '', exitCode: 0 };
}
