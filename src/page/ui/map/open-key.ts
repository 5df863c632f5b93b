import type { ReactiveControllerHost } from 'lit';
import type { ExportAttempt, KeyChip, KeyObjectName, KeyObjectView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';

/** The key that a person looks at in the glass: its attributes, and how the browser answered the attempt to export it. */
export class OpenKey {
  /** Where it was chosen; undefined while none is open. */
  chosen: (KeyChip & { readonly HsmId: string }) | undefined;
  object: KeyObjectView | undefined;
  attempt: ExportAttempt | undefined;
  failure: string | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  open(simulator: Simulator, chosen: NonNullable<OpenKey['chosen']>): Promise<void> {
    const same = this.chosen?.KeyId === chosen.KeyId;
    this.chosen = chosen;
    if (!same) this.object = this.attempt = undefined;
    return this.answer(chosen.KeyId, this.look(simulator, chosen), (object) => (this.object = object));
  }

  lookAgain(simulator: Simulator): void {
    if (this.chosen) void this.open(simulator, this.chosen);
  }

  /** A real `exportKey`, in the worker. */
  tryExport(simulator: Simulator): void {
    const { chosen } = this;
    if (chosen) void this.answer(chosen.KeyId, simulator.look('exportAttempt', nameOf(chosen)), (attempt) => (this.attempt = attempt));
  }

  private async look(simulator: Simulator, chosen: KeyChip): Promise<KeyObjectView> {
    const object = await simulator.look('keyObject', nameOf(chosen));
    // Nobody else needs it.
    if (object.withoutMaterial) await import('../carry/missing-material.ts');
    return object;
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

/** By its place: an orphaned key has no KMS key to be named by. */
const nameOf = ({ ClusterId, ...key }: KeyChip): KeyObjectName => ({ ClusterId, 'key-reference': key['key-reference'] });
