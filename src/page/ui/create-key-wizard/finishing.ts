import type { LitElement } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { requestIdOf } from '../event-link.ts';
import { takeStep, type Step } from '../map/faults.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import type { CallName, Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { finish } from './finish.ts';

/** The calls that the wizard makes, for an element that shows how they go. */
export class Finishing implements Pick<Desk, 'underWay' | 'refused' | 'unrepaired' | 'repaired' | 'requestIds'> {
  underWay: CallName | undefined;
  refused: Desk['refused'];
  unrepaired: Refusal | undefined;
  repaired: Desk['repaired'];
  requestIds: Desk['requestIds'] = {};

  constructor(private readonly host: LitElement) {}

  /** What was refused is over. */
  forget(): void {
    this.refused = this.unrepaired = this.repaired = undefined;
    this.requestIds = {};
    this.host.requestUpdate();
  }

  /** From now on another press does nothing. */
  begin(): void {
    this.underWay = 'CreateKey';
    this.host.requestUpdate();
  }

  stop(): void {
    this.underWay = undefined;
    this.host.requestUpdate();
  }

  /**
   * @param stands told of the key as soon as it stands
   * @returns its id, or undefined where a call was refused: the focus is there then
   */
  async finish(simulator: Simulator, draft: Draft, stands: (KeyId: string) => void): Promise<string | undefined> {
    this.refused = this.unrepaired = undefined;
    const { KeyId, refused } = await finish(simulator, draft, (call, key) => {
      this.underWay = call;
      this.host.requestUpdate();
      if (key !== undefined) stands(key);
    }, (call, requestId) => {
      this.requestIds = { ...this.requestIds, [call]: requestId };
    });
    this.refused = refused;
    this.stop();
    if (!refused) {
      this.forget();
      return KeyId;
    }
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('#refusal')?.focus();
    return undefined;
  }

  /** Does the next thing that a key store needs; how it goes is seen in the world. */
  async repair(simulator: Simulator, step: Step): Promise<void> {
    this.unrepaired = undefined;
    const outcome = await takeStep(simulator, step).catch((error: unknown) => {
      this.unrepaired = refusalOf(error);
      return error;
    });
    this.repaired = { step, requestId: requestIdOf(outcome) };
    this.host.requestUpdate();
  }
}
