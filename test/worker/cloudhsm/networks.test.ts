import { expect } from 'chai';
import type { VpcView } from '../../../src/model/look.ts';
import { addressesIn } from '../../../src/worker/cloudhsm/networks.ts';
import { documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { activeCluster, addHsm, clusterOf, newCluster, place, waitFor } from './cluster-world.ts';

const invalid = 'CloudHsmInvalidRequestException';

describe('Addresses of a subnet', () => {
  it('AWS keeps five addresses of a subnet', () => {
    expect(addressesIn('10.0.1.0/24')).to.have.length(251);
    expect(addressesIn('10.0.1.16/28')).to.have.length(11).and.to.include.members(['10.0.1.20', '10.0.1.30']);
    expect(addressesIn('172.31.255.248/29')).to.deep.equal(['172.31.255.252', '172.31.255.253', '172.31.255.254']);
  });
});

describe('CloudHSM v2: networks (facts 1.5)', () => {
  let world: TestWorld;
  afterEach(() => {
    world.close();
  });
  const vpcs = (at = place): Promise<readonly VpcView[]> => world.look.network(at);

  it('every Region of an empty account has a VPC with a private subnet in each of three zones', async () => {
    world = await openTestWorld({ scenario: 'empty' });
    const [vpc, ...others] = await vpcs();
    expect(others).to.deep.equal([]);
    expect(vpc?.VpcId).to.match(/^vpc-[0-9a-f]{8,17}$/);
    expect(vpc?.subnets.map(({ AvailabilityZone, freeAddresses }) => [AvailabilityZone, freeAddresses])).to.deep.equal([
      ['us-west-2a', 251],
      ['us-west-2b', 251],
      ['us-west-2c', 251],
    ]);
    const [there] = await vpcs({ ...place, region: 'eu-central-1' });
    const ids = [...(vpc?.subnets ?? []), ...(there?.subnets ?? [])].map(({ SubnetId }) => SubnetId);
    expect(new Set(ids).size).to.equal(6);
    for (const id of ids) expect(id).to.match(/^subnet-[0-9a-f]{8,17}$/);
    expect(await vpcs()).to.deep.equal([vpc]);
  });
  it('the document’s VPC: what the connected key store and the HSMs have there; Disconnect removes what KMS built', async () => {
    world = await openTestWorld();
    const documentVpc = async (): Promise<VpcView | undefined> => (await vpcs()).find(({ VpcId }) => VpcId === 'vpc-1a2b3c4d');
    const before = await documentVpc();
    expect(before?.subnets.map(({ freeAddresses }) => freeAddresses)).to.deep.equal([249, 249, 250]);
    expect(before?.securityGroups.map(({ GroupName, ports }) => [GroupName, ports])).to.deep.equal([
      [`cloudhsm-${documentCluster}-sg`, { from: 2223, to: 2225 }],
      [`kms-${documentStore}`, { from: 2223, to: 2225 }],
    ]);
    const ofKms = before?.interfaces.filter(({ of }) => of === documentStore) ?? [];
    expect(ofKms.map(({ Description }) => Description)).to.deep.equal(Array(3).fill(`KMS managed ENI for cluster ${documentCluster}`));
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await waitFor(world);
    const without = await documentVpc();
    expect(without?.subnets.map(({ freeAddresses }) => freeAddresses)).to.deep.equal([250, 250, 251]);
    expect(without?.securityGroups).to.have.length(1);
    expect(without?.interfaces.map(({ EniIp }) => EniIp)).to.have.members(['10.0.1.11', '10.0.0.2']);
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await waitFor(world);
    expect((await documentVpc())?.subnets.map(({ freeAddresses }) => freeAddresses)).to.deep.equal([249, 249, 250]);
  });
  it('a subnet without a free address: no HSM there, and no connection (facts 1.8)', async () => {
    world = await openTestWorld();
    const CustomKeyStoreId = documentStore;
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    // The document's cluster, in subnets of three addresses each.
    await world.simulation.storage.commit({
      reads: [{ store: 'clusters', key: [place.account, place.region, documentCluster] }],
      decide: (rows) => {
        const cluster = rows.get('clusters', [place.account, place.region, documentCluster]);
        if (cluster) rows.put('clusters', { ...cluster, networks: { ...cluster.networks, 'us-west-2c': '10.0.2.0/29' } });
      },
    });
    for (let i = 0; i < 3; i += 1) await addHsm(world, documentCluster, 'c');
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' }), invalid);
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0]).to.include({
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
    });
    const [, failed] = await vpcs();
    expect(failed?.interfaces.some(({ of }) => of === CustomKeyStoreId)).to.equal(false);
    // The repair: free an address, disconnect, connect. kmsuser's password has not been rotated.
    const { Hsms = [] } = await clusterOf(world, documentCluster);
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: Hsms.at(-1)?.HsmId ?? '' });
    await waitFor(world);
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0]?.ConnectionState).to.equal('CONNECTED');
  });
  it('clusters that share a subnet do not share addresses', async () => {
    world = await openTestWorld({ scenario: 'empty' });
    const one = await activeCluster(world);
    const other = await newCluster(world);
    await addHsm(world, other, 'a');
    const [first, second] = [await clusterOf(world, one), await clusterOf(world, other)].map(({ Hsms }) => Hsms?.[0]?.EniIp);
    expect(first).to.be.a('string').that.does.not.equal(second);
    const views = await world.look.clusters(place);
    expect(views.map(({ SecurityGroup }) => SecurityGroup.GroupName)).to.have.members([`cloudhsm-${one}-sg`, `cloudhsm-${other}-sg`]);
  });
  it('DUALSTACK gives HSMs an IPv6 address too', async () => {
    world = await openTestWorld({ scenario: 'empty' });
    const ClusterId = await newCluster(world, { NetworkType: 'DUALSTACK' });
    await addHsm(world, ClusterId);
    const cluster = await clusterOf(world, ClusterId);
    expect(cluster.NetworkType).to.equal('DUALSTACK');
    expect(cluster.Hsms?.[0]?.EniIpV6).to.match(/^2001:db8:[0-9a-f]{4}::4$/);
  });
});
