/** The playground's texts. AWS's own words (states, codes, operations) are not among them: they are never translated. */
export const en = {
  title: 'GlassHSM: an AWS CloudHSM key store in your browser',
  tagline: 'An AWS CloudHSM key store that lives in this browser',
  simulated: 'Simulated. Everything stays in this browser and nothing is sent anywhere. Never put a real secret in it.',
  language: 'Language',

  starting: 'Starting the simulator…',
  failed: 'The simulator could not start',
  stopped: 'The simulator has stopped',
  insecure:
    'This page was opened over plain http. Browsers offer Web Cryptography, which the simulated HSMs are made of, only to ' +
    'secure pages. Open it over https, or from localhost.',
  reload: 'Reload the page',
  memory: 'Keys last only until you close this tab',

  keyStore: 'AWS KMS · custom key store',
  cluster: 'AWS CloudHSM · cluster',
  noKeyStore: 'There is no key store in this account and Region.',
  noCluster: 'There is no cluster in this account and Region.',
  id: 'ID',
  keys: 'Keys',
  keysOf: (keys: string, capacity: string) => `${keys} of ${capacity}`,
  hsmType: 'HSM type',
  address: 'address',
  noHsm: 'No HSM in this zone',
  lost: 'Its keys are Unavailable until it is connected.',
  /** `rest`: how much longer it takes here; `aws`: how long AWS takes. */
  waiting: (rest: string, aws: string) => `${rest} to go; at AWS ${aws}`,

  calls: 'Call AWS',
  callsHint: 'Each button sends what an AWS SDK would, to the simulated services. Try them in any state: a refusal is AWS’s own.',
  describeCustomKeyStores: 'Is the key store connected?',
  describeClusters: 'Which HSMs does the cluster have, and in which zones?',
  createKey: 'Make a 256-bit AES key inside the HSMs. No script can read it out.',
  describeKey: 'What KMS tells about the newest key',
  roundTrip: 'Encrypt a text under the newest key, then decrypt it',
  lookupEvents: 'What CloudTrail recorded: the newest ten events',
  text: 'Text to encrypt',
  sample: 'Hello from the glass',
  keyFirst: 'Create a key first.',
  met: 'met',
  unmet: 'not met',
  needsConnected: (state: string) => (state === 'CONNECTED' ? 'The key store is CONNECTED' : `The key store is ${state}, not CONNECTED`),
  needsHsms: (zones: number) =>
    zones === 1 ? 'Active HSMs in 1 zone; two zones are needed' : `Active HSMs in ${String(zones)} zones${zones < 2 ? '; two are needed' : ''}`,
  done: 'Done',
  created: (key: string) => `Created ${key}`,
  roundTripDone: (bytes: number, text: string) => `${String(bytes)} bytes of ciphertext, and back to “${text}”`,

  deleteHsm: (id: string) => `Delete ${id}?`,
  deleteHsmDetail: 'The keys stay on the other HSMs of the cluster. You can add an HSM to the zone again with CreateHsm.',
  deleteLastHsm: 'This is the only active HSM: without one, nothing can be encrypted or decrypted.',
  reset: 'Reset',
  resetQuestion: 'Reset the simulated world?',
  resetDetail: 'All keys and events made here are erased, in every tab, and the first scenario is loaded again.',
  cancel: 'Cancel',

  exchanges: 'Requests and answers',
  noExchanges: 'What goes over the wire appears here: the HTTP request as an AWS SDK sends it, and the answer.',
  request: 'Request',
  answer: 'Answer',
  emptyBody: '(empty body)',
};
