/** Why a certificate, request or key cannot be used; `message` is a whole sentence for a person. */
export class CertificateProblem extends Error {
  override readonly name = 'CertificateProblem';
}
