/** Texts of src/page/ui/frame, the playground around the elements. */
export const en = {
  title: 'GlassHSM: an AWS CloudHSM key store in your browser',
  tagline: 'A see-through AWS CloudHSM key store',
  skip: 'Skip to the map',
  /** The constant mark. */
  simulated: 'Simulated. Everything stays in this browser; nothing is sent anywhere. Never put a real secret in it.',
  simulatedInMemory: 'Simulated. Everything stays in this tab, until it is closed; nothing is sent anywhere. Never put a real secret in it.',
  notAffiliated: 'GlassHSM is not affiliated with Amazon Web Services.',

  region: 'Region',
  actingAs: 'Acting as',
  inAccount: (account: string) => `in account ${account}`,
  settings: 'Settings',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },

  clock: 'Simulated time',
  speed: 'How fast AWS’s waits pass',
  /** Beside the time: what a second is. */
  speedShort: (waiting: string) => `1 s = ${waiting}`,
  noWaitShort: 'no waiting',
  ownSpeed: 'As long as at AWS',
  faster: (waiting: string) => `1 s = ${waiting} of waiting`,
  noWait: 'No waiting: done by the next call',
  connecting: (here: string) => `connecting: ${here}`,
  shortened: 'Shortened: connecting and disconnecting the key store, adding and removing an HSM. Never shortened: periods of days, like the waiting period of a deletion.',
  jump: 'Jump ahead',
  jumpDetail: 'The clock only moves ahead. What ends in between is done.',
  jumped: (time: string) => `It is now ${time}.`,

  takeAlong: 'Take along',

  openingLink: 'Opening the link beside your own world…',
  beside: 'Beside your own world',
  besideScenario: (name: string) => `This is the scenario \`${name}\`, from a link. Your own world is as you left it.`,
  besideWorld: 'This world came with a link. Your own is as you left it.',
  keep: 'Keep…',
  backToMine: 'Back to mine',
  kept: 'This is your world now.',
  backAgain: 'This is your own world.',
  linkFailed: 'The link was not opened; nothing was changed.',
  linkFaults: {
    malformed: 'It is damaged, or only a part of it was copied.',
    version: 'A newer GlassHSM made it. Reload the page, and open the link again.',
    large: 'What it holds is too large for a link.',
  },
  dismiss: 'Close',

  reset: 'Reset',
  resetQuestion: 'Reset the simulated world?',
  resetDetail: 'All keys, key stores, HSMs and events that were made here are erased in every tab, ciphertexts made here can never be decrypted again, and the world begins anew. The clock goes back to the present.',
  resetYes: 'Erase and begin anew',
  resetDone: 'The world begins anew.',

  scenario: 'Begin with',
  scenarios: {
    default: 'A connected key store, with a cluster of two HSMs',
    cluster: 'The cluster alone: its key store is still to be created',
    empty: 'Nothing: build the cluster yourself',
  },

  views: 'Views',
  viewNames: {
    map: 'Map',
    keys: 'Customer managed keys',
    'key-stores': 'Custom key stores',
    clusters: 'CloudHSM clusters',
    cloudtrail: 'CloudTrail event history',
    errors: 'Errors',
    terminal: 'Terminal',
    'sign-in': 'Sign in',
    'keys/create': 'Create key',
  },
  unknownView: 'There is no such page: ',
  viewFailed: 'This page could not be loaded. Check that the place it is served from can be reached, then try again.',
  backToMap: 'Back to the map',
  openKey: 'Open the page of the new key',
  viewLoading: 'Loading…',

  memory: 'Keys last only until you close this tab.',
  insecure:
    'This page was opened over plain http. Browsers offer Web Cryptography, which the simulated HSMs are made of, only to secure pages. Open it over https, or from localhost.',
  stopped: 'The simulator has stopped',
  reload: 'Reload the page',
};
