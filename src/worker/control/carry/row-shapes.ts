import { faultNames, scenarioNames, type InjectedFault, type Notes } from '../../../model/control.ts';
import { durations, periods, type PeriodKind, type WaitKind } from '../../../model/durations.ts';
import { isRegion } from '../../../model/regions.ts';
import { digestForm } from '../../hsm/password.ts';
import type * as rows from '../../storage/schema.ts';
import type { Placed } from '../../storage/cluster-rows.ts';
import { among, count, flag, list, mapOf, matching, moment, oneOf, optional, shape, text, word, yes, type Check, type Members } from './shapes.ts';

/**
 * What a row of each store must be that comes from a file or a link. Made of the rows' own types: a member that a row gets is
 * to be said here, too, or this does not compile. What is not taken along has no shape: key material, the clock and the sequence.
 */

const region: Check<string> = (value): value is string => typeof value === 'string' && isRegion(value);
const placed: Members<Placed> = { account: matching(/^\d{12}$/), region };
const ClusterId = text;
const KeyId = text;
const passwordDigest = matching(digestForm);
const backingKeyId = matching(/^[0-9a-f]{0,64}$/);
const kmsTags = list(shape<{ TagKey: string | undefined; TagValue: string | undefined }>({ TagKey: text, TagValue: text }));
const tags = list(shape<{ Key: string; Value: string }>({ Key: text, Value: text }));
/** Not so large that its addresses cannot be counted; a network of 256 is also written without its last part. */
const network = matching(/^\d{1,3}\.\d{1,3}\.\d{1,3}(\.\d{1,3}\/(1[6-9]|2\d))?$/);
const Mode = oneOf<rows.ClusterRow['Mode']>({ FIPS: true, NON_FIPS: true });

const waitKinds = among(Object.keys(durations) as WaitKind[]);
const periodKinds = among([...Object.keys(periods), 'delete-key', 'remove-grants', 'rotate-key-automatically'] as PeriodKind[]);
const coming = {
  ...placed,
  dueAt: moment,
  id: text,
  target: text,
  ClusterId: optional(ClusterId),
  startedAt: moment,
  awsDuration: moment,
};
const wait = shape<rows.WaitRow>({ ...coming, pace: oneOf({ wait: true }), kind: waitKinds });
const period = shape<rows.PeriodRow>({ ...coming, pace: oneOf({ period: true }), kind: periodKinds });

const certificates = shape<rows.ClusterRow['Certificates']>({
  ClusterCsr: optional(text),
  HsmCertificate: optional(text),
  AwsHardwareCertificate: optional(text),
  ManufacturerHardwareCertificate: optional(text),
  ClusterCertificate: optional(text),
});
const claim = { Certificates: certificates, trustAnchor: text };
const user: Members<rows.ClusterUser> = {
  username: text,
  role: oneOf({ admin: true, 'crypto-user': true }),
  passwordDigest,
  failedLogins: optional(count),
  mfa: optional(yes),
};
const hsm = shape<rows.HsmEntry>({
  HsmId: text,
  AvailabilityZone: text,
  SubnetId: text,
  EniId: text,
  EniIp: text,
  EniIpV6: optional(text),
  State: oneOf<rows.HsmEntry['State']>({ CREATE_IN_PROGRESS: true, ACTIVE: true, DEGRADED: true, DELETE_IN_PROGRESS: true, DELETED: true }),
  StateMessage: optional(text),
  transition: optional(text),
});
const clusterState = oneOf<rows.ClusterRow['State']>({
  CREATE_IN_PROGRESS: true, UNINITIALIZED: true, INITIALIZE_IN_PROGRESS: true, INITIALIZED: true, ACTIVE: true, UPDATE_IN_PROGRESS: true,
  MODIFY_IN_PROGRESS: true, ROLLBACK_IN_PROGRESS: true, DELETE_IN_PROGRESS: true, DELETED: true, DEGRADED: true,
});
const subnet = { SubnetId: text, AvailabilityZone: text };
const keyObject: Members<rows.KeyObjectRow> = {
  ...placed,
  owner: text,
  handle: count,
  label: text,
  username: text,
  backingKeyId,
  materialId: text,
  added: optional(count),
};

/** Several in one row, as text. */
const events: Check<string> = (value): value is string => {
  try {
    return list(shape<rows.TrailEvent>({ ...placed, eventTime: moment, record: mapOf((_any): _any is unknown => true) }))(JSON.parse(value as string));
  } catch {
    return false;
  }
};

type Carried = Exclude<rows.StoreName, 'world' | 'material'>;

export const rowShapes: { readonly [S in Carried]: Check<rows.Schema[S]> } = {
  due: (value): value is rows.DueRow => wait(value) || period(value),
  keyStores: shape<rows.KeyStoreRow>({
    ...placed,
    CustomKeyStoreId: text,
    CustomKeyStoreName: text,
    CloudHsmClusterId: text,
    TrustAnchorCertificate: text,
    clusterCertificate: text,
    ConnectionState: oneOf({ CONNECTED: true, CONNECTING: true, DISCONNECTED: true, DISCONNECTING: true, FAILED: true }),
    ConnectionErrorCode: optional(word()),
    CreationDate: moment,
    passwordDigest,
    transition: optional(text),
  }),
  keyStoreNames: shape<rows.KeyStoreNameRow>({ ...placed, CustomKeyStoreName: text, CustomKeyStoreId: text }),
  keys: shape<rows.KeyRow>({
    ...placed,
    KeyId,
    CreationDate: moment,
    Description: text,
    Origin: oneOf({ AWS_KMS: true, AWS_CLOUDHSM: true }),
    CustomKeyStoreId: optional(text),
    enabled: flag,
    DeletionDate: optional(moment),
    rotation: optional(shape<rows.KeyRotation>({ RotationPeriodInDays: count, NextRotationDate: moment })),
    onDemand: optional(shape<NonNullable<rows.KeyRow['onDemand']>>({ rotations: count, startedAt: optional(moment) })),
    handle: count,
    backingKeyId,
    tags: kmsTags,
    number: count,
  }),
  keyOrder: shape<rows.KeyOrderRow>({ ...placed, number: count, KeyId }),
  aliasedKeyOrder: shape<rows.KeyOrderRow>({ ...placed, number: count, KeyId }),
  keyTags: shape<rows.KeyTagRow>({ ...placed, TagKey: text, TagValue: text, number: count, KeyId }),
  keyPolicies: shape<rows.KeyPolicyRow>({ ...placed, KeyId, Policy: text }),
  keyMaterials: shape<rows.KeyMaterialRow>({
    ...placed,
    KeyId,
    number: count,
    backingKeyId,
    handle: count,
    RotationDate: optional(moment),
    RotationType: optional(oneOf({ AUTOMATIC: true, ON_DEMAND: true })),
  }),
  keyUsage: shape<rows.KeyUsageRow>({ ...placed, KeyId, Operation: word(), Timestamp: moment, CloudTrailEventId: text, KmsRequestId: text }),
  grants: shape<rows.GrantRow>({
    ...placed,
    KeyId,
    GrantId: text,
    Name: optional(text),
    CreationDate: moment,
    GranteePrincipal: optional(text),
    RetiringPrincipal: optional(text),
    GranteeServicePrincipal: optional(text),
    RetiringServicePrincipal: optional(text),
    IssuingAccount: text,
    Operations: list(word()),
    Constraints: optional(
      shape<NonNullable<rows.GrantRow['Constraints']>>({
        EncryptionContextSubset: optional(mapOf(text)),
        EncryptionContextEquals: optional(mapOf(text)),
        SourceArn: optional(text),
      }),
    ),
    request: optional(text),
  }),
  grantNames: shape<rows.GrantNameRow>({ ...placed, KeyId, request: text, GrantId: text }),
  retirableGrants: shape<rows.RetirableGrantRow>({ ...placed, RetiringPrincipal: text, KeyId, GrantId: text }),
  aliases: shape<rows.AliasRow>({ ...placed, AliasName: text, TargetKeyId: text, CreationDate: moment, LastUpdatedDate: moment }),
  keyAliases: shape<rows.KeyAliasRow>({ ...placed, KeyId, AliasName: text }),
  counters: shape<rows.CounterRow>({ ...placed, name: text, count, next: count }),
  clusters: shape<rows.ClusterRow>({
    ...placed,
    ...claim,
    ClusterId,
    CreateTimestamp: moment,
    HsmType: text,
    State: clusterState,
    StateMessage: optional(text),
    VpcId: text,
    SecurityGroup: text,
    SubnetMapping: mapOf(text),
    networks: mapOf(network),
    NetworkType: oneOf({ IPV4: true, DUALSTACK: true }),
    Mode,
    BackupRetentionPolicy: shape<rows.ClusterRow['BackupRetentionPolicy']>({ Type: optional(oneOf({ DAYS: true })), Value: optional(matching(/^\d{1,3}$/)) }),
    hsms: list(hsm),
    SourceBackupId: optional(text),
    restores: optional(shape<rows.Claim>(claim)),
    TagList: optional(tags),
    version: optional(count),
    rollback: optional(shape<NonNullable<rows.ClusterRow['rollback']>>({ HsmType: text, until: moment, BackupId: text })),
    transition: optional(text),
  }),
  clusterUsers: shape<rows.ClusterUserRow>({ ...placed, ...user, ClusterId, missingOn: optional(list(text)) }),
  clusterSessions: shape<rows.ClusterSessionRow>({
    ...placed,
    ClusterId,
    SessionId: text,
    username: text,
    role: user.role,
    startedAt: moment,
    client: oneOf({ 'cloudhsm-cli': true, 'AWS KMS': true }),
    CustomKeyStoreId: optional(text),
  }),
  backups: shape<rows.BackupRow>({
    ...placed,
    ...claim,
    BackupId: text,
    ClusterId,
    BackupState: oneOf({ CREATE_IN_PROGRESS: true, READY: true, PENDING_DELETION: true }),
    CreateTimestamp: moment,
    NeverExpires: flag,
    DeleteTimestamp: optional(moment),
    HsmType: text,
    Mode,
    TagList: tags,
    copied: optional(shape<NonNullable<rows.BackupRow['copied']>>({ at: moment, region, BackupId: text })),
    owner: text,
    version: count,
    users: list(shape<rows.ClusterUser>(user)),
    keyCount: count,
    nextHandle: count,
    number: count,
    retention: optional(count),
    expiresAt: optional(moment),
    Policy: optional(text),
    transition: optional(text),
  }),
  backupOrder: shape<rows.BackupOrderRow>({ ...placed, number: count, BackupId: text }),
  lineages: shape<rows.LineageRow>({
    ...placed,
    owner: text,
    backups: list(shape<rows.LineageRow['backups'][number]>({ BackupId: text, version: count })),
    next: count,
    kept: optional(text),
  }),
  vpcs: shape<rows.VpcRow>({ ...placed, VpcId: text, subnets: list(shape<rows.Subnet>({ ...subnet, cidr: network })) }),
  keyStoreNetworks: shape<rows.KeyStoreNetworkRow>({
    ...placed,
    CustomKeyStoreId: text,
    ClusterId,
    VpcId: text,
    SecurityGroup: text,
    interfaces: list(shape<rows.KeyStoreNetworkRow['interfaces'][number]>({ ...subnet, EniId: text, EniIp: text })),
  }),
  keyObjects: shape<rows.KeyObjectRow>(keyObject),
  removedKeyObjects: shape<rows.RemovedKeyObjectRow>({ ...keyObject, removed: count }),
  materialReferences: shape<rows.MaterialReferencesRow>({ ...placed, materialId: text, count }),
  events: shape<rows.EventsRow>({ ...placed, sequence: count, events }),
};

const scenario = among(scenarioNames);
/** What is taken along of the world itself. */
export const worldShape = shape<Omit<rows.WorldRow, 'generation' | 'firstScenario'>>({
  id: oneOf({ world: true }),
  scenario,
  notes: optional(
    shape<Notes>({ scenario, passwords: mapOf(text), ids: mapOf(text), 'customerCA.crt': optional(text), ciphertexts: optional(mapOf(text)) }),
  ),
});
export const faultsShape = shape<rows.FaultsRow>({
  id: oneOf({ faults: true }),
  active: list(shape<InjectedFault>({ fault: among(faultNames), target: optional(text), until: optional(moment) })),
});
