import type { ReactiveControllerHost } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import type { CauseName } from './causes.ts';
import { doAll, newKey } from './deeds.ts';
import type { Page } from './pages.ts';
import { causeOf, causesNow, currentOf, planOf, type Planned } from './plan.ts';
import type { Seeing } from './seeing.ts';
import { proof } from './steps/keys.ts';
import type { Draft, Seen, Step, StepName } from './steps/step.ts';
import { isBusy, type World } from './world.ts';

/** Where something happens: a step of a repair, the proof at its end, or where an error is brought about. */
export type Place = StepName | 'prove' | 'happen';

/** How a repair stopped before its end. */
export type Stop =
  /** A password is still to be typed. */
  | { readonly kind: 'asks'; readonly place: Place }
  | { readonly kind: 'refused'; readonly place: Place; readonly refusal: Refusal }
  /** It was done, and the world is not as it should be after it. */
  | { readonly kind: 'unchanged'; readonly place: Place };

/** That it encrypts and creates keys again was tried, with these keys. */
export interface Proof {
  readonly encrypted: readonly string[];
  readonly created: readonly string[];
}

/** One repair, as a person takes its steps or has them taken. */
export class Repairing {
  /** What is repaired; stays so when the cause is gone but the repair is not at its end. */
  cause: CauseName | undefined;
  /** What is under way: a step, all of them one after the other, the proof, or what brings the error about. */
  under: 'step' | 'whole' | 'prove' | 'happen' | undefined;
  stop: Stop | undefined;
  proved: Proof | undefined;
  /** What the step that is current is seen to change, as it was before it was begun. */
  private before: { readonly step: StepName; readonly seen: Seen } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly seeing: Seeing,
  ) {}

  get busy(): boolean {
    return this.under !== undefined;
  }

  /** Settles when nothing is under way. */
  rest: Promise<void> = Promise.resolve();

  begin(cause: CauseName | undefined): void {
    this.cause = cause;
    this.stop = this.proved = this.before = undefined;
  }

  /** What of a page holds when it is opened, or comes to hold, is what is repaired; until the end, though the cause may be gone before. */
  meet(page: Page, world: World): void {
    // While an error is made to happen much holds for a moment that is not the cause.
    if (this.cause !== undefined || this.under === 'happen') return;
    const [cause] = causesNow(page, world);
    if (cause === undefined) return;
    this.begin(cause);
    this.seeing.subject = { CustomKeyStoreId: world.store?.CustomKeyStoreId, about: causeOf(cause).keys?.(world) };
  }

  /** The step that it has come to. */
  currentIn(world: World | undefined): Planned | undefined {
    return this.cause && world && currentOf(planOf(causeOf(this.cause), world));
  }

  /** Called with each world that was seen. */
  see(world: World): void {
    const current = this.currentIn(world);
    if (current?.state === 'now') this.before = { step: current.step.name, seen: current.step.sees(world) };
  }

  /** What a step is seen to change; without what was before, where that was not seen: it was begun before the page was opened. */
  seenOf(step: Step, world: World, isWaiting: boolean): Omit<Seen, 'from'> & { readonly from?: string } {
    const seen = step.sees(world);
    if (!isWaiting) return seen;
    const { what, to } = seen;
    return this.before?.step === step.name ? { what, to, from: this.before.seen.from } : { what, to };
  }

  /** Takes one step, and waits until its wait has ended. */
  take(simulator: Simulator, step: Step, draft: Draft): Promise<void> {
    return this.while('step', () => this.doStep(simulator, step, draft));
  }

  /** Takes all steps that are left, each once, and proves that it works. */
  takeAll(simulator: Simulator, draft: Draft): Promise<void> {
    return this.while('whole', async () => {
      const taken = new Set<Step>();
      for (;;) {
        const world = await this.seeing.until();
        const current = this.currentIn(world);
        if (!current) break;
        if (current.state === 'waiting') await this.seeing.until((later) => !current.step.waits?.(later));
        else {
          if (taken.has(current.step)) this.stop = { kind: 'unchanged', place: current.step.name };
          else await this.doStep(simulator, current.step, draft);
          if (this.stop) return;
          taken.add(current.step);
        }
      }
      await this.doProof(simulator);
    });
  }

  prove(simulator: Simulator): Promise<void> {
    return this.while('prove', () => this.doProof(simulator));
  }

  /** Something else than a step: what brings an error about. */
  provoke(work: () => Promise<void>): Promise<void> {
    return this.while('happen', async () => {
      await work().catch((error: unknown) => {
        this.stop = { kind: 'refused', place: 'happen', refusal: refusalOf(error) };
      });
    });
  }

  /** What was begun has come to rest. */
  readonly settled = async (): Promise<void> => {
    await this.seeing.until((world) => !isBusy(world));
  };

  private async while(under: NonNullable<Repairing['under']>, work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.under = under;
    this.stop = undefined;
    this.host.requestUpdate();
    const ended = work().finally(() => {
      this.under = undefined;
      this.host.requestUpdate();
    });
    this.rest = ended.catch(() => undefined);
    await ended;
  }

  private async doStep(simulator: Simulator, step: Step, draft: Draft): Promise<void> {
    const place = step.name;
    if (step.asks?.some((ask) => draft[ask] === '')) {
      this.stop = { kind: 'asks', place };
      return;
    }
    try {
      await doAll(simulator, step.deeds(await this.seeing.until(), draft));
    } catch (error) {
      this.stop = { kind: 'refused', place, refusal: refusalOf(error) };
      return;
    }
    const world = await this.seeing.until((later) => !step.waits?.(later));
    if (!step.done(world)) this.stop = { kind: 'unchanged', place };
  }

  private async doProof(simulator: Simulator): Promise<void> {
    const world: World = await this.seeing.until();
    const deeds = proof(world);
    if (deeds.length === 0) return;
    try {
      const created = await doAll(simulator, deeds);
      const encrypted = deeds.flatMap((deed) => (deed.by === 'aws' && deed.operation === 'Encrypt' ? String(deed.input['KeyId']) : []));
      this.proved = { encrypted: encrypted.flatMap((KeyId) => (KeyId === newKey ? created : KeyId)), created };
    } catch (error) {
      this.stop = { kind: 'refused', place: 'prove', refusal: refusalOf(error) };
    }
  }
}
