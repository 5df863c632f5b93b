import type * as types from './types.ts';

/** What each operation of CloudHSM v2 takes and answers (facts, appendix B). */

interface Listing {
  NextToken?: string;
  MaxResults?: number;
}
interface Filtered extends Listing {
  Filters?: Record<string, string[]>;
}
interface OfCluster {
  ClusterId: string;
}
interface OfBackup {
  BackupId: string;
}
interface OneCluster {
  Cluster?: types.Cluster;
}
interface OneBackup {
  Backup?: types.Backup;
}

export interface CreateClusterInput {
  BackupRetentionPolicy?: types.BackupRetentionPolicy;
  HsmType: string;
  SourceBackupId?: string;
  SubnetIds: string[];
  NetworkType?: types.NetworkType;
  TagList?: types.Tag[];
  Mode?: types.ClusterMode;
}
export type CreateClusterOutput = OneCluster;
export type DeleteClusterInput = OfCluster;
export type DeleteClusterOutput = OneCluster;
export type DescribeClustersInput = Filtered;
export interface DescribeClustersOutput {
  Clusters?: types.Cluster[];
  NextToken?: string;
}
export interface InitializeClusterInput extends OfCluster {
  SignedCert: string;
  TrustAnchor: string;
}
export interface InitializeClusterOutput {
  State?: types.ClusterState;
  StateMessage?: string;
}
export interface ModifyClusterInput extends OfCluster {
  HsmType?: string;
  BackupRetentionPolicy?: types.BackupRetentionPolicy;
}
export type ModifyClusterOutput = OneCluster;

export interface CreateHsmInput extends OfCluster {
  AvailabilityZone: string;
  IpAddress?: string;
}
export interface CreateHsmOutput {
  Hsm?: types.Hsm;
}
export interface DeleteHsmInput extends OfCluster {
  HsmId?: string;
  EniId?: string;
  EniIp?: string;
}
export interface DeleteHsmOutput {
  HsmId?: string;
}

export interface CopyBackupToRegionInput extends OfBackup {
  DestinationRegion: string;
  TagList?: types.Tag[];
}
export interface CopyBackupToRegionOutput {
  DestinationBackup?: types.DestinationBackup;
}
export type DeleteBackupInput = OfBackup;
export type DeleteBackupOutput = OneBackup;
export interface DescribeBackupsInput extends Filtered {
  Shared?: boolean;
  SortAscending?: boolean;
}
export interface DescribeBackupsOutput {
  Backups?: types.Backup[];
  NextToken?: string;
}
export interface ModifyBackupAttributesInput extends OfBackup {
  NeverExpires: boolean;
}
export type ModifyBackupAttributesOutput = OneBackup;
export type RestoreBackupInput = OfBackup;
export type RestoreBackupOutput = OneBackup;

export interface ListTagsInput extends Listing {
  ResourceId: string;
}
export interface ListTagsOutput {
  TagList: types.Tag[];
  NextToken?: string;
}
export interface TagResourceInput {
  ResourceId: string;
  TagList: types.Tag[];
}
export interface UntagResourceInput {
  ResourceId: string;
  TagKeyList: string[];
}

export interface OfResource {
  ResourceArn?: string;
}
export interface PutResourcePolicyInput extends OfResource {
  Policy?: string;
}
export interface ResourcePolicyOutput extends OfResource {
  Policy?: string;
}
export interface GetResourcePolicyOutput {
  Policy?: string;
}
