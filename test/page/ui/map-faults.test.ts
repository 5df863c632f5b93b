import { expect } from 'chai';
import { render } from 'lit';
import { mapTexts } from '../../../src/page/i18n/map.ts';
import type { HsmView, KeyStoreView, MapView } from '../../../src/model/look.ts';
import { en } from '../../../src/page/i18n/en/map-faults.ts';
import { faultsOf, lossOf, type Fault } from '../../../src/page/ui/map/faults.ts';
import { newsBetween } from '../../../src/page/ui/map/news.ts';
import { rowsOf, type MapCluster } from '../../../src/page/ui/map/rows.ts';
import { waitBar } from '../../../src/page/ui/map/parts.ts';
import type { Scene } from '../../../src/page/ui/map/scene.ts';

const hsm = (name: string, State: HsmView['State'] = 'ACTIVE'): HsmView => ({
  HsmId: `hsm-${name}`,
  AvailabilityZone: `us-west-2${name[0] ?? ''}`,
  SubnetId: 'subnet-1',
  EniId: 'eni-1',
  EniIp: '10.0.0.1',
  State,
});
const cluster = (hsms: HsmView[], ClusterId = 'cluster-1'): MapCluster => ({
  ClusterId,
  HsmType: 'hsm2m.medium',
  State: 'ACTIVE',
  CreateTimestamp: 0,
  Mode: 'FIPS',
  NetworkType: 'IPV4',
  BackupRetentionPolicy: { Type: 'DAYS', Value: '90' },
  Certificates: {},
  VpcId: 'vpc-1',
  SecurityGroup: { GroupId: 'sg-1', GroupName: `cloudhsm-${ClusterId}-sg`, ports: { from: 2223, to: 2225 } },
  SubnetMapping: { 'us-west-2b': 'subnet-b', 'us-west-2a': 'subnet-a', 'us-west-2c': 'subnet-c' },
  hsms,
  keyCount: 0,
  keyCapacity: 16_666,
  newestKeys: [],
});
const store = (more: Partial<KeyStoreView> = {}): KeyStoreView => ({
  CustomKeyStoreId: 'cks-1',
  CustomKeyStoreName: 'Store',
  CloudHsmClusterId: 'cluster-1',
  ConnectionState: 'CONNECTED',
  keyCount: 0,
  ...more,
});
const view = (keyStores: KeyStoreView[], clusters: MapCluster[]): MapView => ({ now: 0, speed: 60, keyStores, clusters });

const names = (faults: Fault[]): string[] => faults.map(({ name }) => name);
const failed = (code: KeyStoreView['ConnectionErrorCode']): KeyStoreView =>
  store({ ConnectionState: 'FAILED', ...(code && { ConnectionErrorCode: code }) });
const two = [hsm('a'), hsm('b')];

describe('waits of the map', () => {
  it('one that takes no time is over: at speed Infinity it may be seen before it is settled', () => {
    const place = document.createElement('div');
    const scene = { texts: mapTexts.en, language: 'en', now: 5 } as unknown as Scene;
    render(waitBar(scene, { kind: 'connect', id: 'cks-1', startedAt: 5, dueAt: 5, awsDuration: 1_200_000 }), place);
    expect(place.querySelector('progress')?.value).to.equal(1);
  });
});

describe('faults of the map', () => {
  const gone = undefined;
  const table: [string, KeyStoreView, HsmView[] | undefined, string[]][] = [
    ['two zones, connected', store(), two, []],
    ['under way', store({ ConnectionState: 'CONNECTING' }), two, []],
    ['disconnected', store({ ConnectionState: 'DISCONNECTED' }), two, ['disconnected']],
    ['one zone', store(), [hsm('a')], ['oneZone']],
    ['two HSMs in one zone', store(), [hsm('a1'), hsm('a2')], ['oneZone']],
    ['one of two leaving', store(), [hsm('a'), hsm('b', 'DELETE_IN_PROGRESS')], ['oneZone']],
    ['no HSM', store(), [], ['noHsm']],
    ['failed and one HSM', failed('INVALID_CREDENTIALS'), [hsm('a')], ['INVALID_CREDENTIALS', 'oneZone']],
    ['failed and none', failed('INSUFFICIENT_CLOUDHSM_HSMS'), [], ['noHsm', 'INSUFFICIENT_CLOUDHSM_HSMS']],
    ['disconnected and one HSM', store({ ConnectionState: 'DISCONNECTED' }), [hsm('c')], ['disconnected', 'oneZone']],
    ['failed without a code', failed(undefined), two, ['failed']],
    ['the cluster gone', store(), gone, ['clusterGone']],
    ['the cluster gone, and AWS knows', failed('CLUSTER_NOT_FOUND'), gone, ['CLUSTER_NOT_FOUND']],
  ];
  for (const [name, keyStore, hsms, expected] of table)
    it(`in the order of repair: ${name}`, () => {
      const faults = faultsOf({ id: 'row', store: keyStore, ...(hsms && { cluster: cluster(hsms) }) });
      expect(names(faults)).to.deep.equal(expected);
      for (const { answers } of faults) expect(answers).to.not.be.empty;
    });

  it('of a cluster that no key store uses: none', () => {
    expect(faultsOf({ id: 'row', cluster: cluster([]) })).to.be.empty;
  });

  it('have the step that ends them', () => {
    const step = (keyStore: KeyStoreView, hsms: HsmView[]): Fault['step'] =>
      faultsOf({ id: 'row', store: keyStore, cluster: cluster(hsms) })[0]?.step;
    const add = { do: 'addHsm', ClusterId: 'cluster-1' };
    expect(step(store(), [])).to.deep.equal({ ...add, AvailabilityZone: 'us-west-2a' });
    expect(step(store(), [hsm('a')])).to.deep.equal({ ...add, AvailabilityZone: 'us-west-2b' });
    expect(step(store({ ConnectionState: 'DISCONNECTED' }), two)).to.deep.equal({ do: 'connect', CustomKeyStoreId: 'cks-1' });
    expect(step(failed('USER_NOT_FOUND'), two)).to.deep.equal({ do: 'disconnect', CustomKeyStoreId: 'cks-1' });
  });

  it('that an HSM on its way will end ask for no other', () => {
    const [fault] = faultsOf({ id: 'row', store: store(), cluster: cluster([hsm('a'), hsm('b', 'CREATE_IN_PROGRESS')]) });
    expect(fault).to.include({ name: 'oneZone', joining: true }).and.not.have.property('step');
    const [same] = faultsOf({ id: 'row', store: store(), cluster: cluster([hsm('a'), hsm('a2', 'CREATE_IN_PROGRESS')]) });
    expect(same, 'in the same zone it does not help').to.have.property('step');
  });

  it('have words for every ConnectionErrorCode of a CloudHSM key store (facts 1.8)', () => {
    for (const code of [
      'CLUSTER_NOT_FOUND',
      'INSUFFICIENT_CLOUDHSM_HSMS',
      'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
      'INTERNAL_ERROR',
      'INVALID_CREDENTIALS',
      'NETWORK_ERRORS',
      'SUBNET_NOT_FOUND',
      'USER_LOCKED_OUT',
      'USER_LOGGED_IN',
      'USER_NOT_FOUND',
    ] as const) {
      const [fault] = faultsOf({ id: 'row', store: failed(code), cluster: cluster(two) });
      expect(fault).to.include({ name: code, isCode: true });
      expect(en.faults[code].way.length).to.be.greaterThan(1);
    }
  });

  const losses: [string, HsmView[], string | undefined][] = [
    ['one of two zones', two, 'oneZone'],
    ['one of three zones', [...two, hsm('c')], undefined],
    ['the last', [hsm('a')], 'noHsm'],
    ['one of two in a zone', [hsm('a'), hsm('a2'), hsm('b')], undefined],
    ['one of two in the only zone', [hsm('a'), hsm('a2')], undefined],
    ['one that does not work yet', [hsm('a', 'CREATE_IN_PROGRESS'), hsm('b')], undefined],
  ];
  for (const [name, hsms, expected] of losses)
    it(`to come when an HSM is removed: ${name}`, () => {
      expect(lossOf({ id: 'row', store: store(), cluster: cluster(hsms) }, 'hsm-a')).to.equal(expected);
      expect(lossOf({ id: 'row', cluster: cluster(hsms) }, 'hsm-a'), 'no store uses it').to.equal(undefined);
    });
});

describe('rows of the map', () => {
  it('are key stores with their clusters, then clusters without a store', () => {
    const stores = [store({ CustomKeyStoreId: 'cks-2', CloudHsmClusterId: 'cluster-2' }), store({ CustomKeyStoreId: 'cks-3', CloudHsmClusterId: 'gone' })];
    const clusters = [cluster([], 'cluster-1'), cluster([], 'cluster-2')];
    const rows = rowsOf(view(stores, clusters)).map((row) => [row.store?.CustomKeyStoreId, row.cluster?.ClusterId]);
    expect(rows).to.deep.equal([['cks-2', 'cluster-2'], ['cks-3', undefined], [undefined, 'cluster-1']]);
  });
});

describe('news of the map', () => {
  const keyed = (...references: string[]): MapCluster => ({
    ...cluster(two),
    newestKeys: references.map((reference) => ({ ClusterId: 'cluster-1', 'key-reference': reference, KeyId: `key-${reference}` })),
  });
  const newKeys = (before: MapCluster, now: MapCluster): string[] => [
    ...(newsBetween(view([], [before]), view([], [now])).keys.get('cluster-1') ?? []),
  ];

  it('are none at first', () => {
    expect(newsBetween(undefined, view([store()], [keyed('0x1')])).states).to.be.empty;
  });

  it('are keys that appeared, not those that came to light as others went', () => {
    expect(newKeys(keyed(), keyed('0x1'))).to.deep.equal(['0x1']);
    expect(newKeys(keyed('0x2', '0x1'), keyed('0x3', '0x2'))).to.deep.equal(['0x3']);
    expect(newKeys(keyed('0x3', '0x2'), keyed('0x2', '0x1'))).to.be.empty;
  });

  it('are states that changed, HSMs that joined and what is gone', () => {
    const before = view([store({ ConnectionState: 'CONNECTING' })], [cluster([hsm('a'), hsm('b', 'CREATE_IN_PROGRESS')])]);
    const news = newsBetween(before, view([store()], [cluster([hsm('b'), hsm('c', 'CREATE_IN_PROGRESS')])]));
    expect(news.states).to.deep.equal([
      ['Store', 'CONNECTED'],
      ['hsm-b', 'ACTIVE'],
      ['hsm-c', 'CREATE_IN_PROGRESS'],
      ['hsm-a', undefined],
    ]);
    expect([...news.joined]).to.deep.equal(['hsm-b']);
    expect([...news.arrived]).to.deep.equal(['hsm-c']);
  });
});
