/** A person chose a KMS key, in the map or in a list: whoever shows keys shows this one. */
export class ChooseKeyEvent extends Event {
  readonly KeyId: string;

  constructor(KeyId: string) {
    super('glass-choose-key', { bubbles: true, composed: true });
    this.KeyId = KeyId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'glass-choose-key': ChooseKeyEvent;
  }
}
