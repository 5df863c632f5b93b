import { signedIn, type Command } from '../command.ts';

const filter = { help: 'Key reference (e.g. key-reference=0xabc) or space separated list of key attributes in the form of attr.KEY_ATTRIBUTE_NAME=KEY_ATTRIBUTE_VALUE' };

export const keyCommands: Readonly<Record<string, Command>> = {
  'key list': {
    summary: 'List the keys the current user owns',
    options: {
      filter,
      'max-items': { number: true, help: "The total number of items to return in the command's output [default: 10]" },
      'starting-token': { help: 'A token to specify where to start paginating: the next-token of a previous list' },
      verbose: { help: 'If included, prints all attributes and key information for each matched key' },
    },
    session: true,
    async run(client, { values, filters }) {
      const verbose = values['verbose'] !== undefined;
      const { Keys = [], TotalKeyCount = 0, NextToken } = await client.hsm.keyList({
        ...signedIn(client),
        Filters: [...filters],
        Verbose: verbose,
        ...(values['max-items'] !== undefined && { MaxItems: Number(values['max-items']) }),
        ...(values['starting-token'] !== undefined && { StartingToken: values['starting-token'] }),
      });
      return {
        matched_keys: Keys.map(({ KeyReference, Owner, Attributes }) => ({
          'key-reference': KeyReference,
          ...(verbose && { 'key-info': keyInfo(Owner) }),
          attributes: JSON.parse(Attributes) as unknown,
        })),
        total_key_count: TotalKeyCount,
        returned_key_count: Keys.length,
        ...(NextToken !== undefined && { 'next-token': NextToken }),
      };
    },
  },
  'key delete': {
    summary: 'Delete a key in the HSM cluster',
    options: { filter: { ...filter, required: true } },
    session: true,
    async run(client, { filters }) {
      await client.hsm.keyDelete({ ...signedIn(client), Filters: [...filters] });
      return { message: 'Key deleted successfully' };
    },
  },
};

/** Keys are on all HSMs: the service keeps them in step (facts 6.3). Nobody shares them, and no quorum is set. */
const keyInfo = (username: string): object => ({
  'key-owners': [{ username, 'key-coverage': 'full' }],
  'shared-users': [],
  'key-quorum-values': { 'manage-key-quorum-value': 0, 'use-key-quorum-value': 0 },
  'cluster-coverage': 'full',
});
