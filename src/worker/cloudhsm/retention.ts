import type { BackupRetentionPolicy } from '../../model/cloudhsmv2/types.ts';
import { invalidRequest } from './errors.ts';

/** @throws AwsError CloudHsmInvalidRequestException: "Use a value between 7 - 379" (API Reference); 90 where none is given */
export function retentionPolicy({ Type = 'DAYS', Value = '90' }: BackupRetentionPolicy = {}): BackupRetentionPolicy {
  const days = Number(Value);
  if (days < 7 || days > 379) return invalidRequest('The backup retention period must be between 7 and 379 days.');
  return { Type, Value: String(days) };
}
