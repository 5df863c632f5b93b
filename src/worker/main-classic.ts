import { loadX509By } from '../x509/load-classic.ts';
import './main.ts';

/**
 * worker-classic.js. As a `data:` address it knows of no folder; whoever makes the address writes one in front of it:
 * `self.glassHsmFolder = 'https://…/build/';`. Only certificates need it.
 */
type Told = typeof globalThis & { readonly glassHsmFolder?: string };
declare const trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }
  | undefined;

const { glassHsmFolder }: Told = globalThis;
if (glassHsmFolder !== undefined) {
  const url = new URL('x509-classic.js', glassHsmFolder).href;
  loadX509By(() => {
    // A worker's policies are its own: the page's one of this name does not count here.
    const policy = typeof trustedTypes === 'undefined' ? undefined : trustedTypes.createPolicy('glass-hsm', { createScriptURL: (address) => address });
    importScripts(policy?.createScriptURL(url) ?? url);
  });
}
