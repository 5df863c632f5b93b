/**
 * The first script of embed.html, and a classic one: in a frame that is sandboxed without `allow-same-origin` the origin
 * is opaque, and no module script loads there. Such a frame gets the page that can do without.
 */
if (self.origin === 'null') location.replace(new URL(`sandboxed.html${location.search}`, document.baseURI));
// Left to the browser by the bundler: embed.js, beside this script.
else void import('./embed.ts');

export {};
