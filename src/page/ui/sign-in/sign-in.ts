import { html, nothing, type TemplateResult } from 'lit';
import { accounts, arnOf, identitiesIn, type Identity } from '../../../model/identities.ts';
import type { Simulator } from '../../client/simulator.ts';
import { signInTexts } from '../../i18n/sign-in.ts';
import { GlassElement } from '../element.ts';
import { SignInEvent } from '../events.ts';
import { addressOf } from '../frame/route.ts';
import { checkIcon } from '../icons.ts';
import { breakable, marked } from '../marked.ts';
import { controls } from '../styles.ts';
import { style } from './style.ts';

/**
 * `<glass-sign-in>`: the users and roles of both accounts; a click signs in.
 *
 * Attributes and property: those of {@link GlassElement}.
 * Events: {@link SignInEvent} with whom the person chose; who holds the simulator connects as them.
 */
export class GlassSignIn extends GlassElement {
  static override styles = [...GlassElement.styles, controls, style];

  /** Goes to the title. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }

  protected override view({ account, identity }: Simulator): TemplateResult {
    const texts = signInTexts[this.language];
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${texts.title}</h2>
      <p>${marked(texts.intro)}</p>
      <p class="quiet">${texts.allowed}</p>
      ${accounts.map(
        (id) => html`<h3 id="account-${id}">${texts.account(id)}</h3>
          <ul aria-labelledby="account-${id}">
            ${identitiesIn(id).map((each) => html`<li>${this.choice(id, each, id === account && each.name === identity.name)}</li>`)}
          </ul>`,
      )}
      <p class="now"><span role="status">${texts.done(identity.name, account)}</span> <a href=${addressOf('keys')}>${texts.onward}</a></p>
    </section>`;
  }

  private choice(account: string, identity: Identity, current: boolean): TemplateResult {
    const texts = signInTexts[this.language];
    const { name, type } = identity;
    return html`<button
      type="button"
      aria-current=${current ? 'true' : nothing}
      @click=${() => {
        this.dispatchEvent(new SignInEvent(account, name));
      }}
    >
      <span class="face" data-letter=${name.slice(0, 1)}></span>
      <span class="who">
        <b>${name}</b>
        <span class="small quiet">${type === 'Role' ? marked(texts.iamRole(identity.session)) : texts.iamUser}</span>
        <code class="small quiet">${breakable(arnOf(account, identity))}</code>
      </span>
      ${current ? html`<span class="good small">${checkIcon}${texts.current}</span>` : nothing}
    </button>`;
  }
}

if (!customElements.get('glass-sign-in')) customElements.define('glass-sign-in', GlassSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'glass-sign-in': GlassSignIn;
  }
}
