/** Every operation of CloudHSM v2 by boto3: paginators, dates, and exceptions by their class. */
import { CLUSTER, MINUTES } from './world.mjs';

const SUBNETS = ['subnet-a6b10bd1', 'subnet-b6b10bd2'];
const DAYS = 24 * 60 * MINUTES;
const mine = { ClusterId: '<cluster>' };
const date = { $date: '<: now>' };
/** @param {string} operation @param {Record<string, unknown>} args @param {unknown} [answers] */
const does = (operation, args, answers = {}) => ({ call: `cloudhsmv2.${operation}`, args, answers });
/** @param {string} operation @param {Record<string, unknown>} args @param {unknown[]} answers */
const pages = (operation, args, answers) => ({ call: `cloudhsmv2.${operation}`, args, pages: { PageSize: 1 }, answers });
/** @param {string} operation @param {Record<string, unknown>} args @param {string} [code] */
const raises = (operation, args, code = 'CloudHsmInvalidRequestException') => ({ call: `cloudhsmv2.${operation}`, args, raises: code });
const has = (/** @type {Record<string, unknown>} */ members) => ({ $has: members });
const wait = (/** @type {number} */ ms) => ({ control: 'advance', input: { ms } });
const missing = 'CloudHsmResourceNotFoundException';
const ResourceArn = 'arn:aws:cloudhsm:us-west-2:111122223333:backup/<backup>';
const Policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"cloudhsm:CreateCluster","Resource":"*"}]}';

/** @type {import('../session.mjs').Session} */
export default {
  client: 'boto3',
  scenario: 'default',
  steps: [
    raises('create_cluster', { HsmType: 'hsm1.medium', SubnetIds: SUBNETS }),
    raises('create_cluster', { HsmType: 'hsm2m.medium', SubnetIds: SUBNETS, TagList: [{ Key: 'aws:a', Value: '' }] }, 'CloudHsmTagException'),
    does('create_cluster', { HsmType: 'hsm2m.medium', SubnetIds: SUBNETS, Mode: 'NON_FIPS', NetworkType: 'DUALSTACK' }, { Cluster: has({ ClusterId: '<cluster: cluster id>', CreateTimestamp: date, State: 'CREATE_IN_PROGRESS', Mode: 'NON_FIPS' }) }),
    wait(4 * MINUTES),
    // An id of the document's sorts before every new one.
    pages('describe_clusters', {}, [{ Clusters: [has({ ClusterId: CLUSTER })], NextToken: '<: base64>' }, { Clusters: [has({ ClusterId: '<cluster>', State: 'UNINITIALIZED' })] }]),
    does('create_hsm', { ...mine, AvailabilityZone: 'us-west-2a' }, { Hsm: has({ HsmId: '<hsm: hsm id>', EniId: '<eni: eni id>', EniIpV6: '<: text>' }) }),
    wait(10 * MINUTES),
    does('describe_clusters', { Filters: { clusterIds: ['<cluster>'] } }, { Clusters: [has({ Certificates: has({ ClusterCsr: '<csr: text>' }) })] }),
    { sign: '<cluster>', csr: '<csr>' },
    raises('initialize_cluster', { ...mine, SignedCert: '<trust anchor>', TrustAnchor: '<trust anchor>' }),
    does('initialize_cluster', { ...mine, SignedCert: '<signed certificate>', TrustAnchor: '<trust anchor>' }, has({ State: 'INITIALIZE_IN_PROGRESS' })),
    raises('initialize_cluster', { ClusterId: 'cluster-222222222222', SignedCert: 'a', TrustAnchor: 'a' }, missing),
    wait(3 * MINUTES),
    { shell: 'cloudhsm-cli cluster activate --cluster-id <cluster> --password adminPswd1234', prints: { error_code: 0, data: 'Cluster activation successful' } },
    wait(5 * MINUTES),
    raises('delete_cluster', mine),
    does('delete_hsm', { ...mine, EniId: '<eni>' }, { HsmId: '<hsm>' }),
    raises('delete_hsm', { ...mine, EniId: '<eni>' }),
    wait(3 * MINUTES),
    pages('describe_backups', { Filters: { clusterIds: ['<cluster>'] }, SortAscending: true }, [
      { Backups: [has({ BackupId: '<backup: backup id>', CreateTimestamp: date, BackupState: 'READY' })], NextToken: '<: base64>' },
      { Backups: [has({ BackupId: '<last: backup id>', Mode: 'NON_FIPS' })] },
    ]),

    does('tag_resource', { ResourceId: '<backup>', TagList: [{ Key: 'a', Value: 'b' }, { Key: 'c', Value: '' }] }),
    pages('list_tags', { ResourceId: '<backup>' }, [{ TagList: [{ Key: 'a', Value: 'b' }], NextToken: '<: base64>' }, { TagList: [{ Key: 'c', Value: '' }] }]),
    does('untag_resource', { ResourceId: '<backup>', TagKeyList: ['a'] }),
    raises('list_tags', { ResourceId: 'cluster-222222222222' }, missing),
    does('modify_backup_attributes', { BackupId: '<backup>', NeverExpires: true }, { Backup: has({ NeverExpires: true, TagList: [{ Key: 'c', Value: '' }] }) }),
    does('copy_backup_to_region', { BackupId: '<backup>', DestinationRegion: 'ap-northeast-1' }, { DestinationBackup: has({ CreateTimestamp: date, SourceBackup: '<backup>' }) }),
    raises('copy_backup_to_region', { BackupId: '<backup>', DestinationRegion: 'us-west-2' }),
    does('put_resource_policy', { ResourceArn, Policy }, { ResourceArn, Policy }),
    does('get_resource_policy', { ResourceArn }, { Policy }),
    does('delete_resource_policy', { ResourceArn }, { ResourceArn, Policy }),
    raises('put_resource_policy', { ResourceArn, Policy: '{}' }),
    does('delete_backup', { BackupId: '<backup>' }, { Backup: has({ BackupState: 'PENDING_DELETION' }) }),
    // It alone has what the next HSM restores.
    raises('delete_backup', { BackupId: '<last>' }),
    does('restore_backup', { BackupId: '<backup>' }, { Backup: has({ BackupState: 'READY' }) }),
    raises('restore_backup', { BackupId: '<backup>' }),
    does('modify_cluster', { ...mine, BackupRetentionPolicy: { Type: 'DAYS', Value: '30' } }, { Cluster: has({ BackupRetentionPolicy: { Type: 'DAYS', Value: '30' } }) }),
    raises('modify_cluster', { ...mine, HsmType: 'hsm1.medium' }),
    does('delete_cluster', mine, { Cluster: has({ State: 'DELETE_IN_PROGRESS' }) }),
    wait(2 * MINUTES),
    raises('delete_cluster', mine, missing),

    // The document's cluster becomes one of hsm2m.medium, and can be rolled back for a day.
    does('modify_cluster', { ClusterId: CLUSTER, HsmType: 'hsm2m.medium' }, { Cluster: has({ State: 'MODIFY_IN_PROGRESS', HsmType: 'hsm2m.medium', HsmTypeRollbackExpiration: { $date: '<: later>' } }) }),
    raises('create_hsm', { ClusterId: CLUSTER, AvailabilityZone: 'us-west-2c' }),
    wait(DAYS),
    raises('modify_cluster', { ClusterId: CLUSTER, HsmType: 'hsm1.medium' }),
  ],
};
