import * as s from '../shapes.ts';
import type * as types from './types.ts';

/** Members that several operations of CloudHSM v2 have, with the service model's limits (facts, appendix B). */
const matching = (pattern: string): s.StringShape => s.string(0, undefined, pattern);

export const region = matching('[a-z]{2}(-(gov))?-(east|west|north|south|central){1,2}-\\d');
export const availabilityZone = matching('[a-z]{2}(-(gov))?-(east|west|north|south|central){1,2}-\\d[a-z]');
export const clusterId = matching('cluster-[2-7a-zA-Z]{11,16}');
export const hsmId = matching('hsm-[2-7a-zA-Z]{11,16}');
export const backupId = matching('backup-[2-7a-zA-Z]{11,16}');
export const eniId = matching('eni-[0-9a-fA-F]{8,17}');
export const subnetId = matching('subnet-[0-9a-fA-F]{8,17}');
export const ipAddress = matching('\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}');
export const resourceId = matching('(?:cluster|backup)-[2-7a-zA-Z]{11,16}');
const arnOf = 'arn:aws(-(us-gov))?:cloudhsm:([a-z]{2}(-(gov|isob|iso))?-(east|west|north|south|central){1,2}-[0-9]{1}):[0-9]{12}:';
/** A backup by its id, or by its ARN where it is another account's. */
export const backupArn = matching(`^(${arnOf}backup/)?backup-[2-7a-zA-Z]{11,16}`);
export const resourceArn = matching(`${arnOf}(backup/backup|cluster/cluster|hsm/hsm)-[2-7a-zA-Z]{11,16}`);
export const hsmType = s.string(0, 32, '((p|)hsm[0-9][a-z.]*\\.[a-zA-Z]+)');
export const mode = s.oneOf<types.ClusterMode>('FIPS', 'NON_FIPS');
export const networkType = s.oneOf<types.NetworkType>('IPV4', 'DUALSTACK');
/** No secret, but never in CloudTrail (facts 7). */
export const certificate = s.unlogged(s.string(0, 20_000, '[a-zA-Z0-9+-/=\\s]*'));
export const resourcePolicy = s.string(1, 20_000);
export const backupRetentionPolicy = s.structure<types.BackupRetentionPolicy>({
  Type: s.oneOf<'DAYS'>('DAYS'),
  Value: s.string(1, 3, '[0-9]+'),
});

const tagText = '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$';
export const tagKey = s.string(1, 128, tagText);
export const tagList = s.list<types.Tag>(
  s.structure<types.Tag>({ Key: s.required(tagKey), Value: s.required(s.string(0, 256, tagText)) }),
  { min: 1, max: 50 },
);

export const filters = s.map<string[]>(s.list(s.string()), { key: s.string(0, undefined, '[a-zA-Z0-9_-]+'), max: 30 });
export const nextToken = s.string(0, 256, '.*');

export const hsm = s.structure<types.Hsm>({
  AvailabilityZone: s.string(),
  ClusterId: s.string(),
  SubnetId: s.string(),
  EniId: s.string(),
  EniIp: s.string(),
  EniIpV6: s.string(),
  HsmId: s.required(s.string()),
  HsmType: s.string(),
  State: s.answer<types.HsmState>(),
  StateMessage: s.string(),
});
const answeredTags = s.list<types.Tag>(s.structure<types.Tag>({ Key: s.required(s.string()), Value: s.required(s.string()) }));

export const cluster = s.structure<types.Cluster>({
  BackupPolicy: s.answer(),
  BackupRetentionPolicy: s.structure<types.BackupRetentionPolicy>({ Type: s.answer(), Value: s.string() }),
  ClusterId: s.string(),
  CreateTimestamp: s.timestamp,
  Hsms: s.list<types.Hsm>(hsm),
  HsmType: s.string(),
  HsmTypeRollbackExpiration: s.timestamp,
  PreCoPassword: s.string(),
  SecurityGroup: s.string(),
  SourceBackupId: s.string(),
  State: s.answer<types.ClusterState>(),
  StateMessage: s.string(),
  SubnetMapping: s.map<string>(s.string()),
  VpcId: s.string(),
  NetworkType: s.answer<types.NetworkType>(),
  Certificates: s.structure<types.Certificates>({
    ClusterCsr: certificate,
    HsmCertificate: certificate,
    AwsHardwareCertificate: certificate,
    ManufacturerHardwareCertificate: certificate,
    ClusterCertificate: certificate,
  }),
  TagList: answeredTags,
  Mode: s.answer<types.ClusterMode>(),
});

export const backup = s.structure<types.Backup>({
  BackupId: s.required(s.string()),
  BackupArn: s.string(),
  BackupState: s.answer<types.BackupState>(),
  ClusterId: s.string(),
  CreateTimestamp: s.timestamp,
  CopyTimestamp: s.timestamp,
  NeverExpires: s.boolean,
  SourceRegion: s.string(),
  SourceBackup: s.string(),
  SourceCluster: s.string(),
  DeleteTimestamp: s.timestamp,
  TagList: answeredTags,
  HsmType: s.string(),
  Mode: s.answer<types.ClusterMode>(),
});
