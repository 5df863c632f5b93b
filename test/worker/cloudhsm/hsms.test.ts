import { expect } from 'chai';
import { documentCluster, openTestWorld, refused, type TestWorld } from '../world.ts';

const ClusterId = documentCluster;
const hour = 60 * 60 * 1000;

describe('CloudHSM v2: HSMs of a cluster', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });
  const hsms = async (): Promise<(string | undefined)[]> =>
    (await world.cloudhsmv2('DescribeClusters')).Clusters?.[0]?.Hsms?.map(({ State }) => State) ?? [];

  it('CreateHsm answers with its network interface, and is ACTIVE when AWS would be done', async () => {
    await world.control.setSpeed({ speed: 1 });
    const { Hsm } = await world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2c' });
    expect(Hsm).to.include({ ClusterId, State: 'CREATE_IN_PROGRESS', SubnetId: 'subnet-c6b10bd3', AvailabilityZone: 'us-west-2c' });
    expect(Hsm?.HsmId).to.match(/^hsm-[2-7a-z]{11}$/);
    expect(Hsm?.EniId).to.match(/^eni-[0-9a-f]{17}$/);
    expect(Hsm?.EniIp).to.match(/^10\.0\.2\.\d+$/);
    await world.control.advance({ ms: 312_000 });
    expect(await hsms()).to.deep.equal(['ACTIVE', 'ACTIVE', 'CREATE_IN_PROGRESS']);
    await world.control.advance({ ms: 1000 });
    expect(await hsms()).to.deep.equal(['ACTIVE', 'ACTIVE', 'ACTIVE']);
  });
  it('DeleteHsm by HSM, network interface or address; listed until it is gone; the last one too', async () => {
    expect(await world.cloudhsmv2('DeleteHsm', { ClusterId, EniIp: '10.0.1.11' })).to.deep.equal({ HsmId: 'hsm-abcdefghijk' });
    expect(await hsms()).to.deep.equal(['DELETE_IN_PROGRESS', 'ACTIVE']);
    await refused(world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId: 'hsm-abcdefghijk' }), 'CloudHsmInvalidRequestException');
    expect(await world.cloudhsmv2('DeleteHsm', { ClusterId, EniId: 'eni-ea8647e2' })).to.deep.equal({ HsmId: 'hsm-zyxwvutsrqp' });
    await world.control.advance({ ms: hour });
    expect(await hsms()).to.deep.equal([]);
  });
  it('what is refused', async () => {
    await refused(world.cloudhsmv2('DeleteHsm', { ClusterId }), 'CloudHsmInvalidRequestException');
    await refused(world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId: 'hsm-aaaaaaaaaaa' }), 'CloudHsmResourceNotFoundException');
    await refused(
      world.cloudhsmv2('CreateHsm', { ClusterId: 'cluster-abcdefghijk', AvailabilityZone: 'us-west-2a' }),
      'CloudHsmResourceNotFoundException',
    );
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2d' }), 'CloudHsmInvalidRequestException');
    await refused(
      world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2a', IpAddress: '10.0.1.11' }),
      'CloudHsmInvalidRequestException',
    );
    for (const IpAddress of ['10.0.1.300', '10.9.9.9', '10.0.1.2'])
      await refused(
        world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2a', IpAddress }),
        'CloudHsmInvalidRequestException',
      );
    const bad = await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'nowhere' }), 'ValidationException');
    expect(bad.message).to.include("Value 'nowhere' at 'availabilityZone' failed to satisfy constraint");
  });
  it('six HSMs a Region', async () => {
    for (let i = 2; i < 6; i += 1) await world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2c' });
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2c' }), 'CloudHsmInvalidRequestException');
  });
  it('DescribeClusters filters by id, VPC and state; an unknown id is an empty list', async () => {
    const found = async (Filters: Record<string, string[]>): Promise<number | undefined> =>
      (await world.cloudhsmv2('DescribeClusters', { Filters })).Clusters?.length;
    expect(await found({ clusterIds: [ClusterId] })).to.equal(1);
    expect(await found({ vpcIds: ['vpc-1a2b3c4d'], states: ['ACTIVE', 'DEGRADED'] })).to.equal(1);
    expect(await found({ states: ['UNINITIALIZED'] })).to.equal(0);
    expect(await found({ clusterIds: ['cluster-abcdefghijk'] })).to.equal(0);
    await refused(world.cloudhsmv2('DescribeClusters', { Filters: { names: ['x'] } }), 'CloudHsmInvalidRequestException');
  });
});
