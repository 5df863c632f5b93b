import type { MapView, VpcView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import type { Language } from '../../i18n/languages.ts';
import type { SetupTexts } from '../../i18n/setup.ts';
import type { TemplateResult } from 'lit';
import type { Build, StepName } from './build.ts';
import type { Way } from '../calls/ways.ts';

/** What the forms say. Passwords are here and nowhere else: in this element's memory, until it goes. */
export interface Draft {
  readonly HsmType: string;
  /** The first VPC where none was chosen. */
  readonly VpcId?: string;
  /** Subnets that were taken out: all of them are in at first. */
  readonly without: readonly string[];
  readonly firstZone?: string;
  readonly secondZone?: string;
  readonly caName: string;
  /** What one's own openssl made. */
  readonly pastedCert: string;
  readonly pastedAnchor: string;
  readonly adminPassword: string;
  readonly kmsPassword: string;
  readonly storeName: string;
  readonly alias: string;
}

export const emptyDraft: Draft = {
  HsmType: 'hsm2m.medium',
  without: [],
  caName: 'Example Corp customer CA',
  pastedCert: '',
  pastedAnchor: '',
  adminPassword: '',
  kmsPassword: '',
  storeName: 'MyKeyStore',
  alias: '',
};

/** The cluster's certificate, signed, and by whom; PEM. */
export interface Signed {
  /** The request that was signed: another HSM would make another one. */
  readonly csr: string;
  readonly SignedCert: string;
  readonly TrustAnchor: string;
  /** Of a CA that was made here. */
  readonly privateKey?: string;
}

/** A field whose text is no good, and why, in the simulator's words. */
export type Wrong = Readonly<Partial<Record<'pastedCert' | 'pastedAnchor', string>>>;

/** What the steps are drawn from, and what they ask for. */
export interface Bench {
  readonly texts: SetupTexts;
  readonly language: Language;
  readonly region: string;
  readonly map: MapView;
  readonly vpcs: readonly VpcView[];
  readonly build: Build;
  readonly draft: Draft;
  readonly signed: Signed | undefined;
  readonly wrong: Wrong;
  readonly busy: boolean;
  readonly theme: 'light' | 'dark' | null;
  change(part: Partial<Draft>): void;
  /** Goes on with this cluster. */
  follow(ClusterId: string): void;
  /** Undefined: it is to be signed again. */
  sign(signed: Signed | undefined): void;
  /** The texts that were pasted, if they are certificates. */
  takePasted(): void;
  /** Something beside the step's own work; what is refused is told in the step. */
  attempt(work: (simulator: Simulator) => Promise<void>): void;
  /** Tells who shows keys which one has come. */
  created(KeyId: string): void;
}

type Content = TemplateResult | string | symbol;

/** One step: what it asks for, what it does, and the same by other means. */
export interface Step {
  readonly name: StepName;
  fields(bench: Bench): Content;
  ways(bench: Bench): readonly Way[];
  /** What the button says, where it is not always the same. */
  button?(bench: Bench): string;
  /** @throws AwsError, or whatever is to be shown as a refusal */
  act(bench: Bench, simulator: Simulator): Promise<void>;
  /** What has come of it: ids, states. */
  result(bench: Bench): Content;
}

/** The cluster of a step that there is only with one. */
export const clusterOf = ({ build }: Bench): NonNullable<Build['cluster']> => {
  if (!build.cluster) throw new Error('There is no cluster yet.');
  return build.cluster;
};
