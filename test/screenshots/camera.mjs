/** Brings a view about in a page of its own, waits until nothing moves any more, and takes its pictures. */
import { byTimer } from '../tools/finding.mjs';
import { moment, standStill } from './still.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./views/all.mjs').View} View */
/** @typedef {'en' | 'ja'} Language */
/** @typedef {'light' | 'dark'} Theme */

/** The machine's fonts drawn alike wherever they are the same. */
export const cameraArgs = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--lang=en-US'];

/**
 * Sent to the page. The first element that fits in any tree, shadow trees too; `a >>> b` is a `b` in the shadow tree of an `a`.
 * @param {string} selector @param {boolean} [shown] only one that can be seen
 */
function find(selector, shown = false) {
  /** @param {Document | ShadowRoot} tree @returns {(Document | ShadowRoot)[]} */
  const trees = (tree) => [tree, ...[...tree.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? trees(shadowRoot) : []))];
  let among = trees(document);
  const parts = selector.split(' >>> ');
  for (const host of parts.slice(0, -1)) among = among.flatMap((tree) => [...tree.querySelectorAll(host)].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : [])));
  const last = parts.at(-1) ?? '';
  return among.flatMap((tree) => [...tree.querySelectorAll(last)]).find((found) => !shown || found.checkVisibility());
}

/** @param {Page} page @param {string} selector @param {boolean} [shown] */
async function wait(page, selector, shown = true) {
  const found = await page.waitForFunction(find, byTimer, selector, shown).catch((error) => {
    throw new Error(`there is no ${selector}: ${error.message}`);
  });
  return /** @type {import('puppeteer-core').ElementHandle<HTMLElement>} */ (found.asElement());
}

/** What a step does to the page. @type {Record<import('./views/all.mjs').Step[0], (page: Page, at: string, value: string) => Promise<unknown>>} */
const deeds = {
  wait: (page, at) => wait(page, at),
  press: async (page, at) => (await wait(page, at)).evaluate((button) => { button.click(); }),
  open: async (page, at) => (await wait(page, at)).evaluate((details) => { /** @type {HTMLDetailsElement} */ (details).open = true; }),
  send: async (page, at) => (await wait(page, at)).evaluate((form) => { /** @type {HTMLFormElement} */ (/** @type {unknown} */ (form)).requestSubmit(); }),
  type: async (page, at, value) => (await wait(page, at)).evaluate((field, text) => {
    /** @type {HTMLInputElement} */ (field).value = text;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }, value),
  go: (page, hash) => page.evaluate((to) => { location.hash = to; }, hash),
};

/** Sent to the page: what a person would see change. */
function look() {
  /** @param {Node} node @returns {string} */
  const textOf = (node) => (node instanceof Text ? node.data : [...(node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes].map(textOf).join(''));
  return `${document.fonts.status} ${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight} ${textOf(document.body)}`;
}

/** Three looks alike, and nothing on its way over the network, unless that is held. @param {Page} page @param {boolean} held */
async function stillness(page, held) {
  if (!held) await page.waitForNetworkIdle({ idleTime: 150 });
  let [seen, same] = ['', 0];
  for (let looks = 0; same < 3; looks += 1) {
    if (looks > 200) throw new Error('it does not come to rest');
    const now = await page.evaluate(look);
    [same, seen] = now === seen ? [same + 1, seen] : [0, now];
    await new Promise((done) => { setTimeout(done, 60); });
  }
}

/**
 * A page in a new world; `arrive` brings the view about there. It is opened as it is pictured first: what is resized may be drawn
 * half a pixel elsewhere.
 * @param {import('puppeteer-core').Browser} browser @param {string} url @param {View} view
 * @param {{ language: Language, theme: Theme, width: number, height?: number }} format
 */
export async function open(browser, url, view, { language, theme, width, height = 900 }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.emulateTimezone('Asia/Tokyo');
  await wear(page, theme);
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument(standStill, moment);
  if (view.before) await page.evaluateOnNewDocument(view.before);
  await page.evaluateOnNewDocument((session, local) => {
    for (const [name, value] of Object.entries(session)) sessionStorage.setItem(name, value);
    for (const [name, value] of Object.entries(local)) localStorage.setItem(name, value);
  }, view.session ?? {}, view.local ?? {});
  return { page, arrive: () => arrive(page, `${url}?lang=${language}`, view), close: () => context.close() };
}

/** @param {Page} page @param {string} address @param {View} view */
async function arrive(page, address, view) {
  await page.goto(address);
  await page.evaluate(() => {
    const caret = new CSSStyleSheet();
    caret.replaceSync(':root { caret-color: transparent }');
    document.adoptedStyleSheets = [caret];
  });
  const ids = view.before ? {} : await makeWorld(page, view);
  // What the home loads when it is idle is no part of the view.
  await page.waitForNetworkIdle({ idleTime: 150 });
  // A person with a mouse: the title that gets the focus then shows no ring.
  await page.mouse.click(2, 500);
  if (view.network) await interfere(page, view.network);
  /** @type {import('./views/all.mjs').Step[]} */
  const steps = [...(view.at ? [/** @type {const} */ (['go', view.at])] : []), ...(view.steps ?? []), ['wait', view.sign]];
  for (const [deed, at, value = ''] of steps) {
    await deeds[deed](page, filled(at, ids), filled(value, ids));
    // What a deed leads to at once has been drawn before the next one looks.
    await page.evaluate(() => new Promise((done) => { setTimeout(done); }));
  }
}

/** @param {Page} page @param {Theme} theme */
const wear = (page, theme) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);

/** What the world is made of, by the page's own simulator; a second passes before each call. @param {Page} page @param {View} view */
async function makeWorld(page, { scenario, world }) {
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('glass-playground'))?.simulator, byTimer);
  // The function's text becomes a function again: the page's policy does not bind its driver.
  return /** @type {Promise<Record<string, string>>} */ (page.evaluate(`(${make})(${JSON.stringify(scenario ?? null)}, ${String(world ?? null).replace(/^async (?!function)(?=\w)/, 'async function ')})`));
}

/** Sent to the page. @param {string | null} scenario @param {((simulator: any) => Promise<any>) | null} world */
async function make(scenario, world) {
  const { simulator } = /** @type {any} */ (document.querySelector('glass-playground'));
  if (scenario) await simulator.control.loadScenario(scenario);
  /** @param {any} service */
  const paced = (service) => new Proxy(service, {
    get: (target, name) => (typeof target[name] !== 'function' ? target[name] : async (/** @type {unknown[]} */ ...given) => {
      await simulator.control.advance(1000);
      return target[name](...given);
    }),
  });
  const [kms, cloudhsmv2, cloudhsmCli, cloudtrail] = [simulator.kms, simulator.cloudhsmv2, simulator.cloudhsmCli, simulator.cloudtrail].map(paced);
  const look = simulator.look.bind(simulator);
  return (world && (await world({ kms, cloudhsmv2, cloudhsmCli, cloudtrail, look, control: simulator.control }))) ?? {};
}

/** @param {Page} page @param {'held' | 'refused'} network */
async function interfere(page, network) {
  await page.setRequestInterception(true);
  page.on('request', (request) => { if (network === 'refused') void request.abort(); });
}

/** @param {string} text @param {Record<string, string>} ids */
const filled = (text, ids) => text.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? `{${name}}`);

/**
 * @param {Page} page
 * @param {{ theme: Theme, width: number, height?: number, window?: boolean | undefined, held?: boolean }} format
 *   `window`: what the window shows, not the whole page; `held`: something never arrives
 */
export async function take(page, { theme, width, height = 900, window = false, held = false }) {
  await wear(page, theme);
  const { width: before, height: high } = page.viewport() ?? {};
  if (before !== width || high !== height) await page.setViewport({ width, height });
  // What sticks to the window's edge stands where the page is scrolled to.
  await page.evaluate(() => { scrollTo(0, 0); });
  await stillness(page, held);
  return page.screenshot({ fullPage: !window });
}
