/** Texts of src/page/ui/carry: worlds that are taken along. */
const several = (count: number, one: string, more: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

export const en = {
  title: 'Take this world along',
  close: 'Close',
  intro: 'All but key material, which never leaves this browser. Where the world is opened, keys get new material, and ciphertexts that were made here stay closed.',
  passwords: 'Passwords of the scenario are in it, and of those that you chose a digest: whoever has it can try out guesses.',
  busy: 'One moment…',
  failed: 'This did not work:',

  file: 'As a file',
  save: 'Save as a file',
  saved: (name: string) => `${name} was handed to your browser.`,
  link: 'As a link',
  linkHint: 'The world itself is behind the `#`, compressed. Browsers send that part nowhere. Whoever opens the link sees the world beside their own.',
  makeLink: 'Make a link',
  linkField: 'Link to this world',
  linkTooLarge: (most: number) => `This world is too large for a link: more than ${most.toLocaleString('en')} characters. Save it as a file.`,
  copy: { copy: 'Copy', copied: 'Copied', uncopied: 'Not allowed here: select and copy' },

  import: 'Open a file',
  chooseFile: 'A file that was saved here or elsewhere (.json)',
  fileTooLarge: 'This file is larger than 64 MB: no world is.',
  inFile: 'In the file:',
  inWorld: 'It replaces this world, in every tab:',
  replaceHint: 'Keys arrive without material. What is replaced cannot be brought back, unless you saved it.',
  replace: 'Replace this world',
  cancel: 'Cancel',
  imported: 'The world of the file is here.',

  missing: (count: number) => (count === 1 ? '1 key material is missing' : `${count.toLocaleString('en')} key materials are missing`),
  makeAll: 'Make new material for all keys',

  scenario: (name: string) => `scenario \`${name}\``,
  counts: {
    clusters: (count: number) => several(count, 'cluster', 'clusters'),
    keyStores: (count: number) => several(count, 'custom key store', 'custom key stores'),
    keys: (count: number) => several(count, 'KMS key', 'KMS keys'),
    users: (count: number) => several(count, 'cluster user', 'cluster users'),
    backups: (count: number) => several(count, 'backup', 'backups'),
    events: (count: number) => several(count, 'CloudTrail event', 'CloudTrail events'),
  },

  keepQuestion: 'Make this world yours?',
  keepDetail: 'It takes the place of your own world, in every tab, keys and all. What it replaces cannot be brought back:',
  keepYes: 'Replace my world',
};
