/** The playground, index.html: the frame, and its views. */
import './ui/frame/playground.ts';
import { linkErrors } from './ui/error-link.ts';
import { errorAddress } from './ui/guide/address.ts';

linkErrors(errorAddress);
