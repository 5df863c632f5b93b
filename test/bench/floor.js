// A page with a worker that does nothing, for comparison with start.js.
const worker = new Worker('./empty.js', { type: 'module' });
worker.addEventListener('message', () => {
  globalThis.times = { ready: performance.now() };
});
