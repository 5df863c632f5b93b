import { expect } from 'chai';
import type { WireResponse } from '../../src/wire/messages.ts';
import type { Door } from '../../src/worker/door.ts';
import { createDoorway, prepareDoor } from '../../src/worker/doorway.ts';
import { createDue, type Due } from '../../src/worker/due.ts';
import { authorization, openTestWorld, type TestWorld } from './world.ts';

describe('the doorway', () => {
  let world: TestWorld;
  let due: Due;
  let doorway: Door;
  const ask = async (operation: string, target = 'TrentService', service = 'kms'): Promise<WireResponse> => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-date': '20261123T000000Z',
      'x-amz-target': `${target}.${operation}`,
      authorization: authorization('111122223333', 'us-west-2', service),
    };
    return doorway.send({ headers, body: '{}', host: `${service}.us-west-2.amazonaws.com`, account: '111122223333' });
  };
  beforeEach(async () => {
    world = await openTestWorld();
    due = createDue(world.simulation);
    doorway = createDoorway(world.simulation, due);
  });
  afterEach(() => {
    due.stop();
    world.close();
  });

  it('keeps the order of arrival, before there is a door and after', async () => {
    const answered: number[] = [];
    // Refused at once, so that the order of answers is that in which the door was handed them.
    const refused = (n: number): Promise<unknown> => ask('NoSuchOperation').then(() => answered.push(n));
    await Promise.all([refused(1), prepareDoor(), refused(2), prepareDoor().then(() => refused(4)), refused(3)]);
    await Promise.all([refused(5), refused(6)]);
    expect(answered).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it('has one door behind it: a call sees the events of those before it that are still to be written', async () => {
    const answers = await Promise.all([ask('ListKeys'), ask('ListAliases')]);
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
    const { body } = await ask('LookupEvents', 'CloudTrail_20131101', 'cloudtrail');
    const { Events } = JSON.parse(body) as { Events: { EventName: string }[] };
    expect(Events.map(({ EventName }) => EventName)).to.have.members(['ListKeys', 'ListAliases']);
  });
});
