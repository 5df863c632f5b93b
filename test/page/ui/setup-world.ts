import type { Simulator } from '../../../src/page/index.ts';
import type { Language } from '../../../src/page/i18n/languages.ts';
import { GlassSetup } from '../../../src/page/ui/setup/setup.ts';
import { createCustomerCa, type CustomerCa } from '../../../src/page/customer-ca/create.ts';
import { signClusterCsr } from '../../../src/page/customer-ca/sign.ts';
import { stage, type Stage } from './stage.ts';

/** The steps of building a cluster, done as somebody else would: by SDK and CLI. */

export const adminPassword = 'adminPswd1234';
export const kmsPassword = 'kmsPswd1234';
const hour = 3_600_000;

/** The CA is made once: it is slow. */
let ca: Promise<CustomerCa> | undefined;
export const customerCa = (): Promise<CustomerCa> => (ca ??= createCustomerCa({ commonName: 'Test CA', now: Date.now() - 24 * hour }));

export const only = async ({ look }: Simulator): Promise<Awaited<ReturnType<typeof look<'clusters'>>>[number]> => {
  const [cluster] = await look('clusters');
  if (!cluster) throw new Error('There is no cluster.');
  return cluster;
};

const hsm = (zone: string) => async (simulator: Simulator): Promise<void> => {
  const { ClusterId } = await only(simulator);
  await simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: `us-west-2${zone}` });
};

async function types(simulator: Simulator, lines: readonly string[]): Promise<void> {
  const shell = simulator.shell();
  for (const line of lines) {
    const { stdout, stderr, exitCode } = await shell.run(line);
    if (exitCode !== 0) throw new Error(stdout + stderr);
  }
}

/** In the order of the element's steps, without `sign`: what one does there leaves nothing in the world. */
export const deeds: Readonly<Record<string, (simulator: Simulator) => Promise<unknown>>> = {
  cluster: async ({ look, cloudhsmv2 }) => {
    const [vpc] = await look('network');
    const SubnetIds = vpc?.subnets.map(({ SubnetId }) => SubnetId) ?? [];
    await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds });
  },
  firstHsm: hsm('a'),
  initialize: async (simulator) => {
    const { ClusterId, Certificates } = await only(simulator);
    const authority = await customerCa();
    const now = (await simulator.control.now()).getTime();
    const SignedCert = await signClusterCsr({ csr: Certificates.ClusterCsr ?? '', ca: authority, now });
    await simulator.cloudhsmv2.initializeCluster({ ClusterId, SignedCert, TrustAnchor: authority.certificate });
  },
  activate: (simulator) => types(simulator, [`cloudhsm-cli cluster activate --password ${adminPassword}`]),
  secondHsm: hsm('b'),
  user: (simulator) =>
    types(simulator, [
      'cloudhsm-cli interactive',
      `login --username admin --role admin --password ${adminPassword}`,
      `user create --username kmsuser --role crypto-user --password ${kmsPassword}`,
    ]),
  store: async (simulator) => {
    const { ClusterId, trustAnchor } = await only(simulator);
    await simulator.kms.createCustomKeyStore({
      CustomKeyStoreName: 'Elsewhere',
      CloudHsmClusterId: ClusterId,
      TrustAnchorCertificate: trustAnchor,
      KeyStorePassword: kmsPassword,
    });
  },
  connect: async ({ look, kms }) => {
    const [store] = await look('keyStores');
    await kms.connectCustomKeyStore({ CustomKeyStoreId: store?.CustomKeyStoreId });
  },
  key: async ({ look, kms }) => {
    const [store] = await look('keyStores');
    await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: store?.CustomKeyStoreId });
  },
};

/** Everything before this step is done, and its waits have ended. */
export async function upTo(simulator: Simulator, step: string): Promise<void> {
  for (const [name, deed] of Object.entries(deeds)) {
    if (name === step) return;
    await deed(simulator);
    await simulator.control.advance(hour);
  }
}

export async function open(step: string, { lang = 'en', theme = 'light' }: { lang?: Language; theme?: 'light' | 'dark' } = {}): Promise<Stage<GlassSetup>> {
  const shown = await stage(() => new GlassSetup(), { lang, theme, scenario: 'empty' });
  await upTo(shown.simulator, step);
  return shown;
}
