import { aliasOperations } from './operations/aliases.ts';
import { asymmetricAndMacOperations } from './operations/asymmetric-and-mac.ts';
import { cryptographicOperations } from './operations/cryptography.ts';
import { dataKeyOperations } from './operations/data-keys.ts';
import { grantOperations } from './operations/grants.ts';
import { importAndReplicationOperations } from './operations/import-and-replication.ts';
import { keyPolicyOperations } from './operations/key-policies.ts';
import { keyStoreOperations } from './operations/key-stores.ts';
import { keyOperations } from './operations/keys.ts';
import { rotationOperations } from './operations/rotation.ts';
import { tagOperations } from './operations/tags.ts';

/** The KMS operations, in the service model's terms. Target `TrentService`, signing name `kms`. */
export const kmsOperations = {
  ...aliasOperations,
  ...asymmetricAndMacOperations,
  ...cryptographicOperations,
  ...dataKeyOperations,
  ...grantOperations,
  ...importAndReplicationOperations,
  ...keyPolicyOperations,
  ...keyStoreOperations,
  ...keyOperations,
  ...rotationOperations,
  ...tagOperations,
};
