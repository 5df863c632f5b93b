import type { Place } from '../../model/look.ts';
import type { Principal } from '../call.ts';
import { AwsError } from '../errors.ts';

/** The policy of a key that was created without one, letter by letter as AWS prints it (facts 2.5). */
export const defaultPolicy = ({ account }: Place): string => `{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "arn:aws:iam::${account}:root"
    },
    "Action" : "kms:*",
    "Resource" : "*"
  } ]
}`;

/** Bytes (facts 2.1: the model allows more, the quota does not). */
const policyQuota = 32_768;

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
}

/**
 * Checks a policy document before a key gets it.
 * @param bypass BypassPolicyLockoutSafetyCheck
 * @throws AwsError MalformedPolicyDocumentException or LimitExceededException
 */
export function checkPolicy(text: string, principal: Principal, bypass: boolean): void {
  if (new TextEncoder().encode(text).length > policyQuota)
    throw new AwsError('LimitExceededException', `The key policy is longer than ${String(policyQuota)} bytes.`);
  const statements = statementsOf(text);
  if (!bypass && !statements.some((statement) => allowsPutKeyPolicy(statement, principal)))
    throw new AwsError(
      'MalformedPolicyDocumentException',
      'The new key policy will not allow you to update the key policy in the future.',
    );
}

function statementsOf(text: string): readonly Statement[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return malformed('The policy is not valid JSON.');
  }
  if (typeof document !== 'object' || document === null || !('Statement' in document))
    return malformed('The policy has no Statement.');
  const statements = many(document.Statement);
  for (const statement of statements) {
    if (typeof statement !== 'object' || statement === null) return malformed('A statement is not an object.');
    if (!('Effect' in statement) || !['Allow', 'Deny'].includes(String(statement.Effect)))
      return malformed('A statement has no Effect of Allow or Deny.');
    if (!('Principal' in statement) && !('NotPrincipal' in statement)) return malformed('A statement has no Principal.');
    if (!('Action' in statement) && !('NotAction' in statement)) return malformed('A statement has no Action.');
    if (!('Resource' in statement) && !('NotResource' in statement)) return malformed('A statement has no Resource.');
  }
  return statements as readonly Statement[];
}

/** The lockout check: can the caller, or the account for its users, put a policy again? */
function allowsPutKeyPolicy({ Effect, Principal: who, Action }: Statement, { account, arn }: Principal): boolean {
  if (Effect !== 'Allow') return false;
  const principals = typeof who === 'object' && who !== null && 'AWS' in who ? many(who.AWS) : many(who);
  const callers: unknown[] = ['*', account, `arn:aws:iam::${account}:root`, arn];
  return (
    principals.some((principal) => callers.includes(principal)) &&
    many(Action).some((action) => typeof action === 'string' && matches(action, 'kms:PutKeyPolicy'))
  );
}

const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * Whether text matches a pattern of `*` and `?`, without regard to case. Linear but for the last star, so that no policy
 * can keep the worker busy.
 */
function matches(pattern: string, text: string): boolean {
  const [glob, subject] = [pattern.toLowerCase(), text.toLowerCase()];
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < subject.length; ) {
    if (glob[at] === '*') {
      star = at;
      resume = i;
      at += 1;
    } else if (glob[at] === '?' || glob[at] === subject[i]) {
      at += 1;
      i += 1;
    } else if (star >= 0) {
      resume += 1;
      i = resume;
      at = star + 1;
    } else return false;
  }
  return /^\**$/.test(glob.slice(at));
}

/** Which text AWS sends for which fault is not public. */
function malformed(text: string): never {
  throw new AwsError('MalformedPolicyDocumentException', text);
}
