import { svg } from 'lit';
import { icon } from '../icons.ts';

/** Not among all icons: the sandboxed embed, which has them all in one file, has no table. */
export const gearIcon = icon(svg`<circle cx="10" cy="10" r="2.5" /><circle cx="10" cy="10" r="5.5" /><path d="M10 4.5v-2M10 17.5v-2M4.5 10h-2M17.5 10h-2M6.1 6.1L4.7 4.7M15.3 15.3l-1.4-1.4M6.1 13.9l-1.4 1.4M15.3 4.7l-1.4 1.4" />`);
