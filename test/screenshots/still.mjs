/**
 * A world that stands still, so that the same view gives the same picture: time is one moment and moves only by
 * `control.advance`, and what is random (ids, keys, nonces) follows from a seed. The product is as it is: its pages get this
 * from the browser's driver, its worker from a copy of the built site in which worker.js begins with it.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir, publicDir } from '../tools/paths.mjs';

/** When every picture is taken: a Monday, 10:30 in Tokyo. */
export const moment = Date.UTC(2026, 11, 7, 1, 30);

/** Sent to pages and worker, so it holds all that it needs. @param {number} at */
export function standStill(at) {
  // A proxy: what comes out of storage is still an instance of it.
  globalThis.Date = new Proxy(Date, {
    construct: (real, given, as) => Reflect.construct(real, given.length === 0 ? [at] : given, as),
    get: (real, name) => (name === 'now' ? () => at : Reflect.get(real, name)),
  });
  // In the worker it only measures; on the page it shows how far a wait has come.
  if (typeof document !== 'undefined') performance.now = () => 0;

  /** A sequence for each length: what is drawn for one purpose does not move the others. @type {Map<number, number>} */
  const seeds = new Map();
  /** Mulberry32. @param {number} length @returns {number} 0 to 255 */
  const draw = (length) => {
    const seed = ((seeds.get(length) ?? length * 7919) + 0x6d2b79f5) | 0;
    seeds.set(length, seed);
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) & 255;
  };
  /** @template {ArrayBufferView} T @param {T} array */
  const fill = (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = draw(bytes.length);
    return array;
  };
  crypto.getRandomValues = /** @type {any} */ (fill);
  crypto.randomUUID = () => {
    const bytes = fill(new Uint8Array(17)).subarray(1);
    bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
    bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
  const generateKey = crypto.subtle.generateKey.bind(crypto.subtle);
  crypto.subtle.generateKey = /** @type {any} */ ((/** @type {any} */ algorithm, /** @type {boolean} */ extractable, /** @type {KeyUsage[]} */ usages) =>
    algorithm.name === 'AES-GCM' ? crypto.subtle.importKey('raw', fill(new Uint8Array(32)), algorithm, extractable, usages) : generateKey(algorithm, extractable, usages));
}

/** Copies the built site. @returns {Promise<string>} the folder to serve */
export async function stillSite() {
  const folder = join(cacheDir, 'screenshots', 'site');
  await rm(folder, { recursive: true, force: true });
  await cp(publicDir, folder, { recursive: true });
  const worker = join(folder, 'build', 'worker.js');
  await writeFile(worker, `(${standStill})(${moment});\n${await readFile(worker, 'utf8')}`);
  return folder;
}
