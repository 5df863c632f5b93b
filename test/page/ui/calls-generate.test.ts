import { expect } from 'chai';
import type { Values } from '../../../src/model/shapes.ts';
import type { AwsServiceName } from '../../../src/model/services.ts';
import { ExchangeEvent } from '../../../src/page/index.ts';
import { callOf } from '../../../src/page/ui/calls/call.ts';
import { cliOf } from '../../../src/page/ui/calls/generate-cli.ts';
import { pythonOf } from '../../../src/page/ui/calls/generate-python.ts';
import { typescriptOf } from '../../../src/page/ui/calls/generate-typescript.ts';
import { waysOf } from '../../../src/page/ui/calls/ways.ts';
import { words } from '../../../src/page/ui/calls/written.ts';

const KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const base64 = (text: string): string => new TextEncoder().encode(text).toBase64();

interface Case {
  readonly what: string;
  readonly service?: AwsServiceName;
  readonly operation: string;
  readonly input: Values;
  /** What follows the verb, before the Region. */
  readonly cli: string;
  /** The command's input. */
  readonly typescript: string;
  /** The method's arguments. */
  readonly python: string;
}

/**
 * Each line was run with the AWS CLI 1.45.11 (blobs aside, which version 1 takes raw) and boto3 1.43.11: the body that
 * arrived was the input; the TypeScript was compiled against the SDK.
 */
const cases: readonly Case[] = [
  {
    what: 'the source document’s call',
    operation: 'CreateKey',
    input: { CustomKeyStoreId: 'cks-1234567890abcdef0', Origin: 'AWS_CLOUDHSM' },
    cli: '--origin AWS_CLOUDHSM \\\n  --custom-key-store-id cks-1234567890abcdef0',
    typescript: "Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0'",
    python: "Origin='AWS_CLOUDHSM', CustomKeyStoreId='cks-1234567890abcdef0'",
  },
  { what: 'a call without input', operation: 'ListKeys', input: {}, cli: '', typescript: '', python: '' },
  {
    what: 'numbers and booleans, both ways',
    operation: 'CreateKey',
    input: { MultiRegion: false, BypassPolicyLockoutSafetyCheck: true },
    cli: '--bypass-policy-lockout-safety-check \\\n  --no-multi-region',
    typescript: 'BypassPolicyLockoutSafetyCheck: true, MultiRegion: false',
    python: 'BypassPolicyLockoutSafetyCheck=True, MultiRegion=False',
  },
  {
    what: 'quotes, dollars, backslashes, other scripts',
    operation: 'UpdateKeyDescription',
    input: { KeyId, Description: `it's "mine" \`$HOME\` \\ 鍵` },
    cli: `--key-id ${KeyId} \\\n  --description 'it'\\''s "mine" \`$HOME\` \\ 鍵'`,
    typescript: `KeyId: '${KeyId}', Description: 'it\\'s "mine" \`$HOME\` \\\\ 鍵'`,
    python: `KeyId='${KeyId}', Description='it\\'s "mine" \`$HOME\` \\\\ 鍵'`,
  },
  {
    what: 'an empty text',
    operation: 'UpdateKeyDescription',
    input: { KeyId, Description: '' },
    cli: `--key-id ${KeyId} \\\n  --description ''`,
    typescript: `KeyId: '${KeyId}', Description: ''`,
    python: `KeyId='${KeyId}', Description=''`,
  },
  {
    what: 'a text of several lines',
    operation: 'UpdateKeyDescription',
    input: { KeyId, Description: 'one\ntwo' },
    cli: `--key-id ${KeyId} \\\n  --description 'one\ntwo'`,
    typescript: `KeyId: '${KeyId}', Description: 'one\\ntwo'`,
    python: `KeyId='${KeyId}', Description='one\\ntwo'`,
  },
  ...['-x', 'file:///etc/passwd', 'fileb://x', 'https://example.com'].map((Description) => ({
    what: `a text that the CLI would read as something else: ${Description}`,
    operation: 'CreateKey',
    input: { Description },
    cli: `--cli-input-json '{"Description":"${Description}"}'`,
    typescript: `Description: '${Description}'`,
    python: `Description='${Description}'`,
  })),
  {
    what: 'structures in a list, in the short form',
    operation: 'CreateKey',
    input: { Tags: [{ TagKey: 'team', TagValue: 'a-1' }, { TagKey: 'b', TagValue: 'c:d/e+f' }] },
    cli: '--tags TagKey=team,TagValue=a-1 TagKey=b,TagValue=c:d/e+f',
    typescript: "Tags: [{ TagKey: 'team', TagValue: 'a-1' }, { TagKey: 'b', TagValue: 'c:d/e+f' }]",
    python: "Tags=[{'TagKey': 'team', 'TagValue': 'a-1'}, {'TagKey': 'b', 'TagValue': 'c:d/e+f'}]",
  },
  {
    what: 'structures that the short form cannot carry',
    operation: 'CreateKey',
    input: { Tags: [{ TagKey: 'a b', TagValue: "it's, ok=1" }] },
    cli: `--tags '[{"TagKey":"a b","TagValue":"it'\\''s, ok=1"}]'`,
    typescript: "Tags: [{ TagKey: 'a b', TagValue: 'it\\'s, ok=1' }]",
    python: "Tags=[{'TagKey': 'a b', 'TagValue': 'it\\'s, ok=1'}]",
  },
  {
    what: 'a value that is empty, and a list that is',
    operation: 'CreateKey',
    input: { Description: '', Tags: [{ TagKey: 'a', TagValue: '' }] },
    cli: `--description '' \\\n  --tags '[{"TagKey":"a","TagValue":""}]'`,
    typescript: "Description: '', Tags: [{ TagKey: 'a', TagValue: '' }]",
    python: "Description='', Tags=[{'TagKey': 'a', 'TagValue': ''}]",
  },
  { what: 'an empty list', operation: 'CreateKey', input: { Tags: [] }, cli: "--tags '[]'", typescript: 'Tags: []', python: 'Tags=[]' },
  {
    what: 'bytes that are text, and a map',
    operation: 'Encrypt',
    input: { KeyId, Plaintext: base64('Hello, glass'), EncryptionContext: { purpose: 'test', stage: '1' } },
    cli: `--key-id ${KeyId} \\\n  --plaintext SGVsbG8sIGdsYXNz \\\n  --encryption-context purpose=test,stage=1`,
    typescript: `KeyId: '${KeyId}', Plaintext: new TextEncoder().encode('Hello, glass'), EncryptionContext: { purpose: 'test', stage: '1' }`,
    python: `KeyId='${KeyId}', Plaintext=b'Hello, glass', EncryptionContext={'purpose': 'test', 'stage': '1'}`,
  },
  {
    what: 'bytes that are text beyond ASCII, a map of odd keys, a list of texts',
    operation: 'Encrypt',
    input: { KeyId, Plaintext: base64('こんにちは'), EncryptionContext: { 'a b': 'c,d=e', __proto__x: 'y' }, GrantTokens: ['t1', 't2'] },
    cli: `--key-id ${KeyId} \\\n  --plaintext 44GT44KT44Gr44Gh44Gv \\\n  --encryption-context '{"a b":"c,d=e","__proto__x":"y"}' \\\n  --grant-tokens t1 t2`,
    typescript: `KeyId: '${KeyId}', Plaintext: new TextEncoder().encode('こんにちは'), EncryptionContext: { 'a b': 'c,d=e', __proto__x: 'y' }, GrantTokens: ['t1', 't2']`,
    python: `KeyId='${KeyId}', Plaintext='こんにちは'.encode(), EncryptionContext={'a b': 'c,d=e', '__proto__x': 'y'}, GrantTokens=['t1', 't2']`,
  },
  {
    what: 'bytes that are none',
    operation: 'Decrypt',
    input: { CiphertextBlob: 'AAEC//4=', GrantTokens: ['[x'] },
    cli: `--ciphertext-blob AAEC//4= \\\n  --grant-tokens '["[x"]'`,
    typescript: "CiphertextBlob: Uint8Array.from(atob('AAEC//4='), (c) => c.charCodeAt(0)), GrantTokens: ['[x']",
    python: "CiphertextBlob=base64.b64decode('AAEC//4='), GrantTokens=['[x']",
  },
  {
    what: 'a map of lists',
    service: 'cloudhsmv2',
    operation: 'DescribeClusters',
    input: { Filters: { states: ['ACTIVE', 'INITIALIZED'], clusterIds: ['cluster-1a23b4cdefg'] }, MaxResults: 3 },
    cli: '--filters states=ACTIVE,INITIALIZED,clusterIds=cluster-1a23b4cdefg \\\n  --max-results 3',
    typescript: "Filters: { states: ['ACTIVE', 'INITIALIZED'], clusterIds: ['cluster-1a23b4cdefg'] }, MaxResults: 3",
    python: "Filters={'states': ['ACTIVE', 'INITIALIZED'], 'clusterIds': ['cluster-1a23b4cdefg']}, MaxResults=3",
  },
  {
    what: 'times',
    service: 'cloudtrail',
    operation: 'LookupEvents',
    input: { StartTime: 1507133412.351, EndTime: 1507133413 },
    cli: '--start-time 2017-10-04T16:10:12.351Z \\\n  --end-time 2017-10-04T16:10:13.000Z',
    typescript: "StartTime: new Date('2017-10-04T16:10:12.351Z'), EndTime: new Date('2017-10-04T16:10:13.000Z')",
    python:
      'StartTime=datetime(2017, 10, 4, 16, 10, 12, 351000, tzinfo=timezone.utc), EndTime=datetime(2017, 10, 4, 16, 10, 13, tzinfo=timezone.utc)',
  },
  {
    what: 'a member that no operation has',
    operation: 'ListKeys',
    input: { Limit: 1, Nonsense: true },
    cli: '--limit 1',
    typescript: 'Limit: 1',
    python: 'Limit=1',
  },
];

/** Where lines break is for readers; what they say is compared. */
const onOneLine = (code: string): string =>
  code.replace(/,?\n?\s*([)\]}])/g, '$1').replace(/([({[])\s*/g, '$1').replace(/\n\s*/g, ' ').replace(/,$/, '');

describe('a call, written', () => {
  for (const { what, service = 'kms', operation, input, cli, typescript, python } of cases) {
    const call = { service, operation, input, region: 'us-west-2' };
    it(`for the AWS CLI: ${what}`, () => {
      const verb = `aws ${service} ${words(operation, '-')}`;
      expect(cliOf(call)).to.equal([verb, ...(cli ? [cli] : []), '--region us-west-2'].join(' \\\n  '));
    });
    it(`in TypeScript: ${what}`, () => {
      const code = typescriptOf(call);
      const [, inside = ''] = new RegExp(`new ${operation}Command\\(\\{(.*)\\}\\),\\n\\);`, 's').exec(code) ?? [];
      expect(onOneLine(inside.trim())).to.equal(onOneLine(typescript));
    });
    it(`in Python: ${what}`, () => {
      const code = pythonOf(call);
      const [, inside = ''] = new RegExp(`${service}\\.${words(operation, '_')}\\((.*)\\)\\nprint`, 's').exec(code) ?? [];
      expect(onOneLine(inside.trim())).to.equal(onOneLine(python));
    });
  }

  it('has what it needs around it', () => {
    const call = { service: 'kms', operation: 'CreateKey', input: { Origin: 'AWS_CLOUDHSM' }, region: 'eu-west-1' } as const;
    expect(typescriptOf(call)).to.equal(`import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';

const client = new KMSClient({ region: 'eu-west-1' });
const answer = await client.send(
  new CreateKeyCommand({
    Origin: 'AWS_CLOUDHSM',
  }),
);
console.log(answer);`);
    expect(pythonOf(call)).to.equal(`import boto3

kms = boto3.client('kms', region_name='eu-west-1')
answer = kms.create_key(
    Origin='AWS_CLOUDHSM',
)
print(answer)`);
  });

  it('imports what its literals need, and not what a text only mentions', () => {
    const python = (operation: string, input: Values, service: AwsServiceName = 'kms'): string =>
      pythonOf({ service, operation, input, region: 'us-west-2' }).split('import boto3')[0] ?? '';
    expect(python('Decrypt', { CiphertextBlob: 'AAEC//4=' })).to.equal('import base64\n\n');
    expect(python('LookupEvents', { EndTime: 0 }, 'cloudtrail')).to.equal('from datetime import datetime, timezone\n\n');
    expect(python('CreateKey', { Description: 'base64.b64decode(datetime())' })).to.equal('');
  });

  for (const [name, kebab] of [
    ['GenerateDataKeyPairWithoutPlaintext', 'generate-data-key-pair-without-plaintext'],
    ['CloudHsmClusterId', 'cloud-hsm-cluster-id'],
    ['EniIp', 'eni-ip'],
    ['DescribeCustomKeyStores', 'describe-custom-key-stores'],
    ['XksProxyVpcEndpointServiceName', 'xks-proxy-vpc-endpoint-service-name'],
  ] as const)
    it(`writes ${name} as botocore does`, () => {
      expect(words(name, '-')).to.equal(kebab);
      expect(words(name, '_')).to.equal(kebab.replaceAll('-', '_'));
    });
});

describe('a call, as it was sent', () => {
  const sent = (target: string, body: string, authorization = 'AWS4-HMAC-SHA256 Credential=AKIA/20261123/eu-west-1/kms/aws4_request') => {
    const request = { account: '111122223333', host: 'kms.eu-west-1.amazonaws.com', headers: { 'x-amz-target': target, authorization }, body };
    return callOf(new ExchangeEvent(request, { status: 200, headers: {}, body: '' }));
  };

  for (const [what, target, body] of [
    ['an operation', 'TrentService.ListKeys', '{"Limit":1}'],
    ['one without a body', 'TrentService.ListKeys', ''],
    ['one with a package before its target', 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents', '{}'],
  ] as const)
    it(`can be written by an SDK: ${what}`, () => {
      expect(sent(target, body).written).to.deep.include({ region: 'eu-west-1', input: body ? JSON.parse(body) : {} });
    });

  for (const [what, target, body] of [
    ['no target', '', '{}'],
    ['an operation that there is not', 'TrentService.Dance', '{}'],
    ['an operation of another service', 'BaldrApiService.ListKeys', '{}'],
    ['a body that is no JSON', 'TrentService.ListKeys', '{'],
    ['a body that is no structure', 'TrentService.ListKeys', '[]'],
    ['a member of another type', 'TrentService.ListKeys', '{"Limit":"1"}'],
    ['bytes that are not base64', 'TrentService.Decrypt', '{"CiphertextBlob":"*"}'],
    ['a list with something else in it', 'TrentService.TagResource', '{"Tags":[1]}'],
  ] as const)
    it(`could not have been sent by an SDK: ${what}`, () => {
      expect(sent(target, body).written).to.equal(undefined);
    });

  it('could not have been sent by an SDK: unsigned', () => {
    expect(sent('TrentService.ListKeys', '{}', '').written).to.equal(undefined);
  });
});

describe('a call whose input is in files', () => {
  for (const [what, operation, files, expected] of [
    ['text', 'PutKeyPolicy', { Policy: 'policy.json' }, ['--policy file://policy.json', "Policy: await readFile('policy.json', 'utf8')", "Policy=open('policy.json').read()"]],
    ['bytes', 'Encrypt', { Plaintext: 'plaintext.txt' }, ['--plaintext fileb://plaintext.txt', "Plaintext: await readFile('plaintext.txt')", "Plaintext=open('plaintext.txt', 'rb').read()"]],
  ] as const)
    it(`reads them: ${what}`, () => {
      const texts = waysOf('us-west-2', [{ service: 'kms', operation, input: { KeyId }, files }]).map(({ texts: [text = ''] }) => text);
      for (const [i, part] of expected.entries()) expect(texts[i]).to.contain(part);
    });
});
