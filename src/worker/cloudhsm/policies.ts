import type { Principal } from '../call.ts';
import { AwsError } from '../errors.ts';
import type { BackupRow } from '../storage/schema.ts';
import { invalidRequest } from './errors.ts';

/** Resource policies: what lets other accounts use a backup (User Guide, "Working with shared backups"). */
interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: unknown;
  readonly Action: unknown;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** @throws AwsError CloudHsmInvalidRequestException; AWS's text is not public */
export function parsePolicy(text: string): readonly Statement[] {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    return invalidRequest('The policy is not valid JSON.');
  }
  const statements = listOf((policy as { Statement?: unknown } | null)?.Statement);
  const sound = statements.every((one) => {
    const { Effect, Principal, Action } = (one ?? {}) as Partial<Statement>;
    return (Effect === 'Allow' || Effect === 'Deny') && Principal !== undefined && Action !== undefined;
  });
  if (statements.length === 0 || !sound) return invalidRequest('Every statement of the policy needs an Effect, a Principal and an Action.');
  return statements as readonly Statement[];
}

/** @throws AwsError CloudHsmAccessDeniedException where the backup's policy does not let the caller's account do this */
export function requireShared(backup: BackupRow, caller: Principal, action: string): void {
  const statements = backup.Policy === undefined ? [] : parsePolicy(backup.Policy);
  const about = statements.filter(
    ({ Principal, Action }) => isNamed(Principal, caller) && listOf(Action).some((one) => one === action || one === 'cloudhsm:*' || one === '*'),
  );
  if (about.length === 0 || about.some(({ Effect }) => Effect === 'Deny'))
    throw new AwsError('CloudHsmAccessDeniedException', `Backup '${backup.BackupId}' is not shared with account ${caller.account}.`);
}

/** An account by its number or its root, or one of its users and roles. */
function isNamed(principal: unknown, { account, names }: Principal): boolean {
  if (principal === '*') return true;
  const listed = listOf((principal as { AWS?: unknown } | null)?.AWS);
  return listed.some((one) => ['*', account, `arn:aws:iam::${account}:root`, ...names].some((name) => name === one));
}
