import type { FaultName } from '../../../model/control.ts';
import type { Values } from '../../../model/shapes.ts';
import type { Simulator } from '../../client/simulator.ts';
import { masked, waysOf, type Way } from '../calls/ways.ts';
import { terminal, typeAll, type Typed } from '../setup/dialogue.ts';

/** Something that is done to the world, and who does it. */
export type Deed = AwsDeed | CliDeed | NatureDeed | TimeDeed;

export interface AwsDeed {
  readonly by: 'aws';
  readonly service: 'kms' | 'cloudhsmv2';
  readonly operation: string;
  /** As JSON carries it: bytes are Base64. `KeyId` may be {@link newKey}. */
  readonly input: Values;
  /** The code that it is meant to be refused with. */
  readonly refused?: string;
}
/** Lines typed at CloudHSM CLI, in a terminal of its own. */
export interface CliDeed {
  readonly by: 'cloudhsm-cli';
  readonly typed: readonly Typed[];
  /** Some of the lines are meant to be refused. */
  readonly refused?: true;
  /** The terminal stays open, and who signed in there stays signed in. */
  readonly open?: true;
}
/** What no call of KMS or CloudHSM does: a fault begins or ends. */
export interface NatureDeed {
  readonly by: 'nature';
  readonly fault: FaultName;
  readonly active: boolean;
  readonly target: string | undefined;
  /** What one would do at AWS, with a service that is not simulated. */
  readonly elsewhere?: string;
}
/** Time passes. */
export interface TimeDeed {
  readonly by: 'time';
  readonly milliseconds: number;
}

/** Stands for the key that the call before made. */
export const newKey = '<KeyId>';

/**
 * @returns the ids of the keys that were made
 * @throws AwsError, CliRefusal, SimulatorError; also where what was meant to be refused was not
 */
export async function doAll(simulator: Simulator, deeds: readonly Deed[], settled: () => Promise<void> = () => Promise.resolve()): Promise<readonly string[]> {
  const made: string[] = [];
  for (const deed of deeds) {
    if (deed.by === 'aws') made.push(...(await callAws(simulator, deed, made.at(-1) ?? '')));
    else if (deed.by === 'cloudhsm-cli') await type(simulator, deed);
    else if (deed.by === 'nature') await simulator.control.injectFault(deed.fault, { active: deed.active, ...(deed.target !== undefined && { target: deed.target }) });
    else await simulator.control.advance(deed.milliseconds);
    await settled();
  }
  return made;
}

type Call = (input: Values) => Promise<{ readonly KeyMetadata?: { readonly KeyId?: string } }>;

/** @returns the id of the key that it made, if it makes one */
async function callAws(simulator: Simulator, { service, operation, input, refused }: AwsDeed, KeyId: string): Promise<readonly string[]> {
  const client = simulator[service] as unknown as Readonly<Record<string, Call>>;
  const { Plaintext } = input;
  const values = {
    ...input,
    ...(input['KeyId'] === newKey && { KeyId }),
    ...(typeof Plaintext === 'string' && { Plaintext: Uint8Array.fromBase64(Plaintext) }),
  };
  try {
    const answer = await client[operation.charAt(0).toLowerCase() + operation.slice(1)]?.(values);
    if (refused === undefined) return answer?.KeyMetadata?.KeyId === undefined || operation !== 'CreateKey' ? [] : [answer.KeyMetadata.KeyId];
  } catch (error) {
    if (refused === undefined || !(error instanceof Error) || error.name !== refused) throw error;
    return [];
  }
  throw new Error(`${operation} was not refused with ${refused}.`);
}

async function type(simulator: Simulator, { typed, refused }: CliDeed): Promise<void> {
  if (!refused) {
    await typeAll(simulator, typed);
    return;
  }
  const shell = simulator.shell();
  for (const { line, answers = [] } of typed) for (const each of [line, ...answers]) await shell.run(each);
}

/** The deeds as one would do them by other means, passwords hidden; the same means side by side. */
export function waysOfDeeds(region: string, deeds: readonly Deed[]): readonly Way[] {
  const aws = deeds.filter((deed) => deed.by === 'aws');
  const typed = deeds.flatMap((deed) => (deed.by === 'cloudhsm-cli' ? deed.typed : []));
  const elsewhere = deeds.flatMap((deed) => (deed.by === 'nature' && deed.elsewhere !== undefined ? deed.elsewhere : []));
  const ours = deeds.flatMap((deed) => controlCode(deed) ?? []);
  return [
    ...(aws.length > 0 ? waysOf(region, aws.map(hidden)) : []),
    ...(typed.length > 0 ? terminal(typed) : []),
    ...(elsewhere.length > 0 ? [{ name: 'AWS CLI (EC2)', grammar: 'shell' as const, texts: elsewhere }] : []),
    ...(ours.length > 0 ? [{ name: 'GlassHSM', grammar: 'typescript' as const, texts: [ours.join('\n')] }] : []),
  ];
}

const hidden = ({ input, ...deed }: AwsDeed): AwsDeed => ({
  ...deed,
  input: 'KeyStorePassword' in input ? { ...input, KeyStorePassword: masked } : input,
});

function controlCode(deed: Deed): string | undefined {
  if (deed.by === 'time') return `await simulator.control.advance(${String(deed.milliseconds)});`;
  if (deed.by !== 'nature') return undefined;
  const target = deed.target === undefined ? '' : `, target: '${deed.target}'`;
  return `await simulator.control.injectFault('${deed.fault}', { active: ${String(deed.active)}${target} });`;
}

/** What is done, in the names that AWS has for it. */
export const nameOf = (deed: Deed): readonly string[] => {
  if (deed.by === 'aws') return [deed.operation];
  if (deed.by === 'nature') return [deed.fault];
  return deed.by === 'time' ? [] : deed.typed.map(({ line }) => line.replace(/^cloudhsm-cli (--cluster-id \S+ )?/, '')).filter((line) => !/^(interactive|quit)\b/.test(line));
};
