/** Measures how long the table of keys takes until it is painted, in worlds of few and of many keys. */
import { connect, type Simulator } from '../../src/page/index.ts';
import { GlassKeyTable } from '../../src/page/ui/keys/key-table.ts';
import { largeWorld } from '../worker/large-world.ts';

/** Rows that are shown, however many keys there are. */
export const shown = 50;
const workerUrl = new URL('./build/worker.js', import.meta.url);

/** Where the table is opened; what a person did last in this visit is how it opens. */
const positions = {
  'as it is opened': {},
  'sorted by alias': { sorting: { by: 'aliases', descending: false } },
  'sorted by alias, descending': { sorting: { by: 'aliases', descending: true } },
  'sorted by key ID': { sorting: { by: 'keyId', descending: false } },
  'filtered by what the alias begins with': { filter: { by: 'aliases', value: '0', more: '' } },
  'filtered by a tag': { filter: { by: 'tag', value: 'team', more: '' } },
} as const;
export type Position = keyof typeof positions;

/** Milliseconds, by position. */
export type Times = Record<Position, number>;

const worlds = new Map<number, string>();
const open = (database: string): Promise<Simulator> => connect({ database, workerUrl });

/** @param count how many keys it holds */
async function prepare(count: number): Promise<void> {
  localStorage.setItem('glass-hsm-key-table', JSON.stringify({ pageSize: shown }));
  worlds.set(count, await largeWorld(count, { aliased: true }));
}

/** Until rows are there and a frame with them has been drawn. */
async function painted(simulator: Simulator, position: Position): Promise<number> {
  sessionStorage.setItem('glass-hsm-key-table-position', JSON.stringify(positions[position]));
  const began = performance.now();
  const table = new GlassKeyTable();
  Object.assign(table, { simulator, lang: 'en' });
  document.body.append(table);
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  while (!table.shadowRoot?.querySelector('tbody tr')) await frame();
  await frame();
  const spent = performance.now() - began;
  table.remove();
  return spent;
}

/** One round in one world. The worker begins anew, and so has no row in memory: the first position is the coldest. */
async function round(count: number): Promise<Times> {
  const simulator = await open(worlds.get(count) ?? '');
  await simulator.kms.listKeys({ Limit: 1 });
  const times: Partial<Times> = {};
  for (const position of Object.keys(positions) as Position[]) times[position] = await painted(simulator, position);
  simulator.close();
  return times as Times;
}

declare global {
  var table: { prepare: typeof prepare; round: typeof round };
}
globalThis.table = { prepare, round };
