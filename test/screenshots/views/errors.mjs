/** The errors: all of them, and one in each of its states. */

const here = 'glass-guide >>> #here';
const whole = 'glass-guide >>> .whole-button';

/** @type {import('./all.mjs').View[]} */
export const errors = [
  {
    name: 'errors',
    at: '#/errors',
    sign: 'glass-guide >>> [data-scenario]',
    async world({ control }) {
      await control.injectFault('pkcs11-sessions', { active: true, target: 'cks-1234567890abcdef0' });
    },
  },
  { name: 'errors-sought', window: true, at: '#/errors', sign: 'glass-guide >>> #title', steps: [['type', 'glass-guide >>> #search', 'password']] },
  { name: 'error-nothing-wrong', at: '#/errors/USER_LOGGED_IN', sign: here },
  { name: 'error-holds', at: '#/errors/USER_LOGGED_IN', scenario: 'user-logged-in', sign: 'glass-guide >>> .step[data-state=now]', readme: { file: 'failed.png', theme: 'dark', height: 900 } },
  {
    name: 'error-in-the-middle',
    at: '#/errors/USER_LOGGED_IN',
    scenario: 'user-logged-in',
    sign: 'glass-guide >>> .step[data-state=done]',
    async world({ kms, control }) {
      await control.setSpeed(Infinity);
      const { CustomKeyStores: [{ CustomKeyStoreId }] } = await kms.describeCustomKeyStores();
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    },
  },
  {
    name: 'error-repaired',
    at: '#/errors/USER_LOGGED_IN',
    scenario: 'user-logged-in',
    sign: 'glass-guide >>> #repaired',
    async world({ control }) {
      await control.setSpeed(Infinity);
      const { passwords } = await control.notes();
      return { password: passwords.kmsuser };
    },
    steps: [['type', 'glass-guide >>> .step[data-state=now] input', '{password}'], ['press', whole]],
  },
  { name: 'error-several-causes', at: '#/errors/KMSInvalidStateException', scenario: 'key-material-deleted', sign: here },
  { name: 'error-unknown', window: true, at: '#/errors/NO_SUCH_CODE', sign: 'glass-guide >>> #title' },
];
