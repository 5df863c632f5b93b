import type { JsonName, PublicKey, X509Certificate } from '@peculiar/x509';
import { dayInMilliseconds } from '../../../x509/facts.ts';
import { loadX509, type X509 } from '../../../x509/load.ts';

/** Members of `Certificates`, as DescribeClusters has them. */
export interface HardwareCertificates {
  readonly HsmCertificate: string;
  readonly AwsHardwareCertificate: string;
  readonly ManufacturerHardwareCertificate: string;
}

const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
/** Nobody can export the private halves, and nobody keeps them: they are gone when the certificates are made. */
const newKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(rsa, false, ['sign', 'verify']);

/**
 * What the first HSM of a cluster makes: the cluster's request, which the customer's CA signs to claim the cluster, and the
 * papers that prove the HSM (User Guide, "Verify the identity and authenticity of your cluster's HSM"): its certificate has
 * the key of the request and is issued by the hardware; the hardware has two certificates for one key, from AWS and from the
 * manufacturer. Real ones end at roots that AWS and Marvell publish; ours at roots that say they are simulated.
 * @param now simulated milliseconds since the epoch
 */
export async function createClusterCsr({ HsmId, now }: { readonly HsmId: string; readonly now: number }): Promise<{
  readonly csr: string;
  readonly hardware: HardwareCertificates;
}> {
  const x509 = await loadX509();
  const [cluster, hardware, aws, manufacturer] = await Promise.all([newKeys(), newKeys(), newKeys(), newKeys()]);
  const { board, partition } = await identityOf(HsmId);
  const subject = cavium(`HSM:${board}:PARTN:${partition}, for FIPS mode`);
  const hardwareName = cavium(`HSM:${board}, for FIPS mode`);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({ name: subject, keys: cluster, signingAlgorithm: rsa });

  const issue = issuer(x509, now);
  const hardwareOf = (root: string, keys: CryptoKeyPair): Promise<X509Certificate> =>
    issue({ subject: hardwareName, publicKey: hardware.publicKey, isCa: true }, { name: simulatedRoot(root), keys });
  const [HsmCertificate, AwsHardwareCertificate, ManufacturerHardwareCertificate] = await Promise.all([
    issue({ subject, publicKey: request.publicKey, isCa: false }, { name: hardwareName, keys: hardware }),
    hardwareOf('AWS CloudHSM Root G1', aws),
    hardwareOf('HSM manufacturer root', manufacturer),
  ]);
  return {
    csr: text(request),
    hardware: {
      HsmCertificate: text(HsmCertificate),
      AwsHardwareCertificate: text(AwsHardwareCertificate),
      ManufacturerHardwareCertificate: text(ManufacturerHardwareCertificate),
    },
  };
}

/**
 * User Guide, "Initialize the cluster": subject=/C=US/ST=CA/O=Cavium/OU=N3FIPS/L=SanJose/CN=HSM:<HSM identifer>:PARTN:
 * <partition number>, for FIPS mode. In that order.
 */
const cavium = (commonName: string): JsonName => [
  { C: ['US'] }, { ST: ['CA'] }, { O: ['Cavium'] }, { OU: ['N3FIPS'] }, { L: ['SanJose'] }, { CN: [commonName] },
];

const simulatedRoot = (name: string): JsonName => [
  { O: ['GlassHSM'] }, { OU: ['Simulation - not AWS'] }, { CN: [`${name} (simulated by GlassHSM)`] },
];

/** An HSM id always has the same hardware identifier and partition, and they look like those of hardware. */
async function identityOf(HsmId: string): Promise<{ board: string; partition: string }> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(HsmId)));
  return { board: digest.slice(0, 6).toHex().toUpperCase(), partition: String(((digest[6] ?? 0) % 32) + 1) };
}

interface Issued {
  readonly subject: JsonName;
  readonly publicKey: CryptoKey | PublicKey;
  readonly isCa: boolean;
}

/** Certificates valid from now for ten years, like those that we know of. */
const issuer =
  (x509: X509, now: number) =>
  async ({ subject, publicKey, isCa }: Issued, by: { name: JsonName; keys: CryptoKeyPair }): Promise<X509Certificate> =>
    x509.X509CertificateGenerator.create({
      subject,
      publicKey,
      issuer: by.name,
      signingKey: by.keys.privateKey,
      signingAlgorithm: rsa,
      notBefore: new Date(now),
      notAfter: new Date(now + 3652 * dayInMilliseconds),
      extensions: [
        new x509.BasicConstraintsExtension(isCa, undefined, true),
        ...(isCa ? [new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)] : []),
        await x509.SubjectKeyIdentifierExtension.create(publicKey),
        await x509.AuthorityKeyIdentifierExtension.create(by.keys.publicKey),
      ],
    });

const text = (pem: { toString(format: 'pem'): string }): string => `${pem.toString('pem').trim()}\n`;
