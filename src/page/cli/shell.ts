import type { CloudHsmCli, Ran } from './cloudhsm-cli.ts';
import { createCloudHsmCli } from './cloudhsm-cli.ts';
import { tokenise } from './tokenise.ts';

/** What a line printed, as a terminal would show it. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  /** 0 where it went well. */
  readonly exitCode: number;
}

/** A terminal of the customer's own, on a computer that reaches the cluster. */
export interface Shell {
  /** Runs a line, or answers the question that the last one ended with (a password). Lines run in the order they were given. */
  run(line: string): Promise<Printed>;
}

/** What stands before the next line: a shell's `$`, CloudHSM CLI's own, or the question that waits for an answer. */
export interface Terminal extends Shell {
  readonly prompt: string;
  /** What is typed next is not to be seen. */
  readonly secret: boolean;
  /** Ctrl+C: leaves the question that waits for an answer. What the HSMs were asked already is not taken back. */
  interrupt(): void;
}

/** Line by line: `cloudhsm-cli …`, and its interactive mode. @param ran is told of every command that the HSMs have answered well */
export function createShell(client: CloudHsmCli, ran: (command: Ran) => void): Terminal {
  const cli = createCloudHsmCli(client, ran);
  let last: Promise<unknown> = Promise.resolve();

  async function runNow(line: string): Promise<Printed> {
    if (cli.question !== undefined) return cli.answer(line);
    const split = tokenise(line);
    if ('problem' in split) return { stdout: '', stderr: `${split.problem}\n`, exitCode: 2 };
    const [first, ...rest] = split.words;
    if (first === undefined) return nothing;
    if (cli.interactive) return first === 'quit' || first === 'exit' ? cli.leave() : cli.run(split.words);
    // The path is the one that AWS's documentation has (User Guide, "Use the CloudHSM CLI").
    if (first !== 'cloudhsm-cli' && first !== '/opt/cloudhsm/bin/cloudhsm-cli')
      return { stdout: '', stderr: `${first}: command not found. This shell knows only cloudhsm-cli.\n`, exitCode: 127 };
    return cli.run(rest);
  }

  return {
    get prompt() {
      return cli.question ?? (cli.interactive ? 'aws-cloudhsm > ' : '$ ');
    },
    get secret() {
      return cli.question !== undefined;
    },
    interrupt: () => {
      cli.interrupt();
    },
    run(line) {
      const printed = last.then(() => runNow(line));
      last = printed.catch(() => undefined);
      return printed;
    },
  };
}

const nothing: Printed = { stdout: '', stderr: '', exitCode: 0 };
