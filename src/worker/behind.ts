/**
 * What stands behind the worker's start: the answers to calls, and what happens when a wait ends. One chunk for both, as they
 * share most of their code; loaded when the first of them is needed.
 */
export { createDoor } from './door.ts';
export { effects } from './effects.ts';
