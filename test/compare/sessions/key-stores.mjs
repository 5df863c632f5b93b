/** A key store of one's own: made, connected with a wrong and the right password, renamed, deleted. */
import { CLUSTER, keyMetadata, MINUTES } from './world.mjs';

const anchor = '--trust-anchor-certificate file://<customerCA.crt-file>';
const create = `aws kms create-custom-key-store --custom-key-store-name Mine --cloud-hsm-cluster-id ${CLUSTER} --key-store-password kmsPswd9999 ${anchor}`;
const describe = 'aws kms describe-custom-key-stores --custom-key-store-id <store>';
const store = (/** @type {string} */ ConnectionState, CustomKeyStoreName = 'Mine', /** @type {{ ConnectionErrorCode?: string }} */ { ConnectionErrorCode } = {}) => ({
  CustomKeyStores: [{
    CustomKeyStoreId: '<store>', CustomKeyStoreName, CloudHsmClusterId: CLUSTER, TrustAnchorCertificate: '<customerCA.crt>', ConnectionState,
    ...(ConnectionErrorCode && { ConnectionErrorCode }), CreationDate: '<: now>', CustomKeyStoreType: 'AWS_CLOUDHSM',
  }],
});
const update = 'aws kms update-custom-key-store --custom-key-store-id <store>';

/** @type {import('../session.mjs').Session} */
export default {
  client: 'aws',
  scenario: 'cluster',
  steps: [
    { run: 'aws kms describe-custom-key-stores', prints: { CustomKeyStores: [] } },
    { run: `aws kms create-custom-key-store --custom-key-store-name Mine --cloud-hsm-cluster-id ${CLUSTER} --key-store-password kmsPswd9999 --trust-anchor-certificate nonsense`, fails: 'IncorrectTrustAnchorException', in: 'CreateCustomKeyStore' },
    { run: `aws kms create-custom-key-store --custom-key-store-name Mine --cloud-hsm-cluster-id cluster-234abcdefgh --key-store-password kmsPswd9999 ${anchor}`, fails: 'CloudHsmClusterNotFoundException', in: 'CreateCustomKeyStore' },
    { run: 'aws kms create-custom-key-store --custom-key-store-name Mine', fails: 'ValidationException', in: 'CreateCustomKeyStore' },
    { run: create, prints: { CustomKeyStoreId: '<store: key store id>' } },
    { run: describe, prints: store('DISCONNECTED') },
    // All the same: neither a new one nor an error.
    { run: create, prints: { CustomKeyStoreId: '<store>' } },
    { run: `${create.replace('kmsPswd9999', 'kmsPswd8888')}`, fails: 'CustomKeyStoreNameInUseException', in: 'CreateCustomKeyStore' },
    { run: `${create.replace('Mine', 'Other')}`, fails: 'CloudHsmClusterInUseException', in: 'CreateCustomKeyStore' },

    { run: 'aws kms connect-custom-key-store --custom-key-store-id <store>', printsText: '' },
    { run: 'aws kms delete-custom-key-store --custom-key-store-id <store>', fails: 'CustomKeyStoreInvalidStateException', in: 'DeleteCustomKeyStore' },
    { run: `${update} --new-custom-key-store-name Yours`, fails: 'CustomKeyStoreInvalidStateException', in: 'UpdateCustomKeyStore' },
    { control: 'advance', input: { ms: 20 * MINUTES } },
    { run: describe, prints: store('FAILED', 'Mine', { ConnectionErrorCode: 'INVALID_CREDENTIALS' }) },
    { run: 'aws kms connect-custom-key-store --custom-key-store-id <store>', fails: 'CustomKeyStoreInvalidStateException', in: 'ConnectCustomKeyStore' },
    { run: 'aws kms disconnect-custom-key-store --custom-key-store-id <store>', printsText: '' },
    { control: 'advance', input: { ms: 5 * MINUTES } },
    { run: describe, prints: store('DISCONNECTED') },
    { run: `${update} --key-store-password kmsPswd1234`, printsText: '' },
    { run: 'aws kms connect-custom-key-store --custom-key-store-id <store>', printsText: '' },
    { control: 'advance', input: { ms: 20 * MINUTES } },
    { run: describe, prints: store('CONNECTED') },

    { run: `${update} --new-custom-key-store-name Renamed`, printsText: '' },
    { run: `${update} --key-store-password kmsPswd7777`, fails: 'CustomKeyStoreInvalidStateException', in: 'UpdateCustomKeyStore' },
    { run: `${update} --cloud-hsm-cluster-id cluster-234abcdefgh`, fails: 'CustomKeyStoreInvalidStateException', in: 'UpdateCustomKeyStore' },
    { run: update, fails: 'ValidationException', in: 'UpdateCustomKeyStore' },
    { run: 'aws kms update-custom-key-store --custom-key-store-id cks-00000000000000000 --new-custom-key-store-name a', fails: 'CustomKeyStoreNotFoundException', in: 'UpdateCustomKeyStore' },
    { run: 'aws kms describe-custom-key-stores --custom-key-store-name Renamed', prints: store('CONNECTED', 'Renamed') },
    { run: 'aws kms describe-custom-key-stores --custom-key-store-name Renamed --custom-key-store-id <store>', fails: 'ValidationException', in: 'DescribeCustomKeyStores' },
    {
      run: 'aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id <store>',
      prints: { KeyMetadata: { ...keyMetadata('<key: uuid>'), CustomKeyStoreId: '<store>' } },
    },
    { run: 'aws kms disconnect-custom-key-store --custom-key-store-id <store>', printsText: '' },
    { control: 'advance', input: { ms: 5 * MINUTES } },
    { run: 'aws kms delete-custom-key-store --custom-key-store-id <store>', fails: 'CustomKeyStoreHasCMKsException', in: 'DeleteCustomKeyStore' },
    { run: `${update} --cloud-hsm-cluster-id cluster-234abcdefgh`, fails: 'CloudHsmClusterNotFoundException', in: 'UpdateCustomKeyStore' },
    {
      run: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=CreateCustomKeyStore --query Events[-1].CloudTrailEvent',
      prints: { $json: { $has: { requestParameters: { customKeyStoreName: 'Mine', clusterId: CLUSTER }, errorCode: 'IncorrectTrustAnchorException' } } },
    },
  ],
};
