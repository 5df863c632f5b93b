import { expect } from 'chai';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { bringStore, connectionStates, hour, type ConnectionState } from './kms-world.ts';

/**
 * Facts 1.5, the connection state machine, cell by cell. A row is an action, a cell what it is answered; `ok` is followed
 * by the state after the call.
 */

const invalid = 'CustomKeyStoreInvalidStateException';
const CustomKeyStoreId = documentStore;

const actions: Record<string, (world: TestWorld) => Promise<unknown>> = {
  Connect: (world) => world.kms('ConnectCustomKeyStore', { CustomKeyStoreId }),
  Disconnect: (world) => world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId }),
  Rename: (world) => world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, NewCustomKeyStoreName: 'Renamed' }),
  'Update password': (world) => world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword: 'another1' }),
  'Update cluster': (world) => world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, CloudHsmClusterId: documentCluster }),
  Delete: (world) => world.kms('DeleteCustomKeyStore', { CustomKeyStoreId }),
  CreateKey: (world) => createStoreKey(world),
  GenerateRandom: (world) => world.kms('GenerateRandom', { NumberOfBytes: 16, CustomKeyStoreId }),
};

const table: Record<string, Record<ConnectionState, string>> = {
  Connect: {
    DISCONNECTED: 'ok CONNECTING',
    CONNECTING: 'ok CONNECTING',
    CONNECTED: 'ok CONNECTED',
    FAILED: invalid,
    DISCONNECTING: invalid,
  },
  Disconnect: {
    DISCONNECTED: invalid,
    CONNECTING: 'ok DISCONNECTING',
    CONNECTED: 'ok DISCONNECTING',
    FAILED: 'ok DISCONNECTING',
    DISCONNECTING: invalid,
  },
  Rename: {
    DISCONNECTED: 'ok DISCONNECTED',
    CONNECTING: invalid,
    CONNECTED: 'ok CONNECTED',
    FAILED: invalid,
    DISCONNECTING: invalid,
  },
  'Update password': { DISCONNECTED: 'ok DISCONNECTED', CONNECTING: invalid, CONNECTED: invalid, FAILED: invalid, DISCONNECTING: invalid },
  'Update cluster': { DISCONNECTED: 'ok DISCONNECTED', CONNECTING: invalid, CONNECTED: invalid, FAILED: invalid, DISCONNECTING: invalid },
  Delete: { DISCONNECTED: 'ok gone', CONNECTING: invalid, CONNECTED: invalid, FAILED: invalid, DISCONNECTING: invalid },
  GenerateRandom: { DISCONNECTED: invalid, CONNECTING: invalid, CONNECTED: 'ok CONNECTED', FAILED: invalid, DISCONNECTING: invalid },
  CreateKey: { DISCONNECTED: invalid, CONNECTING: invalid, CONNECTED: 'ok CONNECTED', FAILED: invalid, DISCONNECTING: invalid },
};

async function stateOf(world: TestWorld): Promise<string> {
  const { CustomKeyStores } = await world.kms('DescribeCustomKeyStores');
  return CustomKeyStores?.[0]?.ConnectionState ?? 'gone';
}

describe('connection states of a key store (facts 1.5)', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });

  for (const [action, cells] of Object.entries(table))
    for (const state of connectionStates)
      it(`${action} while ${state}: ${cells[state]}`, async () => {
        await bringStore(world, state);
        expect(await stateOf(world)).to.equal(state);
        const answer = actions[action]?.(world) ?? Promise.reject(new Error(action));
        if (cells[state].startsWith('ok ')) {
          await answer;
          expect(await stateOf(world)).to.equal(cells[state].slice(3));
        } else {
          await refused(answer, cells[state]);
          expect(await stateOf(world)).to.equal(state);
        }
      });

  it('Disconnect passes through DISCONNECTING, Connect through CONNECTING, each for its time', async () => {
    await world.control.setSpeed({ speed: 1 });
    await actions['Disconnect']?.(world);
    expect(await stateOf(world)).to.equal('DISCONNECTING');
    await world.control.advance({ ms: 2 * 60_000 });
    expect(await stateOf(world)).to.equal('DISCONNECTED');
    await actions['Connect']?.(world);
    await world.control.advance({ ms: 19 * 60_000 });
    expect(await stateOf(world)).to.equal('CONNECTING');
    await world.control.advance({ ms: 60_000 });
    expect(await stateOf(world)).to.equal('CONNECTED');
  });

  it('FAILED has an error code, and no other state has', async () => {
    await bringStore(world, 'FAILED');
    const failed = (await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0];
    expect(failed?.ConnectionErrorCode).to.equal('INVALID_CREDENTIALS');
    await actions['Disconnect']?.(world);
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0]).not.to.have.property('ConnectionErrorCode');
  });

  it('kmsuser is rotated by Connect, and KMS keeps the new password: reconnecting works, the old password does not', async () => {
    const cluster = await openTestWorld({ scenario: 'cluster' });
    const notes = await cluster.control.notes(undefined);
    const create = (CustomKeyStoreName: string): Promise<{ CustomKeyStoreId?: string | undefined }> =>
      cluster.kms('CreateCustomKeyStore', {
        CustomKeyStoreName,
        CloudHsmClusterId: documentCluster,
        KeyStorePassword: notes.passwords['kmsuser'],
        TrustAnchorCertificate: notes['customerCA.crt'],
      });
    const connect = async (id = ''): Promise<string> => {
      await cluster.kms('ConnectCustomKeyStore', { CustomKeyStoreId: id });
      await cluster.control.advance({ ms: hour });
      return stateOf(cluster);
    };
    const disconnect = async (id = ''): Promise<void> => {
      await cluster.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: id });
      await cluster.control.advance({ ms: hour });
    };
    const first = (await create('First')).CustomKeyStoreId;
    expect(await connect(first)).to.equal('CONNECTED');
    await disconnect(first);
    expect(await connect(first)).to.equal('CONNECTED');
    await disconnect(first);
    await cluster.kms('DeleteCustomKeyStore', { CustomKeyStoreId: first ?? '' });
    const second = (await create('Second')).CustomKeyStoreId;
    expect(await connect(second)).to.equal('FAILED');
    cluster.close();
  });

  it('no active HSM: Connect ends FAILED with INSUFFICIENT_CLOUDHSM_HSMS; one is enough', async () => {
    await bringStore(world, 'DISCONNECTED');
    const remove = (HsmId: string): Promise<unknown> => world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId });
    await remove('hsm-abcdefghijk');
    await actions['Connect']?.(world);
    await world.control.advance({ ms: hour });
    expect(await stateOf(world)).to.equal('CONNECTED');
    await actions['Disconnect']?.(world);
    await world.control.advance({ ms: hour });
    await remove('hsm-zyxwvutsrqp');
    await actions['Connect']?.(world);
    await world.control.advance({ ms: hour });
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0]).to.include({
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'INSUFFICIENT_CLOUDHSM_HSMS',
    });
  });

  it('losing HSMs does not change the connection state (facts 0.1)', async () => {
    for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp'])
      await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId });
    await world.control.advance({ ms: hour });
    expect(await stateOf(world)).to.equal('CONNECTED');
  });
});
