import { expect } from 'chai';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import { createKey, eventsOf, origins, resourcesOf, type TestKey } from './kms-world.ts';

/** Tags: facts 2.1, 2.2; research 5. */

interface Tag {
  TagKey: string;
  TagValue: string;
}
const tag = (TagKey: string, TagValue = ''): Tag => ({ TagKey, TagValue });
const many = (count: number, from = 0): Tag[] => Array.from({ length: count }, (_, i) => tag(`key${String(from + i).padStart(3, '0')}`, String(i)));
const length = (value: string, at: string, limit: string): string =>
  `1 validation error detected: Value '${value}' at 'tags.1.member.${at}' failed to satisfy constraint: Member must have length ${limit}`;
const long = 'x'.repeat(257);

/** What CreateKey and TagResource refuse alike. */
const refusals: readonly [what: string, tags: readonly Partial<Tag>[], error: string, text: string][] = [
  ['a key twice', [tag('a', '1'), tag('b'), tag('a', '2')], 'TagException', 'Duplicate tag keys'],
  ['a key twice, of the same value', [tag('a'), tag('a')], 'TagException', 'Duplicate tag keys'],
  ['51 tags', many(51), 'TagException', 'Too many tags'],
  ['a key of AWS', [tag('aws:mine')], 'TagException', 'Tags beginning with aws: are reserved'],
  ['a key of AWS in capitals', [tag('ok'), tag('AWS:mine')], 'TagException', 'Tags beginning with aws: are reserved'],
  ['a key of AWS in any case', [tag('aWs:')], 'TagException', 'Tags beginning with aws: are reserved'],
  ['an empty key', [tag('')], 'ValidationException', length('', 'tagKey', 'greater than or equal to 1')],
  ['a key of 129', [tag('x'.repeat(129))], 'ValidationException', length('x'.repeat(129), 'tagKey', 'less than or equal to 128')],
  ['a value of 257', [tag('a', long)], 'ValidationException', length(long, 'tagValue', 'less than or equal to 256')],
  ['no key', [{ TagValue: 'a' }], 'ValidationException', "1 validation error detected: Value null at 'tags.1.member.tagKey' failed to satisfy constraint: Member must not be null"],
  ['no value', [{ TagKey: 'a' }], 'ValidationException', "1 validation error detected: Value null at 'tags.1.member.tagValue' failed to satisfy constraint: Member must not be null"],
];

describe('tags', () => {
  let world: TestWorld;
  let key: TestKey;
  beforeEach(async () => {
    world = await openTestWorld();
    key = await createKey(world);
  });
  afterEach(() => {
    world.close();
  });
  const add = (Tags: readonly Partial<Tag>[]): Promise<unknown> => world.kms('TagResource', { KeyId: key.KeyId, Tags: Tags as never });
  const remove = (TagKeys: string[]): Promise<unknown> => world.kms('UntagResource', { KeyId: key.KeyId, TagKeys });
  const list = async (KeyId = key.KeyId): Promise<unknown> => (await world.kms('ListResourceTags', { KeyId })).Tags;

  for (const [what, tags, error, text] of refusals)
    it(`${what}: ${error}`, async () => {
      await refused(add(tags), error, text);
      await refused(world.kms('CreateKey', { Tags: tags as never }), error, text);
      expect(await list()).to.deep.equal([]);
      expect((await world.kms('ListKeys')).Keys).to.have.length(1);
    });

  for (const Origin of origins)
    it(`${Origin}: added, updated in their place, taken away, and none in the end`, async () => {
      key = await createKey(world, Origin);
      await add([tag('tag1', 'a'), tag('tag2', 'b')]);
      await add([tag('tag3', 'c'), tag('tag4', 'd'), tag('tag5', 'e')]);
      await add([tag('tag2', 'new'), tag('tag4', '')]);
      expect(await list()).to.deep.equal([tag('tag1', 'a'), tag('tag2', 'new'), tag('tag3', 'c'), tag('tag4', ''), tag('tag5', 'e')]);
      await remove(['tag1', 'none', 'tag3']);
      expect(await list()).to.deep.equal([tag('tag2', 'new'), tag('tag4', ''), tag('tag5', 'e')]);
      await remove(['none']);
      await remove(['tag2', 'tag4', 'tag5']);
      expect(await world.kms('ListResourceTags', { KeyId: key.KeyId })).to.deep.equal({ Tags: [], Truncated: false });
    });

  it('the longest, the emptiest and the case of keys', async () => {
    const Tags = [tag('a', ''), tag('A', 'x'.repeat(256)), tag('x'.repeat(128), 'é 鍵'), tag('awsome:1')];
    const { KeyMetadata } = await world.kms('CreateKey', { Tags });
    expect(await list(KeyMetadata?.KeyId)).to.have.deep.members(Tags);
  });
  it('50 a key: an update takes no room', async () => {
    await add(many(30));
    await add(many(20, 30));
    await refused(add([tag('more')]), 'TagException', 'Too many tags');
    await add([tag('key000', 'new')]);
    await refused(add([tag('key000', 'newer'), tag('more')]), 'TagException', 'Too many tags');
    expect(await list()).to.have.length(50).and.to.deep.include(tag('key000', 'new'));
    await remove(['key001']);
    await add([tag('more')]);
  });
  it('what is missing', async () => {
    const missing = (at: string): string => `1 validation error detected: Value null at '${at}' failed to satisfy constraint: Member must not be null`;
    await refused(world.kms('TagResource', { KeyId: key.KeyId } as never), 'ValidationException', missing('tags'));
    await refused(world.kms('UntagResource', { KeyId: key.KeyId } as never), 'ValidationException', missing('tagKeys'));
    await refused(
      remove(['x'.repeat(129)]),
      'ValidationException',
      `1 validation error detected: Value '${'x'.repeat(129)}' at 'tagKeys.1.member' failed to satisfy constraint: Member must have length less than or equal to 128`,
    );
  });
  it('events', async () => {
    await add([tag('a', '1')]);
    await remove(['a']);
    await list();
    const expected = {
      TagResource: { requestParameters: { keyId: key.KeyId, tags: [{ tagKey: 'a', tagValue: '1' }] }, readOnly: false },
      UntagResource: { requestParameters: { keyId: key.KeyId, tagKeys: ['a'] }, readOnly: false },
      ListResourceTags: { requestParameters: { keyId: key.KeyId }, readOnly: true },
    };
    for (const [name, members] of Object.entries(expected)) {
      const [record] = await eventsOf(world, name);
      expect(record, name).to.deep.include(members);
      expect(resourcesOf(record), name).to.deep.equal([key.Arn]);
    }
  });
});
