import type { Shape, Values } from '../../../model/shapes.ts';
import { isTyped, parsed, type Deed } from '../calls/call.ts';
import { inputOf, isValues, present, words, type WrittenCall } from '../calls/written.ts';

/**
 * What a runbook does not have as it was in the simulator. `id`: whoever runs it names theirs; `secret`: typed, hidden;
 * `password`: likewise, of a user of a cluster; `bytes`: in base64; `file`: read from a file.
 */
export interface Variable {
  readonly name: string;
  readonly kind: 'id' | 'secret' | 'password' | 'bytes' | 'secretBytes' | 'file';
  /** The simulator's value; of secrets nothing is kept, of a password its user. */
  readonly was: string;
}

/** Where an answer has the value of a variable. */
export interface Given {
  readonly variable: Variable;
  /** As `--query` takes it. */
  readonly path: string;
}

/** Ids that AWS gives, and accounts in ARNs. */
const ids = /(?<![0-9a-z])(?:cks-[0-9a-f]{17}|(?:cluster|hsm|backup)-[0-9a-z]{11,16}|subnet-[0-9a-f]{8,17}|mrk-[0-9a-f]{32}|0x[0-9a-f]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z])|(?<=:)\d{12}(?=:)/g;
const idNames: readonly (readonly [RegExp, string])[] = [
  [/^cks-/, 'CUSTOM_KEY_STORE_ID'],
  [/^(cluster|hsm|backup|subnet)-/, ''],
  [/^\d{12}$/, 'ACCOUNT_ID'],
  // CloudHSM CLI's, of a key in an HSM.
  [/^0x/, 'KEY_REFERENCE'],
  [/^/, 'KEY_ID'],
];
const nameOfId = (id: string): string => (idNames.find(([pattern]) => pattern.test(id))?.[1] ?? '') || `${(id.split('-')[0] ?? '').toUpperCase()}_ID`;

/** Whether an answer's value is of this world alone: an id, an ARN, a token or bytes; not a state or a name. */
const isOwn = (value: string): boolean => value.match(ids)?.[0] === value || value.startsWith('arn:') || /^\S{40,}$/.test(value);

/** Files that the CloudHSM User Guide has, by the member that wants their content. */
const files: Readonly<Record<string, (input: Values) => string>> = {
  TrustAnchorCertificate: () => 'customerCA.crt',
  TrustAnchor: () => 'customerCA.crt',
  SignedCert: ({ ClusterId }) => `${String(ClusterId)}_CustomerHsmCertificate.crt`,
};

/** A name that stands for a variable until the command is written; for any language it is one plain word. */
const tokenOf = (index: number): string => `GLASSHSM_VARIABLE_${String(index)}_`;
export const tokens = /GLASSHSM_VARIABLE_(\d+)_/g;
/** The same for the Region. */
export const regionToken = 'GLASSHSM_REGION';

/** All variables of a runbook: made known in the order of its steps. */
export class Variables {
  readonly all: Variable[] = [];
  /** By the simulator's value: what an answer has given, and ids that were asked for. */
  private readonly known = new Map<string, Variable>();
  /** Values that answers of these steps hold, and where; whether they become variables shows when they are used. */
  private readonly answers = new Map<string, { readonly step: number; readonly path: string; readonly name: string; readonly kind: 'id' | 'bytes' }>();
  /** By user. */
  private readonly passwords = new Map<string, Variable>();
  readonly given = new Map<number, Given[]>();

  /** @param deeds in the order of the runbook */
  constructor(deeds: readonly Deed[]) {
    deeds.forEach((call, step) => {
      // What is only shown there does not come from there.
      if (isTyped(call) || call.code !== undefined || /^(Describe|List|Lookup)/.test(call.operation)) return;
      const body = parsed(call.response.body);
      if (isValues(body)) this.hear(body, '', step, call.request.body);
    });
  }

  private hear(value: unknown, path: string, step: number, asked: string): void {
    if (Array.isArray(value)) value.forEach((each, i) => { this.hear(each, `${path}[${String(i)}]`, step, asked); });
    else if (isValues(value)) for (const [name, each] of Object.entries(value)) this.hear(each, path ? `${path}.${name}` : name, step, asked);
    else if (typeof value === 'string' && isOwn(value) && !asked.includes(value) && !this.answers.has(value)) {
      const member = path.split('.').at(-1) ?? '';
      if (/^(Plaintext|PrivateKeyPlaintext|SharedSecret)$/.test(member)) return;
      const isId = value.match(ids)?.[0] === value;
      const kind = /Blob|Token$|PublicKey|Signature|^Mac$/.test(member) ? 'bytes' : 'id';
      this.answers.set(value, { step, path, name: isId ? nameOfId(value) : words(member, '_').toUpperCase(), kind });
    }
  }

  private add(base: string, kind: Variable['kind'], was: string): Variable {
    let name = base;
    for (let i = 2; this.all.some((each) => each.name === name); i += 1) name = `${base}_${String(i)}`;
    const variable = { name, kind, was };
    this.all.push(variable);
    return variable;
  }

  private token(variable: Variable): string {
    return tokenOf(this.all.indexOf(variable));
  }

  /** The variable for a value that this step uses; undefined where it is a value like any other. */
  private of(value: string, step: number, id: boolean): Variable | undefined {
    const before = this.known.get(value);
    if (before) return before;
    const answer = this.answers.get(value);
    if (answer && answer.step < step) {
      const variable = this.add(answer.name, answer.kind, value);
      this.known.set(value, variable);
      this.given.set(answer.step, [...(this.given.get(answer.step) ?? []), { variable, path: answer.path }]);
      return variable;
    }
    if (!id) return undefined;
    const variable = this.add(nameOfId(value), 'id', value);
    this.known.set(value, variable);
    return variable;
  }

  /** A text with names for the ids in it, and for the Region in its ARNs. */
  text(text: string, step: number): string {
    const named = text.replace(ids, (id) => {
      const variable = this.of(id, step, true);
      return variable ? this.token(variable) : id;
    });
    return named.replace(/(?<=\barn:aws:[\w-]+:)[a-z]+(?:-[a-z]+)+-\d(?=:)/g, regionToken);
  }

  /** The same call with names for what is not to be in a runbook. */
  call(call: Pick<WrittenCall, 'service' | 'operation' | 'input'>, step: number): Values {
    const replaced = (shape: Shape, member: string, value: unknown): unknown => {
      if (shape.type === 'list') return (value as readonly unknown[]).map((each) => replaced(shape.member, member, each));
      if (shape.type === 'map') return Object.fromEntries(Object.entries(value as Values).map(([key, each]) => [this.text(key, step), replaced(shape.value, member, each)]));
      if (shape.type === 'structure') return Object.fromEntries(present(shape.members, value as Values).map(([name, of, each]) => [name, replaced(of, name, each)]));
      if (typeof value !== 'string') return value;
      const file = files[member]?.(call.input);
      if (file !== undefined) return this.token(this.once(this.text(file, step), 'file', this.text(file, step)));
      if (member === 'KeyStorePassword') return this.password('kmsuser');
      if (shape.type === 'string' && shape.sensitive) return this.token(this.once(words(member, '_').toUpperCase(), 'secret', ''));
      const whole = this.of(value, step, false);
      if (whole) return this.token(whole);
      if (shape.type !== 'blob') return this.text(value, step);
      return this.token(shape.sensitive ? this.once(words(member, '_').toUpperCase(), 'secretBytes', '') : this.add(words(member, '_').toUpperCase(), 'bytes', ''));
    };
    return Object.fromEntries(present(inputOf(call), call.input).map(([name, shape, value]) => [name, replaced(shape, name, value)]));
  }

  /**
   * The password of a cluster's user: asked for once, and again where a step gives the user another.
   * @param set this step does
   */
  password(username: string, set = false): string {
    const known = this.passwords.get(username);
    const variable = known && !set ? known : this.add(`${username.toUpperCase().replace(/\W|^(?=\d)/g, '_')}_PASSWORD`, 'password', username);
    this.passwords.set(username, variable);
    return this.token(variable);
  }

  /** One of this name for all steps: a secret is asked for once. */
  private once(name: string, kind: Variable['kind'], was: string): Variable {
    return this.all.find((each) => each.name === name && each.kind === kind) ?? this.add(name, kind, was);
  }
}
