/** The playground opens under the CSP, at the top of a host and below any path of one. */
export const name = 'playground opens';
export const bases = ['/', '/some/sub/path/'];

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url, assert }) {
  await page.goto(url, { waitUntil: 'load' });
  assert.match(await page.title(), /GlassHSM/);
}
