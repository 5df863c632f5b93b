import { expect } from 'chai';
import { accessKeyIdOf } from '../../src/wire/credentials.ts';
import { identities } from '../../src/model/identities.ts';
import type { WireRequest } from '../../src/wire/messages.ts';
import { openTestWorld, type TestWorld } from './world.ts';

/**
 * Requests that no operation ever sees. No answers of KMS's own front end are public; a row says where its answer is from:
 * - `kinesis`: of Kinesis, which speaks the same protocol behind the same kind of front end, taken from live AWS by
 *   mhart/kinesalite (test/connection.js, index.js, validations/index.js); inferred for KMS;
 * - `field`: quoted from a real service of this protocol in an issue; inferred for KMS;
 * - `inferred`: no answer of any service is known; the nearest one.
 */
type Source = 'kinesis' | 'field' | 'inferred';

const json = 'application/x-amz-json-1.1';
const credential = `${accessKeyIdOf('111122223333', identities[0])}/20261123/us-west-2/kms/aws4_request`;
const signed = (scope: string): string => `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
const listKeys = { 'x-amz-target': 'TrentService.ListKeys', authorization: signed(credential) };
const as = (headers: Record<string, string>): Record<string, string> => ({ ...listKeys, ...headers });
const scoped = (from: string, to: string): Record<string, string> => as({ authorization: signed(credential.replace(from, to)) });

type Row = [what: string, source: Source, request: Partial<WireRequest>, status: number, contentType: string | undefined, body: unknown];

const unknownOperation = { __type: 'UnknownOperationException' };
const serialization = { __type: 'SerializationException' };
const accessDenied =
  '<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be authorized</Message>\n</AccessDeniedException>\n';
const missing = { __type: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' };
const enveloped = (code: string): object => ({ Output: { __type: `com.amazon.coral.service#${code}` }, Version: '1.0' });
const incomplete = (authorization: string, ...names: string[]): object => ({
  __type: 'IncompleteSignatureException',
  message: `${names.map((name) => `Authorization header requires '${name}' parameter. `).join('')}Authorization=${authorization}`,
});

const requests: Row[] = [
  ['GET', 'kinesis', { method: 'GET', headers: listKeys, body: '' }, 403, undefined, accessDenied],
  ['PUT, all else being well', 'kinesis', { method: 'PUT', headers: listKeys }, 403, undefined, accessDenied],
  ['OPTIONS', 'kinesis', { method: 'OPTIONS' }, 403, undefined, accessDenied],

  ['no target', 'kinesis', { headers: { authorization: signed(credential) } }, 400, json, unknownOperation],
  ['no target and no Authorization', 'kinesis', {}, 400, json, unknownOperation],
  ['a target without an operation', 'kinesis', { headers: as({ 'x-amz-target': 'TrentService' }) }, 400, json, unknownOperation],
  ['an operation that there is not', 'kinesis', { headers: as({ 'x-amz-target': 'TrentService.CreateKeys' }) }, 400, json, unknownOperation],
  ['an operation in other letters', 'inferred', { headers: as({ 'x-amz-target': 'TrentService.listKeys' }) }, 400, json, unknownOperation],
  ['a property of every object', 'inferred', { headers: as({ 'x-amz-target': 'TrentService.toString' }) }, 400, json, unknownOperation],
  ['a service that there is not', 'kinesis', { headers: as({ 'x-amz-target': 'TrendService.ListKeys' }) }, 400, json, unknownOperation],
  ['an operation of another service', 'inferred', { headers: as({ 'x-amz-target': 'BaldrApiService.ListKeys' }) }, 400, json, unknownOperation],

  ['no content type', 'kinesis', { headers: as({ 'content-type': '' }) }, 404, undefined, '<UnknownOperationException/>\n'],
  ['no content type and no target', 'kinesis', { headers: { 'content-type': '' } }, 403, undefined, accessDenied],
  ['JSON 1.0', 'kinesis', { headers: as({ 'content-type': 'application/x-amz-json-1.0' }) }, 404, undefined, '<UnknownOperationException/>\n'],
  ['text', 'kinesis', { headers: as({ 'content-type': 'text/plain;charset=UTF-8' }) }, 404, undefined, '<UnknownOperationException/>\n'],
  ['plain JSON', 'kinesis', { headers: as({ 'content-type': 'application/json' }) }, 404, 'application/json', enveloped('UnknownOperationException')],
  ['plain JSON that is none', 'kinesis', { headers: as({ 'content-type': 'application/json' }), body: 'hello' }, 400, 'application/json', enveloped('SerializationException')],

  ['an empty body', 'kinesis', { headers: listKeys, body: '' }, 400, json, serialization],
  ['an empty body and no Authorization', 'kinesis', { headers: { 'x-amz-target': 'TrentService.ListKeys' }, body: '' }, 400, json, serialization],
  ['an empty body for no operation', 'kinesis', { body: '' }, 400, json, unknownOperation],
  ['a body that is not JSON', 'kinesis', { headers: listKeys, body: '{' }, 400, json, serialization],
  ['a body that is not JSON and no Authorization', 'kinesis', { headers: { 'x-amz-target': 'TrentService.ListKeys' }, body: 'hello' }, 400, json, serialization],
  ['a body that is not JSON, and no operation', 'kinesis', { body: 'hello' }, 400, json, serialization],
  ['null', 'kinesis', { headers: listKeys, body: 'null' }, 400, json, serialization],
  ['a number', 'kinesis', { headers: listKeys, body: '1' }, 400, json, serialization],
  ['a list', 'inferred', { headers: listKeys, body: '[]' }, 400, json, serialization],

  ['no Authorization', 'kinesis', { headers: { 'x-amz-target': 'TrentService.ListKeys' } }, 400, json, missing],
  ['no Authorization, at CloudHSM', 'inferred', { headers: { 'x-amz-target': 'BaldrApiService.DescribeClusters' } }, 400, json, missing],
  ['an Authorization that is none', 'kinesis', { headers: as({ authorization: 'X' }) }, 400, json, incomplete('X', 'Credential', 'Signature', 'SignedHeaders')],
  ['an Authorization of another kind', 'inferred', { headers: as({ authorization: 'Bearer x' }) }, 400, json, incomplete('Bearer x', 'Credential', 'Signature', 'SignedHeaders')],
  ['no signed headers', 'kinesis', { headers: as({ authorization: 'AWS4- Signature=b,Credential=a' }) }, 400, json, incomplete('AWS4- Signature=b,Credential=a', 'SignedHeaders')],
  ['a credential without parts', 'field', { headers: as({ authorization: signed('AKIA') }) }, 400, json, {
    __type: 'IncompleteSignatureException',
    message: "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKIA'",
  }],
  ['an access key with a slash', 'field', { headers: as({ authorization: signed('foo/bar/20261123/us-west-2/kms/aws4_request') }) }, 400, json, {
    __type: 'IncompleteSignatureException',
    message: "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'foo/bar/20261123/us-west-2/kms/aws4_request'",
  }],
  ['a signature for another service', 'field', { headers: scoped('/kms/', '/s3/') }, 400, json, {
    __type: 'InvalidSignatureException',
    message: "Credential should be scoped to correct service: 'kms'.",
  }],
  ['CloudHSM signed as its host is called', 'inferred', { headers: as({ 'x-amz-target': 'BaldrApiService.DescribeClusters', authorization: signed(credential.replace('/kms/', '/cloudhsmv2/')) }) }, 400, json, {
    __type: 'InvalidSignatureException',
    message: "Credential should be scoped to correct service: 'cloudhsm'.",
  }],
  ['a Region that there is not', 'field', { headers: scoped('us-west-2', 'us-west-9') }, 400, json, {
    __type: 'InvalidSignatureException',
    message: 'Credential should be scoped to a valid region.',
  }],
  ['a Region of another partition', 'inferred', { headers: scoped('us-west-2', 'cn-north-1') }, 400, json, {
    __type: 'InvalidSignatureException',
    message: 'Credential should be scoped to a valid region.',
  }],
];

/** A member of a wrong JSON type, at Kinesis; `undefined`: the text is not known. */
const mismatches: [target: string, body: string, source: Source, text: string | undefined][] = [
  ['DescribeKey', '{"KeyId":5}', 'kinesis', 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String'],
  ['DescribeKey', '{"KeyId":true}', 'kinesis', 'class java.lang.Boolean can not be converted to an String'],
  ['DescribeKey', '{"KeyId":["a"]}', 'kinesis', 'Start of list found where not expected'],
  ['DescribeKey', '{"KeyId":{"a":1}}', 'kinesis', 'Start of structure or map found where not expected.'],
  ['ListKeys', '{"Limit":"5"}', 'kinesis', 'class java.lang.String can not be converted to an Integer'],
  ['ListKeys', '{"Limit":false}', 'kinesis', 'class java.lang.Boolean can not be converted to an Integer'],
  ['ListKeys', '{"Limit":1e300}', 'inferred', undefined],
  ['CreateKey', '{"MultiRegion":"hello"}', 'kinesis', "'HELLO' can not be converted to an Boolean"],
  ['CreateKey', '{"MultiRegion":1}', 'kinesis', 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an Boolean'],
  ['CreateKey', '{"Tags":"a"}', 'kinesis', 'Expected list or null'],
  ['CreateKey', '{"Tags":{"a":"b"}}', 'kinesis', 'Start of structure or map found where not expected.'],
  ['CreateKey', '{"Tags":["a"]}', 'kinesis', 'Expected null'],
  ['CreateKey', '{"Tags":[{"TagKey":1}]}', 'kinesis', 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String'],
  ['Encrypt', '{"EncryptionContext":"a"}', 'kinesis', 'Expected map or null'],
  ['Encrypt', '{"EncryptionContext":["a"]}', 'kinesis', 'Start of list found where not expected'],
  ['Encrypt', '{"Plaintext":5}', 'kinesis', 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to a Blob'],
  ['Encrypt', '{"Plaintext":"abc"}', 'kinesis', "'abc' can not be converted to a Blob: Base64 encoded length is expected a multiple of 4 bytes but found: 3"],
  ['Encrypt', '{"Plaintext":"ab!="}', 'kinesis', "'ab!=' can not be converted to a Blob: Invalid Base64 character: '!'"],
  ['Encrypt', '{"Plaintext":"YQ=a"}', 'kinesis', "'YQ=a' can not be converted to a Blob: Invalid Base64 character: '='"],
];

describe('the front end: requests that are not well formed (facts 8.3)', () => {
  let world: TestWorld;
  before(async () => {
    world = await openTestWorld();
  });
  after(() => {
    world.close();
  });

  for (const [what, source, request, status, contentType, body] of requests)
    it(`${what} (${source})`, async () => {
      const response = await world.send(request);
      expect(response.status).to.equal(status);
      expect(response.headers['content-type']).to.equal(contentType);
      expect(response.headers['x-amzn-requestid']).to.match(/^[0-9a-f-]{36}$/);
      expect(contentType === undefined ? response.body : JSON.parse(response.body)).to.deep.equal(body);
    });
  it('no date is no fault, as nothing here reads it (AWS wants one)', async () => {
    const { status } = await world.send({ headers: as({ 'x-amz-date': '' }) });
    expect(status).to.equal(200);
  });

  for (const [operation, body, source, text] of mismatches)
    it(`${operation} ${body} (${source})`, async () => {
      const response = await world.send({ headers: as({ 'x-amz-target': `TrentService.${operation}` }), body });
      expect(response.status).to.equal(400);
      const answer = JSON.parse(response.body) as Record<string, unknown>;
      expect(answer).to.include({ __type: 'SerializationException' });
      // With a capital M, whatever the service calls its own.
      if (text !== undefined) expect(answer).to.deep.equal({ __type: 'SerializationException', Message: text });
    });

  it('a fraction of an integer is dropped, words for booleans are taken (kinesis)', async () => {
    const response = await world.send({ headers: listKeys, body: '{"Limit":1.9}' });
    expect(response.status).to.equal(200);
    for (const word of ['"false"', '"No"', '"0"', 'false']) {
      const body = `{"MultiRegion":${word}}`;
      expect((await world.send({ headers: as({ 'x-amz-target': 'TrentService.CreateKey' }), body })).status, word).to.equal(200);
    }
  });
  it('the content type may have parameters, and any letters', async () => {
    for (const type of ['application/x-amz-json-1.1; charset=utf-8', 'Application/X-Amz-Json-1.1'])
      expect((await world.send({ headers: as({ 'content-type': type }) })).status, type).to.equal(200);
  });
  it('what ends here is in no trail, as no operation was called', async () => {
    const other = await openTestWorld();
    await other.send({ method: 'GET', headers: listKeys });
    await other.send({ headers: listKeys, body: '{' });
    await other.send({ headers: scoped('/kms/', '/s3/') });
    expect((await other.cloudtrail('LookupEvents')).Events).to.deep.equal([]);
    other.close();
  });
});
