import type { ReactiveController, ReactiveElement } from 'lit';

/** Keeps the end of the scroll-back (`.scroll`, and `.log` in it) in sight, until a person goes up. */
export class EndInSight implements ReactiveController {
  private following = true;
  private scrolledTo = 0;
  /** What was printed grows by more than a render: buttons in it, fonts, the width. */
  private readonly growth = new ResizeObserver(() => {
    this.show();
  });

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const log = this.host.renderRoot.querySelector('.log');
    if (log) this.growth.observe(log);
    // An observer sees nothing in a page that is not in front.
    this.show();
  }

  hostDisconnected(): void {
    this.growth.disconnect();
  }

  /** With the next render, wherever one is now. */
  follow(): void {
    this.following = true;
  }

  /** Stays where one is, though more is shown. */
  stay(): void {
    this.following = false;
  }

  readonly scrolled = (event: Event): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget as HTMLElement;
    // The event comes late: more may have been printed since. Only who goes up leaves the end.
    if (scrollHeight - scrollTop - clientHeight < 4) this.following = true;
    else if (scrollTop < this.scrolledTo) this.following = false;
    this.scrolledTo = scrollTop;
  };

  private show(): void {
    const scroll = this.host.renderRoot.querySelector('.scroll');
    if (scroll && this.following) scroll.scrollTop = scroll.scrollHeight;
  }
}
