import { deletion, sids } from '../create-key-wizard/policy.ts';

/** What the console's default view of a key policy shows, by its ARNs. */
export interface ConsoleStatements {
  readonly administrators: readonly string[];
  readonly mayDelete: boolean;
  readonly users: readonly string[];
  /** Ids. */
  readonly otherAccounts: readonly string[];
}

interface Statement {
  readonly Sid?: unknown;
  readonly Principal?: { readonly AWS?: unknown };
  readonly Action?: unknown;
}

const many = (value: unknown): readonly string[] => [value].flat().filter((each) => typeof each === 'string');

/**
 * @param Policy of the key, as AWS KMS keeps it
 * @returns undefined where none of the statements is in it that AWS's console writes: renaming them breaks its default view (facts 2.5)
 */
export function consoleStatements(Policy: string): ConsoleStatements | undefined {
  const { Statement } = JSON.parse(Policy) as { readonly Statement: Statement | readonly Statement[] };
  const of = (sid: string): Statement | undefined => [Statement].flat().find(({ Sid }) => Sid === sid);
  if (!Object.values(sids).some(of)) return undefined;
  const administering = of(sids.administrators);
  const using = many(of(sids.users)?.Principal?.AWS);
  const accountOf = (arn: string): string | undefined => /^arn:aws:iam::(\d{12}):root$/.exec(arn)?.[1];
  return {
    administrators: many(administering?.Principal?.AWS),
    mayDelete: deletion.every((action) => many(administering?.Action).includes(`kms:${action}`)),
    users: using.filter((arn) => accountOf(arn) === undefined),
    otherAccounts: using.flatMap((arn) => accountOf(arn) ?? []),
  };
}
