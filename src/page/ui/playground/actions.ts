import type { Simulator } from '../../client/simulator.ts';
import type { App } from './app.ts';

/** How a call went: in AWS's words where AWS refused it. */
export type Outcome =
  | { readonly kind: 'busy' }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** What the buttons do. Each shows its outcome under its own name, `createHsm` and `deleteHsm` with the zone or HSM. */
export interface Actions {
  describeCustomKeyStores(): void;
  describeClusters(): void;
  createKey(): void;
  describeKey(): void;
  roundTrip(text: string): void;
  lookupEvents(): void;
  connect(keyStoreId: string): void;
  disconnect(keyStoreId: string): void;
  createHsm(clusterId: string, zone: string): void;
  deleteHsm(clusterId: string, hsmId: string): void;
  reset(): void;
}

/** @param draw shows the app as it is now */
export function createActions(app: App, simulator: Simulator, draw: () => void): Actions {
  const { kms, cloudhsmv2, cloudtrail, control } = simulator;
  const { texts } = app;

  /** `call` answers what to say when it went well: nothing where the state beside the button says it. */
  const run = (name: string, call: () => Promise<string>): void => {
    const show = (outcome: Outcome): void => {
      app.outcomes.set(name, outcome);
      draw();
    };
    if (app.outcomes.get(name)?.kind === 'busy') return;
    show({ kind: 'busy' });
    call().then(
      (text) => {
        show({ kind: 'done', text });
      },
      (error: unknown) => {
        // An AwsError's name is AWS's code; a SimulatorError says so itself, and what to do.
        const { name: code, message } = error instanceof Error ? error : new Error(String(error));
        show({ kind: 'refused', code, message });
      },
    );
  };
  /** The first store's id, as the document names it in its calls; without one AWS is asked about all. */
  const store = (): { CustomKeyStoreId?: string } => {
    const id = app.world?.keyStores[0]?.CustomKeyStoreId;
    return id === undefined ? {} : { CustomKeyStoreId: id };
  };
  const newestKey = (): { KeyId: string } => ({ KeyId: app.world?.newestKey ?? '' });

  return {
    describeCustomKeyStores: () => {
      run('describeCustomKeyStores', () => kms.describeCustomKeyStores(store()).then(() => texts.done));
    },
    describeClusters: () => {
      run('describeClusters', () => cloudhsmv2.describeClusters().then(() => texts.done));
    },
    createKey: () => {
      run('createKey', async () => {
        const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store() });
        return texts.created(`key/${KeyMetadata?.KeyId ?? ''}`);
      });
    },
    describeKey: () => {
      run('describeKey', async () => (await kms.describeKey(newestKey())).KeyMetadata?.KeyState ?? '');
    },
    roundTrip: (text) => {
      run('roundTrip', async () => {
        const { CiphertextBlob } = await kms.encrypt({ ...newestKey(), Plaintext: new TextEncoder().encode(text) });
        const { Plaintext } = await kms.decrypt({ CiphertextBlob });
        return texts.roundTripDone(CiphertextBlob?.length ?? 0, new TextDecoder().decode(Plaintext));
      });
    },
    lookupEvents: () => {
      run('lookupEvents', () => cloudtrail.lookupEvents({ MaxResults: 10 }).then(() => texts.done));
    },
    connect: (CustomKeyStoreId) => {
      run(`connection ${CustomKeyStoreId}`, () => kms.connectCustomKeyStore({ CustomKeyStoreId }).then(() => ''));
    },
    disconnect: (CustomKeyStoreId) => {
      run(`connection ${CustomKeyStoreId}`, () => kms.disconnectCustomKeyStore({ CustomKeyStoreId }).then(() => ''));
    },
    createHsm: (ClusterId, AvailabilityZone) => {
      run(`cluster ${ClusterId}`, () => cloudhsmv2.createHsm({ ClusterId, AvailabilityZone }).then(() => ''));
    },
    deleteHsm: (ClusterId, HsmId) => {
      run(`cluster ${ClusterId}`, () => cloudhsmv2.deleteHsm({ ClusterId, HsmId }).then(() => ''));
    },
    reset: () => {
      run('reset', async () => {
        await control.reset();
        app.outcomes.clear();
        app.exchanges = [];
        return texts.done;
      });
    },
  };
}
