import { connect, type Simulator } from '../../../src/page/index.ts';
import type { Language } from '../../../src/page/i18n/languages.ts';
import { GlassMap } from '../../../src/page/ui/map/map.ts';
import { waitFor } from './waiting.ts';

export const ClusterId = 'cluster-1a23b4cdefg';
export const CustomKeyStoreId = 'cks-1234567890abcdef0';
export const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } as const;

/** A map of a world of its own, and what a person finds in it. */
export interface Shown {
  readonly map: GlassMap;
  readonly simulator: Simulator;
  /** Everything in it that can be pressed, by its name. */
  button(name: string | RegExp): HTMLButtonElement | undefined;
  /** Waits until there is such a button. */
  press(name: string | RegExp): Promise<void>;
  /** Waits until this is among its words. */
  says(text: string): Promise<void>;
  box(HsmId: string): HTMLElement | undefined;
  root(): ShadowRoot;
}

export const named = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();

export const newSimulator = (options: Parameters<typeof connect>[0] = {}): Promise<Simulator> =>
  connect({ database: crypto.randomUUID(), workerUrl: '/public/build/worker.js', ...options });

export async function show(simulator: Simulator, { lang = 'en', theme = 'light' }: { lang?: Language; theme?: 'light' | 'dark' } = {}): Promise<Shown> {
  const map = new GlassMap();
  Object.assign(map, { lang, theme, simulator });
  // The page that a person has around it.
  document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
  document.body.append(map);
  const root = (): ShadowRoot => map.shadowRoot as ShadowRoot;
  const button: Shown['button'] = (name) =>
    [...root().querySelectorAll('button')].find((each) =>
      typeof name === 'string' ? named(each) === name : name.test(named(each)),
    );
  const says = (text: string): Promise<void> =>
    waitFor(map, () => root().textContent?.replace(/\s+/g, ' ').includes(text)).then(() => undefined);
  await waitFor(map, () => map.shadowRoot?.querySelector('.mark'));
  return {
    map,
    simulator,
    root,
    button,
    says,
    press: async (name) => {
      (await waitFor(map, () => button(name))).click();
    },
    box: (HsmId) => root().querySelector(`#${HsmId}`)?.closest('article') ?? undefined,
  };
}

/** Ends what `show` began. */
export function hide({ map, simulator }: Shown): void {
  map.remove();
  simulator.close();
  document.body.style.background = '';
}

/** Motion that ends, ends now: what is seen is what stays. */
export function settle({ root }: Shown): void {
  for (const animation of root().getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}
