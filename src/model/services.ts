import { cloudhsmCliOperations } from './cloudhsm-cli/operations.ts';
import { cloudhsmv2Operations } from './cloudhsmv2/operations.ts';
import { cloudtrailOperations } from './cloudtrail/operations.ts';
import { kmsOperations } from './kms/operations.ts';
import type { AwsErrorName } from './errors.ts';
import type { Operations } from './operation.ts';

export interface ServiceModel {
  /** What stands before the dot of `X-Amz-Target`; other spellings that AWS accepts end with `.` and this. */
  readonly target: string;
  /** The service in the credential scope. */
  readonly signingName: string;
  /** The host is `<endpoint>.<region>.amazonaws.com`. */
  readonly endpoint: string;
  /** CloudTrail's `eventSource`; absent for what is no AWS API, and in no trail. */
  readonly eventSource?: string;
  /** Error bodies call their text `message`, CloudHSM's `Message` (facts 8.3); CloudTrail's too, by the SDK's schemas. */
  readonly messageMember: 'message' | 'Message';
  /** What the service answers when it fails itself. */
  readonly internalError: AwsErrorName;
  readonly operations: Operations;
}

export const services = {
  kms: {
    target: 'TrentService',
    signingName: 'kms',
    endpoint: 'kms',
    eventSource: 'kms.amazonaws.com',
    messageMember: 'message',
    internalError: 'KMSInternalException',
    operations: kmsOperations,
  },
  cloudhsmv2: {
    target: 'BaldrApiService',
    signingName: 'cloudhsm',
    endpoint: 'cloudhsmv2',
    eventSource: 'cloudhsm.amazonaws.com',
    messageMember: 'Message',
    internalError: 'CloudHsmInternalFailureException',
    operations: cloudhsmv2Operations,
  },
  cloudtrail: {
    target: 'CloudTrail_20131101',
    signingName: 'cloudtrail',
    endpoint: 'cloudtrail',
    eventSource: 'cloudtrail.amazonaws.com',
    messageMember: 'Message',
    internalError: 'InternalFailure',
    operations: cloudtrailOperations,
  },
  /** A client of the HSMs, not of AWS: it has a part of AWS's form only because it comes through the same door. */
  cloudhsmCli: {
    target: 'CloudHsmCli',
    signingName: 'cloudhsm-cli',
    endpoint: 'cloudhsm-cli',
    messageMember: 'message',
    internalError: 'InternalFailure',
    operations: cloudhsmCliOperations,
  },
} as const satisfies Record<string, ServiceModel>;

export type ServiceName = keyof typeof services;
/** Those of AWS. */
export type AwsServiceName = Exclude<ServiceName, 'cloudhsmCli'>;
