/** The bench runs and yields figures; how fast, only `npm run bench` judges. */
import assert from 'node:assert/strict';
import { runRounds, shortSizes } from '../bench/bench.mjs';
import { measure, serveTable } from '../bench/table.mjs';
import { ratios } from '../bench/tables.mjs';

export const name = 'bench, short';

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ launch }) {
  const server = await serveTable();
  const browser = await launch();
  try {
    for (const { title, values } of ratios(await runRounds(browser, server.url, 1, shortSizes))) {
      assert.equal(values.length, 1);
      for (const value of values) assert.ok(Number.isFinite(value) && value > 0, `${title}: ${value}`);
    }
    for (const times of (await measure(browser, server.url, 60, 1)).values())
      for (const [position, value] of Object.entries(times[0] ?? {})) assert.ok(value > 0, `${position}: ${value}`);
  } finally {
    await browser.close();
    await server.close();
  }
}
