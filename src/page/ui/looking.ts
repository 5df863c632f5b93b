import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LookQuestion, LookQuestions } from '../../model/look.ts';
import type { Simulator } from '../client/simulator.ts';

/**
 * Keeps the answer to a look question fresh: asks again whenever something changed, one question at a time, and has the
 * element rendered when the answer is there. Changes that arrive meanwhile lead to one more question.
 */
export class Looking<Q extends LookQuestion> implements ReactiveController {
  /** The newest answer; undefined until there is one. */
  answer: LookQuestions[Q]['output'] | undefined;
  /** Why there is none: the simulator's own words. */
  failure: string | undefined;

  private simulator: Simulator | undefined;
  private asking = false;
  private again = false;

  /**
   * @param input asked anew each time, so that it may depend on the element
   * @param answered called with each new answer and the one before it, before the element renders
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly question: Q,
    private readonly input: () => LookQuestions[Q]['input'] = () => ({}) as LookQuestions[Q]['input'],
    private readonly answered: (
      now: LookQuestions[Q]['output'],
      before: LookQuestions[Q]['output'] | undefined,
    ) => void = () => undefined,
  ) {
    host.addController(this);
  }

  /** Whom to ask; undefined for nobody. */
  ask(simulator: Simulator | undefined): void {
    if (simulator === this.simulator) return;
    this.simulator?.changes.removeEventListener('change', this.look);
    this.simulator = simulator;
    this.answer = undefined;
    this.failure = undefined;
    simulator?.changes.addEventListener('change', this.look);
    this.look();
  }

  hostDisconnected(): void {
    this.ask(undefined);
  }

  /** Asks again, also when nothing changed: the input did. */
  readonly look = (): void => {
    if (this.asking) this.again = true;
    else void this.lookNow();
  };

  private async lookNow(): Promise<void> {
    const { simulator } = this;
    if (!simulator) return;
    this.asking = true;
    this.again = false;
    try {
      // Which questions need an input only a caller with a literal question can be held to.
      const ask = simulator.look as (question: Q, input: LookQuestions[Q]['input']) => Promise<LookQuestions[Q]['output']>;
      const answer = await ask(this.question, this.input());
      if (simulator === this.simulator) {
        const before = this.answer;
        this.answer = answer;
        this.failure = undefined;
        this.answered(answer, before);
      }
    } catch (error) {
      if (simulator === this.simulator) this.failure = error instanceof Error ? error.message : String(error);
    }
    this.asking = false;
    this.host.requestUpdate();
    if (this.again) this.look();
  }
}
