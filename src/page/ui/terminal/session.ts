import type { Shell } from '../../client/shell.ts';
import type { Printed } from '../../cli/shell.ts';
import type { Simulator } from '../../client/simulator.ts';
import { masked, recalledLine, shownLine } from './passwords.ts';

/** A line that was run, as the scroll-back shows it. */
export interface Entry {
  readonly number: number;
  readonly prompt: string;
  /** As typed, passwords masked. */
  readonly line: string;
  /** What it printed; undefined while it runs. */
  readonly printed: Printed | undefined;
}

/** A person at a shell: what was typed, what it printed, what can be recalled. Passwords are in none of it. */
export interface Session {
  readonly entries: readonly Entry[];
  /** A line is running: the next one waits for its end, as only that tells whether a password is asked for. */
  readonly busy: boolean;
  readonly prompt: string;
  readonly secret: boolean;
  /** Runs a line, or answers a question. */
  run(line: string): Promise<void>;
  /** Ctrl+C: leaves a question, or the line that is being typed. */
  interrupt(typed: string): void;
  /** Empties the scroll-back; a line that runs stays. */
  clear(): void;
  /** The line before, or after, the one that was recalled last; undefined where there is none. `draft` is what stands there now. */
  recall(step: -1 | 1, draft: string): string | undefined;
  /** Called after every change. @returns what ends that */
  follow(changed: () => void): () => void;
}

/** Lines that the scroll-back keeps, and that can be recalled. */
const mostEntries = 200;

const sessions = new WeakMap<Simulator, Session>();

/** The simulator's session: it goes on where a person comes back to the terminal from another view. */
export function sessionOf(simulator: Simulator): Session {
  const known = sessions.get(simulator) ?? createSession(simulator.shell());
  sessions.set(simulator, known);
  return known;
}

export function createSession(shell: Shell): Session {
  let entries: readonly Entry[] = [];
  let busy = false;
  let number = 0;
  const history: string[] = [];
  /** Which of the history is on the line; its length: none. */
  let at = 0;
  let draft = '';
  const followers = new Set<() => void>();
  const changed = (): void => {
    for (const follower of followers) follower();
  };
  const add = (line: string, printed?: Printed): number => {
    number += 1;
    entries = [...entries, { number, prompt: shell.prompt, line, printed }].slice(-mostEntries);
    return number;
  };
  const remember = (line: string): void => {
    const recalled = recalledLine(line);
    if (recalled !== '' && recalled !== history.at(-1)) history.push(recalled);
    if (history.length > mostEntries) history.shift();
    at = history.length;
    draft = '';
  };

  return {
    get entries() {
      return entries;
    },
    get busy() {
      return busy;
    },
    get prompt() {
      return shell.prompt;
    },
    get secret() {
      return shell.secret;
    },
    async run(line) {
      if (busy) return;
      const entry = add(shell.secret ? masked : shownLine(line));
      if (!shell.secret) remember(line);
      busy = true;
      changed();
      // A fault of the simulation, too, is told where the answer is looked for.
      const printed = await shell.run(line).catch((error: unknown) => ({ stdout: '', stderr: `${String(error)}\n`, exitCode: 1 }));
      entries = entries.map((each) => (each.number === entry ? { ...each, printed } : each));
      busy = false;
      changed();
    },
    interrupt(typed) {
      if (busy) return;
      add(`${shell.secret ? '' : shownLine(typed)}^C`, { stdout: '', stderr: '', exitCode: 0 });
      shell.interrupt();
      at = history.length;
      changed();
    },
    clear() {
      entries = entries.filter(({ printed }) => printed === undefined);
      changed();
    },
    recall(step, now) {
      if (at === history.length) draft = now;
      const next = at + step;
      if (next < 0 || next > history.length) return undefined;
      at = next;
      return history[at] ?? draft;
    },
    follow(follower) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}
