import type { Place } from '../../model/look.ts';
import type { Principal } from '../call.ts';
import { AwsError } from '../errors.ts';
import { parsePolicy, type Statement } from './policy-documents.ts';

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

/** What the lockout check asks: may this principal do this with this key? */
export interface Question {
  readonly principal: Pick<Principal, 'account' | 'names'>;
  readonly action: string;
  /** The key's ARN. */
  readonly resource: string;
}

/**
 * Checks a policy document before a key gets it.
 * @param resource the key's ARN
 * @param bypass BypassPolicyLockoutSafetyCheck
 * @throws AwsError MalformedPolicyDocumentException, InvalidArnException or LimitExceededException
 */
export function checkPolicy(text: string, principal: Principal, resource: string, bypass: boolean): void {
  if (new TextEncoder().encode(text).length > policyQuota)
    throw new AwsError('LimitExceededException', `The key policy is longer than ${String(policyQuota)} bytes.`);
  const statements = parsePolicy(text);
  // API Reference, PutKeyPolicy: "The key policy must allow the calling principal to make a subsequent PutKeyPolicy request".
  if (!bypass && decide(statements, { principal, action: 'kms:PutKeyPolicy', resource }) !== 'Allow')
    throw new AwsError(
      'MalformedPolicyDocumentException',
      'The new key policy will not allow you to update the key policy in the future.',
    );
}

/**
 * What a key policy says, in IAM's order: an explicit Deny wins, then an Allow, else nothing is said ("Policy evaluation
 * logic"). Who is allowed as an account needs IAM's permission as well, which every identity here has. Conditions are not
 * evaluated: an Allow under a condition may come to apply, a Deny under one may not, so neither locks out.
 */
export function decide(statements: readonly Statement[], question: Question): 'Allow' | 'Deny' | undefined {
  const said = statements.filter((statement) => concerns(statement, question));
  if (said.some(({ Effect, conditional }) => Effect === 'Deny' && !conditional)) return 'Deny';
  return said.some(({ Effect }) => Effect === 'Allow') ? 'Allow' : undefined;
}

/** "If either of the required Resource or Action elements are missing … the policy statement has no effect" (API Reference). */
function concerns({ principals, actions, resources }: Statement, { principal, action, resource }: Question): boolean {
  const { account, names } = principal;
  const callers = ['*', account, `arn:aws:iam::${account}:root`, ...names];
  const isNamed = (listed: readonly string[]): boolean => listed.some((name) => callers.includes(name));
  if (!actions || !resources) return false;
  return (
    isNamed(principals.of) !== principals.not &&
    // IAM's actions are written in any case, ARNs are not.
    actions.of.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) !== actions.not &&
    resources.of.some((pattern) => matches(pattern, resource)) !== resources.not
  );
}

/**
 * Whether text matches a pattern of `*` and `?`. Linear but for the last star, so that no policy can keep the worker busy.
 */
function matches(glob: string, subject: string): boolean {
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
