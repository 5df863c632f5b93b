import { connect } from '../../client/connect.ts';
import { embedTexts } from '../../i18n/embed.ts';
import { chooseLanguage, type Language } from '../../i18n/languages.ts';
import { tellHeight } from './height.ts';
import { readParameters, type EmbedView, type Parameters } from './parameters.ts';

export interface EmbedOptions {
  /** Defines the view's element. */
  readonly load: Readonly<Record<EmbedView, () => Promise<unknown>>>;
  /** Where no file can be loaded as a worker: its script as a `data:` address. */
  readonly workerUrl?: string;
}

/**
 * Shows one element, as the address says: `?view=map|create-key&scenario=…&database=…&lang=…&theme=…`. It never takes the
 * focus and never scrolls: the page belongs to whoever frames it.
 */
export async function startEmbed({ load, workerUrl }: EmbedOptions): Promise<void> {
  const search = new URLSearchParams(location.search);
  const language = chooseLanguage(search.get('lang'), navigator.languages);
  const { body, documentElement } = document;
  documentElement.lang = language;
  tellHeight(body);

  const parameters = readParameters(search);
  if ('allowed' in parameters) {
    body.replaceChildren(notice(embedTexts[language].mistake(parameters)));
    return;
  }
  documentElement.dataset['theme'] = parameters.theme ?? 'system';
  await load[parameters.view]();
  body.replaceChildren(workerUrl === undefined ? create(parameters, language) : await createConnected(parameters, language, workerUrl));
}

function create({ view, scenario, database, theme }: Parameters, language: Language): HTMLElement {
  const element = document.createElement(`glass-${view}`);
  element.lang = language;
  // Set before it is connected, so that it connects to the right world at once.
  for (const [name, value] of Object.entries({ scenario, database, theme })) if (value) element.setAttribute(name, value);
  return element;
}

/** With a worker that the element itself could not find. */
async function createConnected(parameters: Parameters, language: Language, workerUrl: string): Promise<HTMLElement> {
  const { scenario, database } = parameters;
  try {
    const simulator = await connect({ workerUrl, prepare: false, ...(scenario && { scenario }), ...(database && { database }) });
    return Object.assign(create(parameters, language), { simulator });
  } catch (error) {
    return notice(embedTexts[language].failed, error instanceof Error ? error.message : String(error));
  }
}

/** @param detail the simulator's own words, which are English */
function notice(text: string, detail?: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'notice';
  box.role = 'alert';
  for (const [words, lang] of [[text, ''], [detail, 'en']] as const) {
    if (words === undefined) continue;
    const line = document.createElement('p');
    line.textContent = words;
    if (lang) line.lang = lang;
    box.append(line);
  }
  return box;
}

