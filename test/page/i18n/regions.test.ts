import { expect } from 'chai';
import { regions } from '../../../src/model/regions.ts';
import { playgroundTexts } from '../../../src/page/i18n/playground.ts';
import { connect, SimulatorError } from '../../../src/page/index.ts';

describe('the names of Regions', () => {
  for (const [language, { regions: names }] of Object.entries(playgroundTexts))
    it(`${language}: all that are accepted, and no other`, () => {
      expect(Object.keys(names)).to.have.members([...regions]);
    });

  for (const region of ['mars-north-1', 'US-WEST-2', 'cn-north-1', ''])
    it(`connect() knows no "${region}", and says which there are`, async () => {
      let error: unknown;
      await connect({ region }).catch((thrown: unknown) => (error = thrown));
      expect(error).to.be.instanceOf(SimulatorError);
      expect((error as Error).message).to.equal(`There is no Region "${region}". Regions: ${regions.join(', ')}.`);
    });
});
