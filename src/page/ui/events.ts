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

/** A person chose a cluster, in the map or beside one of its backups: whoever shows clusters shows this one. */
export class ChooseClusterEvent extends Event {
  readonly ClusterId: string;

  constructor(ClusterId: string) {
    super('glass-choose-cluster', { bubbles: true, composed: true });
    this.ClusterId = ClusterId;
  }
}

/** A person chose an HSM, to look inside: whoever shows clusters shows it. */
export class ChooseHsmEvent extends Event {
  readonly ClusterId: string;
  readonly HsmId: string;

  constructor(ClusterId: string, HsmId: string) {
    super('glass-choose-hsm', { bubbles: true, composed: true });
    this.ClusterId = ClusterId;
    this.HsmId = HsmId;
  }
}

/** A person chose a backup: whoever shows backups shows this one. */
export class ChooseBackupEvent extends Event {
  readonly BackupId: string;

  constructor(BackupId: string) {
    super('glass-choose-backup', { bubbles: true, composed: true });
    this.BackupId = BackupId;
  }
}

/** A person signs in as somebody: a user or a role of an account. */
export class SignInEvent extends Event {
  readonly account: string;
  /** The name. */
  readonly identity: string;

  constructor(account: string, identity: string) {
    super('glass-sign-in', { bubbles: true, composed: true });
    this.account = account;
    this.identity = identity;
  }
}

/** AWS has done what a person asked for beside this element. */
export class CalledEvent extends Event {
  readonly operation: string;
  /** As the typed client gives it. */
  readonly answer: object;

  constructor(operation: string, answer: object) {
    super('glass-called', { bubbles: true, composed: true });
    this.operation = operation;
    this.answer = answer;
  }
}

/** An element with several things to show now shows this one: its ids, from the outside in; none for the list of all. */
export class ShownEvent extends Event {
  readonly path: readonly string[];

  constructor(path: readonly string[]) {
    super('glass-shown', { bubbles: true, composed: true });
    this.path = path;
  }
}

/** Another world has taken the place of the one that was shown: a scenario was loaded, or a world imported. */
export class WorldReplacedEvent extends Event {
  constructor() {
    super('glass-world-replaced', { bubbles: true, composed: true });
  }
}

/** A key that had no material has some. */
export class MaterialMadeEvent extends Event {
  constructor() {
    super('glass-material-made', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'glass-choose-key': ChooseKeyEvent;
    'glass-build': BuildEvent;
    'glass-choose-cluster': ChooseClusterEvent;
    'glass-choose-hsm': ChooseHsmEvent;
    'glass-choose-backup': ChooseBackupEvent;
    'glass-sign-in': SignInEvent;
    'glass-material-made': MaterialMadeEvent;
    'glass-called': CalledEvent;
    'glass-shown': ShownEvent;
    'glass-world-replaced': WorldReplacedEvent;
  }
}
