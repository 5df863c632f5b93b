/** Texts of keys whose material is missing: apart, as the map shows such keys, too. */
export const en = {
  missingHint: 'Keys without material answer `KMSInvalidStateException`. New material makes them usable again; what was encrypted before stays unreadable for ever.',
  made: (count: number) => (count === 1 ? '1 key material was made.' : `${count.toLocaleString('en')} key materials were made.`),
  ofKey: 'This key has no material: its world was imported, and key material never leaves a browser.',
  makeOne: 'Make new material',
};
