/** What stands around the views: signing in, windows, the banner of another world, what is loading and what cannot be shown. */

/** @type {import('./all.mjs').View[]} */
export const frame = [
  { name: 'sign-in', at: '#/sign-in', sign: 'glass-sign-in >>> .now' },
  {
    name: 'take-along',
    window: true,
    sign: 'glass-take-along >>> dialog[open]',
    async world({ kms }) {
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    },
    steps: [['press', 'glass-playground >>> .carry']],
  },
  { name: 'settings', window: true, sign: 'glass-playground >>> #settings:popover-open', steps: [['press', 'glass-playground >>> .settings']] },
  { name: 'clock', window: true, sign: 'glass-clock >>> #clock:popover-open', steps: [['press', 'glass-clock >>> .button']] },
  { name: 'begin-anew', window: true, sign: 'glass-playground >>> dialog[open]', steps: [['press', 'glass-playground >>> .reset']] },
  { name: 'opened-beside', at: '#/scenarios/user-logged-in', sign: 'glass-playground >>> .beside' },
  { name: 'link-of-nothing', at: '#/world/nothing', sign: 'glass-playground >>> .failure' },
  { name: 'view-unknown', at: '#/nowhere', sign: 'glass-playground >>> main .failure' },
  { name: 'view-loading', at: '#/keys', network: 'held', sign: 'glass-playground >>> main .waiting' },
  { name: 'view-refused', at: '#/keys', network: 'refused', sign: 'glass-playground >>> main .failure', varies: 'the name of the file that did not load' },
  {
    name: 'starting',
    sign: 'glass-playground >>> main .waiting',
    before: () => {
      // One that never answers.
      globalThis.Worker = /** @type {any} */ (class extends EventTarget {
        postMessage() {}
        terminate() {}
      });
    },
  },
  { name: 'browser-too-old', sign: 'glass-playground >>> main .failure', before: () => { Reflect.deleteProperty(Uint8Array, 'fromBase64'); } },
];
