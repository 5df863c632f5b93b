import type { Printed } from '../../src/page/cli/shell.ts';

/**
 * Replays what real clients once sent and GlassHSM answered, and says where today's answers differ. What is random is
 * learned on the way: an id of the recording stands for the id that this run's answer has in its place, and later requests
 * carry the new one. So not only the shape of an answer is compared, but also that its ids are the right ones.
 */
export interface Exchange {
  /** What a person typed, or boto3's call. */
  readonly by: string;
  readonly request: {
    readonly target: string;
    /** Access key, Region and service of the Authorization header; the signature is not kept. */
    readonly credential: string;
    readonly host: string;
    readonly body: string;
  };
  readonly response: {
    readonly status: number;
    readonly contentType: string;
    readonly requestId: string;
    readonly body: string;
  };
}
/** The teacher's door, between two requests. */
export interface ControlStep {
  readonly control: string;
  readonly input: Readonly<Record<string, unknown>>;
}
/** A line of `simulator.shell()`, and what it printed. */
export interface ShellStep {
  readonly shell: string;
  readonly printed: Printed;
}
/** What the customer's own openssl made of a cluster's request. A replay has another request, which it signs itself. */
export interface SignStep extends Signed {
  readonly sign: string;
  readonly csr: string;
}
export interface Signed {
  readonly trustAnchor: string;
  readonly signedCert: string;
}
type Step = Exchange | ControlStep | ShellStep | SignStep;
export interface Recording {
  readonly session: string;
  readonly client: string;
  readonly scenario: string;
  readonly steps: readonly Step[];
}

export interface Replayer {
  send(request: { headers: Record<string, string>; host: string; body: string }): Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }>;
  control(command: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
  shell(line: string): Promise<Printed>;
  /** Plays the customer's openssl, with a CA of its own. */
  sign(csr: string): Promise<Signed>;
}

/** Texts of AWS's documentation that look random and are not. */
const fixed = new Set(['cks-1234567890abcdef0', 'hsm-abcdefghijk', 'hsm-zyxwvutsrqp']);

/** Random ids, wherever they stand in a text. */
const random = new RegExp(
  [
    '\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b',
    '\\b[0-9a-f]{64}\\b',
    '\\bcks-[0-9a-f]{17}\\b',
    '\\bhsm-[2-7a-z]{11}\\b',
    '\\beni-[0-9a-f]{17}\\b',
    '\\b(?:cluster|backup)-[2-7a-z]{11}\\b',
    '\\bsg-[0-9a-f]{17}\\b',
  ].join('|'),
  'g',
);
/** Moments, ports and the browser's name: any other of the same form will do. */
const moment = new RegExp(
  ['\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ', '[A-Z][a-z]{2} \\d{1,2}, \\d{4}, \\d{1,2}:\\d\\d:\\d\\d [AP]M', '127\\.0\\.0\\.1:\\d+', '"userAgent":"[^"]*"'].join('|'),
  'g',
);
/** Members that are random as a whole. */
const opaque: ReadonlySet<string> = new Set([
  'AwsHardwareCertificate',
  'CiphertextBlob',
  'ClusterCsr',
  'GrantToken',
  'HsmCertificate',
  'ManufacturerHardwareCertificate',
  'NextMarker',
  'NextToken',
  'PrivateKeyCiphertextBlob',
  'PrivateKeyPlaintext',
  'PublicKey',
]);
/** And, in the answers of these operations, the random bytes that were asked for. */
const makesRandomBytes = /\.Generate(DataKey|Random)$/;
/** Lists in the order of random ids: which item stands where is chance. */
const shuffled = new Set(['Keys']);
/** Later than any time of the scenarios: a time that the recording made. */
const aTimeOfRecording = 1_700_000_000;

/** A text as it stands in a request: certificates are of several lines. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** What the texts of a recording are called in this run. */
class Learned {
  readonly #now = new Map<string, string>();
  readonly #recorded = new Map<string, string>();

  /** @returns whether one may stand for the other */
  learn(recorded: string, now: string): boolean {
    if (fixed.has(recorded) || fixed.has(now)) return recorded === now;
    const before = this.#now.get(recorded);
    if (before !== undefined) return before === now;
    if (this.#recorded.has(now)) return false;
    this.#now.set(recorded, now);
    this.#recorded.set(now, recorded);
    return true;
  }

  /** @returns what this run has in place of a whole text; undefined where that is not known */
  of(recorded: string): string | undefined {
    return this.#now.get(recorded);
  }

  /** @returns a request of the recording with this run's ids; an id that no answer had is the client's own */
  translate(text: string): string {
    const whole = [...this.#now].filter(([recorded]) => !recorded.match(random)).sort(([a], [b]) => b.length - a.length);
    const translated = whole.reduce((so, [recorded, now]) => so.replaceAll(inJson(recorded), inJson(now)), text);
    return translated.replace(random, (id) => {
      if (!this.#now.has(id) && !this.#recorded.has(id)) this.learn(id, id);
      return this.#now.get(id) ?? id;
    });
  }
}

/** Finds differences between two JSON values. */
class Comparison {
  constructor(
    readonly learned: Learned,
    readonly target: string,
    /** Ids are compared by their form only. */
    readonly loose = false,
  ) {}

  differences(recorded: unknown, now: unknown, path: string): string[] {
    const wrong = [`${path}: recorded ${JSON.stringify(recorded)}, now ${JSON.stringify(now)}`];
    if (typeof recorded === 'string') return typeof now === 'string' && this.#sameText(recorded, now, path) ? [] : wrong;
    if (typeof recorded === 'number' && recorded > aTimeOfRecording) return typeof now === 'number' && now > aTimeOfRecording ? [] : wrong;
    if (typeof recorded !== 'object' || recorded === null) return recorded === now ? [] : wrong;
    if (typeof now !== 'object' || now === null || Array.isArray(now) !== Array.isArray(recorded)) return wrong;
    // Their order is the wire's, and so part of what is compared.
    if (Object.keys(recorded).join() !== Object.keys(now).join())
      return [`${path} had ${Object.keys(recorded).join(', ')}; now ${Object.keys(now).join(', ')}`];
    return Object.entries(recorded).flatMap(([name, value]) => {
      const within = shuffled.has(name) ? new Comparison(new Learned(), this.target, true) : this;
      return within.differences(value, (now as Record<string, unknown>)[name], `${path}.${name}`);
    });
  }

  #sameText(recorded: string, now: string, path: string): boolean {
    const known = this.learned.of(recorded);
    if (known !== undefined) return known === now;
    const member = path.slice(path.lastIndexOf('.') + 1);
    if (opaque.has(member) || (member === 'Plaintext' && makesRandomBytes.test(this.target))) return now !== '' && this.#same(recorded, now);
    const form = (text: string): string => text.replace(random, '<id>').replace(moment, '<moment>');
    if (form(recorded) !== form(now)) return false;
    const [ids, others] = [recorded.match(random) ?? [], now.match(random) ?? []];
    return ids.every((id, i) => this.#same(id, others[i] ?? ''));
  }

  #same(recorded: string, now: string): boolean {
    return this.loose || this.learned.learn(recorded, now);
  }
}

/** @returns each difference with the step that it was found at; none where all is as recorded */
export async function replay({ steps }: Recording, replayer: Replayer): Promise<string[]> {
  const learned = new Learned();
  const found: string[] = [];
  for (const step of steps) {
    if ('control' in step) await replayer.control(step.control, step.input);
    else if ('sign' in step) learnSigned(learned, step, await replayer.sign(learned.of(step.csr) ?? step.csr));
    else if ('shell' in step) {
      const printed = await replayer.shell(learned.translate(step.shell));
      found.push(...new Comparison(learned, '').differences(step.printed, printed, step.shell));
    } else {
      const { request, response, by } = step;
      const now = await replayer.send({
        host: request.host,
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': request.target,
          'x-amz-date': '20261123T000000Z',
          authorization: `AWS4-HMAC-SHA256 Credential=${request.credential}/aws4_request, SignedHeaders=host, Signature=0`,
        },
        body: learned.translate(request.body),
      });
      found.push(...differences(learned, request.target, response, now).map((difference) => `${by}\n  ${difference}`));
    }
  }
  return found;
}

function learnSigned(learned: Learned, recorded: Signed, now: Signed): void {
  learned.learn(recorded.trustAnchor, now.trustAnchor);
  learned.learn(recorded.signedCert, now.signedCert);
}

/** The same for two recordings of one session: what a client sends today against what it sent then. */
export function compareRecordings(then: Recording, today: Recording): string[] {
  const name = (step: Step): string => ('control' in step ? step.control : 'sign' in step ? step.sign : 'shell' in step ? step.shell : step.by);
  if (then.steps.length !== today.steps.length)
    return [`${String(then.steps.length)} steps were recorded, there are ${String(today.steps.length)}:\n${today.steps.map(name).join('\n')}`];
  const learned = new Learned();
  return then.steps.flatMap((step, i) => {
    const other = today.steps[i];
    const another = [`step ${String(i)}, ${name(step)}, is another one`];
    if (!other) return another;
    if ('sign' in step && 'sign' in other) {
      learnSigned(learned, step, other);
      return learned.of(step.csr) === other.csr ? [] : another;
    }
    if ('shell' in step && 'shell' in other) {
      const printed = new Comparison(learned, '').differences(step.printed, other.printed, step.shell);
      return [...(learned.translate(step.shell) === other.shell ? [] : another), ...printed];
    }
    if (!('request' in step && 'request' in other)) return JSON.stringify(step) === JSON.stringify(other) ? [] : another;
    // `by` may hold ids, so its form counts.
    const request = ({ by, request: { host: _port, ...rest } }: Exchange): string => [by, ...Object.values(rest)].join('\n    ');
    const [asked, asks] = [learned.translate(request(step)), request(other)];
    return [
      ...(asked.replace(moment, '') === asks.replace(moment, '') ? [] : [`the request was\n    ${asked}\n  and is\n    ${asks}`]),
      ...differences(learned, step.request.target, step.response, {
        status: other.response.status,
        headers: { 'content-type': other.response.contentType, 'x-amzn-requestid': other.response.requestId },
        body: other.response.body,
      }),
    ].map((difference) => `${step.by}\n  ${difference}`);
  });
}

function differences(
  learned: Learned,
  target: string,
  recorded: Exchange['response'],
  now: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string },
): string[] {
  const comparison = new Comparison(learned, target);
  const found = [
    ...comparison.differences(recorded.status, now.status, 'status'),
    ...comparison.differences(recorded.contentType, now.headers['content-type'], 'content-type'),
    ...comparison.differences(recorded.requestId, now.headers['x-amzn-requestid'], 'x-amzn-requestid'),
  ];
  if (recorded.body === '' || now.body === '') return [...found, ...comparison.differences(recorded.body, now.body, 'body')];
  return [...found, ...comparison.differences(JSON.parse(recorded.body), JSON.parse(now.body), 'body')];
}
