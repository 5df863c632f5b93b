/**
 * From an empty account to a decrypted ciphertext, by commands alone, as the CloudHSM User Guide has it; the cluster lost and
 * got back. All operations of CloudHSM v2, by the AWS CLI. Texts of errors that AWS has not published are not compared.
 */
import { keyMetadata, MINUTES } from './world.mjs';

const HOURS = 60 * MINUTES;
const DAYS = 24 * HOURS;
const OTHER = '444455556666';
/** The Region's default VPC: there is no EC2 to ask. */
const SUBNETS = ['subnet-26b84426c1e92aa70', 'subnet-25b84293c2e92c3a0', 'subnet-24b84100c3e92dcd0'];
const mapping = Object.fromEntries(SUBNETS.map((id, i) => [`us-west-2${'abc'[i]}`, id]));
const pem = (/** @type {string} */ kind) => `-----BEGIN ${kind}-----\n<: text>\n-----END ${kind}-----\n`;

const create = `aws cloudhsmv2 create-cluster --hsm-type hsm2m.medium --subnet-ids ${SUBNETS.join(' ')}`;
const describe = 'aws cloudhsmv2 describe-clusters --filters clusterIds=<cluster>';
const invalid = (/** @type {string} */ run, /** @type {string} */ operation, /** @type {string} */ saying = '<: text>') =>
  ({ run: `aws cloudhsmv2 ${run}`, fails: 'CloudHsmInvalidRequestException', in: operation, saying });
const missing = (/** @type {string} */ run, /** @type {string} */ operation) => ({ run: `aws cloudhsmv2 ${run}`, fails: 'CloudHsmResourceNotFoundException', in: operation });
const wait = (/** @type {number} */ ms) => ({ control: 'advance', input: { ms } });
const states = (/** @type {string[]} */ ...list) => ({ run: `${describe} --output text --query Clusters[].[State,Hsms[].State]`, printsText: `${list.join('\n')}\n` });

/** @typedef {{ ClusterId?: string, StateMessage?: string, Hsms?: unknown[], Certificates?: object, TagList?: object[], BackupRetentionPolicy?: object, SourceBackupId?: string }} More */
/** @param {string} State @param {More} [more] */
const cluster = (State, { ClusterId = '<cluster>', StateMessage, Hsms = [], Certificates = {}, TagList, BackupRetentionPolicy, SourceBackupId } = {}) => ({
  BackupPolicy: 'DEFAULT', BackupRetentionPolicy: BackupRetentionPolicy ?? { Type: 'DAYS', Value: '90' }, ClusterId, CreateTimestamp: '<: now>', Hsms,
  HsmType: 'hsm2m.medium', SecurityGroup: '<: security group id>', ...(SourceBackupId && { SourceBackupId }), State, ...(StateMessage && { StateMessage }),
  SubnetMapping: mapping, VpcId: 'vpc-c8d35b63e8452f7cb', NetworkType: 'IPV4', Certificates, ...(TagList && { TagList }), Mode: 'FIPS',
});
const stage = { Key: 'stage', Value: 'test' };
const hsm = (/** @type {string} */ zone, /** @type {string} */ HsmId, /** @type {string} */ EniIp, /** @type {string} */ State, ClusterId = '<cluster>') => ({
  AvailabilityZone: `us-west-2${zone}`, ClusterId, SubnetId: mapping[`us-west-2${zone}`], EniId: '<: eni id>', EniIp, HsmId, HsmType: 'hsm2m.medium', State,
  ...(State === 'ACTIVE' && { StateMessage: 'HSM created.' }),
});
const hardware = { HsmCertificate: pem('CERTIFICATE'), AwsHardwareCertificate: pem('CERTIFICATE'), ManufacturerHardwareCertificate: pem('CERTIFICATE') };
const initializing = 'Cluster is initializing. State will change to INITIALIZED upon completion.';
const notActivated = "Cluster '<cluster>' already contains an HSM but has not yet been fully activated";
const initialize = (/** @type {string} */ signed, /** @type {string} */ anchor) => `initialize-cluster --cluster-id <cluster> --signed-cert file://${signed} --trust-anchor file://${anchor}`;
const signed = '<cluster>_CustomerHsmCertificate.crt';
const user = (/** @type {string} */ username, /** @type {string} */ role) => ({ username, role, locked: 'false', mfa: [], 'cluster-coverage': 'full' });
const says = (/** @type {string} */ shell, /** @type {unknown} */ data) => ({ shell, prints: { error_code: 0, data } });

const backup = (/** @type {string} */ BackupId, BackupState = 'READY', more = {}) => ({
  BackupId, BackupArn: `arn:aws:cloudhsm:us-west-2:111122223333:backup/${BackupId.replace(/: [^>]*/, '')}`, BackupState, ClusterId: '<cluster>', CreateTimestamp: '<: now>',
  NeverExpires: false, ...more, TagList: [], HsmType: 'hsm2m.medium', Mode: 'FIPS',
});
const backups = 'aws cloudhsmv2 describe-backups --filters clusterIds=<cluster>';
const arn = '--resource-arn arn:aws:cloudhsm:us-west-2:111122223333:backup/<first>';
const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: OTHER }, Action: ['cloudhsm:CreateCluster', 'cloudhsm:DescribeBackups'], Resource: '*' }] });
const shared = `${create} --source-backup-id arn:aws:cloudhsm:us-west-2:111122223333:backup/<first>`;
const fiftyTags = JSON.stringify(Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}`, Value: '' })));
const restored = 'aws cloudhsmv2 describe-clusters --filters clusterIds=<restored>';

const building = [
  { run: 'aws cloudhsmv2 describe-clusters', prints: { Clusters: [] } },
  { run: 'aws cloudhsmv2 describe-backups', prints: { Backups: [] } },
  invalid(`create-cluster --hsm-type hsm1.medium --subnet-ids ${SUBNETS.join(' ')}`, 'CreateCluster', 'Provided HsmType is not supported.'),
  invalid('create-cluster --hsm-type hsm2m.medium --subnet-ids subnet-12345678', 'CreateCluster'),
  { run: `${create} --tag-list Key=aws:a,Value=b`, fails: 'CloudHsmTagException', in: 'CreateCluster' },
  missing(`create-cluster --hsm-type hsm2m.medium --subnet-ids ${SUBNETS[0]} --source-backup-id backup-222222222222`, 'CreateCluster'),
  { run: `${create} --mode FIPS --network-type IPV4 --tag-list Key=stage,Value=test`, prints: { Cluster: cluster('CREATE_IN_PROGRESS', { ClusterId: '<cluster: cluster id>', TagList: [stage] }) } },
  invalid('create-hsm --cluster-id <cluster> --availability-zone us-west-2a', 'CreateHsm'),
  { run: `${describe},states=UNINITIALIZED`, prints: { Clusters: [] } },
  wait(4 * MINUTES),
  { run: `${describe},states=UNINITIALIZED,CREATE_IN_PROGRESS`, prints: { Clusters: [cluster('UNINITIALIZED', { TagList: [stage] })] } },
  invalid('initialize-cluster --cluster-id <cluster> --signed-cert a --trust-anchor a', 'InitializeCluster'),
  { run: 'aws cloudhsmv2 create-hsm --cluster-id <cluster> --availability-zone us-west-2a', prints: { Hsm: hsm('a', '<one: hsm id>', '172.31.0.4', 'CREATE_IN_PROGRESS') } },
  invalid('create-hsm --cluster-id <cluster> --availability-zone us-west-2b', 'CreateHsm', notActivated),
  wait(10 * MINUTES),
  { run: describe, prints: { Clusters: [cluster('UNINITIALIZED', { TagList: [stage], Hsms: [hsm('a', '<one>', '172.31.0.4', 'ACTIVE')], Certificates: { ClusterCsr: pem('CERTIFICATE REQUEST'), ...hardware } })] } },

  { run: `${describe} --output text --query Clusters[].Certificates.ClusterCsr > <cluster>_ClusterCsr.csr`, printsText: `${pem('CERTIFICATE REQUEST')}\n` },
  { sign: '<cluster>' },
  invalid(initialize('customerCA.crt', 'customerCA.crt'), 'InitializeCluster'),
  invalid(initialize(signed, signed), 'InitializeCluster'),
  { run: `aws cloudhsmv2 ${initialize(signed, 'customerCA.crt')}`, prints: { State: 'INITIALIZE_IN_PROGRESS', StateMessage: initializing } },
  { run: `${describe} --query Clusters[].StateMessage`, prints: [initializing] },
  wait(3 * MINUTES),
  { run: describe, prints: { Clusters: [cluster('INITIALIZED', { TagList: [stage], Hsms: [hsm('a', '<one>', '172.31.0.4', 'ACTIVE')], Certificates: { ...hardware, ClusterCertificate: '<signed certificate>' } })] } },
  invalid(initialize(signed, 'customerCA.crt'), 'InitializeCluster'),

  { shell: 'cloudhsm-cli interactive', printsText: '' },
  says('user list', { users: [user('admin', 'unactivated-admin'), user('app_user', 'internal(APPLIANCE_USER)')] }),
  { shell: 'cluster activate', printsText: '' },
  { shell: 'adminPswd1234', printsText: '' },
  says('adminPswd1234', 'Cluster activation successful'),
  { shell: 'login --username admin --role admin', printsText: '' },
  { shell: 'wrong1234', prints: { error_code: 1, data: '<: text>' }, exit: 1 },
  says('login --username admin --role admin --password adminPswd1234', { username: 'admin', role: 'admin' }),
  { shell: 'user create --username kmsuser --role crypto-user', printsText: '' },
  { shell: 'kmsPswd1234', printsText: '' },
  says('kmsPswd1234', { username: 'kmsuser', role: 'crypto-user' }),
  { shell: 'quit', printsText: '' },
  // DescribeClusters tells 80 seconds later (facts 6.3).
  states('INITIALIZED', 'ACTIVE'),
  invalid('create-hsm --cluster-id <cluster> --availability-zone us-west-2b', 'CreateHsm', notActivated),
  wait(2 * MINUTES),
  states('ACTIVE', 'ACTIVE'),
  invalid('create-hsm --cluster-id <cluster> --availability-zone us-west-2d', 'CreateHsm'),
  { run: 'aws cloudhsmv2 create-hsm --cluster-id <cluster> --availability-zone us-west-2b --ip-address 172.31.1.77', prints: { Hsm: hsm('b', '<two: hsm id>', '172.31.1.77', 'CREATE_IN_PROGRESS') } },
  wait(10 * MINUTES),
  states('ACTIVE', 'ACTIVE\tACTIVE'),
];

const using = [
  { run: 'aws kms create-custom-key-store --custom-key-store-name Mine --cloud-hsm-cluster-id <cluster> --key-store-password kmsPswd1234 --trust-anchor-certificate file://<cluster>_CustomerHsmCertificate.crt', fails: 'IncorrectTrustAnchorException', in: 'CreateCustomKeyStore' },
  { run: 'aws kms create-custom-key-store --custom-key-store-name Mine --cloud-hsm-cluster-id <cluster> --key-store-password kmsPswd1234 --trust-anchor-certificate file://customerCA.crt', prints: { CustomKeyStoreId: '<store: key store id>' } },
  { run: 'aws kms connect-custom-key-store --custom-key-store-id <store>', printsText: '' },
  wait(20 * MINUTES),
  { run: 'aws kms describe-custom-key-stores --query CustomKeyStores[].[ConnectionState,TrustAnchorCertificate]', prints: [['CONNECTED', '<trust anchor>']] },
  { run: 'aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id <store>', prints: { KeyMetadata: { ...keyMetadata('<key: uuid>'), CustomKeyStoreId: '<store>', CloudHsmClusterId: '<cluster>' } } },
  { run: "aws kms encrypt --key-id <key> --plaintext 'remember me'", prints: { $has: { CiphertextBlob: '<ciphertext: base64>' } } },
  { blob: 'ciphertext', to: 'ciphertext-file' },
  { run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file> --query Plaintext', prints: 'cmVtZW1iZXIgbWU=' },

  { run: 'aws cloudhsmv2 modify-cluster --cluster-id <cluster> --backup-retention-policy Type=DAYS,Value=7', prints: { Cluster: { $has: { State: 'ACTIVE', BackupRetentionPolicy: { Type: 'DAYS', Value: '7' } } } } },
  invalid('modify-cluster --cluster-id <cluster> --backup-retention-policy Type=DAYS,Value=6', 'ModifyCluster'),
  invalid('modify-cluster --cluster-id <cluster> --hsm-type hsm1.medium', 'ModifyCluster'),
  missing('modify-cluster --cluster-id cluster-222222222222 --hsm-type hsm2m.medium', 'ModifyCluster'),

  { run: 'aws cloudhsmv2 tag-resource --resource-id <cluster> --tag-list Key=stage,Value=production Key=Team,Value=', printsText: '' },
  { run: 'aws cloudhsmv2 list-tags --resource-id <cluster> --page-size 1', prints: { TagList: [{ Key: 'Team', Value: '' }, { Key: 'stage', Value: 'production' }] } },
  { run: 'aws cloudhsmv2 list-tags --resource-id <cluster> --max-results 1', prints: { TagList: [{ Key: 'Team', Value: '' }], NextToken: '<token: base64>' } },
  { run: 'aws cloudhsmv2 list-tags --resource-id <cluster> --next-token <token>', prints: { TagList: [{ Key: 'stage', Value: 'production' }] } },
  invalid('describe-clusters --next-token <token>', 'DescribeClusters'),
  { run: 'aws cloudhsmv2 tag-resource --resource-id <cluster> --tag-list Key=AWS:a,Value=b', fails: 'CloudHsmTagException', in: 'TagResource' },
  { run: `aws cloudhsmv2 tag-resource --resource-id <cluster> --tag-list '${fiftyTags}'`, fails: 'CloudHsmResourceLimitExceededException', in: 'TagResource' },
  missing('tag-resource --resource-id cluster-222222222222 --tag-list Key=a,Value=b', 'TagResource'),
  { run: 'aws cloudhsmv2 untag-resource --resource-id <cluster> --tag-key-list Team stage none', printsText: '' },
  missing('untag-resource --resource-id backup-222222222222 --tag-key-list a', 'UntagResource'),
  missing('list-tags --resource-id backup-222222222222', 'ListTags'),
];

const backingUp = [
  // Of activation, and of the second HSM.
  { run: backups, prints: { Backups: [backup('<second: backup id>'), backup('<first: backup id>')] } },
  { run: `${backups} --sort-ascending --page-size 1 --query Backups[].BackupId`, prints: ['<first>', '<second>'] },
  { run: `${backups} --max-results 1`, prints: { Backups: [backup('<second>')], NextToken: '<more: base64>' } },
  { run: `${backups} --next-token <more> --query Backups[].BackupId`, prints: ['<first>'] },
  invalid('describe-backups --next-token nonsense', 'DescribeBackups'),
  invalid('describe-backups --filters colour=blue', 'DescribeBackups'),
  { run: 'aws cloudhsmv2 describe-backups --filters backupIds=<first>,states=READY,neverExpires=false --no-shared --query Backups[].BackupState', prints: ['READY'] },
  { run: 'aws cloudhsmv2 describe-backups --shared', prints: { Backups: [] } },
  { run: 'aws cloudhsmv2 modify-backup-attributes --backup-id <first> --never-expires', prints: { Backup: backup('<first>', 'READY', { NeverExpires: true }) } },
  { run: 'aws cloudhsmv2 modify-backup-attributes --backup-id <first> --no-never-expires', prints: { Backup: backup('<first>') } },
  missing('modify-backup-attributes --backup-id backup-222222222222 --never-expires', 'ModifyBackupAttributes'),

  { run: 'aws cloudhsmv2 copy-backup-to-region --destination-region eu-west-1 --backup-id <first> --tag-list Key=a,Value=b', prints: { DestinationBackup: { CreateTimestamp: '<: now>', SourceRegion: 'us-west-2', SourceBackup: '<first>', SourceCluster: '<cluster>' } } },
  wait(2 * MINUTES),
  {
    run: 'aws --region eu-west-1 cloudhsmv2 describe-backups --filters sourceBackupIds=<first>', prints: { Backups: [{
      BackupId: '<copy: backup id>', BackupArn: 'arn:aws:cloudhsm:eu-west-1:111122223333:backup/<copy>', BackupState: 'READY', ClusterId: '<cluster>', CreateTimestamp: '<: now>', CopyTimestamp: '<: now>',
      NeverExpires: false, SourceRegion: 'us-west-2', SourceBackup: '<first>', SourceCluster: '<cluster>', TagList: [{ Key: 'a', Value: 'b' }], HsmType: 'hsm2m.medium', Mode: 'FIPS',
    }] },
  },
  invalid('copy-backup-to-region --destination-region us-west-2 --backup-id <first>', 'CopyBackupToRegion'),
  missing('copy-backup-to-region --destination-region eu-west-1 --backup-id <copy>', 'CopyBackupToRegion'),
  { run: 'aws cloudhsmv2 copy-backup-to-region --destination-region eu-west-1 --backup-id <first> --tag-list Key=a,Value=b Key=a,Value=c', fails: 'CloudHsmTagException', in: 'CopyBackupToRegion' },

  // The CLI prints nothing where an answer has no members.
  { run: `aws cloudhsmv2 get-resource-policy ${arn}`, printsText: '' },
  { run: shared, as: OTHER, fails: 'CloudHsmAccessDeniedException', in: 'CreateCluster' },
  { run: `aws cloudhsmv2 put-resource-policy ${arn} --policy '${policy}'`, prints: { ResourceArn: arn.replace('--resource-arn ', ''), Policy: policy } },
  { run: `aws cloudhsmv2 get-resource-policy ${arn} --output text --query Policy`, printsText: `${policy}\n` },
  { run: `${shared} --query Cluster.[State,SourceBackupId]`, as: OTHER, prints: ['CREATE_IN_PROGRESS', '<first>'] },
  { run: `aws cloudhsmv2 delete-resource-policy ${arn}`, prints: { ResourceArn: arn.replace('--resource-arn ', ''), Policy: policy } },
  { run: shared, as: OTHER, fails: 'CloudHsmAccessDeniedException', in: 'CreateCluster' },
  invalid(`put-resource-policy ${arn} --policy '{'`, 'PutResourcePolicy'),
  invalid('get-resource-policy --resource-arn arn:aws:cloudhsm:us-west-2:111122223333:cluster/<cluster>', 'GetResourcePolicy'),
  missing('delete-resource-policy --resource-arn arn:aws:cloudhsm:us-west-2:111122223333:backup/<copy>', 'DeleteResourcePolicy'),

  { run: 'aws cloudhsmv2 delete-backup --backup-id <first>', prints: { Backup: backup('<first>', 'PENDING_DELETION', { DeleteTimestamp: '<: later>' }) } },
  invalid('delete-backup --backup-id <first>', 'DeleteBackup'),
  invalid('copy-backup-to-region --destination-region eu-west-1 --backup-id <first>', 'CopyBackupToRegion'),
  invalid(`put-resource-policy ${arn} --policy '${policy}'`, 'PutResourcePolicy'),
  { run: 'aws cloudhsmv2 restore-backup --backup-id <first>', prints: { Backup: backup('<first>') } },
  invalid('restore-backup --backup-id <first>', 'RestoreBackup'),
  { run: 'aws cloudhsmv2 delete-backup --backup-id <first> --query Backup.BackupState', prints: 'PENDING_DELETION' },
  wait(7 * DAYS),
  missing('restore-backup --backup-id <first>', 'RestoreBackup'),
  missing('delete-backup --backup-id <first>', 'DeleteBackup'),
];

const recovering = [
  invalid('delete-cluster --cluster-id <cluster>', 'DeleteCluster'),
  { run: 'aws cloudhsmv2 delete-hsm --cluster-id <cluster> --hsm-id <one>', prints: { HsmId: '<one>' } },
  { run: 'aws cloudhsmv2 delete-hsm --cluster-id <cluster> --eni-ip 172.31.1.77', prints: { HsmId: '<two>' } },
  invalid('delete-hsm --cluster-id <cluster>', 'DeleteHsm'),
  invalid('delete-cluster --cluster-id <cluster>', 'DeleteCluster'),
  states('ACTIVE', 'DELETE_IN_PROGRESS\tDELETE_IN_PROGRESS'),
  wait(3 * MINUTES),
  missing('delete-hsm --cluster-id <cluster> --hsm-id <one>', 'DeleteHsm'),
  { run: 'aws cloudhsmv2 delete-cluster --cluster-id <cluster>', prints: { Cluster: { $has: { State: 'DELETE_IN_PROGRESS', StateMessage: 'The cluster is being deleted.', Hsms: [] } } } },
  wait(2 * MINUTES),
  { run: describe, prints: { Clusters: [] } },
  missing('delete-cluster --cluster-id <cluster>', 'DeleteCluster'),
  missing('create-hsm --cluster-id <cluster> --availability-zone us-west-2a', 'CreateHsm'),
  { run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file>', fails: 'KMSInvalidStateException', in: 'Decrypt' },

  { run: `${backups} --output text --query Backups[0].BackupId`, printsText: '<last: backup id>\n' },
  invalid(`create-cluster --hsm-type hsm1.medium --subnet-ids ${SUBNETS[0]} --source-backup-id <last>`, 'CreateCluster', 'Provided HsmType is not supported.'),
  { run: `${create} --source-backup-id <last> --backup-retention-policy Type=DAYS,Value=379`, prints: { Cluster: cluster('CREATE_IN_PROGRESS', { ClusterId: '<restored: cluster id>', SourceBackupId: '<last>', BackupRetentionPolicy: { Type: 'DAYS', Value: '379' } }) } },
  wait(4 * MINUTES),
  invalid('initialize-cluster --cluster-id <restored> --signed-cert a --trust-anchor a', 'InitializeCluster'),
  { run: 'aws cloudhsmv2 create-hsm --cluster-id <restored> --availability-zone us-west-2a --query Hsm.State', prints: 'CREATE_IN_PROGRESS' },
  wait(10 * MINUTES),
  { run: `${restored} --query Clusters[].[State,Certificates.ClusterCertificate]`, prints: [['ACTIVE', '<signed certificate>']] },
  { run: 'aws cloudhsmv2 create-hsm --cluster-id <restored> --availability-zone us-west-2c --query Hsm.State', prints: 'CREATE_IN_PROGRESS' },
  wait(10 * MINUTES),
  says('cloudhsm-cli user list --cluster-id <restored>', { users: [user('admin', 'admin'), user('kmsuser', 'crypto-user'), user('app_user', 'internal(APPLIANCE_USER)')] }),
  { run: 'aws kms disconnect-custom-key-store --custom-key-store-id <store>', printsText: '' },
  wait(5 * MINUTES),
  { run: 'aws kms update-custom-key-store --custom-key-store-id <store> --cloud-hsm-cluster-id <restored>', printsText: '' },
  { run: 'aws kms connect-custom-key-store --custom-key-store-id <store>', printsText: '' },
  wait(20 * MINUTES),
  { run: 'aws kms decrypt --ciphertext-blob fileb://<ciphertext-file> --query Plaintext', prints: 'cmVtZW1iZXIgbWU=' },
  {
    run: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=InitializeCluster --query Events[1].CloudTrailEvent',
    prints: { $json: { $has: { eventSource: 'cloudhsm.amazonaws.com', requestParameters: { clusterId: '<cluster>' }, errorCode: 'CloudHsmInvalidRequestException' } } },
  },
];

/** @type {import('../session.mjs').Session} */
export default { client: 'aws', scenario: 'empty', steps: [...building, ...using, ...backingUp, ...recovering] };
