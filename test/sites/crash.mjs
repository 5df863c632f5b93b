/** The short form of the soak: the worker terminated and the browser killed ten times each under load. */
import { randomInt } from 'node:crypto';
import { crash } from '../soak/crash.mjs';

export const name = 'crash';
/** Twenty crashes; a loaded machine needs long to start a browser. */
export const timeout = 300_000;

/** @param {import('../tools/sites.mjs').Site} site */
export const run = (site) => crash(site, { rounds: 10, seed: randomInt(2 ** 31) });
