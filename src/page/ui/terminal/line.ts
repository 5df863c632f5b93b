import { pastedLine } from './pasted.ts';
import type { Session } from './session.ts';

/** What the line belongs to. */
interface Screen {
  readonly session: Session | undefined;
  readonly field: HTMLInputElement | null;
  /** Something was typed: its answer is to be in sight. */
  answering(): void;
  /** Empties the scroll-back. */
  clear(): void;
}

/** The line of a terminal: what a person types, pastes and recalls. */
export class Line {
  constructor(private readonly screen: Screen) {}

  /** An example, to be changed and run. A password is asked for: it would be taken for the answer. */
  fill(line: string): void {
    const { field, session } = this.screen;
    if (!field || session?.secret) return;
    field.value = line;
    field.focus();
  }

  readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.screen.session?.busy === false) this.enter((session, typed) => void session.run(typed));
  };

  /** Ctrl+C. */
  readonly interrupt = (): void => {
    this.enter((session, typed) => {
      session.interrupt(typed);
    });
  };

  /** The keys of a terminal. Tab is none of them: it leads on. */
  readonly pressed = (event: KeyboardEvent): void => {
    const { field, session } = this.screen;
    const { key, isComposing } = event;
    if (!field || !session || isComposing || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.ctrlKey && key === 'l') this.screen.clear();
    else if (event.composedPath()[0] !== field) return;
    // What is selected is copied.
    else if (event.ctrlKey && key === 'c' && field.selectionStart === field.selectionEnd) this.interrupt();
    else if (!event.ctrlKey && (key === 'ArrowUp' || key === 'ArrowDown') && !session.secret) {
      const line = session.recall(key === 'ArrowUp' ? -1 : 1, field.value);
      if (line !== undefined) field.value = line;
      field.setSelectionRange(field.value.length, field.value.length);
    } else return;
    event.preventDefault();
  };

  readonly paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const { field, session } = this.screen;
    // A password is what it is.
    if (!field || !session || session.secret || !/[\r\n]|^\s*(\$|aws-cloudhsm >)\s/.test(text)) return;
    event.preventDefault();
    field.setRangeText(pastedLine(text), field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  };

  private enter(take: (session: Session, typed: string) => void): void {
    const { field, session } = this.screen;
    if (!field || !session) return;
    const { value } = field;
    field.value = '';
    field.focus();
    this.screen.answering();
    take(session, value);
  }
}
