import type { CreateGrantCommandInput, GrantOperation } from '@aws-sdk/client-kms';
import { AwsError } from '../errors.ts';

/** Of the operations that a grant can permit, those that no symmetric encryption key has. */
const notForSymmetricKeys: ReadonlySet<GrantOperation> = new Set([
  'Sign',
  'Verify',
  'GetPublicKey',
  'GenerateMac',
  'VerifyMac',
  'DeriveSharedSecret',
]);

/** "up to 8 encryption context pairs. The encryption context value … cannot exceed 384 characters" (API Reference). */
const contextLimits = { pairs: 8, characters: 384 };

/**
 * Which of CreateGrant's parameters go together (API Reference). Where AWS's text is not public, it is ours.
 * @throws AwsError
 */
export function checkGrant(input: CreateGrantCommandInput): void {
  const { Operations = [], GranteePrincipal, GranteeServicePrincipal, RetiringPrincipal, RetiringServicePrincipal } = input;
  if ((GranteePrincipal === undefined) === (GranteeServicePrincipal === undefined))
    invalid('Specify either GranteePrincipal or GranteeServicePrincipal, but not both.');
  if (RetiringPrincipal !== undefined && RetiringServicePrincipal !== undefined)
    invalid('Specify either RetiringPrincipal or RetiringServicePrincipal, but not both.');
  checkPrincipal(GranteePrincipal);
  checkPrincipal(RetiringPrincipal);
  if (Operations.length === 0) invalid('A grant permits one operation at least.');
  // AWS's words (reported).
  if (Operations.every((operation) => operation === 'CreateGrant'))
    invalid('Grants must not contain only the CreateGrant operation.');
  const unfit = Operations.find((operation) => notForSymmetricKeys.has(operation));
  if (unfit) invalid(`The operation ${unfit} is not supported by a symmetric encryption KMS key.`);
  checkConstraints(input);
}

function checkConstraints({ Constraints, GranteeServicePrincipal }: CreateGrantCommandInput): void {
  for (const context of [Constraints?.EncryptionContextSubset, Constraints?.EncryptionContextEquals]) {
    const values = Object.values(context ?? {});
    if (values.length > contextLimits.pairs)
      invalid(`A grant constraint has ${String(contextLimits.pairs)} encryption context pairs at the most.`);
    if (values.some((value) => value.length > contextLimits.characters))
      invalid(`An encryption context value of a grant constraint has ${String(contextLimits.characters)} characters at the most.`);
  }
  if (GranteeServicePrincipal !== undefined && Constraints?.SourceArn === undefined)
    invalid('A grant for a service principal needs the grant constraint SourceArn.');
}

/** "Valid principals include AWS accounts, IAM users, IAM roles, federated users, and assumed role users", as ARNs. */
const principal = /^arn:aws:(iam|sts)::\d{12}:(root|(user|role|federated-user|assumed-role)\/.+)$/;

function checkPrincipal(arn: string | undefined): void {
  if (arn !== undefined && !principal.test(arn))
    throw new AwsError('InvalidArnException', `The principal ${arn} is not valid.`);
}

function invalid(text: string): never {
  throw new AwsError('ValidationException', text);
}
