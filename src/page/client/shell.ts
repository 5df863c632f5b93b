import { lazy, notLoaded } from '../../wire/lazy.ts';
import type { CloudHsmCli, Ran } from '../cli/cloudhsm-cli.ts';
import type { Printed, Terminal } from '../cli/shell.ts';
import { SimulatorError } from './errors.ts';

/** A terminal. A line that lacks a password is answered with its question, and the next line is the answer. */
export interface Shell {
  /** Runs a line; lines run one after the other, in the order that they were given. */
  run(line: string): Promise<Printed>;
  /** What stands before the next line: `$ `, `aws-cloudhsm > `, or the question that waits for an answer. */
  readonly prompt: string;
  /** Whether the next line is a password. */
  readonly secret: boolean;
  /** Leaves the question that waits for an answer, as Ctrl+C does; the next line is a command again. */
  interrupt(): void;
}

/** The languages of the terminal, loaded with its first line. */
const languages = lazy(() =>
  import('../cli/shell.ts').catch((error: unknown) => {
    throw new SimulatorError(notLoaded('The terminal', error));
  }),
);

/** @param ran is told of every command that the HSMs have answered well */
export function createShell(hsm: CloudHsmCli, ran: (command: Ran) => void): Shell {
  let terminal: Terminal | undefined;
  return {
    run: (line) => languages.use(({ createShell: create }) => (terminal ??= create(hsm, ran)).run(line)),
    interrupt: () => {
      terminal?.interrupt();
    },
    get prompt() {
      return terminal?.prompt ?? '$ ';
    },
    get secret() {
      return terminal?.secret ?? false;
    },
  };
}
