/** Texts that every element shares, and those of the playground's frame. */
export const en = {
  starting: 'Starting the simulator…',
  failed: 'The simulator could not start',
  tryAgain: 'Try again',
  cancel: 'Cancel',
};
