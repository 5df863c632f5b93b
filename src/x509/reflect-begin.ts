/**
 * The library below @peculiar/x509 (tsyringe) refuses to load without `Reflect.getMetadata`, and asks it for decorators'
 * types that the library was built without: the answer is always "none". Polyfills would leave a changed `Reflect` on other
 * people's pages (and reflect-metadata itself needs `Function`, which the CSP forbids), so this stands there only while the
 * library's modules run, which nothing can interrupt: library.ts imports reflect-end.ts behind them.
 */
const none = (): undefined => undefined;

/** What was put there, for reflect-end.ts: a page's own polyfill is left alone. */
export const added = ['getMetadata', 'getOwnMetadata'].filter((name) => !(name in Reflect));
for (const name of added) Object.defineProperty(Reflect, name, { value: none, configurable: true });
