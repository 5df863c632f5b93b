import type { AwsErrorName } from '../model/errors.ts';

/** What simulated AWS answers instead of a result. The door turns it into an error body; nothing else catches it. */
export class AwsError extends Error {
  /** @param text AWS's message; some of AWS's errors arrive without one (facts 8.3) */
  constructor(
    override readonly name: AwsErrorName,
    readonly text?: string,
  ) {
    super(text ?? '');
  }
}

/** The simulator itself cannot go on; `message` says what happened and what to do. Becomes the page's SimulatorError. */
export class SimulatorFault extends Error {
  override readonly name = 'SimulatorFault';
}
