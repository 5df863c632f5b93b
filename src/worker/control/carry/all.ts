/** What takes a world along: a chunk that is loaded when a person first does. */
export { createCarrying } from './commands.ts';
export { readWorld } from './import-world.ts';
