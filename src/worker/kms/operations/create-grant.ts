import type { CreateGrantCommandInput } from '@aws-sdk/client-kms';
import { AwsError } from '../../errors.ts';
import { newGrantId } from '../../ids.ts';
import type { GrantRow } from '../../storage/schema.ts';
import { grantCounterKey, grantQuota } from '../grants.ts';
import { newGrantToken } from '../grant-tokens.ts';
import { endDryRun, theKey, type KmsHandler } from '../handler.ts';
import { checkGrant } from '../new-grant-rules.ts';

/**
 * Lets a principal use the key. With a name, the same request again is the same grant: "the original GrantId is returned
 * without creating a new grant"; the token is another one each time (API Reference).
 */
export const createGrant: KmsHandler<'CreateGrant'> = (call, input) => {
  checkGrant(input);
  const { account, region, now } = call;
  const { row, arn } = theKey(call.keys);
  const { KeyId } = row;
  const GrantId = newGrantId();
  const request = input.Name === undefined ? undefined : requestText(input);
  const grant: GrantRow = { account, region, KeyId, GrantId, CreationDate: now, ...parametersOf(input, account), ...(request !== undefined && { request }) };
  return call.commit(
    [
      { store: 'counters', key: grantCounterKey(call, KeyId) },
      ...(request === undefined ? [] : [{ store: 'grantNames' as const, key: [account, region, KeyId, request] }]),
    ],
    (rows) => {
      const known = request === undefined ? undefined : rows.get('grantNames', [account, region, KeyId, request]);
      const count = rows.get('counters', grantCounterKey(call, KeyId))?.count ?? 0;
      if (!known && count >= grantQuota)
        throw new AwsError('LimitExceededException', `The key has ${String(grantQuota)} grants.`);
      // Thrown, so that nothing of it is kept.
      endDryRun(input.DryRun);
      // The token is never in CloudTrail.
      call.note({ responseElements: { grantId: known?.GrantId ?? GrantId, keyId: arn } });
      if (known) return { GrantToken: newGrantToken({ ...grant, GrantId: known.GrantId }), GrantId: known.GrantId };
      rows.put('counters', { account, region, name: `grants/${KeyId}`, count: count + 1, next: 0 });
      rows.put('grants', grant);
      if (request !== undefined) rows.put('grantNames', { account, region, KeyId, request, GrantId });
      const { RetiringPrincipal } = grant;
      if (RetiringPrincipal !== undefined) rows.put('retirableGrants', { account, region, RetiringPrincipal, KeyId, GrantId });
      return { GrantToken: newGrantToken(grant), GrantId };
    },
  );
};

type Parameters = Omit<GrantRow, 'account' | 'region' | 'KeyId' | 'GrantId' | 'CreationDate'>;

const parametersOf = (input: CreateGrantCommandInput, account: string): Parameters => ({
  ...(input.Name !== undefined && { Name: input.Name }),
  ...(input.GranteePrincipal !== undefined && { GranteePrincipal: input.GranteePrincipal }),
  ...(input.GranteeServicePrincipal !== undefined && { GranteeServicePrincipal: input.GranteeServicePrincipal }),
  ...(input.RetiringPrincipal !== undefined && { RetiringPrincipal: input.RetiringPrincipal }),
  ...(input.RetiringServicePrincipal !== undefined && { RetiringServicePrincipal: input.RetiringServicePrincipal }),
  IssuingAccount: `arn:aws:iam::${account}:root`,
  Operations: [...new Set(input.Operations)],
  ...(input.Constraints && { Constraints: input.Constraints }),
});

/** All parameters in an order of their own, so that two requests that say the same have the same text. */
function requestText(input: CreateGrantCommandInput): string {
  const { KeyId: _key, GrantTokens: _tokens, DryRun: _dryRun, Operations = [], Constraints = {}, ...rest } = input;
  const sorted = (value: object): unknown[] => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const constraints = sorted(Constraints).map((entry) => {
    const [name, value] = entry as [string, unknown];
    return [name, typeof value === 'object' && value !== null ? sorted(value) : value];
  });
  return JSON.stringify([sorted(rest), [...new Set(Operations)].sort(), constraints]);
}
