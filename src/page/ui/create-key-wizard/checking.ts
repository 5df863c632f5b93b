import type { LitElement } from 'lit';
import type { MapView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { addressOf } from '../frame/route.ts';
import type { Draft } from './draft.ts';
import type { PageName } from './page-names.ts';
import { faultsOf, firstFaulty, type Around, type Faults } from './rules.ts';

/** What is checked, as it is now. */
export interface Checked {
  readonly page: PageName;
  readonly draft: Draft;
  readonly simulator: Simulator | undefined;
  readonly map: MapView | undefined;
}

/** What is wrong on the pages: told in its fields once a person wants to go on, announced, and the focus put there. */
export class Checking {
  /** How many faults were told last. */
  count = 0;
  /** The page on which they are. */
  private told: PageName | undefined;
  /** Where Finish found something wrong. */
  private sentTo: PageName | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly now: () => Checked,
  ) {}

  /** What is told on the page that is shown. */
  get faults(): Faults {
    const { page } = this.now();
    return this.told === page ? this.on(page, this.around()) : [];
  }

  /** Another page is shown: nothing is told of it yet, unless Finish led there. */
  arrive(): void {
    const sent = this.sentTo === this.now().page;
    this.told = this.sentTo = undefined;
    this.count = 0;
    if (sent) void this.tell();
  }

  /** @returns whether the page may be left; what keeps one there is told */
  async passes(): Promise<boolean> {
    if (this.on(this.now().page, await this.knowing()).length === 0) return true;
    await this.tell();
    return false;
  }

  /** @returns the first page with something wrong */
  async firstFaulty(): Promise<PageName | undefined> {
    return firstFaulty(this.now().draft, await this.knowing());
  }

  /** Goes to a page with something wrong, and tells it. */
  lead(faulty: PageName): void {
    if (faulty === this.now().page) void this.tell();
    else {
      this.sentTo = faulty;
      location.hash = addressOf('keys', 'create', faulty);
    }
  }

  /** Goes into the first field with something wrong. @returns whether there is one */
  focus(): boolean {
    const [field = ''] = this.faults[0] ?? [];
    const found = this.host.renderRoot.querySelector<HTMLElement>(`[id="${field}"], [aria-describedby~="${field.replace('tag-', 'tags-')}-wrong"]`);
    (found?.matches('fieldset') ? (found.querySelector<HTMLElement>('input, .add') ?? found) : found)?.focus();
    return field !== '';
  }

  private async tell(): Promise<void> {
    const { page } = this.now();
    this.told = page;
    this.count = this.on(page, await this.knowing()).length;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.focus();
  }

  private on(page: PageName, around: Around): Faults {
    return faultsOf(page, this.now().draft, around);
  }

  private around(map = this.now().map): Around {
    return { account: this.now().simulator?.account ?? '', stores: map?.keyStores.map((store) => store.CustomKeyStoreId) ?? [] };
  }

  /** A quick hand presses before the wizard knows the key stores. */
  private async knowing(): Promise<Around> {
    const { map, simulator } = this.now();
    return this.around(map ?? (await simulator?.look('map')));
  }
}
