/** The playground, index.html: the frame, and its views. */
import './ui/frame/playground.ts';
