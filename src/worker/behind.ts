/**
 * What stands behind the worker's start: the answers to calls and to the teacher, what happens when a wait ends, what is seen of
 * backups, keys and networks, what takes worlds along. One chunk for all, as they share most of their code; loaded when the first of
 * them is needed.
 */
export { createControl } from './control.ts';
export { createDoor } from './door.ts';
export { createCarrying } from './control/carry/commands.ts';
export { readWorld } from './control/carry/import-world.ts';
export { effects } from './effects.ts';
export { beginDraft } from './storage/draft.ts';
export * as insideViews from './inside-views.ts';
