import fc from '../../../../fast-check.ts';
import { AnsweredError, documentCluster, documentStore, openTestWorld, type TestWorld } from '../../../world.ts';
import { holds } from '../settings.ts';
import { expectWhole } from '../whole.ts';
import { callsOf, weights, type Picks } from './calls.ts';
import { advance, day, newReference, stateOf, step, type Reference } from './reference.ts';

interface Tabs {
  readonly tabs: readonly TestWorld[];
  readonly calls: ReturnType<typeof callsOf>;
  /** What was called, and how it ended. */
  readonly log: string[];
}
type Ask = (operation: string, input: object) => Promise<Record<string, unknown>>;
const kms = (world: TestWorld): Ask => world.kms as never;
const cloudhsmv2 = (world: TestWorld): Ask => world.cloudhsmv2 as never;

/** A call of the table; whichever tab makes it, it ends as the reference says. */
class Calling implements fc.AsyncCommand<Reference, Tabs> {
  constructor(
    readonly name: string,
    readonly picks: Picks,
    readonly tab: number,
  ) {}
  check = (): boolean => true;
  toString = (): string => `${this.name} ${this.picks.join(' ')}`;

  async run(model: Reference, { tabs, calls, log }: Tabs): Promise<void> {
    const expected = calls[this.name]?.(model, this.picks);
    const world = tabs[this.tab % tabs.length];
    if (!expected || !world) throw new Error(`There is no call ${this.name}.`);
    // What another tab has changed, a tab is told by a message that takes its time; nobody's hands are as fast as this test.
    await world.simulation.storage.catchUp();
    const { operation, input, refused, service } = expected;
    const ask = service ? cloudhsmv2(world) : kms(world);
    const outcome = await ask(operation, input).then(
      (answer) => ({ answer }),
      (error: unknown) => {
        if (error instanceof AnsweredError) return { code: error.name, text: error.message };
        throw error;
      },
    );
    const code = 'code' in outcome ? outcome.code : undefined;
    const line = `${operation} ${JSON.stringify(input).replace(/-----.*?\\n"/, '…"').replace(/\{"0":.*?\}/g, '<bytes>')}: ${code ?? 'ok'}`;
    log.push(line);
    if (code !== refused) fail(log, `${line}, and the reference says ${refused ?? 'ok'}`);
    const wrong = 'answer' in outcome ? expected.done?.(outcome.answer) : undefined;
    if (typeof wrong === 'string') fail(log, `${line}: ${wrong}`);
  }
}

class Waiting implements fc.AsyncCommand<Reference, Tabs> {
  constructor(
    readonly ms: number,
    readonly tab: number,
  ) {}
  check = (): boolean => true;
  toString = (): string => `${String(this.ms / step)} times ten minutes`;

  async run(model: Reference, { tabs, log }: Tabs): Promise<void> {
    await tabs[this.tab % tabs.length]?.control.advance({ ms: this.ms });
    advance(model, this.ms);
    log.push(`${String(this.ms / 60_000)} minutes pass`);
  }
}

/** Everything there is, as the world lists it and as the reference has it. */
class Comparing implements fc.AsyncCommand<Reference, Tabs> {
  constructor(readonly tab: number) {}
  check = (): boolean => true;
  toString = (): string => 'compare';

  async run(model: Reference, { tabs, log }: Tabs): Promise<void> {
    const world = tabs[this.tab % tabs.length];
    if (!world) return;
    await world.simulation.storage.catchUp();
    const [is, should] = [await listed(world), noted(model)];
    const wrong = [
      ...[...is].filter((line) => !should.has(line)).map((line) => `  there is ${line}`),
      ...[...should].filter((line) => !is.has(line)).map((line) => `  the reference has ${line}`),
    ];
    if (wrong.length > 0) fail(log, wrong.join('\n'));
  }
}

function fail(log: readonly string[], what: string): never {
  throw new Error(`${what}\nafter\n${log.slice(-25).join('\n')}`);
}

async function listed(world: TestWorld): Promise<Set<string>> {
  const lines = new Set<string>();
  const { Keys = [] } = await world.kms('ListKeys', { Limit: 1000 });
  for (const { KeyId = '' } of Keys) {
    const [{ KeyMetadata: key }, { Tags = [] }, { Grants = [] }, { Aliases = [] }, policy] = await Promise.all([
      world.kms('DescribeKey', { KeyId }),
      world.kms('ListResourceTags', { KeyId }),
      world.kms('ListGrants', { KeyId, Limit: 100 }),
      world.kms('ListAliases', { KeyId }),
      world.kms('GetKeyPolicy', { KeyId }),
    ]);
    lines.add(`key ${KeyId} ${key?.KeyState ?? ''} ${String(key?.Enabled)} "${key?.Description ?? ''}" ${key?.CustomKeyStoreId ?? ''}`);
    for (const { TagKey, TagValue } of Tags) lines.add(`tag ${KeyId} ${TagKey ?? ''} ${TagValue ?? ''}`);
    for (const { GrantId } of Grants) lines.add(`grant ${KeyId} ${GrantId ?? ''}`);
    for (const { AliasName, TargetKeyId } of Aliases) lines.add(`alias ${AliasName ?? ''} of ${TargetKeyId ?? ''}`);
    const { Id } = JSON.parse(policy.Policy ?? '{}') as { Id?: string };
    lines.add(`policy ${KeyId} ${Id ?? ''}`);
    if (key?.Origin !== 'AWS_KMS') continue;
    const { Rotations = [] } = await world.kms('ListKeyRotations', { KeyId });
    // API Reference, GetKeyRotationStatus: "While a KMS key is pending deletion, its key rotation status is false".
    const { KeyRotationEnabled, RotationPeriodInDays } = await world.kms('GetKeyRotationStatus', { KeyId });
    lines.add(`rotations ${KeyId} ${String(Rotations.length)} ${String(KeyRotationEnabled)} ${String(RotationPeriodInDays)}`);
  }
  for (const { AliasName, TargetKeyId } of (await world.kms('ListAliases', { Limit: 100 })).Aliases ?? []) lines.add(`alias ${AliasName ?? ''} of ${TargetKeyId ?? ''}`);
  for (const store of (await world.kms('DescribeCustomKeyStores')).CustomKeyStores ?? [])
    lines.add(`store ${store.CustomKeyStoreId ?? ''} ${store.CustomKeyStoreName ?? ''} ${store.ConnectionState ?? ''}`);
  const { Clusters: [cluster] = [] } = await world.cloudhsmv2('DescribeClusters', { Filters: { clusterIds: [documentCluster] } });
  for (const { HsmId, AvailabilityZone, State } of cluster?.Hsms ?? []) lines.add(`hsm ${HsmId ?? ''} ${AvailabilityZone ?? ''} ${State ?? ''}`);
  return lines;
}

function noted(model: Reference): Set<string> {
  const lines = new Set<string>();
  for (const key of model.keys.values()) {
    const { KeyId, description, inStore, tags, policy, rotations, period } = key;
    const state = stateOf(model, key);
    lines.add(`key ${KeyId} ${state} ${String(state === 'Enabled')} "${description}" ${inStore ?? ''}`);
    for (const [tag, value] of tags) lines.add(`tag ${KeyId} ${tag} ${value}`);
    lines.add(`policy ${KeyId} ${policy === undefined ? 'key-default-1' : (JSON.parse(policy) as { Id: string }).Id}`);
    if (inStore !== undefined) continue;
    const days = state === 'PendingDeletion' ? undefined : period?.days;
    lines.add(`rotations ${KeyId} ${String(rotations)} ${String(days !== undefined)} ${String(days)}`);
  }
  for (const [id, { KeyId }] of model.grants) lines.add(`grant ${KeyId} ${id}`);
  for (const [name, KeyId] of model.aliases) lines.add(`alias ${name} of ${KeyId}`);
  if (model.store) lines.add(`store ${model.store.id} ${model.store.name} ${model.store.state}`);
  for (const [id, { zone, state }] of model.hsms) lines.add(`hsm ${id} ${zone} ${state}`);
  return lines;
}

const number = fc.nat(10_000);
const weighted = Object.keys(callsOf('')).flatMap((name) => Array.from({ length: weights[name] ?? 3 }, () => name));
const calling = fc
  .record({ name: fc.constantFrom(...weighted), picks: fc.tuple(number, number, number, number), tab: fc.nat(1) })
  .map(({ name, picks, tab }) => new Calling(name, picks, tab));
const waiting = fc
  .record({ ms: fc.constantFrom(...Array.from({ length: 6 }, () => [step, 2 * step]).flat(), day, 8 * day, 31 * day), tab: fc.nat(1) })
  .map(({ ms, tab }) => new Waiting(ms, tab));
const comparing = fc.nat(1).map((tab) => new Comparing(tab));
/** Of ten, eight calls. */
const command = fc.oneof(
  { weight: 40, arbitrary: calling as fc.Arbitrary<fc.AsyncCommand<Reference, Tabs>> },
  { weight: 6, arbitrary: waiting as fc.Arbitrary<fc.AsyncCommand<Reference, Tabs>> },
  { weight: 1, arbitrary: comparing as fc.Arbitrary<fc.AsyncCommand<Reference, Tabs>> },
);

/** A key that has been used and has a name, so that no sequence depends on luck for what the others are about. */
const beginning = [new Calling('CreateKey', [0, 1, 0, 0], 0), new Calling('Encrypt', [1, 1, 0, 0], 0), new Calling('CreateAlias', [1, 0, 0, 0], 0)];

/**
 * Sequences of commands, each in a world of its own.
 * @param tabs who call in turn; they share the database
 * @returns the operations and how often each ended how, as `Encrypt ok`
 * @throws Error at the first call that does not end as the reference says
 */
export async function checkModel(sequences: number, commands: number, tabs: 1 | 2): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  await holds(
    fc.asyncProperty(fc.array(command, { minLength: commands, maxLength: commands, size: 'max' }), async (sequence) => {
      const first = await openTestWorld();
      const worlds = [first, ...(tabs === 2 ? [await openTestWorld({ database: first.database })] : [])];
      const log: string[] = [];
      try {
        await first.control.setSpeed({ speed: 1 });
        const notes = await first.control.notes(undefined);
        const real: Tabs = { tabs: worlds, calls: callsOf(notes['customerCA.crt'] ?? ''), log };
        await fc.asyncModelRun(() => ({ model: newReference(documentStore), real }), [...beginning, ...sequence, new Comparing(0), new Comparing(1)]);
        // Flushes the events.
        for (const world of worlds) await world.cloudtrail('LookupEvents', { MaxResults: 1 });
      } finally {
        for (const world of worlds) world.close();
      }
      await expectWhole(first.database);
      for (const line of log) {
        const ended = line.replace(/ .*: /, ' ');
        seen.set(ended, (seen.get(ended) ?? 0) + 1);
      }
    }),
    sequences,
    { asTheyCome: true },
  );
  return seen;
}
