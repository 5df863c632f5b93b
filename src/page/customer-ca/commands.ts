export interface OpensslCommand {
  /** What it does, for a text in the reader's language. */
  readonly step: 'create-key' | 'create-certificate' | 'sign-csr';
  readonly command: string;
  /** The file that it writes. */
  readonly file: string;
}

/**
 * The commands of the CloudHSM User Guide, "Initialize the cluster", for those who would rather use their own openssl: what
 * {@link createCustomerCa} and {@link signClusterCsr} do here.
 */
export const opensslCommands = (ClusterId: string): readonly OpensslCommand[] => [
  { step: 'create-key', command: 'openssl genrsa -aes256 -out customerCA.key 2048', file: 'customerCA.key' },
  {
    step: 'create-certificate',
    command: 'openssl req -new -x509 -days 3652 -key customerCA.key -out customerCA.crt',
    file: 'customerCA.crt',
  },
  {
    step: 'sign-csr',
    command: [
      `openssl x509 -req -days 3652 -in ${ClusterId}_ClusterCsr.csr`,
      '-CA customerCA.crt',
      '-CAkey customerCA.key',
      '-CAcreateserial',
      `-out ${ClusterId}_CustomerHsmCertificate.crt`,
    ].join(' \\\n  '),
    file: `${ClusterId}_CustomerHsmCertificate.crt`,
  },
];
