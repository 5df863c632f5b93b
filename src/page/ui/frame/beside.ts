import type { ReactiveController } from 'lit';
import type { WorldSummary } from '../../../model/control.ts';
import { connect } from '../../client/connect.ts';
import type { Simulator } from '../../client/simulator.ts';
import type { LinkFault } from '../carry/link.ts';
import type { GlassElement } from '../element.ts';
import { deleteLeft, lock, newLinkDatabase, recall, remember, remembers, type LinkWorld } from './link-worlds.ts';
import { addressOf, routeOf, worldLinkOf, type WorldLink } from './route.ts';

/** Why a link was not opened, or a world not kept: what is wrong with the link, or what the simulator said. */
export type Problem = { readonly fault: LinkFault } | { readonly message: string };

/**
 * Opens the world of a link (`#/world/…`, `#/scenarios/<name>`) beside one's own, never instead of it, and leads back. Each has a
 * database of its own, that is deleted when no tab has it open any more.
 */
export class Beside implements ReactiveController {
  /** The one that is shown; undefined where one's own is. */
  world: LinkWorld | undefined;
  problem: Problem | undefined;
  /** A link is being opened, or the world that was beside before a reload is looked for. */
  opening = false;
  private own: { readonly database: string | null; readonly scenario: string | null } = { database: null, scenario: null };
  private release: (() => void) | undefined;
  /** Where nothing may be stored, one's own world lasts as long as somebody has it open. */
  private held: Simulator | undefined;
  /** A newer link overtakes an older one. */
  private attempt = 0;

  constructor(private readonly host: GlassElement) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.follow);
    if (this.link) this.follow();
    else if (remembers()) void this.showAgain();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.follow);
    this.attempt += 1;
    this.release?.();
    this.held?.close();
    this.release = this.held = undefined;
  }

  /** A world is there: the one before it can go. */
  arrived(): void {
    if (!this.world) {
      this.held?.close();
      this.held = undefined;
    }
    void deleteLeft();
  }

  /** Takes what was told off the page. */
  dismiss(): void {
    this.problem = undefined;
    this.host.requestUpdate();
  }

  /** Back to one's own world. */
  leave(): void {
    if (!this.world) return;
    this.world = this.problem = undefined;
    remember(undefined);
    this.release?.();
    this.release = undefined;
    this.turnTo(this.own);
  }

  /** What a yes to {@link keep} would replace. */
  replaced(): Promise<WorldSummary> {
    return this.withOwn(async ({ control }) => control.inspectWorld(await control.exportWorld()));
  }

  /** Makes the world beside one's own, and goes there. @param simulator the shown world's */
  async keep(simulator: Simulator): Promise<void> {
    const { world } = this;
    if (!world) return;
    try {
      if (simulator.storage.storage === 'memory') return this.adopt();
      await this.withOwn(({ control }) => control.keepWorld(world.database));
      this.leave();
    } catch (error) {
      this.problem = problemOf(error);
      this.host.requestUpdate();
    }
  }

  /**
   * Where nothing may be stored, no world can be taken from its worker with its key material, and each lasts as long as this tab: so
   * the one beside becomes one's own where it is.
   */
  private adopt(): void {
    this.world = this.problem = undefined;
    remember(undefined);
    this.release?.();
    this.held?.close();
    this.release = this.held = undefined;
    this.host.requestUpdate();
  }

  private get link(): WorldLink | undefined {
    return worldLinkOf(routeOf(location.hash));
  }

  private readonly follow = (): void => {
    const { link } = this;
    if (link) void this.open(link);
  };

  private async showAgain(): Promise<void> {
    const attempt = this.begin();
    const world = await recall();
    if (attempt !== this.attempt) return;
    if (world) this.show(world, await lock(world.database));
    else remember(undefined);
    this.end();
  }

  private async open({ view, part }: WorldLink): Promise<void> {
    const attempt = this.begin();
    const world: LinkWorld = { database: newLinkDatabase(), ...(view === 'scenarios' && { scenario: part }) };
    let release: (() => void) | undefined;
    try {
      const text = view === 'world' ? await (await import('../carry/link.ts')).textOf(part) : undefined;
      await this.holdOwn();
      release = await lock(world.database);
      // Here it is found out whether it is a world; the page then joins the same worker.
      const opened = await connect({ ...world, prepare: false, ...(text !== undefined && { world: text }) });
      if (attempt === this.attempt) {
        this.show(world, release);
        release = undefined;
        await this.host.updateComplete;
      }
      opened.close();
    } catch (error) {
      if (attempt === this.attempt) this.problem = problemOf(error);
    }
    release?.();
    if (attempt !== this.attempt) return;
    this.end();
    // A link is opened once: from here on the address says what is shown.
    if (this.link) location.replace(addressOf('map'));
  }

  private begin(): number {
    this.problem = undefined;
    this.opening = true;
    this.host.requestUpdate();
    this.attempt += 1;
    return this.attempt;
  }

  private end(): void {
    this.opening = false;
    this.host.requestUpdate();
  }

  private show(world: LinkWorld, release: () => void): void {
    const { database, scenario } = this.host;
    if (!this.world) this.own = { database, scenario };
    this.release?.();
    this.release = release;
    this.world = world;
    remember(world);
    this.turnTo({ database: world.database, scenario: world.scenario ?? null });
  }

  /** Until the other world is there the page shows none: nothing is done to the wrong one. */
  private turnTo(place: Beside['own']): void {
    Object.assign(this.host, { ...place, simulator: undefined });
    this.host.requestUpdate();
  }

  private async holdOwn(): Promise<void> {
    const { simulator } = this.host;
    if (this.world || this.held || simulator?.storage.storage !== 'memory') return;
    this.held = await this.connectOwn(this.host);
  }

  /** Does something with one's own world while the other is shown. */
  private async withOwn<T>(work: (own: Simulator) => Promise<T>): Promise<T> {
    const own = await this.connectOwn(this.own);
    try {
      return await work(own);
    } finally {
      own.close();
    }
  }

  private connectOwn({ database, scenario }: Beside['own']): Promise<Simulator> {
    const name = database ?? (scenario ? `glass-hsm-${scenario}` : undefined);
    return connect({ prepare: false, ...(name && { database: name }), ...(scenario && { scenario }) });
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Error && 'fault' in error) return { fault: error.fault as LinkFault };
  return { message: error instanceof Error ? error.message : String(error) };
}
