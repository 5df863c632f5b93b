/**
 * The elements, `elements.js`: `<glass-map>` and `<glass-create-key>` for any page, by one
 * `<script type="module" src="…/build/elements.js"></script>`. Those that name the same database share one worker, also with
 * what the page connects by itself through `glass-hsm.js`.
 */
export { GlassMap } from './ui/map/map.ts';
export { GlassCreateKey } from './ui/create-key/create-key.ts';
export { ChooseKeyEvent } from './ui/events.ts';
export type { Simulator } from './client/simulator.ts';
