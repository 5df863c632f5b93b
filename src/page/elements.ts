/**
 * The elements, `elements.js`: `<glass-map>`, `<glass-create-key>`, `<glass-keys>`, `<glass-setup>` and `<glass-clusters>` for any page, by one
 * `<script type="module" src="…/build/elements.js"></script>`. Those that name the same database share one worker, also with
 * what the page connects by itself through `glass-hsm.js`.
 */
export { GlassMap } from './ui/map/map.ts';
export { GlassCreateKey } from './ui/create-key/create-key.ts';
export { GlassKeys } from './ui/keys/keys.ts';
export { GlassSetup } from './ui/setup/setup.ts';
export { GlassClusters } from './ui/clusters/clusters.ts';
export { BuildEvent, ChooseBackupEvent, ChooseClusterEvent, ChooseHsmEvent, ChooseKeyEvent } from './ui/events.ts';
export type { Simulator } from './client/simulator.ts';
