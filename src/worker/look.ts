import type { ClusterView, KeyObjectName, LookQuestions, Place } from '../model/look.ts';
import { withCertificates } from './cloudhsm/certificates/lazily.ts';
import { clusterKey } from './cloudhsm/clusters.ts';
import { simulatedNow } from './clock.ts';
import type { Due } from './due.ts';
import { SimulatorFault } from './errors.ts';
import { keyObjectKey, kmsFleet } from './hsm/objects.ts';
import { keyStoreKey } from './kms/key-stores.ts';
import { keyKey } from './kms/keys.ts';
import { clusterView } from './cluster-views.ts';
import type * as insideViews from './inside-views.ts';
import { keyObjectView, keyStoreView, newestKeys, runningWaits } from './views.ts';
import type { Simulation } from './simulation.ts';
import type { KeyObjectRow } from './storage/schema.ts';

export type Look = {
  readonly [Question in keyof LookQuestions]: (
    input: LookQuestions[Question]['input'] & Place,
  ) => Promise<LookQuestions[Question]['output']>;
};

/** What shows backups and networks, when it has loaded: whoever shows the map alone does without. */
export type Inside = <T>(work: (views: typeof insideViews) => Promise<T>) => Promise<T>;

/** Rows an answer has at the most. */
const mostRows = 200;
/** How many keys an HSM box on the map shows. */
const keysShown = 5;
/** How many keys an opened backup shows. */
const backupKeysShown = 20;

/**
 * Answers what the views keep showing; read-only, from indexes and counters. What is due is settled first: no view shows
 * a wait that has ended.
 */
export function createLook({ storage, hsm, readClock, readWorld }: Simulation, due: Due, inside: Inside): Look {
  const waits = (place: Place): ReturnType<typeof runningWaits> => due.settle().then(() => runningWaits(storage, place));

  async function keyStores(place: Place): Promise<LookQuestions['keyStores']['output']> {
    const running = await waits(place);
    const rows = await storage.page({ store: 'keyStores', prefix: [place.account, place.region], limit: mostRows });
    return Promise.all(rows.map((row) => keyStoreView(storage, row, running)));
  }
  async function clusters(place: Place): Promise<ClusterView[]> {
    const running = await waits(place);
    const rows = await storage.page({ store: 'clusters', prefix: [place.account, place.region], limit: mostRows });
    return Promise.all(rows.map((row) => clusterView(storage, row, running)));
  }
  async function keyObjectOf({ account, region, ...name }: Place & KeyObjectName): Promise<KeyObjectRow> {
    const place = { account, region };
    await due.settle();
    if ('ClusterId' in name) {
      const { ClusterId, 'key-reference': reference } = name;
      const placed = await storage.get('keyObjects', keyObjectKey(place, ClusterId, Number(reference)));
      if (!placed) throw new SimulatorFault(`There is no key ${reference} in ${ClusterId}.`);
      return placed;
    }
    const { KeyId } = name;
    const key = await storage.get('keys', keyKey(place, KeyId));
    const store = key?.CustomKeyStoreId && (await storage.get('keyStores', keyStoreKey(place, key.CustomKeyStoreId)));
    const owner = store ? store.CloudHsmClusterId : kmsFleet;
    const object = key && (await storage.get('keyObjects', keyObjectKey(place, owner, key.handle)));
    if (object?.backingKeyId !== key?.backingKeyId || !object) throw new SimulatorFault(`There is no key material of key ${KeyId}.`);
    return object;
  }

  async function backups(input: LookQuestions['backups']['input'] & Place): Promise<LookQuestions['backups']['output']> {
    const [running, now] = [await waits(input), simulatedNow(await readClock())];
    return inside(({ backupViews }) => backupViews(storage, input, { running, now, mostRows }));
  }

  const answers: Look = {
    keyStores,
    clusters: async (place) => {
      const views = await clusters(place);
      return inside(({ clusterDetails }) => clusterDetails(storage, place, views));
    },
    async clusterContents({ ClusterId, ...place }) {
      await due.settle();
      const row = await storage.get('clusters', clusterKey(place, ClusterId));
      return row && inside(({ clusterContents }) => clusterContents(storage, row, mostRows));
    },
    backups,
    async backup({ BackupId, ...place }) {
      const [running, now] = [await waits(place), simulatedNow(await readClock())];
      const row = await storage.get('backups', [place.account, place.region, BackupId]);
      if (!row) return undefined;
      return inside(({ backupContents }) => backupContents(storage, row, running, now, backupKeysShown));
    },
    async network(place) {
      await due.settle();
      return inside(({ networkView }) => networkView(storage, place));
    },
    async keyStoreDiagnosis({ CustomKeyStoreId, ...place }) {
      await due.settle();
      return inside(({ keyStoreDiagnosis }) => keyStoreDiagnosis(storage, place, CustomKeyStoreId));
    },
    async waits(place) {
      // Those that something waits for: one that was overtaken ends without effect.
      const stores = await keyStores(place);
      const inPlace = await clusters(place);
      const hsms = inPlace.flatMap((cluster) => cluster.hsms);
      return [...stores, ...inPlace, ...hsms, ...(await backups(place))].flatMap(({ wait }) => wait ?? []);
    },
    async map(place) {
      const clock = await readClock();
      const all = await clusters(place);
      return {
        keyStores: await keyStores(place),
        clusters: await Promise.all(
          all.map(async (view) => ({ ...view, newestKeys: await newestKeys(storage, hsm, place, view.ClusterId, keysShown) })),
        ),
        now: simulatedNow(clock),
        speed: clock.speed,
      };
    },
    async keys({ account, region, ...input }) {
      await due.settle();
      return inside(({ keyList }) => keyList(storage, { account, region }, input));
    },
    async key({ KeyId, ...place }) {
      const running = await waits(place);
      return inside(({ keyDetails }) => keyDetails(storage, place, KeyId, running));
    },
    async keyObjects({ ClusterId, limit = keysShown, before, search = '', ...place }) {
      await due.settle();
      const prefix = clusterKey(place, ClusterId);
      const after = before === undefined ? undefined : Number(before);
      const most = Math.min(limit, mostRows);
      const objects = search.trim()
        ? await inside(({ findKeyObjects }) => findKeyObjects(storage, prefix, search, most, after))
        : await storage.page({ store: 'keyObjects', prefix, limit: most, reverse: true, ...(after !== undefined && { after }) });
      return Promise.all(objects.map((object) => keyObjectView(storage, hsm, object)));
    },
    keyObject: async (input) => keyObjectView(storage, hsm, await keyObjectOf(input)),
    certificate: ({ pem }) => withCertificates(({ describeCertificate }) => describeCertificate(pem)),
    exportAttempt: async (input) => hsm.attemptExport(await keyObjectOf(input)),
  };

  /** An answer is of one world: where that is replaced meanwhile, the question is asked again, of the next one. */
  async function ofOneWorld<T>(answer: () => Promise<T>): Promise<T> {
    for (;;) {
      const { generation } = await readWorld();
      const outcome = await answer().then((value) => ({ value }), (error: unknown) => ({ error }));
      if ((await readWorld()).generation !== generation) continue;
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    }
  }
  return Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [question, (input: never) => ofOneWorld<unknown>(() => answer(input))]),
  ) as Look;
}
