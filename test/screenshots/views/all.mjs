/** Every view of the playground that `npm run screenshots` takes pictures of: data; camera.mjs makes them. */
import { cloudtrail } from './cloudtrail.mjs';
import { clusters } from './clusters.mjs';
import { errors } from './errors.mjs';
import { frame } from './frame.mjs';
import { keyStores } from './key-stores.mjs';
import { keys } from './keys.mjs';
import { map } from './map.mjs';
import { wizard } from './wizard.mjs';

/**
 * What is done on the page, one after the other; each waits for what it is about, by a selector that finds in any shadow tree
 * (`a >>> b`: a `b` in the shadow tree of an `a`).
 * @typedef {readonly [deed: 'press' | 'open' | 'send' | 'wait' | 'go', at: string] | readonly [deed: 'type', at: string, text: string]} Step
 */
/**
 * @typedef {object} View
 * @property {string} name also the name of its pictures
 * @property {string} sign what is on the page when the view has come
 * @property {string} [at] its address; absent: the map. `{id}` is what `world` has answered by that name
 * @property {string} [scenario] the world that it begins with; default `default`
 * @property {(simulator: any) => Promise<Record<string, string> | void>} [world] calls in the page: they show in its panel of calls,
 *   as a person's do; a simulated second passes before each. It is sent to the page, so it holds all that it needs
 * @property {Record<string, string>} [session] what the tab has remembered
 * @property {Record<string, string>} [local] what the device has remembered
 * @property {Step[]} [steps]
 * @property {() => void} [before] sent to the page before its own scripts, where there is to be no simulator
 * @property {'held' | 'refused'} [network] what the network does to whatever the view loads
 * @property {boolean} [window] the picture is of the window, not of the whole page: something stands in front of it
 * @property {{ file: string, theme: 'light' | 'dark', height: number }} [readme] the README shows it, as this file of public/images
 * @property {string} [varies] why its pictures are not kept: what is not the same from time to time
 */

/** @type {View[]} */
export const views = [...map, ...keys, ...wizard, ...keyStores, ...clusters, ...cloudtrail, ...errors, ...frame];

/** Of the playground's registry (src/page/ui/frame/views.ts): which one an address is of. @param {string} [address] @param {string[]} [registered] */
export function viewOf(address = '#/', registered = []) {
  const [first = '', second = ''] = address.slice(2).split('/');
  return registered.includes(`${first}/${second}`) ? `${first}/${second}` : first === '' ? 'map' : first;
}
