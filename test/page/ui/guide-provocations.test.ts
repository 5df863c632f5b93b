import { expect } from 'chai';
import { connect, type Simulator } from '../../../src/page/index.ts';
import { connectionCodes, guideCodes, type GuideCode } from '../../../src/page/ui/guide/address.ts';
import { doAll } from '../../../src/page/ui/guide/deeds.ts';
import { causeOf, causesNow } from '../../../src/page/ui/guide/plan.ts';
import { pages } from '../../../src/page/ui/guide/pages.ts';
import { provocations, type Provocation, type ProvocationName } from '../../../src/page/ui/guide/provocations.ts';
import { Repairing } from '../../../src/page/ui/guide/repairing.ts';
import { Seeing } from '../../../src/page/ui/guide/seeing.ts';
import type { Draft } from '../../../src/page/ui/guide/steps/step.ts';
import type { World } from '../../../src/page/ui/guide/world.ts';
import { adminPassword, newPassword } from './guide-world.ts';
import { CustomKeyStoreId } from './stage.ts';

/** Every way in which the guidance makes an error happen, and the repair of the page that offers it; nothing is drawn. */

const draft: Draft = { adminPassword, kmsPassword: newPassword };
const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true), seen: () => undefined };

describe('provocations of the guidance', () => {
  let simulator: Simulator;
  let seeing: Seeing;
  let KeyId: string;

  before(async () => {
    simulator = await connect({ database: crypto.randomUUID(), workerUrl: '/public/build/worker.js' });
  });
  after(() => {
    simulator.close();
  });
  beforeEach(async () => {
    await simulator.control.loadScenario('default');
    await simulator.control.setSpeed(Infinity);
    seeing = new Seeing(host);
    seeing.ask(simulator);
  });
  afterEach(() => {
    seeing.ask(undefined);
  });

  /** The world that has what the provocation begins with: most take the one that a person finds, some a key in it. */
  async function ready(name: ProvocationName): Promise<World> {
    const { possible }: Provocation = provocations[name];
    const world = await seeing.until();
    // A cluster whose kmsuser owns keys keeps it.
    const wantsKey = name !== 'deleteUser';
    if (wantsKey) {
      const { KeyMetadata } = await simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
      KeyId = KeyMetadata?.KeyId ?? '';
    }
    const found = wantsKey ? await seeing.until() : world;
    expect(possible(found), 'it is possible').to.equal(true);
    return found;
  }

  /** The code of a page, as a person who does what it is about meets it. */
  async function meets(code: GuideCode): Promise<string | undefined> {
    const { CustomKeyStores = [] } = await simulator.kms.describeCustomKeyStores({ CustomKeyStoreId });
    if ((connectionCodes as readonly string[]).includes(code)) {
      expect(CustomKeyStores[0]?.ConnectionState).to.equal('FAILED');
      return CustomKeyStores[0]?.ConnectionErrorCode;
    }
    const encrypt = (): Promise<unknown> => simulator.kms.encrypt({ KeyId, Plaintext: new Uint8Array([1]) });
    return encrypt().then(
      () => undefined,
      (error: unknown) => (error as Error).name,
    );
  }

  for (const code of guideCodes)
    for (const name of pages[code].provocations)
      it(`${name} brings about ${code}, and the page's repair ends it`, async () => {
        const world = await ready(name);
        const { deeds }: Provocation = provocations[name];
        const planned = deeds(world, draft);
        const settled = async (): Promise<void> => {
          await simulator.control.advance(0);
        };
        await doAll(simulator, planned, settled);
        const last = planned.at(-1);
        // What is meant to be refused was refused so, or doAll had thrown. Calls are counted from here on: how many are too many is a matter of time.
        const isSeenLater = code === 'ThrottlingException' || (last?.by === 'aws' && last.refused === code);
        if (!isSeenLater) expect(await meets(code)).to.equal(code);

        const failed = await seeing.until();
        const [cause] = causesNow(pages[code], failed);
        expect(cause === undefined, 'one of the causes of the page holds').to.equal(pages[code].causes.length === 0);
        if (cause === undefined) return;
        seeing.choose({ CustomKeyStoreId, about: causeOf(cause).keys?.(failed) });
        const repairing = new Repairing(host, seeing);
        repairing.begin(cause);
        await repairing.takeAll(simulator, draft);
        expect(repairing.stop).to.equal(undefined);
        expect(repairing.proved !== undefined).to.equal(!causeOf(cause).endsStore);
      });
});
