/** What the SDK calls `$metadata`: how the answer came. */
export interface ResponseMetadata {
  readonly httpStatusCode: number;
  /** AWS's `x-amzn-RequestId`; CloudTrail's event of the call has the same. */
  readonly requestId: string;
}

/** The simulated AWS refused the call, in AWS's words. A lesson, not a fault: see {@link SimulatorError} for those. */
export class AwsError extends Error {
  /** Whose fault AWS says it is: `client` for HTTP 4xx, `server` for 5xx. */
  readonly $fault: 'client' | 'server';
  readonly $metadata: ResponseMetadata;

  /**
   * @param name AWS's error code, e.g. `CustomKeyStoreInvalidStateException`
   * @param message AWS's text; empty where AWS sends none
   */
  constructor(name: string, message: string, $metadata: ResponseMetadata) {
    super(message);
    this.name = name;
    this.$fault = $metadata.httpStatusCode < 500 ? 'client' : 'server';
    this.$metadata = $metadata;
  }
}

/** The simulator itself could not answer: it did not load, was closed, has no storage. The message says what to do. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError';
}
