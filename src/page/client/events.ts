import type { Ran } from '../cli/cloudhsm-cli.ts';
import type { Change, WireRequest, WireResponse } from '../../wire/messages.ts';

/** Something in the world changed, by this page, another tab or the clock: look again. */
export class ChangeEvent extends Event {
  /** Which stores, and the ids of their rows; never the rows. */
  readonly changes: readonly Change[];

  constructor(changes: readonly Change[]) {
    super('change');
    this.changes = changes;
  }
}

/** A call of this simulator was answered, well or with an error: the true HTTP of it, for whoever shows it. */
export class ExchangeEvent extends Event {
  readonly request: WireRequest;
  readonly response: WireResponse;

  constructor(request: WireRequest, response: WireResponse) {
    super('exchange');
    this.request = request;
    this.response = response;
  }
}

/** A command of CloudHSM CLI that the HSMs have answered well, in any terminal of this simulator. It has no password. */
export class CommandEvent extends Event {
  readonly ran: Ran;

  constructor(ran: Ran) {
    super('command');
    this.ran = ran;
  }
}

/** An `EventTarget` that dispatches one type of event. */
export interface Dispatches<Type extends string, E extends Event> {
  addEventListener(type: Type, listener: (event: E) => void, options?: AddEventListenerOptions | boolean): void;
  removeEventListener(type: Type, listener: (event: E) => void, options?: EventListenerOptions | boolean): void;
  dispatchEvent(event: E): boolean;
}

/** The DOM's types cannot say which events a target dispatches, so this does. */
export const createTarget = <Target extends EventTarget>(): Target => new EventTarget() as Target;
