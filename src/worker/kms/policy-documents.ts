import { AwsError } from '../errors.ts';

/** Key policy documents: IAM's policy grammar, read into statements that can be asked. */

/** An element and its `Not…` form: IAM has either. */
interface Element {
  readonly of: readonly string[];
  readonly not: boolean;
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  /** AWS principals only: services and federated ones are never the caller. */
  readonly principals: Element;
  readonly actions: Element | undefined;
  readonly resources: Element | undefined;
  /** The statement has a Condition. */
  readonly conditional: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const documentElements = ['Version', 'Id', 'Statement'];
const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const versions: readonly unknown[] = [undefined, '2012-10-17', '2008-10-17'];

/**
 * @throws AwsError MalformedPolicyDocumentException: without a message for what is no policy (reported from AWS), with
 * AWS's words for a principal that is none; InvalidArnException for an ARN that names no principal
 */
export function parsePolicy(text: string): readonly Statement[] {
  const document = parseJson(text);
  if (!isObject(document) || !hasOnly(document, documentElements) || !('Statement' in document)) return malformed();
  if (!versions.includes(document['Version']) || !isText(document['Id'] ?? '')) return malformed();
  return many(document['Statement']).map(parseStatement);
}

function parseStatement(statement: unknown): Statement {
  if (!isObject(statement) || !hasOnly(statement, statementElements)) return malformed();
  const { Effect, Sid = '', Condition = {} } = statement;
  if ((Effect !== 'Allow' && Effect !== 'Deny') || !isText(Sid) || !isObject(Condition)) return malformed();
  const who = oneOf(statement, 'Principal') ?? malformed();
  return {
    Effect,
    principals: { of: principalsOf(who.value), not: who.not },
    actions: strings(oneOf(statement, 'Action')),
    resources: strings(oneOf(statement, 'Resource')),
    conditional: Object.keys(Condition).length > 0,
  };
}

/** `Action` or `NotAction`, and so on. */
function oneOf(statement: Json, name: string): { readonly value: unknown; readonly not: boolean } | undefined {
  const given = [name, `Not${name}`].filter((element) => element in statement);
  if (given.length > 1) return malformed();
  const [element] = given;
  return element === undefined ? undefined : { value: statement[element], not: element !== name };
}

function strings(element: { readonly value: unknown; readonly not: boolean } | undefined): Element | undefined {
  if (!element) return undefined;
  const of = many(element.value);
  return of.length > 0 && of.every(isText) ? { of, not: element.not } : malformed();
}

/** @returns the AWS principals of `"*"` or `{ "AWS": …, "Service": … }` */
function principalsOf(value: unknown): readonly string[] {
  if (value === '*') return ['*'];
  // A text other than the star is no principal, and neither is an empty list.
  if (!isObject(value) || Object.keys(value).length === 0) return malformed();
  for (const [kind, names] of Object.entries(value)) {
    if (many(names).length === 0) return malformed();
    for (const name of many(names)) checkPrincipal(kind, name);
  }
  return many(value['AWS'] ?? []).filter(isText);
}

/** What a principal of each kind looks like (IAM User Guide, "Principal"). That it exists is not checked: IAM is not simulated. */
const principalForms: Readonly<Record<string, RegExp>> = {
  AWS: /^(\*|\d{12}|arn:aws:iam::\d{12}:(root|(user|role)\/[\w+=,.@/-]+)|arn:aws:sts::\d{12}:(assumed-role|federated-user)\/[\w+=,.@/-]+)$/,
  Service: /^[a-z0-9.-]+\.amazonaws\.com$/,
  Federated: /^.+$/,
  CanonicalUser: /^[0-9a-f]{64}$/,
};

function checkPrincipal(kind: string, name: unknown): void {
  if (!isText(name)) malformed();
  if (principalForms[kind]?.test(name)) return;
  // Reported from AWS for an ARN that cannot be a principal's, as that of a group.
  if (kind === 'AWS' && name.startsWith('arn:'))
    throw new AwsError('InvalidArnException', 'An ARN in the specified key policy is invalid.');
  throw new AwsError(
    'MalformedPolicyDocumentException',
    'Policy contains a statement with one or more invalid principals.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return malformed();
  }
}

const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const hasOnly = (value: Json, names: readonly string[]): boolean => Object.keys(value).every((name) => names.includes(name));

/** AWS answers what is no policy without a message (reported; facts of other faults of the grammar are not public). */
function malformed(): never {
  throw new AwsError('MalformedPolicyDocumentException');
}
