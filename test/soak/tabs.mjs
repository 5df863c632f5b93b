/** Three real tabs, a worker each, calls of every kind at once: all that was answered is there, whole. */
import assert from 'node:assert/strict';
import { libraryOf, openSoak } from './page.mjs';

/** @param {import('../tools/sites.mjs').Site} site @param {{ rounds: number, seed: number }} options @returns {Promise<string>} */
export async function race({ url, newPage }, { rounds, seed }) {
  const pages = [await newPage(), await newPage(), await newPage()];
  const database = 'race';
  /** @type {import('../worker/consistency.ts').Answered[]} */
  const answered = [];
  for (const page of pages) await openSoak(page, url);
  for (let round = 0; round < rounds; round += 1) {
    answered.push(...(await Promise.all(pages.map((page, i) => page.evaluate(
      (load, count) => /** @type {any} */ (globalThis).soak.load(load, count),
      { library: libraryOf(url), database, seed: seed + round * pages.length + i, lanes: 4 }, 40,
    )))).flat());
    /** @type {string[]} */
    const problems = await pages[0]?.evaluate((name, calls) => /** @type {any} */ (globalThis).soak.inconsistencies(name, calls), database, answered);
    assert.deepEqual(problems, [], `round ${round}, seed ${seed}`);
  }
  for (const page of pages) await page.close();
  return `${answered.length} answered calls of three tabs, seed ${seed}`;
}
