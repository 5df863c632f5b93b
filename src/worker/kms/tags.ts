import type { Tag } from '@aws-sdk/client-kms';
import { AwsError } from '../errors.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyRow } from '../storage/schema.ts';

/** Tags a KMS key can have (facts 2.1). */
const tagQuota = 50;

/**
 * Adds tags to a key's, replacing the values of those it has.
 * @returns the tags in the order of their keys
 * @throws AwsError TagException in AWS's recorded words (facts 2.2)
 */
export function withTags(before: readonly Tag[], added: readonly Tag[]): readonly Tag[] {
  const keys = added.map(({ TagKey }) => TagKey ?? '');
  if (keys.some((key) => key.toLowerCase().startsWith('aws:')))
    throw new AwsError('TagException', 'Tags beginning with aws: are reserved');
  if (new Set(keys).size < keys.length) throw new AwsError('TagException', 'Duplicate tag keys');
  const all = new Map([...before, ...added].map((tag) => [tag.TagKey ?? '', tag]));
  if (all.size > tagQuota) throw new AwsError('TagException', 'Too many tags');
  return [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag);
}

/**
 * The rows by which a key is found by its tags.
 * @param key with the tags that it now has
 */
export function indexTags(rows: Rows, { account, region, KeyId, number, tags }: KeyRow, before: readonly Tag[]): void {
  for (const { TagKey = '', TagValue = '' } of before) rows.delete('keyTags', [account, region, TagKey, TagValue, number]);
  for (const { TagKey = '', TagValue = '' } of tags) rows.put('keyTags', { account, region, TagKey, TagValue, number, KeyId });
}
