import type { ReactiveControllerHost } from 'lit';
import type { ExportAttempt, KeyObjectView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';

/** The key that a person looks at in the glass: its attributes, and how the browser answered the attempt to export it. */
export class OpenKey {
  /** Where it was chosen; undefined while none is open. */
  chosen: { readonly ClusterId: string; readonly HsmId: string; readonly KeyId: string } | undefined;
  object: KeyObjectView | undefined;
  attempt: ExportAttempt | undefined;
  failure: string | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  open(simulator: Simulator, chosen: NonNullable<OpenKey['chosen']>): Promise<void> {
    const same = this.chosen?.KeyId === chosen.KeyId;
    this.chosen = chosen;
    if (!same) this.object = this.attempt = undefined;
    const { KeyId } = chosen;
    return this.answer(KeyId, simulator.look('keyObject', { KeyId }), (object) => (this.object = object));
  }

  /** A real `exportKey`, in the worker. */
  tryExport(simulator: Simulator): void {
    const { KeyId } = this.chosen ?? {};
    if (KeyId) void this.answer(KeyId, simulator.look('exportAttempt', { KeyId }), (attempt) => (this.attempt = attempt));
  }

  close(): void {
    this.chosen = this.object = this.attempt = this.failure = undefined;
    this.host.requestUpdate();
  }

  /** An answer about a key that is no longer the open one is dropped. */
  private async answer<T>(KeyId: string, asked: Promise<T>, take: (answer: T) => void): Promise<void> {
    this.failure = undefined;
    this.host.requestUpdate();
    try {
      const answer = await asked;
      if (this.chosen?.KeyId === KeyId) take(answer);
    } catch (error) {
      if (this.chosen?.KeyId === KeyId) this.failure = error instanceof Error ? error.message : String(error);
    }
    this.host.requestUpdate();
  }
}
