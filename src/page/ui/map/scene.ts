import type { TemplateResult } from 'lit';
import type { MapTexts } from '../../i18n/map.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Identity } from '../../../model/identities.ts';
import type { HsmView, KeyChip } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import type { Refusal } from '../refusal.ts';
import type { banner } from './banner.ts';
import type { Step } from './faults.ts';
import type { News } from './news.ts';
import type { OpenKey } from './open-key.ts';
import type { Row } from './rows.ts';

/** The last call of the simulator that the map shows. */
export interface LastCall {
  readonly operation: string;
  readonly status: number;
}

/** What the parts of the map are drawn from, and what they ask for. */
export interface Scene {
  readonly simulator: Simulator;
  readonly texts: MapTexts;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | null;
  readonly account: string;
  readonly identity: Identity;
  readonly region: string;
  /** Simulated milliseconds since the epoch. */
  readonly now: number;
  readonly news: News;
  readonly lastCall: LastCall | undefined;
  readonly openKey: OpenKey;
  /** Tells what is wrong; undefined until something is, and it has loaded. */
  readonly banner: typeof banner | undefined;
  /** By the key store or cluster at whose place it is told. */
  readonly refusals: ReadonlyMap<string, Refusal>;
  take(step: Step): void;
  removeHsm(row: Row, hsm: HsmView): void;
  chooseKey(HsmId: string, key: KeyChip): void;
  tryExport(): void;
  /** The open key has got material. */
  lookAgain(): void;
  closeKey(): void;
  /** Leads to where a cluster is built; undefined where the page has no such place. */
  readonly build: ((ClusterId?: string) => void) | undefined;
  /** Undefined where nobody shows clusters: their ids are text. */
  readonly openCluster: ((ClusterId: string) => void) | undefined;
  readonly openHsm: ((ClusterId: string, HsmId: string) => void) | undefined;
  /** Leads to a view, and what of it, by what is shown or by the view's name; undefined where the page has only the map. */
  readonly link: ((view: 'key-stores' | 'keys' | 'terminal', id: string, shown?: unknown) => TemplateResult) | undefined;
}
