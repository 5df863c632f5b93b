import { expect } from 'chai';
import { accessKeyOf } from '../compare/callers.ts';
import boto3 from '../compare/recordings/boto3.json';
import cloudhsmBoto3 from '../compare/recordings/cloudhsm-boto3.json';
import cloudhsm from '../compare/recordings/cloudhsm.json';
import document from '../compare/recordings/document.json';
import emptyStore from '../compare/recordings/empty-store.json';
import everyOperationBoto3 from '../compare/recordings/every-operation-boto3.json';
import everyOperation from '../compare/recordings/every-operation.json';
import failures from '../compare/recordings/failures.json';
import keyStores from '../compare/recordings/key-stores.json';
import { replay, type Recording } from '../compare/replay.ts';
import { createShell } from '../../src/page/cli/shell.ts';
import { createServiceClient } from '../../src/page/client/services.ts';
import { createCustomerCa } from '../../src/page/customer-ca/create.ts';
import { signClusterCsr } from '../../src/page/customer-ca/sign.ts';
import { openTestWorld } from './world.ts';

/** What the AWS CLI and boto3 sent, and what they were answered (`npm run compare` records it). */
const recordings = [boto3, cloudhsm, cloudhsmBoto3, document, emptyStore, everyOperation, everyOperationBoto3, failures, keyStores] as readonly Recording[];

async function differencesOf(recording: Recording): Promise<string> {
  const world = await openTestWorld({ scenario: recording.scenario });
  const control = world.control as unknown as Readonly<Record<string, (input: unknown) => Promise<unknown>>>;
  const caller = { account: '111122223333', region: 'us-west-2', accessKeyId: accessKeyOf('111122223333') };
  const shell = createShell(createServiceClient('cloudhsmCli', caller, (request) => world.send(request), () => undefined), () => undefined);
  const differences = await replay(recording, {
    shell: (line) => shell.run(line),
    sign: async (csr) => {
      const { now } = await world.control.clock(undefined);
      const ca = await createCustomerCa({ commonName: 'Example CA', now });
      return { trustAnchor: ca.certificate, signedCert: await signClusterCsr({ csr, ca, now }) };
    },
    send: (request) => world.send(request),
    control: (command, input) => control[command]?.(input) ?? Promise.reject(new Error(`There is no command ${command}.`)),
  });
  world.close();
  return differences.join('\n');
}

describe('recordings of real AWS clients', () => {
  for (const recording of recordings)
    it(`${recording.session}, by ${recording.client}: the same requests have the same answers`, async () => {
      expect(recording.steps.filter((step) => 'request' in step)).not.to.have.lengthOf(0);
      expect(await differencesOf(recording)).to.equal('');
    });

  describe('would have noticed', () => {
    /** The shortest recording, with one thing another in all its answers. */
    const changed = (from: string, to: string): Recording => {
      const steps = emptyStore.steps.map((step) =>
        step.response ? { ...step, response: { ...step.response, body: step.response.body.replaceAll(from, to) } } : step,
      );
      expect(JSON.stringify(steps), from).not.to.equal(JSON.stringify(emptyStore.steps));
      return { ...(emptyStore as unknown as Recording), steps: steps as Recording['steps'] };
    };
    for (const [what, from, to] of [
      ['another member', '"HsmId"', '"HSMId"'],
      ['another value', 'hsm-abcdefghijk', 'hsm-bbbbbbbbbbb'],
      ['another type', '[]', '{}'],
      ['another error', 'CustomKeyStoreNotFoundException', 'NotFoundException'],
      ['another text', 'does not exist', 'is not there'],
      ['an answer that had members', '{}', '{"CustomKeyStoreId":"cks-1234567890abcdef0"}'],
    ] as const)
      it(what, async () => {
        expect(await differencesOf(changed(from, to))).not.to.equal('');
      });
    it('an id that is not the one of before', async () => {
      const [first = ''] = /cks-[0-9a-f]{17}/.exec(JSON.stringify(emptyStore)) ?? [];
      const other = JSON.stringify(emptyStore).replaceAll(`Custom key store ${first} does`, 'Custom key store cks-00000000000000001 does');
      expect(await differencesOf(JSON.parse(other) as Recording)).not.to.equal('');
    });
  });
});
