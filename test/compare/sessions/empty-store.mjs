/** A key store without keys can be deleted, and its cluster serves another one. */
import { CLUSTER } from './world.mjs';

const create = (/** @type {string} */ name) => `aws kms create-custom-key-store --custom-key-store-name ${name} --custom-key-store-type AWS_CLOUDHSM --cloud-hsm-cluster-id ${CLUSTER} --key-store-password kmsPswd1234 --trust-anchor-certificate file://<customerCA.crt-file>`;

/** @type {import('../session.mjs').Session} */
export default {
  client: 'aws',
  scenario: 'cluster',
  steps: [
    { run: create('First'), prints: { CustomKeyStoreId: '<first: key store id>' } },
    { run: 'aws kms delete-custom-key-store --custom-key-store-id <first>', printsText: '' },
    { run: 'aws kms describe-custom-key-stores --custom-key-store-id <first>', fails: 'CustomKeyStoreNotFoundException', in: 'DescribeCustomKeyStores' },
    { run: 'aws kms delete-custom-key-store --custom-key-store-id <first>', fails: 'CustomKeyStoreNotFoundException', in: 'DeleteCustomKeyStore' },
    { run: create('Second'), prints: { CustomKeyStoreId: '<second: key store id>' } },
    { run: `aws cloudhsmv2 delete-hsm --cluster-id ${CLUSTER} --eni-id eni-ea8647e1`, prints: { HsmId: 'hsm-abcdefghijk' } },
    { run: `aws cloudhsmv2 delete-hsm --cluster-id ${CLUSTER} --eni-id eni-ea8647e2`, prints: { HsmId: 'hsm-zyxwvutsrqp' } },
    { run: `aws kms update-custom-key-store --custom-key-store-id <second> --cloud-hsm-cluster-id ${CLUSTER}`, fails: 'CloudHsmClusterInvalidConfigurationException', in: 'UpdateCustomKeyStore' },
    { run: 'aws kms delete-custom-key-store --custom-key-store-id <second>', printsText: '' },
    { run: create('Third'), fails: 'CloudHsmClusterInvalidConfigurationException', in: 'CreateCustomKeyStore' },
    { run: 'aws kms describe-custom-key-stores', prints: { CustomKeyStores: [] } },
  ],
};
