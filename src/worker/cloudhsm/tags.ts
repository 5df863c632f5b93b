import type { Tag } from '../../model/cloudhsmv2/types.ts';
import { AwsError } from '../errors.ts';

/** Tags a cluster or backup can have (API Reference, TagResource). */
const tagQuota = 50;

/**
 * Adds tags, replacing the values of those that are there.
 * @throws AwsError CloudHsmTagException, CloudHsmResourceLimitExceededException; AWS's texts are not public
 */
export function withTags(before: readonly Tag[], added: readonly Tag[]): readonly Tag[] {
  const keys = added.map(({ Key }) => Key);
  if (keys.some((key) => key.toLowerCase().startsWith('aws:')))
    throw new AwsError('CloudHsmTagException', 'Tag keys that begin with aws: are reserved.');
  if (new Set(keys).size < keys.length) throw new AwsError('CloudHsmTagException', 'A tag key can be given only once.');
  const all = new Map([...before, ...added].map((tag) => [tag.Key, tag]));
  if (all.size > tagQuota)
    throw new AwsError('CloudHsmResourceLimitExceededException', `A resource can have ${String(tagQuota)} tags.`);
  return [...all.values()].sort((a, b) => (a.Key < b.Key ? -1 : 1));
}
