import { operation } from '../operation.ts';
import * as s from '../shapes.ts';
import type * as io from './inputs.ts';
import * as m from './members.ts';
import type * as types from './types.ts';

const clusterId = s.required(m.clusterId);

/** Clusters and the HSMs in them. */
export const clusterOperations = {
  CreateCluster: operation<io.CreateClusterInput, io.CreateClusterOutput>({
    input: {
      BackupRetentionPolicy: m.backupRetentionPolicy,
      HsmType: s.required(m.hsmType),
      SourceBackupId: m.backupArn,
      SubnetIds: s.required(s.list<string>(m.subnetId, { min: 1, max: 10 })),
      NetworkType: m.networkType,
      TagList: m.tagList,
      Mode: m.mode,
    },
    output: { Cluster: m.cluster },
    readOnly: false,
  }),

  DeleteCluster: operation<io.DeleteClusterInput, io.DeleteClusterOutput>({
    input: { ClusterId: clusterId },
    output: { Cluster: m.cluster },
    readOnly: false,
  }),

  DescribeClusters: operation<io.DescribeClustersInput, io.DescribeClustersOutput>({
    input: { Filters: m.filters, NextToken: m.nextToken, MaxResults: s.integer(1, 25) },
    output: { Clusters: s.list<types.Cluster>(m.cluster), NextToken: s.string() },
    readOnly: true,
  }),

  InitializeCluster: operation<io.InitializeClusterInput, io.InitializeClusterOutput>({
    input: { ClusterId: clusterId, SignedCert: s.required(m.certificate), TrustAnchor: s.required(m.certificate) },
    output: { State: s.answer(), StateMessage: s.string() },
    readOnly: false,
  }),

  ModifyCluster: operation<io.ModifyClusterInput, io.ModifyClusterOutput>({
    input: { HsmType: m.hsmType, BackupRetentionPolicy: m.backupRetentionPolicy, ClusterId: clusterId },
    output: { Cluster: m.cluster },
    readOnly: false,
  }),

  CreateHsm: operation<io.CreateHsmInput, io.CreateHsmOutput>({
    input: { ClusterId: clusterId, AvailabilityZone: s.required(m.availabilityZone), IpAddress: m.ipAddress },
    output: { Hsm: m.hsm },
    readOnly: false,
  }),

  DeleteHsm: operation<io.DeleteHsmInput, io.DeleteHsmOutput>({
    input: { ClusterId: clusterId, HsmId: m.hsmId, EniId: m.eniId, EniIp: m.ipAddress },
    output: { HsmId: s.string() },
    readOnly: false,
  }),
};
