import { operation } from '../operation.ts';
import * as s from '../shapes.ts';
import type * as types from './types.ts';

const clusterId = s.string(0, undefined, 'cluster-[2-7a-zA-Z]{11,16}');
const availabilityZone = s.string(0, undefined, '[a-z]{2}(-(gov))?-(east|west|north|south|central){1,2}-\\d[a-z]');
const ipAddress = s.string(0, undefined, '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}');

const hsm = s.structure<types.Hsm>({
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

const cluster = s.structure<types.Cluster>({
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
  NetworkType: s.answer<'IPV4' | 'DUALSTACK'>(),
  Certificates: s.structure<types.Certificates>({
    ClusterCsr: s.string(),
    HsmCertificate: s.string(),
    AwsHardwareCertificate: s.string(),
    ManufacturerHardwareCertificate: s.string(),
    ClusterCertificate: s.string(),
  }),
  TagList: s.list<types.Tag>(s.structure<types.Tag>({ Key: s.required(s.string()), Value: s.required(s.string()) })),
  Mode: s.answer<'FIPS' | 'NON_FIPS'>(),
});

/** The AWS CloudHSM v2 operations. Target `BaldrApiService`, signing name `cloudhsm`. */
export const cloudhsmv2Operations = {
  CreateHsm: operation<types.CreateHsmInput, types.CreateHsmOutput>({
    input: {
      ClusterId: s.required(clusterId),
      AvailabilityZone: s.required(availabilityZone),
      IpAddress: ipAddress,
    },
    output: { Hsm: hsm },
    readOnly: false,
  }),

  DeleteHsm: operation<types.DeleteHsmInput, types.DeleteHsmOutput>({
    input: {
      ClusterId: s.required(clusterId),
      HsmId: s.string(0, undefined, 'hsm-[2-7a-zA-Z]{11,16}'),
      EniId: s.string(0, undefined, 'eni-[0-9a-fA-F]{8,17}'),
      EniIp: ipAddress,
    },
    output: { HsmId: s.string() },
    readOnly: false,
  }),

  DescribeClusters: operation<types.DescribeClustersInput, types.DescribeClustersOutput>({
    input: {
      Filters: s.map<string[]>(s.list(s.string()), { key: s.string(0, undefined, '[a-zA-Z0-9_-]+'), max: 30 }),
      NextToken: s.string(0, 256, '.*'),
      MaxResults: s.integer(1, 25),
    },
    output: { Clusters: s.list<types.Cluster>(cluster), NextToken: s.string() },
    readOnly: true,
  }),
};
