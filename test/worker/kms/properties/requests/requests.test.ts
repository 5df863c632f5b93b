import { expect } from 'chai';
import { checkRequests } from './check.ts';
import { malformations } from './judge.ts';

describe('random and mutated requests', () => {
  it('are answered as AWS answers, every one, and leave a world that is whole', async () => {
    const successes = await checkRequests(4);
    // Else all of them would have stopped at the first check.
    expect(successes.size).to.be.above(20);
  });
});

describe('the judge of answers sees', () => {
  const headers = { 'x-amzn-requestid': 'a' };
  const answers: readonly [what: string, operation: string, status: number, body: string, says: RegExp][] = [
    ['a member too many', 'ListKeys', 200, '{"Keys":[],"Truncated":false,"More":1}', /More is in no model/],
    ['another type', 'ListKeys', 200, '{"Keys":[{"KeyId":1}]}', /KeyId is 1, not string/],
    ['a member that is not there', 'DescribeKey', 200, '{"KeyMetadata":{}}', /KeyId is missing/],
    ['a body where there is none', 'EnableKey', 200, '{}', /without an output shape/],
    ['bytes that are none', 'Encrypt', 200, '{"CiphertextBlob":"*"}', /not blob/],
    ['an error that the operation does not have', 'ListKeys', 400, '{"__type":"DisabledException"}', /does not model/],
    ['an error of the simulator itself', 'ListKeys', 500, '{"__type":"KMSInternalException","message":"Internal failure"}', /Internal failure/],
    ['an error without a code', 'ListKeys', 400, '{"message":"a"}', /without a code/],
    ['a status that AWS does not have', 'ListKeys', 404, '{"__type":"ValidationException"}', /status 404/],
    ['success without an operation', 'Nothing', 200, '{}', /succeeded/],
  ];
  for (const [what, operation, status, body, says] of answers)
    it(what, () => {
      expect(malformations(`TrentService.${operation}`, { status, headers, body }).join()).to.match(says);
    });
});
