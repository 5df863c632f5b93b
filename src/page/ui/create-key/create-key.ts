import type { KeyMetadata } from '@aws-sdk/client-kms';
import { html, nothing, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { createKeyTexts } from '../../i18n/create-key.ts';
import { GlassElement } from '../element.ts';
import { ChooseKeyEvent } from '../events.ts';
import { checkIcon } from '../icons.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { pairRows, pairsStyle } from '../pairs.ts';
import { refusalBox, refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { controls } from '../styles.ts';
import { chosenStore, conditionList, conditionsOf } from './conditions.ts';
import { emptyDraft, inputOf, type Draft } from './draft.ts';
import { advanced, aliasField, storeField, textField } from './fields.ts';
import { style } from './style.ts';

/** How the last call went. */
type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The key stands; `refusal` is of its alias. */
  | { readonly kind: 'created'; readonly key: KeyMetadata; readonly AliasName?: string; readonly refusal?: Refusal };

/**
 * `<glass-create-key>`: a form for CreateKey (and CreateAlias, a second call) in an AWS CloudHSM key store. Beside its
 * button stands what the call needs and whether that holds now; the call can be made all the same.
 *
 * Attributes and property: those of {@link GlassElement}.
 * Slot: what a page says of the key that was created, beside what is said of it here.
 * Events: {@link ChooseKeyEvent} with that key.
 */
export class GlassCreateKey extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    draft: { state: true },
    busy: { state: true },
    outcome: { state: true },
    anotherAlias: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, pairsStyle, refusalStyle, style];

  declare draft: Draft;
  declare busy: boolean;
  declare outcome: Outcome;
  /** The alias to try instead of one that was refused. */
  declare anotherAlias: string;

  private readonly world = new Looking(this, 'map');

  constructor() {
    super();
    this.draft = emptyDraft;
    this.busy = false;
    this.outcome = { kind: 'none' };
    this.anotherAlias = '';
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.world.ask(simulator);
    // A form is there to be sent.
    simulator?.prepare();
    this.outcome = { kind: 'none' };
  }

  protected override view(): TemplateResult {
    const { draft, busy } = this;
    const texts = createKeyTexts[this.language];
    const map = this.world.answer;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${texts.title}</h2>
      <form aria-labelledby="title" novalidate>
        <div class="fields">
          ${aliasField('alias', texts.alias, draft.alias, (alias) => {
            this.change({ alias });
          })}
          ${textField('description', texts.description, draft.Description, (Description) => {
            this.change({ Description });
          })}
          ${draft.Origin === 'AWS_CLOUDHSM' ? storeField(draft, map, texts, this.change) : nothing}
          ${pairRows(this, 'tags', draft.tags, texts.tags, (to) => {
            this.change({ tags: to(this.draft.tags) });
          })}
        </div>
        <p class="quiet small">${texts.public}</p>
        ${advanced(draft, texts, this.change)}
        <div class="call">
          <button class="primary" aria-disabled=${String(busy)} aria-describedby="conditions" @click=${this.submit}>
            ${busy ? texts.creating : texts.create}
          </button>
          ${map ? conditionList(conditionsOf(draft, map, texts), texts) : nothing}
          ${this.world.failure ? html`<p class="bad" role="alert" lang="en">${this.world.failure}</p>` : nothing}
        </div>
      </form>
      ${this.result()}
    </section>`;
  }

  private result(): TemplateResult {
    const { outcome } = this;
    const texts = createKeyTexts[this.language];
    const { silent } = texts;
    const ours = this.texts.frame.ourWording;
    const refused =
      outcome.kind === 'refused'
        ? refusalBox('refusal', outcome.refusal, { title: texts.refusedTitle, silent, ours, meaning: textOf(texts.meanings, outcome.refusal) })
        : outcome.kind === 'created' && outcome.refusal
          ? refusalBox(
              'refusal',
              outcome.refusal,
              { title: texts.unnamedTitle, silent, ours, meaning: textOf(texts.aliasMeanings, outcome.refusal) },
              html`<form class="again">
                ${aliasField('another', texts.anotherAlias, this.anotherAlias, (alias) => {
                  this.anotherAlias = alias;
                })}
                <button aria-disabled=${String(this.busy)} @click=${this.submitAlias}>${texts.createAlias}</button>
              </form>`,
            )
          : nothing;
    // The status stays in the tree, so that what comes into it is heard.
    return html`<div class="created" role="status">
        ${outcome.kind === 'created'
          ? html`<span class="good">${checkIcon}</span>
              <p>
                ${marked(texts.created(outcome.key.KeyId ?? '', outcome.key.KeyState ?? '', outcome.key.Origin ?? ''))}
                ${outcome.AliasName ? marked(texts.named(outcome.AliasName)) : nothing} <slot></slot>
              </p>`
          : nothing}
      </div>
      ${refused}`;
  }

  private readonly change = (part: Partial<Draft>): void => {
    this.draft = { ...this.draft, ...part };
  };

  /** A click is also what Enter in a field makes. Not the form's submit: a sandboxed frame without `allow-forms` has none. */
  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const { draft, simulator } = this;
    void this.run(async () => {
      if (simulator) await this.create(simulator, draft);
    });
  };

  private readonly submitAlias = (event: Event): void => {
    event.preventDefault();
    const { simulator, outcome, anotherAlias } = this;
    void this.run(async () => {
      if (simulator && outcome.kind === 'created') this.outcome = await named(simulator, outcome.key, anotherAlias);
    });
  };

  /** One call at a time; what failed is where the focus goes. */
  private async run(call: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    await call();
    this.busy = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#refusal')?.focus();
  }

  private async create(simulator: Simulator, draft: Draft): Promise<void> {
    const { alias } = draft;
    this.outcome = { kind: 'none' };
    let key: KeyMetadata;
    try {
      // A quick hand presses before the form knows the key stores.
      const map = this.world.answer ?? (await simulator.look('map'));
      const input = inputOf(draft, chosenStore(draft, map)?.CustomKeyStoreId);
      key = (await simulator.kms.createKey(input)).KeyMetadata ?? { KeyId: undefined };
    } catch (error) {
      this.outcome = { kind: 'refused', refusal: refusalOf(error) };
      return;
    }
    this.outcome = alias ? await named(simulator, key, alias) : { kind: 'created', key };
    this.anotherAlias = alias;
    // What named this key is not meant for the next one.
    this.change({ alias: '', Description: '', tags: [] });
    if (key.KeyId) this.dispatchEvent(new ChooseKeyEvent(key.KeyId));
  }
}

/** Gives a key its alias; the key stands, whatever comes of it. */
async function named(simulator: Simulator, key: KeyMetadata, alias: string): Promise<Outcome> {
  const AliasName = `alias/${alias}`;
  try {
    await simulator.kms.createAlias({ AliasName, TargetKeyId: key.KeyId });
    return { kind: 'created', key, AliasName };
  } catch (error) {
    return { kind: 'created', key, refusal: refusalOf(error) };
  }
}

const textOf = (meanings: Readonly<Record<string, string>>, { code }: Refusal): string | undefined => meanings[code];

if (!customElements.get('glass-create-key')) customElements.define('glass-create-key', GlassCreateKey);

declare global {
  interface HTMLElementTagNameMap {
    'glass-create-key': GlassCreateKey;
  }
}
