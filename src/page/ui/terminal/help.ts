import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterSessionView, MapView } from '../../../model/look.ts';
import type { Language } from '../../i18n/languages.ts';
import type { TerminalTexts } from '../../i18n/terminal.ts';
import { addressOf } from '../frame/route.ts';
import { marked } from '../marked.ts';
import { moment } from '../words.ts';
import { examplesOf } from './examples.ts';
import type { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

interface Help {
  readonly language: Language;
  readonly texts: TerminalTexts;
  readonly session: Session;
  readonly around: Surroundings;
  /** Puts an example on the line. */
  readonly fill: (line: string) => void;
}

/** What can be typed in this world now, and what one must know of it. */
export function help({ language, texts, session, around, fill }: Help): TemplateResult {
  const { clusters, cluster, world, sessions, passwords, failure } = around;
  const examples = world ? examplesOf(texts.examples, world, session.prompt.startsWith('aws-cloudhsm')) : [];
  const active = clusters?.some(({ hsms }) => hsms.some(({ State }) => State === 'ACTIVE'));
  return html`<section class="help" aria-labelledby="help">
    <h3 id="help">${texts.help}</h3>
    ${failure ? html`<p class="bad" role="alert" lang="en">${failure}</p>` : nothing}
    ${clusters?.length === 0 ? html`<p class="notice">${marked(texts.noCluster)}</p>` : clusters && !active ? html`<p class="notice">${marked(texts.noHsm)}</p>` : nothing}
    ${examples.length > 0
      ? html`<p class="quiet small">${texts.helpHint}</p>
          <ul>
            ${examples.map(
              ({ line, what }) => html`<li class="example">
                <button
                  type="button"
                  aria-disabled=${String(session.secret)}
                  @click=${() => {
                    fill(line);
                  }}
                >
                  <code>${line}</code>
                </button>
                <span class="quiet small">${marked(what)}</span>
              </li>`,
            )}
          </ul>`
      : nothing}
    ${cluster && sessions.length > 0 ? signedIn(language, texts, cluster, sessions) : nothing}
    ${passwords.length > 0
      ? html`<h3>${texts.passwords}</h3>
          <dl class="passwords small">${passwords.map(([name, password]) => html`<dt><code>${name}</code></dt><dd><code>${password}</code></dd>`)}</dl>
          <p class="quiet small">${marked(texts.rotated)}</p>`
      : nothing}
    <p class="quiet small">${marked(texts.forgetful)}</p>
  </section>`;
}

/** Who is signed in, wherever: sessions outlive a page that was closed, and are ended where one looks into an HSM. */
function signedIn(language: Language, texts: TerminalTexts, { ClusterId, hsms }: MapView['clusters'][number], sessions: readonly ClusterSessionView[]): TemplateResult {
  const HsmId = hsms.find(({ State }) => State === 'ACTIVE')?.HsmId;
  return html`<h3>${texts.signedIn}</h3>
    <ul class="small">
      ${sessions.map(
        ({ username, client, startedAt }) =>
          html`<li><code>${username}</code> · ${client} · <time datetime=${new Date(startedAt).toISOString()}>${texts.since(moment(language, startedAt))}</time></li>`,
      )}
    </ul>
    ${HsmId === undefined ? nothing : html`<p class="small"><a href=${addressOf('clusters', ClusterId, HsmId)}>${texts.endForgotten}</a></p>`}`;
}
