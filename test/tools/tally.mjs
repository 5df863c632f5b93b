/** Counts checks and prints them as they come. The last line of every run is `N passed, N failed`. */

/** @param {string} text */
const indent = (text) => text.replace(/^(?=.)/gm, '    ');

export class Tally {
  passed = 0;
  failed = 0;
  /** Names of what failed, to be listed once more at the end of a long log. @type {string[]} */
  failures = [];

  /** @param {string} name @param {string | undefined} [note] */
  pass(name, note) {
    this.passed += 1;
    console.log(`  ok    ${name}${note ? `: ${note}` : ''}`);
  }

  /** @param {string} name @param {string} message */
  fail(name, message) {
    this.failed += 1;
    this.failures.push(name);
    console.log(`  FAIL  ${name}\n${indent(message)}`);
  }

  /** Counts without a line for each: unit tests are many. @param {number} count */
  passQuietly(count) {
    this.passed += count;
  }

  /**
   * One check: passes if `run` returns (a note, or nothing), fails if it throws.
   * @param {string} name @param {() => Promise<string | void> | string | void} run
   */
  async check(name, run) {
    try {
      this.pass(name, (await run()) ?? undefined);
    } catch (error) {
      this.fail(name, describe(error));
    }
  }

  /** Prints the last line and ends the process: nothing a browser left open may hang a finished run. */
  finish() {
    if (this.passed + this.failed === 0) this.fail('something ran', 'no check ran at all');
    if (this.failures.length > 0) console.log(`\nFailed:\n${this.failures.map((name) => `  ${name}`).join('\n')}`);
    process.stdout.write(`\n${this.passed} passed, ${this.failed} failed\n`, () => process.exit(this.failed === 0 ? 0 : 1));
  }
}

/** @param {unknown} error */
export function describe(error) {
  if (!(error instanceof Error)) return String(error);
  // Our own one-sentence errors need no stack; an assertion or a bug does.
  return error.constructor === Error ? error.message : (error.stack ?? error.message);
}
