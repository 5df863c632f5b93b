import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Brings the focus to where something has led; and on, where what had it is gone: nobody is left at the page's beginning. */
export class Focusing implements ReactiveController {
  private wanted: string | undefined;
  private had: Element | null = null;

  /** @param home a selector of where the focus goes when what had it is gone */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    private readonly home: () => string,
  ) {
    host.addController(this);
  }

  /** @param selector of a place that is there, or soon will be */
  go(selector: string): void {
    this.wanted = selector;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const { renderRoot } = this.host;
    this.had = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
  }

  hostUpdated(): void {
    if (this.had?.isConnected === false) this.wanted ??= this.home();
    if (this.wanted === undefined) return;
    const place = this.host.renderRoot.querySelector<HTMLElement>(this.wanted);
    if (place) this.wanted = undefined;
    place?.focus();
  }
}
