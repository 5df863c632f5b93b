import { place, type Command } from '../command.ts';

/** What CloudHSM CLI prints of the hardware, by HSM type. Of hsm2m.medium nothing is recorded: it has no such lines here. */
const hardware: Readonly<Record<string, object>> = {
  'hsm1.medium': {
    vendor: 'Marvell Semiconductors, Inc.',
    model: 'NITROX-III CNN35XX-NFBE',
    'hardware-version-major': '5',
    'hardware-version-minor': '3',
    'firmware-version-major': '2',
    'firmware-version-minor': '6',
    'firmware-build-number': '16',
    'firmware-id': 'CNN35XX-NFBE-FW-2.06-16',
  },
};

export const clusterCommands: Readonly<Record<string, Command>> = {
  'cluster activate': {
    summary: 'Activate a cluster',
    options: { password: { help: 'Optional: Plaintext activation password. If you do not include this argument you will be prompted for it' } },
    asks: 'twice',
    async run(client, { values }) {
      await client.hsm.activateCluster({ ...place(client), Password: values['password'] ?? '' });
      return 'Cluster activation successful';
    },
  },
  /** In the form of the User Guide, "cluster hsm-info". Serial numbers are hardware's: here an HSM's is its id. */
  'cluster hsm-info': {
    summary: 'List info about each HSM in the cluster',
    options: {},
    async run(client) {
      const { HsmType = '', Mode, Hsms = [] } = await client.hsm.hsmInfo(place(client));
      return {
        hsms: Hsms.map(({ HsmId }) => ({
          ...hardware[HsmType],
          'serial-number': HsmId,
          // Of the other mode no text is recorded: ours.
          'fips-state': Mode === 'NON_FIPS' ? '0 [non-FIPS mode with single factor authentication]' : '2 [FIPS mode with single factor authentication]',
        })),
      };
    },
  },
};
