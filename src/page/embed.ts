/** The embed, embed.html: one element in a frame. Only the view that is shown is loaded. */
import { startEmbed } from './ui/embed/embed.ts';

await startEmbed({
  load: { map: () => import('./ui/map/map.ts'), 'create-key': () => import('./ui/create-key/create-key.ts') },
});
