/**
 * The CloudHSM v2 API's shapes as TypeScript. Ours, from the service model (facts, appendix B): the npm client of this
 * service is years old and lacks members.
 */
export interface Tag {
  Key: string;
  Value: string;
}
export interface BackupRetentionPolicy {
  Type?: 'DAYS';
  Value?: string;
}
export interface Certificates {
  ClusterCsr?: string;
  HsmCertificate?: string;
  AwsHardwareCertificate?: string;
  ManufacturerHardwareCertificate?: string;
  ClusterCertificate?: string;
}
export type ClusterMode = 'FIPS' | 'NON_FIPS';
export type NetworkType = 'IPV4' | 'DUALSTACK';
export type HsmState = 'CREATE_IN_PROGRESS' | 'ACTIVE' | 'DEGRADED' | 'DELETE_IN_PROGRESS' | 'DELETED';
export interface Hsm {
  AvailabilityZone?: string;
  ClusterId?: string;
  SubnetId?: string;
  EniId?: string;
  EniIp?: string;
  EniIpV6?: string;
  HsmId: string;
  HsmType?: string;
  State?: HsmState;
  StateMessage?: string;
}
export type ClusterState =
  | 'CREATE_IN_PROGRESS'
  | 'UNINITIALIZED'
  | 'INITIALIZE_IN_PROGRESS'
  | 'INITIALIZED'
  | 'ACTIVE'
  | 'UPDATE_IN_PROGRESS'
  | 'MODIFY_IN_PROGRESS'
  | 'ROLLBACK_IN_PROGRESS'
  | 'DELETE_IN_PROGRESS'
  | 'DELETED'
  | 'DEGRADED';
export interface Cluster {
  BackupPolicy?: 'DEFAULT';
  BackupRetentionPolicy?: BackupRetentionPolicy;
  ClusterId?: string;
  CreateTimestamp?: Date;
  Hsms?: Hsm[];
  HsmType?: string;
  HsmTypeRollbackExpiration?: Date;
  PreCoPassword?: string;
  SecurityGroup?: string;
  SourceBackupId?: string;
  State?: ClusterState;
  StateMessage?: string;
  SubnetMapping?: Record<string, string>;
  VpcId?: string;
  NetworkType?: NetworkType;
  Certificates?: Certificates;
  TagList?: Tag[];
  Mode?: ClusterMode;
}
export type BackupState = 'CREATE_IN_PROGRESS' | 'READY' | 'DELETED' | 'PENDING_DELETION';
export interface Backup {
  BackupId: string;
  BackupArn?: string;
  BackupState?: BackupState;
  ClusterId?: string;
  CreateTimestamp?: Date;
  CopyTimestamp?: Date;
  NeverExpires?: boolean;
  SourceRegion?: string;
  SourceBackup?: string;
  SourceCluster?: string;
  DeleteTimestamp?: Date;
  TagList?: Tag[];
  HsmType?: string;
  Mode?: ClusterMode;
}
export interface DestinationBackup {
  CreateTimestamp?: Date;
  SourceRegion?: string;
  SourceBackup?: string;
  SourceCluster?: string;
}
