import { render } from 'lit';
import { connect } from '../../client/connect.ts';
import type { Simulator } from '../../client/simulator.ts';
import type { Catalogue } from '../../i18n/en.ts';
import { languages, type Language } from '../../i18n/languages.ts';
import { createActions, type Actions, type Outcome } from './actions.ts';
import { exchangeOf, type Exchange } from './exchanges.ts';
import { page } from './page.ts';
import { watchWorld, type World } from './world.ts';

/** Everything the page shows; every change of it is followed by a draw. */
export interface App {
  readonly language: Language;
  readonly texts: Catalogue['plain'];
  simulator?: Simulator;
  actions?: Actions;
  world?: World;
  /** Why there is no simulator any more, or never was. */
  failure?: { readonly title: string; readonly message: string; readonly language: Language };
  /** How the last call of each action went. */
  readonly outcomes: Map<string, Outcome>;
  /** Newest first. */
  exchanges: readonly Exchange[];
  /** What a screen reader is told about changes that come by themselves. */
  announcement: string;
}

const exchangesKept = 20;

/** Starts the simulator with the defaults and shows it in `root`. */
export async function startPlayground(root: HTMLElement, language: Language): Promise<void> {
  const texts = languages[language].texts.plain;
  const app: App = { language, texts, outcomes: new Map(), exchanges: [], announcement: '' };
  const draw = (): void => {
    render(page(app), root);
  };
  const fail = (title: string, error: unknown): void => {
    // The library's messages are English; the one that a classroom meets most is told in the page's language.
    app.failure = isSecureContext
      ? { title, message: error instanceof Error ? error.message : String(error), language: 'en' }
      : { title, message: texts.insecure, language };
    draw();
  };
  document.documentElement.lang = language;
  document.title = texts.title;
  root.replaceChildren();
  draw();

  let simulator;
  try {
    simulator = await connect();
  } catch (error) {
    fail(texts.failed, error);
    return;
  }
  app.simulator = simulator;
  app.actions = createActions(app, simulator, draw);
  simulator.exchanges.addEventListener('exchange', (event) => {
    app.exchanges = [exchangeOf(event), ...app.exchanges].slice(0, exchangesKept);
    draw();
  });
  watchWorld(
    simulator,
    (world) => {
      app.announcement = app.world ? changedStates(app.world, world).join('. ') || app.announcement : '';
      app.world = world;
      draw();
    },
    (error) => {
      fail(texts.stopped, error);
    },
  );
  // What is left of a wait is shown to the second; nothing else on the page changes without a notice.
  setInterval(() => {
    if (app.world && [...statesOf(app.world).values()].some(({ waits }) => waits)) draw();
  }, 1000);
}

/** The state of each key store and HSM, by id. */
function statesOf({ keyStores, clusters }: World): Map<string, { readonly state: string; readonly waits: boolean }> {
  return new Map<string, { readonly state: string; readonly waits: boolean }>([
    ...keyStores.map((s) => [s.CustomKeyStoreName, { state: s.ConnectionState, waits: !!s.wait }] as const),
    ...clusters.flatMap(({ hsms }) => hsms.map((h) => [h.HsmId, { state: h.State, waits: !!h.wait }] as const)),
  ]);
}

function changedStates(before: World, after: World): string[] {
  const old = statesOf(before);
  return [...statesOf(after)].filter(([id, { state }]) => old.get(id)?.state !== state).map(([id, { state }]) => `${id}: ${state}`);
}
