import type { AwsServiceName } from '../../../model/services.ts';
import { broken, literal, singleQuoted, type Dialect } from './literals.ts';
import { inputOf, present, textOf, type WrittenCall } from './written.ts';

/** The packages of the AWS SDK for JavaScript v3, and the client that each exports. */
const clients: Readonly<Record<AwsServiceName, readonly [string, string]>> = {
  kms: ['@aws-sdk/client-kms', 'KMSClient'],
  cloudhsmv2: ['@aws-sdk/client-cloudhsm-v2', 'CloudHSMV2Client'],
  cloudtrail: ['@aws-sdk/client-cloudtrail', 'CloudTrailClient'],
};

const dialect: Dialect = {
  text: singleQuoted,
  bytes: (base64) => {
    const text = textOf(base64);
    if (base64 === '') return 'new Uint8Array()';
    // atob and not Uint8Array.fromBase64: Node 20 lacks that.
    return text === undefined
      ? `Uint8Array.from(atob(${singleQuoted(base64)}), (c) => c.charCodeAt(0))`
      : `new TextEncoder().encode(${singleQuoted(text)})`;
  },
  time: (ms) => `new Date('${new Date(ms).toISOString()}')`,
  boolean: String,
  pair: (name, value) => `${/^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? name : computed(name)}: ${value}`,
  padding: ' ',
  indent: 2,
};

/** In brackets it is a member like any other, not the prototype. */
const computed = (name: string): string => (name === '__proto__' ? `['__proto__']` : singleQuoted(name));

/** The call in TypeScript, for the AWS SDK for JavaScript v3. */
export function typescriptOf(call: WrittenCall): string {
  const { service, operation, region, input } = call;
  const [from, client] = clients[service];
  const command = `${operation}Command`;
  const pairs = present(inputOf(call), input).map(([name, shape, value]) => dialect.pair(name, literal(dialect, shape, value, 2), 'structure'));
  return `import { ${[client, command].sort().join(', ')} } from '${from}';

const client = new ${client}({ region: '${region}' });
const answer = await client.send(
  new ${command}({${pairs.length > 0 ? broken(dialect.indent, pairs, 1) : ''}}),
);
console.log(answer);`;
}
