/**
 * Finds on a page what a person would, by its name, through shadow trees, for the site scripts. Names are those that the
 * person hears or reads: a label, or what stands on the button.
 */
/** @typedef {import('puppeteer-core').Page | import('puppeteer-core').Frame} Page */

/** Not by frames: they stand still in a tab that is not in front. */
export const byTimer = { polling: 50 };

/**
 * Sent to the page, so it holds all that it needs.
 * @param {string} name @param {string} [within] the tag of the element in whose shadow tree it stands
 * @param {boolean} [direction] asks where it is, seen from what has the focus: 0 there, 1 further on, -1 further back
 */
function findControl(name, within, direction) {
  /** @param {ParentNode} root @returns {Element[]} */
  const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
  /** @param {Element} e */
  const nameOf = (e) => {
    const root = /** @type {ShadowRoot} */ (e.getRootNode());
    const label = e.closest('label') ?? (e.id ? root.querySelector(`label[for="${e.id}"]`) : null);
    return (e.getAttribute('aria-label') ?? (label ?? e).textContent ?? '').replace(/\s+/g, ' ').trim();
  };
  const everything = all(document);
  // A window in front makes all else inert.
  const front = everything.find((e) => e.matches('dialog[open]'));
  const found = (front ? all(front) : everything).find((e) => e.matches('button, input, select, textarea, summary, a') && e.checkVisibility() && !e.matches(':disabled, [aria-disabled="true"]')
    && (within === undefined || /** @type {ShadowRoot} */ (e.getRootNode()).host?.localName === within)
    && (nameOf(e) === name || nameOf(e).startsWith(`${name} `)));
  if (!direction || !found) return found;
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused ? Math.sign(everything.indexOf(found) - everything.indexOf(focused)) : 1;
}

/** All that can be read, in the order of the tree; also sent. With `wanted`: whether that is in it. @param {string} [wanted] */
function readAll(wanted) {
  /** @param {Node} node @returns {string} */
  const textOf = (node) => {
    if (node instanceof Text) return node.data;
    if (node instanceof Element) {
      if (/^(style|script|noscript)$/.test(node.localName) || node.hasAttribute('hidden')) return '';
      if (node.shadowRoot) return textOf(node.shadowRoot);
    }
    return [...node.childNodes].map(textOf).join('');
  };
  const text = textOf(document.body).replace(/\s+/g, ' ');
  return wanted === undefined ? text : text.includes(wanted);
}

/** Waits for a control that may be used. @param {Page} page @param {string} name @param {string} [within] */
export async function control(page, name, within) {
  const found = await page.waitForFunction(findControl, byTimer, name, within).catch((error) => {
    throw new Error(`no control "${name}"${within ? ` in ${within}` : ''}: ${error.message}`);
  });
  return /** @type {import('puppeteer-core').ElementHandle<HTMLElement>} */ (found.asElement());
}

/** A click where a person would click. @param {Page} page @param {string} name @param {string} [within] */
export async function press(page, name, within) {
  await (await control(page, name, within)).click();
}

/** @param {Page} page @param {string} name @param {string} value */
export async function choose(page, name, value) {
  await (await control(page, name)).select(value);
}

/** Waits until this can be read. @param {Page} page @param {string} text */
export async function sees(page, text) {
  await page.waitForFunction(readAll, byTimer, text).catch(async (error) => {
    throw new Error(`does not see "${text}" (${error.message}) in: ${await read(page)}`);
  });
}

/** @param {Page} page @param {number} [most] characters @returns {Promise<string>} */
export const read = async (page, most = 4000) => String(await page.evaluate(readAll, undefined)).slice(0, most);

/** Tab, or Shift and Tab, until the control has the focus; then a key. @param {import('puppeteer-core').Page} page @param {string} name @param {import('puppeteer-core').KeyInput} [key] */
export async function reach(page, name, key = 'Enter') {
  for (let presses = 0; ; presses += 1) {
    await control(page, name);
    // Asked anew each time: the page may have drawn it again.
    const direction = await page.evaluate(findControl, name, undefined, true);
    if (direction === 0) break;
    if (presses > 150) throw new Error(`Tab does not reach "${name}" in: ${await read(page)}`);
    if (direction === -1) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (direction === -1) await page.keyboard.up('Shift');
  }
  await page.keyboard.press(key);
}
