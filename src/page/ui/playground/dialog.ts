import { html, render } from 'lit';

export interface Question {
  readonly question: string;
  /** What a yes does. */
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
}

/** Asks before something that cannot be taken back. @returns whether the person said yes; Escape says no */
export function confirmed({ question, detail, yes, no }: Question): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'question');
  dialog.setAttribute('aria-describedby', 'question-detail');
  const close = (answer: string): void => {
    dialog.close(answer);
  };
  render(
    html`<h2 id="question">${question}</h2>
      <p id="question-detail">${detail}</p>
      <div class="buttons">
        <button type="button" class="primary" @click=${() => {
          close('yes');
        }}>${yes}</button>
        <button type="button" class="plain" @click=${() => {
          close('');
        }}>${no}</button>
      </div>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
