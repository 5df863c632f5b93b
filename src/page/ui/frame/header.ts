import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { languages, type Language } from '../../i18n/languages.ts';
import type { PlaygroundTexts } from '../../i18n/playground.ts';
import { carryIcon, settingsIcon } from '../icons.ts';
import { themes, type Caller, type Theme } from './preferences.ts';
import './clock.ts';
import { addressOf } from './route.ts';
import { views } from './views.ts';

const logo = svg`<svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" fill="none" stroke="currentColor"
  stroke-width="1.6" stroke-linejoin="round"><path d="M12 2.5 20.2 7.2v9.6L12 21.5 3.8 16.8V7.2Z" /><circle cx="12" cy="10.2" r="2.3" /><path
  d="M12 12.5v4.2M12 14.7h2" stroke-linecap="round" /></svg>`;

const chevron = svg`<svg viewBox="0 0 20 20" width="16" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6"
  stroke-linecap="round" stroke-linejoin="round"><path d="M5.5 8l4.5 4.5L14.5 8" /></svg>`;

/** What the header shows, and what its controls do. */
export interface Header {
  readonly language: Language;
  readonly texts: PlaygroundTexts;
  /** The one that is shown. */
  readonly view: string;
  readonly theme: Theme;
  readonly region: string;
  readonly caller: Caller;
  /** Without one there is no time to show and nothing to reset. */
  readonly simulator: Simulator | undefined;
  speak(language: Language): void;
  dress(theme: Theme): void;
  move(region: string): void;
  takeAlong(): void;
  reset(): void;
}

/** Logo, time, Region, who calls, reset, and the settings that one chooses once; below, the way to the views. */
export function header(of: Header): TemplateResult {
  const { language, theme, caller, simulator } = of;
  const { playground: texts } = of.texts;
  return html`<header>
    <div class="brand">
      ${logo}
      <h1>GlassHSM</h1>
      <p>${texts.tagline}</p>
    </div>
    ${simulator ? html`<glass-clock .simulator=${simulator} .theme=${theme === 'system' ? null : theme} lang=${language}></glass-clock>` : ''}
    ${regionChoice(of)}
    <a class="acting" href=${addressOf('sign-in')} aria-current=${of.view === 'sign-in' ? 'page' : nothing}
      ><span class="label">${texts.actingAs}</span> <b>${caller.identity}</b><span class="hidden"> ${texts.inAccount(caller.account)}</span></a
    >
    <button type="button" class="tool carry" ?disabled=${!simulator} @click=${of.takeAlong}>${carryIcon}<span class="label">${texts.takeAlong}</span></button>
    <button type="button" class="reset" ?disabled=${!simulator} @click=${of.reset}>${texts.reset}</button>
    <button type="button" class="tool settings" popovertarget="settings">${settingsIcon}<span class="label">${texts.settings}</span></button>
    <div id="settings" popover role="group" aria-labelledby="settings-title">
      <h2 id="settings-title">${texts.settings}</h2>
      <div class="field">
        <label for="language">${texts.language}</label>
        ${select('language', undefined, Object.entries(languages).map(([tag, { name }]) => [tag, name]), language, of.speak)}
      </div>
      <div class="field">
        <label for="theme">${texts.theme}</label>
        ${select('theme', undefined, themes.map((name) => [name, texts.themes[name]]), theme, of.dress)}
      </div>
    </div>
    ${ways(texts, of.view)}
  </header>`;
}

/** A select shows its option's text, cut where that is too long: instead this shows the Region's id, and its name where there is room. */
function regionChoice({ texts: { playground: texts, regions }, region, move }: Header): TemplateResult {
  const names: Readonly<Record<string, string | undefined>> = regions;
  return html`<div class="place">
    <span aria-hidden="true">${region}<span class="name"> · ${names[region]}</span></span>${chevron}
    ${select('region', texts.region, Object.entries(regions).map(([id, name]) => [id, `${id} · ${name}`]), region, move)}
  </div>`;
}

/** The way to each view. */
const ways = (texts: PlaygroundTexts['playground'], shown: string): TemplateResult =>
  html`<nav aria-label=${texts.views}>
    ${(['map', ...Object.keys(views).filter((name) => !views[name]?.unlisted)] as (keyof typeof texts.viewNames)[]).map(
      (name) => html`<a href=${addressOf(name)} aria-current=${name === shown ? 'page' : nothing}>${texts.viewNames[name]}</a>`,
    )}
  </nav>`;

/** @param label where no label of its own stands beside it */
function select<Value extends string>(
  name: string,
  label: string | undefined,
  options: readonly (readonly [string, string])[],
  value: Value,
  choose: (value: Value) => void,
): TemplateResult {
  const changed = (event: Event): void => {
    // Its options are the values.
    choose((event.target as HTMLSelectElement).value as Value);
  };
  const choices = options.map(
    ([id, text]) => html`<option value=${id} ?selected=${id === value} lang=${name === 'language' ? id : ''}>${text}</option>`,
  );
  return label === undefined
    ? html`<select id=${name} .value=${value} @change=${changed}>${choices}</select>`
    : html`<select class=${name} aria-label=${label} .value=${value} @change=${changed}>${choices}</select>`;
}
