import { expect } from 'chai';
import { GlassKeys } from '../../../src/page/ui/keys/keys.ts';
import { GlassMap } from '../../../src/page/ui/map/map.ts';
import type { GlassElement } from '../../../src/page/ui/element.ts';
import { connect, type Simulator } from '../../../src/page/index.ts';
import { createStoreKey, openTestWorld } from '../../worker/world.ts';
import { largeWorld } from '../../worker/large-world.ts';
import { axeFindings } from './axe.ts';
import { waitFor } from './waiting.ts';

const many = 16_000;

describe('a cluster of hsm2m.medium with 16,000 keys', () => {
  let database: string;
  let simulator: Simulator;
  let element: GlassElement;
  before(async function () {
    this.timeout(60_000);
    database = await largeWorld(many);
  });
  beforeEach(async () => {
    simulator = await connect({ database, workerUrl: '/public/build/worker.js' });
  });
  afterEach(() => {
    element.remove();
    simulator.close();
  });
  const show = (shown: GlassElement): void => {
    element = shown;
    Object.assign(element, { simulator, lang: 'en' });
    document.body.append(element);
  };
  const all = (selector: string): Element[] => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
  const says = (text: string): Promise<unknown> =>
    waitFor(element, () => element.shadowRoot?.textContent?.replace(/\s+/g, ' ').includes(text));

  it('the map counts them and shows the newest five', async () => {
    show(new GlassMap());
    await says('16,000 of 16,666 keys');
    const chips = [...(all('#hsm-abcdefghijk')[0]?.closest('article')?.querySelectorAll('button') ?? [])].filter((chip) =>
      chip.textContent.includes('00000000'),
    );
    expect(chips.map((chip) => chip.textContent.trim().slice(-4))).to.deep.equal(['6000', '5999', '5998', '5997', '5996']);
    expect(await axeFindings(element)).to.deep.equal([]);
  });

  it('the list shows a page at a time, newest first, and can go on', async () => {
    show(new GlassKeys());
    await says('16,000 keys');
    const rows = (): string[] => all('tbody button').map(({ textContent }) => textContent.trim());
    expect(rows()[0]).to.contain('000000016000');
    const shown = rows().length;
    expect(shown).to.be.within(10, 200);
    const next = await waitFor(element, () =>
      all('button').find((button): button is HTMLButtonElement => /next/i.test(button.getAttribute('aria-label') ?? button.textContent)),
    );
    next.click();
    const first = String(many - shown).padStart(12, '0');
    await waitFor(element, () => rows()[0]?.includes(first));
  });

  it('creating, listing and describing work as ever', async () => {
    const world = await openTestWorld({ database });
    const { KeyId } = await createStoreKey(world);
    const page = await world.kms('ListKeys', { Limit: 1000 });
    expect(page.Keys).to.have.length(1000);
    expect((await world.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyState).to.equal('Enabled');
    world.close();
    show(new GlassMap());
    await says('16,001 of 16,666 keys');
  });
});
