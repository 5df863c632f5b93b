import { operation } from '../operation.ts';
import * as s from '../shapes.ts';
import type * as io from './inputs.ts';
import * as m from './members.ts';
import type * as types from './types.ts';

const backupId = s.required(m.backupId);

export const backupOperations = {
  CopyBackupToRegion: operation<io.CopyBackupToRegionInput, io.CopyBackupToRegionOutput>({
    input: { DestinationRegion: s.required(m.region), BackupId: backupId, TagList: m.tagList },
    output: {
      DestinationBackup: s.structure<types.DestinationBackup>({
        CreateTimestamp: s.timestamp,
        SourceRegion: s.string(),
        SourceBackup: s.string(),
        SourceCluster: s.string(),
      }),
    },
    readOnly: false,
  }),

  DeleteBackup: operation<io.DeleteBackupInput, io.DeleteBackupOutput>({
    input: { BackupId: backupId },
    output: { Backup: m.backup },
    readOnly: false,
  }),

  DescribeBackups: operation<io.DescribeBackupsInput, io.DescribeBackupsOutput>({
    input: {
      NextToken: m.nextToken,
      MaxResults: s.integer(1, 50),
      Filters: m.filters,
      Shared: s.boolean,
      SortAscending: s.boolean,
    },
    output: { Backups: s.list<types.Backup>(m.backup), NextToken: s.string() },
    readOnly: true,
  }),

  ModifyBackupAttributes: operation<io.ModifyBackupAttributesInput, io.ModifyBackupAttributesOutput>({
    input: { BackupId: backupId, NeverExpires: s.required(s.boolean) },
    output: { Backup: m.backup },
    readOnly: false,
  }),

  RestoreBackup: operation<io.RestoreBackupInput, io.RestoreBackupOutput>({
    input: { BackupId: backupId },
    output: { Backup: m.backup },
    readOnly: false,
  }),
};
