import { html, type TemplateResult } from 'lit';
import type { PlaygroundTexts } from '../../i18n/playground.ts';
import type { GlassElement } from '../element.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import type { Deed } from './call.ts';

/** The session as a runbook. What makes it is loaded when a person wants it. */
export class TakingHome {
  private state: 'loading' | 'loaded' | Refusal | undefined;

  constructor(private readonly host: GlassElement) {}

  /** @param session the newest first */
  view(texts: PlaygroundTexts['calls'], session: readonly Deed[]): TemplateResult {
    const { state } = this;
    const { simulator, theme, language } = this.host;
    return html`<details class="home" @toggle=${this.wanted}>
      <summary>${texts.takeHome}</summary>
      ${state === 'loaded'
        ? html`<glass-runbook .simulator=${simulator} .deeds=${session} .theme=${theme} lang=${language}></glass-runbook>`
        : typeof state === 'object'
          ? html`<p class="bad" role="alert" lang="en">${state.message}</p>`
          : html`<p class="quiet" role="status">${texts.loading}</p>`}
    </details>`;
  }

  /** What could not be loaded is tried again when it is opened again. */
  private readonly wanted = ({ target }: Event): void => {
    if (!(target as HTMLDetailsElement).open || this.state === 'loaded' || this.state === 'loading') return;
    this.become('loading');
    import('../runbook/runbook.ts').then(
      () => {
        this.become('loaded');
      },
      (error: unknown) => {
        this.become(refusalOf(error));
      },
    );
  };

  private become(state: TakingHome['state']): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
