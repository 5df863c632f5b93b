import type { WireRequest } from '../../../src/page/index.ts';
import { connect, type Simulator } from '../../../src/page/index.ts';
import type { Language } from '../../../src/page/i18n/languages.ts';
import type { GlassElement } from '../../../src/page/ui/element.ts';
import { waitFor } from './waiting.ts';

export const ClusterId = 'cluster-1a23b4cdefg';
export const CustomKeyStoreId = 'cks-1234567890abcdef0';

/** An element with a world of its own, and what a person finds and does there. */
export interface Stage<E extends GlassElement> {
  readonly element: E;
  readonly simulator: Simulator;
  /** AWS calls so far: operation and body. */
  readonly calls: { readonly operation: string; readonly input: unknown }[];
  /** Elements of this selector, in inner shadow trees too. */
  all<T extends HTMLElement = HTMLElement>(selector: string): T[];
  /** A control by its name: its label, or its own text. */
  control<T extends HTMLElement = HTMLElement>(name: string | RegExp): T;
  press(name: string | RegExp): void;
  type(name: string | RegExp, text: string): void;
  choose(name: string, option: string | RegExp): void;
  /** All that can be read, in one line. */
  text(): string;
  says(text: string | RegExp): Promise<void>;
  /** Where the focus is, through shadow trees. */
  focused(): Element | null;
  close(): void;
}

interface Options {
  readonly lang?: Language;
  readonly theme?: 'light' | 'dark';
  readonly scenario?: string;
  /** One that there is already; by default a new one. */
  readonly database?: string;
}

export async function stage<E extends GlassElement>(make: () => E, { lang = 'en', theme = 'light', scenario = 'default', database = crypto.randomUUID() }: Options = {}): Promise<Stage<E>> {
  const simulator = await connect({ database, scenario, workerUrl: '/public/build/worker.js' });
  const calls: Stage<E>['calls'] = [];
  simulator.exchanges.addEventListener('exchange', ({ request }) => calls.push(callOf(request)));
  const element = make();
  Object.assign(element, { lang, theme, simulator });
  document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
  document.body.append(element);

  const all: Stage<E>['all'] = <T extends HTMLElement>(selector: string) => allIn(element, selector) as T[];
  const control: Stage<E>['control'] = <T extends HTMLElement>(name: string | RegExp) => {
    const controls = all<T>('button, input, select, textarea, summary');
    const found = controls.find((each) => matches(nameOf(each), name) && each.checkVisibility());
    if (!found) throw new Error(`There is no ${String(name)} among ${controls.map(nameOf).join(' | ')}.`);
    return found;
  };
  const text = (): string => textOf(element).replace(/\s+/g, ' ').trim();
  return {
    element,
    simulator,
    calls,
    all,
    control,
    text,
    press: (name) => {
      control(name).click();
    },
    type: (name, value) => {
      const field = control<HTMLInputElement>(name);
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    choose: (name, option) => {
      const select = control<HTMLSelectElement>(name);
      const found = [...select.options].find((each) => matches(each.text.trim(), option));
      if (!found) throw new Error(`${name} has no ${String(option)} among ${[...select.options].map((each) => each.text).join(' | ')}.`);
      select.value = found.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    says: async (expected) => {
      await waitFor(element, () => matches(text(), typeof expected === 'string' ? new RegExp(RegExp.escape(expected)) : expected));
    },
    focused: () => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    },
    close: () => {
      element.remove();
      simulator.close();
      document.body.style.background = '';
    },
  };
}

/** The same simulator, except that AWS KMS never answers: what waits stays. */
export const unanswered = (simulator: Simulator): Simulator =>
  Object.create(simulator, {
    kms: { value: new Proxy(simulator.kms, { get: () => () => new Promise(() => undefined) }) },
  }) as Simulator;

const callOf = ({ headers, body }: WireRequest): { operation: string; input: unknown } => ({
  operation: headers['x-amz-target']?.split('.').at(-1) ?? '',
  input: JSON.parse(body),
});

const matches = (text: string, name: string | RegExp): boolean => (typeof name === 'string' ? text === name : name.test(text));

function allIn(node: ParentNode, selector: string): Element[] {
  const here = [...node.querySelectorAll(selector)];
  const hosts = [...(node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [])];
  for (const each of node.querySelectorAll('*')) if (each.shadowRoot) hosts.push(each.shadowRoot);
  return [...here, ...hosts.flatMap((root) => allIn(root, selector))];
}

/** What it is called: its `aria-label`, its label, or what stands in it. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const label = element.id ? root.querySelector(`label[for="${element.id}"]`) : null;
  return (element.getAttribute('aria-label') ?? (label ?? element).textContent).replace(/\s+/g, ' ').trim();
}

/** Text in the order in which it is seen, through shadow trees and their slots. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Comment || node instanceof HTMLStyleElement || node instanceof HTMLTextAreaElement) return '';
  if (node instanceof HTMLElement && node.shadowRoot) return textOf(node.shadowRoot);
  const shown = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  return (shown.length > 0 ? shown : [...node.childNodes]).map(textOf).join('');
}
