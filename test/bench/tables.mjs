/** What the bench makes of its figures. */

/** @typedef {import('./page.ts').Figures} Figures */
/** @typedef {{ title: string, bar: number, values: number[] }} Ratio */

/** @type {Record<string, string>} */
const titles = {
  createSequential: 'CreateKey, sequential',
  bareRoundTrip: '  bare: Comlink round trip',
  bareGenerate: '  bare: generateKey',
  bareStrict: '  bare: one strict transaction',
  bareCreate: '  bare: the three as one call',
  createInFlight: 'CreateKey, 64 in flight',
  bareBatch: '  bare: 100 record sets a strict transaction',
  encryptSequential: 'Encrypt 4 KB, sequential',
  bareSealSequential: '  bare: Comlink echo + encrypt, sequential',
  bareWireSequential: '  bare: the same in JSON and base64, sequential',
  encryptInFlight: 'Encrypt 4 KB, 16 in flight',
  bareSealInFlight: '  bare: Comlink echo + encrypt, 16 in flight',
  advance: 'advance, simulated days with a cluster',
  bareWireInFlight: '  bare: the same in JSON and base64, 16 in flight',
};

/** Each ratio in each round, and what it must reach in Chromium. @type {{ title: string, bar: number, of: (f: Figures) => number }[]} */
const bars = [
  {
    title: 'CreateKey sequential / (round trip + generateKey + one strict transaction)', bar: 0.8,
    of: (f) => n(f, 'createSequential') * (1 / n(f, 'bareRoundTrip') + 1 / n(f, 'bareGenerate') + 1 / n(f, 'bareStrict')),
  },
  { title: 'CreateKey 64 in flight / 100 record sets a strict transaction', bar: 0.6, of: (f) => n(f, 'createInFlight') / n(f, 'bareBatch') },
  { title: 'CreateKey 64 in flight / sequential', bar: 4, of: (f) => n(f, 'createInFlight') / n(f, 'createSequential') },
  { title: 'Encrypt 4 KB sequential / (Comlink echo + encrypt)', bar: 0.75, of: (f) => n(f, 'encryptSequential') / n(f, 'bareSealSequential') },
  { title: 'Encrypt 4 KB 16 in flight / (Comlink echo + encrypt), 16 in flight', bar: 0.3, of: (f) => n(f, 'encryptInFlight') / n(f, 'bareSealInFlight') },
];

/** @param {Figures} figures @param {string} name */
const n = (figures, name) => figures[name] ?? NaN;

/** @param {Figures[]} figures @returns {Ratio[]} */
export const ratios = (figures) => bars.map(({ title, bar, of }) => ({ title, bar, values: figures.map(of) }));

/** @param {number[]} values @param {number} part 0.5: the median */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? NaN;
  return below + ((sorted[Math.ceil(at)] ?? NaN) - below) * (at % 1);
}

/** Median, quartiles, extremes. @param {number[]} values @param {(value: number) => string} print */
const spread = (values, print) => [0.5, 0.25, 0.75, 0, 1].map((part) => print(quantile(values, part)));

/** @param {string[][]} rows the first is the head */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')).join('\n');
}

const columns = ['median', 'lower q.', 'upper q.', 'min', 'max'];

/** @param {Figures[]} figures */
export const figureTable = (figures) => table([
  ['a second', ...columns, 'ms each'],
  ...Object.entries(titles).map(([name, title]) => {
    const values = figures.map((f) => n(f, name));
    return [title, ...spread(values, (v) => Math.round(v).toLocaleString('en')), (1000 / quantile(values, 0.5)).toFixed(3)];
  }),
]);

/** @param {Ratio[]} judged @param {boolean} binding whether the bars are this browser's */
export const ratioTable = (judged, binding) => table([
  [binding ? 'ratio' : 'ratio (the bars are Chromium\'s)', ...columns, 'bar', ''],
  ...judged.map(({ title, bar, values }) => [
    title, ...spread(values, (v) => v.toFixed(2)), bar.toFixed(2), quantile(values, 0.5) >= bar ? 'reached' : 'BELOW',
  ]),
]);

/** @param {import('./bench.mjs').StartTimes} times */
export const startTable = (times) => table([
  ['ms from the start of the navigation', ...columns],
  ...Object.entries(times).flatMap(([how, all]) => Object.keys(all[0] ?? {}).map((what) => [
    `${how}: ${what}`, ...spread(all.map((t) => t[what] ?? NaN), (v) => v.toFixed(0)),
  ])),
]);
