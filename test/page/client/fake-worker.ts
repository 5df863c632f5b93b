/**
 * Small worker scripts that misbehave as a real one never would, for what `connect()` must survive. They speak as much
 * of Comlink's protocol as an answer needs.
 */

declare const __VERSION__: string;

export interface FakeWorker {
  /** What it says when it has loaded; `null`: nothing at all. */
  readonly version?: string | null;
  /** JavaScript: a function from (method, argument) to the reply, or to undefined for no reply ever. */
  readonly reply?: string;
}

/** Answers everything, well. */
export const wellBehaved = `(method, [input]) => ({
  value: method === 'open' ? { storage: 'memory', reason: 'A fake.' }
    : method === 'send' ? { status: 200, headers: { 'x-amzn-requestid': 'request-1' }, body: JSON.stringify({ asked: input }) }
    : { method, input },
})`;

/**
 * @returns the worker's address. While it lives it holds the Web Lock of that name; the command `post` of `control`
 * makes it post a notice and `crash` makes it throw, each before answering.
 */
export function fakeWorker({ version = __VERSION__, reply = wellBehaved }: FakeWorker = {}): string {
  const script = `
    const reply = ${reply};
    addEventListener('message', ({ data: { id, path, argumentList } }) => {
      if (!id) return;
      const [command, input] = argumentList.map(({ value }) => value);
      if (path[0] === 'control' && command === 'loadScenario' && input.name.startsWith('{')) postMessage(JSON.parse(input.name));
      if (path[0] === 'control' && command === 'loadScenario' && input.name === 'crash') throw new Error('out of glass');
      const value = reply(path[0], [command, input]);
      if (value) postMessage({ id, type: 'RAW', value });
    });
    navigator.locks.request(location.href, { mode: 'shared' }, () => {
      ${version === null ? '' : `postMessage({ notice: 'ready', version: ${JSON.stringify(version)} });`}
      return new Promise(() => {});
    });`;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

/** Resolves when no worker of this address lives any more. */
export const gone = (address: string): Promise<void> => navigator.locks.request(address, () => undefined);

/** @returns how many live workers of this address there are */
export async function alive(address: string): Promise<number> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].filter(({ name }) => name === address).length;
}

/** @returns what a promise was rejected with */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('It was not rejected.');
    },
    (error: unknown) => error,
  );
