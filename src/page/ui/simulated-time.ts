import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often what is left of a wait is shown anew, milliseconds. */
const tick = 250;

/** The simulated time, for an element that shows what is left of AWS's waits; while there are some, it is drawn anew by and by. */
export class SimulatedTime implements ReactiveController {
  /** The simulated time less the page's own. */
  private ahead = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Simulated milliseconds since the epoch. */
  get now(): number {
    return performance.now() + this.ahead;
  }

  /** @param now what the world has just said that it is */
  set(now: number): void {
    this.ahead = now - performance.now();
  }

  /** @param waiting whether there is a wait to show */
  run(waiting: boolean): void {
    if (waiting === (this.timer !== undefined)) return;
    clearInterval(this.timer);
    this.timer = waiting ? setInterval(() => { this.host.requestUpdate(); }, tick) : undefined;
  }

  hostDisconnected(): void {
    this.run(false);
  }
}
