import { createCustomerCa, type CustomerCa } from '../../../src/page/customer-ca/create.ts';
import { signClusterCsr } from '../../../src/page/customer-ca/sign.ts';
import type { Backup, Cluster } from '../../../src/model/cloudhsmv2/types.ts';
import type { Moment } from '../../../src/worker/call.ts';
import { activateCluster } from '../../../src/worker/cloudhsm/activation.ts';
import type { TestWorld } from '../world.ts';

/** Clusters from nothing, as a person builds them: calls through the door, and what CloudHSM CLI does. */
export const place = { account: '111122223333', region: 'us-west-2' };
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const adminPassword = 'adminPswd1234';
export const kmsPassword = 'kmsPswd1234';

/** A call's moment without a call: for what is no AWS API. */
export async function momentOf({ simulation }: TestWorld, at = place): Promise<Moment> {
  const { offset } = await simulation.readClock();
  return simulation.momentAt(at, Date.now() + offset);
}
export const waitFor = (world: TestWorld, ms = 2 * hour): Promise<undefined> => world.control.advance({ ms });

export async function clusterOf(world: Pick<TestWorld, 'cloudhsmv2'>, ClusterId: string): Promise<Cluster> {
  const { Clusters = [] } = await world.cloudhsmv2('DescribeClusters', { Filters: { clusterIds: [ClusterId] } });
  if (!Clusters[0]) throw new Error(`There is no ${ClusterId}.`);
  return Clusters[0];
}
export const backupsOf = async (world: Pick<TestWorld, 'cloudhsmv2'>, ClusterId: string): Promise<Backup[]> =>
  (await world.cloudhsmv2('DescribeBackups', { Filters: { clusterIds: [ClusterId] } })).Backups ?? [];

/** The subnets of the Region's default VPC. */
export async function subnetIds(world: TestWorld, region = place.region): Promise<string[]> {
  const [vpc] = await world.look.network({ ...place, region });
  return (vpc?.subnets ?? []).map(({ SubnetId }) => SubnetId);
}

/** UNINITIALIZED, without HSMs. */
export async function newCluster(world: TestWorld, more: object = {}): Promise<string> {
  const SubnetIds = await subnetIds(world);
  const { Cluster } = await world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds, ...more });
  await waitFor(world);
  return Cluster?.ClusterId ?? '';
}

export async function addHsm(world: TestWorld, ClusterId: string, zone = 'a'): Promise<string> {
  const { Hsm } = await world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: `${place.region}${zone}` });
  await waitFor(world);
  return Hsm?.HsmId ?? '';
}
export async function removeHsms(world: TestWorld, ClusterId: string): Promise<void> {
  for (const { HsmId } of (await clusterOf(world, ClusterId)).Hsms ?? []) await world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId });
  await waitFor(world);
}

/** The CA is made once: it is slow. */
let ca: Promise<CustomerCa> | undefined;
export const customerCa = (): Promise<CustomerCa> => (ca ??= createCustomerCa({ commonName: 'Test CA', now: Date.now() - day }));

/** INITIALIZED, with one HSM. */
export async function initializedCluster(world: TestWorld): Promise<string> {
  const ClusterId = await newCluster(world);
  await addHsm(world, ClusterId);
  const csr = (await clusterOf(world, ClusterId)).Certificates?.ClusterCsr ?? '';
  const authority = await customerCa();
  const { now } = await world.control.clock(undefined);
  await world.cloudhsmv2('InitializeCluster', {
    ClusterId,
    SignedCert: await signClusterCsr({ csr, ca: authority, now }),
    TrustAnchor: authority.certificate,
  });
  await waitFor(world);
  return ClusterId;
}

/** ACTIVE, with one HSM, admin and kmsuser. */
export async function activeCluster(world: TestWorld): Promise<string> {
  const ClusterId = await initializedCluster(world);
  await activateCluster(await momentOf(world), ClusterId, adminPassword);
  await waitFor(world);
  const { SessionId = '' } = await world.cloudhsmCli('Login', { ClusterId, Username: 'admin', Role: 'admin', Password: adminPassword });
  await world.cloudhsmCli('UserCreate', { ClusterId, SessionId, Username: 'kmsuser', Role: 'crypto-user', Password: kmsPassword });
  await world.cloudhsmCli('Logout', { ClusterId, SessionId });
  return ClusterId;
}

/** A connected key store of a cluster with two HSMs, or of this one. */
export async function connectedStore(world: TestWorld, ClusterId: string): Promise<string> {
  const { CustomKeyStoreId = '' } = await world.kms('CreateCustomKeyStore', {
    CustomKeyStoreName: 'Mine',
    CloudHsmClusterId: ClusterId,
    TrustAnchorCertificate: (await customerCa()).certificate,
    KeyStorePassword: kmsPassword,
  });
  await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
  await waitFor(world);
  return CustomKeyStoreId;
}
