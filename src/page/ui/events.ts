/** A person chose a KMS key, in the map or in a list: whoever shows keys shows this one. */
export class ChooseKeyEvent extends Event {
  readonly KeyId: string;

  constructor(KeyId: string) {
    super('glass-choose-key', { bubbles: true, composed: true });
    this.KeyId = KeyId;
  }
}

/** A person wants to build a cluster: this one, or one from nothing. */
export class BuildEvent extends Event {
  readonly ClusterId: string | undefined;

  constructor(ClusterId?: string) {
    super('glass-build', { bubbles: true, composed: true });
    this.ClusterId = ClusterId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'glass-choose-key': ChooseKeyEvent;
    'glass-build': BuildEvent;
  }
}
