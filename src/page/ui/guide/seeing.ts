import type { ReactiveControllerHost } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { lookAround, type Subject, type World } from './world.ts';

/** Keeps looking at the world: now, after every change, and when asked. Tells its host when it has seen something. */
export class Seeing {
  world: World | undefined;
  /** Why it could not be seen: the simulator's own words. */
  failure: string | undefined;
  /** What the world is looked at for; {@link choose} looks anew. */
  subject: Subject = {};

  private simulator: Simulator | undefined;
  private asking = false;
  private again = false;
  private waiting: { readonly enough: (world: World) => boolean; readonly resolve: (world: World) => void }[] = [];

  constructor(private readonly host: ReactiveControllerHost & { seen(world: World): void }) {}

  ask(simulator: Simulator | undefined): void {
    if (simulator === this.simulator) return;
    this.simulator?.changes.removeEventListener('change', this.look);
    this.simulator = simulator;
    this.world = this.failure = undefined;
    this.subject = {};
    this.waiting = [];
    simulator?.changes.addEventListener('change', this.look);
    this.look();
  }

  /** From now on it is about this. */
  choose(subject: Subject): void {
    this.subject = subject;
    this.look();
  }

  /** @returns the world as soon as it is as wished, as it is looked at from now on */
  until(enough: (world: World) => boolean = () => true): Promise<World> {
    const seen = new Promise<World>((resolve) => this.waiting.push({ enough, resolve }));
    this.look();
    return seen;
  }

  readonly look = (): void => {
    if (this.asking) this.again = true;
    else void this.lookNow();
  };

  private async lookNow(): Promise<void> {
    const { simulator, subject } = this;
    if (!simulator) return;
    this.asking = true;
    this.again = false;
    // Who waits from now on waits for a later look.
    const waiting = this.waiting.splice(0);
    try {
      const world = await lookAround(simulator, subject);
      if (simulator === this.simulator) this.seen(world, waiting);
    } catch (error) {
      if (simulator === this.simulator) this.failure = error instanceof Error ? error.message : String(error);
    }
    this.asking = false;
    this.host.requestUpdate();
    if (this.again) this.look();
  }

  private seen(world: World, waiting: Seeing['waiting']): void {
    this.world = world;
    this.failure = undefined;
    this.host.seen(world);
    for (const one of waiting) {
      if (one.enough(world)) one.resolve(world);
      else this.waiting.push(one);
    }
  }
}
