/** Texts that every element shares, and those of the playground's frame. */
export const en = {
  starting: 'Starting the simulator…',
  failed: 'The simulator could not start',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  ourWording: 'The code is AWS’s, the sentence is GlassHSM’s: AWS’s own is not public.',
};
