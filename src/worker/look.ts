import type { ClusterView, KeyStoreView, LookQuestions, Place, Wait } from '../model/look.ts';
import { clusterKey, keyCapacity } from './cloudhsm/for-kms.ts';
import { SimulatorFault } from './errors.ts';
import { describeKeyObject } from './hsm/attributes.ts';
import { keyObjectCounter, keyObjectKey, kmsFleet } from './hsm/objects.ts';
import { keyStoreCounterKey, keyStoreKey } from './kms/key-stores.ts';
import { keyKey } from './kms/keys.ts';
import type { Due } from './due.ts';
import type { Simulation } from './simulation.ts';
import type { ClusterRow, DueRow, KeyObjectRow, KeyStoreRow } from './storage/schema.ts';

export type Look = {
  readonly [Question in keyof LookQuestions]: (
    input: LookQuestions[Question]['input'] & Place,
  ) => Promise<LookQuestions[Question]['output']>;
};

/** Rows an answer has at the most. */
const mostRows = 200;

/** Answers what the views keep showing; read-only, from indexes and counters. */
export function createLook({ storage, hsm }: Simulation, due: Due): Look {
  /** Waits that are under way, by the id that the waiting thing knows. Few: AWS's waits, not its periods. */
  async function waits({ account, region }: Place): Promise<ReadonlyMap<string, Wait>> {
    // What is due is settled first: no view shows a wait that has ended.
    await due.settle();
    const rows = await storage.page({ store: 'due', prefix: ['wait'], limit: mostRows });
    return new Map(
      rows.filter((row) => row.account === account && row.region === region).map((row) => [row.id, waitOf(row)]),
    );
  }

  async function keyStoreView(store: KeyStoreRow, running: ReadonlyMap<string, Wait>): Promise<KeyStoreView> {
    const counter = await storage.get('counters', keyStoreCounterKey(store, store.CustomKeyStoreId));
    const wait = running.get(store.transition ?? '');
    return {
      CustomKeyStoreId: store.CustomKeyStoreId,
      CustomKeyStoreName: store.CustomKeyStoreName,
      CloudHsmClusterId: store.CloudHsmClusterId,
      ConnectionState: store.ConnectionState,
      ...(store.ConnectionErrorCode && { ConnectionErrorCode: store.ConnectionErrorCode }),
      keyCount: counter?.count ?? 0,
      ...(wait && { wait }),
    };
  }

  async function clusterView(cluster: ClusterRow, running: ReadonlyMap<string, Wait>): Promise<ClusterView> {
    const counter = await storage.get('counters', keyObjectCounter(cluster, cluster.ClusterId));
    return {
      ClusterId: cluster.ClusterId,
      HsmType: cluster.HsmType,
      State: cluster.State,
      SubnetMapping: cluster.SubnetMapping,
      hsms: cluster.hsms.map(({ HsmId, AvailabilityZone, EniIp, State, transition }) => {
        const wait = running.get(transition ?? '');
        return { HsmId, AvailabilityZone, EniIp, State, ...(wait && { wait }) };
      }),
      keyCount: counter?.count ?? 0,
      keyCapacity: keyCapacity(cluster),
    };
  }

  return {
    async keyStores(place) {
      const running = await waits(place);
      const rows = await storage.page({ store: 'keyStores', prefix: [place.account, place.region], limit: mostRows });
      return Promise.all(rows.map((row) => keyStoreView(row, running)));
    },
    async clusters(place) {
      const running = await waits(place);
      const rows = await storage.page({ store: 'clusters', prefix: [place.account, place.region], limit: mostRows });
      return Promise.all(rows.map((row) => clusterView(row, running)));
    },
    waits: async (place) => [...(await waits(place)).values()],
    async keyObjects({ ClusterId, limit = 5, before, ...place }) {
      const objects = await storage.page({
        store: 'keyObjects',
        prefix: clusterKey(place, ClusterId),
        limit: Math.min(limit, mostRows),
        reverse: true,
        ...(before !== undefined && { after: Number(before) }),
      });
      return Promise.all(objects.map((object) => describeKeyObject(hsm, object)));
    },
    async exportAttempt({ KeyId, ...place }) {
      const key = await storage.get('keys', keyKey(place, KeyId));
      const store = key?.CustomKeyStoreId && (await storage.get('keyStores', keyStoreKey(place, key.CustomKeyStoreId)));
      const owner = store ? store.CloudHsmClusterId : kmsFleet;
      const object: KeyObjectRow | undefined =
        key && (await storage.get('keyObjects', keyObjectKey(place, owner, key.handle)));
      if (!object) throw new SimulatorFault(`There is no key material of key ${KeyId} to export.`);
      return hsm.attemptExport(object);
    },
  };
}

const waitOf = ({ kind, target, startedAt, dueAt, awsDuration }: DueRow): Wait => ({
  kind,
  id: target,
  startedAt,
  dueAt,
  awsDuration,
});
