import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { PlaygroundTexts } from '../../i18n/playground.ts';
import type { GlassElement } from '../element.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { addressOf, routeOf, type Route } from './route.ts';
import { viewAt, views, type Shown, type View } from './views.ts';

type Texts = PlaygroundTexts['playground'];

/** Follows the address: loads the view that it names, and moves the focus there when a person goes from one to another. */
export class Routing implements ReactiveController {
  route: Route = routeOf(location.hash);
  private readonly loaded = new Set<View>();
  private failure: Refusal | undefined;
  private moved = false;
  /** The view whose link was brought into sight. */
  private placed: string | undefined;

  /**
   * @param main where the focus goes to if the view has no place for it
   */
  constructor(
    private readonly host: GlassElement,
    private readonly main: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.follow);
    this.begin();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.follow);
  }

  hostUpdated(): void {
    this.showPlace();
    if (!this.moved || (this.view && !this.loaded.has(this.view))) return;
    this.moved = false;
    this.main()?.focus();
    scrollTo(0, 0);
    this.main()?.querySelector<HTMLElement>('[data-view]')?.focus();
  }

  /** The navigation is wider than a phone: where one is stands in sight. */
  private showPlace(): void {
    const { view } = this.route;
    if (view === this.placed) return;
    this.placed = view;
    this.host.renderRoot.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  title({ title, viewNames }: Texts): string {
    const { name: view, path } = viewAt(this.route);
    const name = view === 'map' ? undefined : (this.view?.title?.(path) ?? (viewNames as Readonly<Record<string, string>>)[view]);
    return name === undefined ? title : `${name} · GlassHSM`;
  }

  /** The view beside the map; nothing where that is shown. */
  show(shown: Omit<Shown, 'path'>, texts: Texts): TemplateResult | typeof nothing {
    const { view, failure } = this;
    if (this.route.view === 'map') return nothing;
    if (!view)
      return html`<div class="failure" role="alert">
        <p>${texts.unknownView}<code>${location.hash}</code></p>
        <p><a href=${addressOf('map')}>${texts.backToMap}</a></p>
      </div>`;
    if (failure)
      return html`<div class="failure" role="alert">
        <p>${texts.viewFailed}</p>
        <p class="quiet small" lang="en">${failure.message}</p>
        <button type="button" @click=${this.begin}>${this.host.texts.frame.tryAgain}</button>
      </div>`;
    if (!this.loaded.has(view)) return html`<p class="waiting" role="status">${texts.viewLoading}</p>`;
    return view.show({ ...shown, path: viewAt(this.route).path });
  }

  private get view(): View | undefined {
    const { name } = viewAt(this.route);
    return Object.hasOwn(views, name) ? views[name] : undefined;
  }

  private readonly follow = (): void => {
    const before = this.route;
    this.route = routeOf(location.hash);
    this.moved = before.view !== this.route.view || before.path.join('/') !== this.route.path.join('/');
    this.begin();
  };

  /** Loads what is to be shown. A view that was loaded stays so; what failed is tried again. */
  private readonly begin = (): void => {
    const { view } = this;
    this.failure = undefined;
    this.host.requestUpdate();
    if (!view || this.loaded.has(view)) return;
    view.load().then(
      () => {
        this.loaded.add(view);
        this.host.requestUpdate();
      },
      (error: unknown) => {
        this.failure = refusalOf(error);
        this.host.requestUpdate();
      },
    );
  };
}
