import type { Shell } from '../../client/shell.ts';
import type { Simulator } from '../../client/simulator.ts';
import { masked, type Way } from '../calls/ways.ts';

/** One thing typed at CloudHSM CLI: a line, and the answers to what it asks. */
export interface Typed {
  readonly line: string;
  /** Passwords; they are asked for, so that they stand in no line. */
  readonly answers?: readonly string[];
}

/** CloudHSM CLI refused. The words are what it printed. */
export class CliRefusal extends Error {
  override name = 'cloudhsm-cli';
}

/**
 * Types lines at a terminal of the customer's own.
 * @throws CliRefusal with what the first line that was refused printed
 */
export async function typeAll(simulator: Simulator, typed: readonly Typed[]): Promise<void> {
  const shell: Shell = simulator.shell();
  for (const { line, answers = [] } of typed) {
    let printed = await shell.run(line);
    for (const answer of answers) printed = await shell.run(answer);
    if (printed.exitCode !== 0) throw new CliRefusal(said(printed));
  }
}

function said({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string {
  if (stderr) return stderr;
  const { data } = JSON.parse(stdout) as { readonly data?: unknown };
  return String(data);
}

/** Whether the cluster has the crypto user `kmsuser`; nobody has to sign in to ask. */
export async function hasKmsUser(simulator: Simulator, ClusterId: string): Promise<boolean> {
  const { stdout, exitCode } = await simulator.shell().run(`cloudhsm-cli --cluster-id ${ClusterId} user list`);
  if (exitCode !== 0) return false;
  const { data } = JSON.parse(stdout) as { readonly data: { readonly users: readonly { readonly username: string; readonly role: string }[] } };
  return data.users.some(({ username, role }) => username === 'kmsuser' && role === 'crypto-user');
}

/** The same as one would see it in a terminal, passwords hidden. */
export function terminal(typed: readonly Typed[]): readonly Way[] {
  const questions = ['Enter password: ', 'Confirm password: '];
  let prompt = '$ ';
  const lines = typed.flatMap(({ line, answers = [] }) => {
    const shown = [`${prompt}${line}`, ...answers.map((_, i) => `${questions[i] ?? ''}${masked}`)];
    prompt = / interactive\b/.test(line) ? 'aws-cloudhsm > ' : line === 'quit' ? '$ ' : prompt;
    return shown;
  });
  return [{ name: 'CloudHSM CLI', grammar: 'shell', texts: [lines.join('\n')] }];
}
