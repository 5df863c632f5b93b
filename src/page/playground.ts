/** The playground, index.html: the elements, and the frame around them. */
import './ui/map/map.ts';
import './ui/create-key/create-key.ts';
import './ui/calls/calls.ts';
import './ui/keys/keys.ts';
import './ui/frame/playground.ts';
