import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { GlassKeyStores } from '../../../src/page/ui/key-stores/key-stores.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId, nameOf, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

const hour = 60 * 60 * 1000;
const store = { CustomKeyStoreId };
type Stores = Stage<GlassKeyStores>;

const show = async ({ element }: Stores, ...path: string[]): Promise<void> => {
  element.path = path;
  await element.updateComplete;
};
const disconnected = async ({ simulator: { kms, control } }: Stores): Promise<void> => {
  await kms.disconnectCustomKeyStore(store);
  await control.advance(hour);
};
const failed = async (stores: Stores): Promise<void> => {
  const { kms, control } = stores.simulator;
  await disconnected(stores);
  await kms.updateCustomKeyStore({ ...store, KeyStorePassword: 'notTheOne1' });
  await kms.connectCustomKeyStore(store);
  await control.advance(hour);
};
/** The action of this operation, opened. */
const action = async ({ element, all }: Stores, operation: string): Promise<ShadowRoot> => {
  const host = await waitFor(element, () => all(`glass-action[data-operation=${operation}]`)[0]);
  const root = await waitFor(element, () => host.shadowRoot?.querySelector('.call') && host.shadowRoot);
  root.querySelector('details')?.setAttribute('open', '');
  return root;
};
const button = async (stores: Stores, operation: string): Promise<HTMLButtonElement> => {
  const root = await action(stores, operation);
  return waitFor(stores.element, () => root.querySelector<HTMLButtonElement>('.call'));
};
const why = async (stores: Stores, operation: string): Promise<string | undefined> => (await action(stores, operation)).querySelector('#why')?.textContent;
const ready = async (stores: Stores, operation: string): Promise<HTMLButtonElement> => {
  const root = await action(stores, operation);
  return waitFor(stores.element, () => root.querySelector<HTMLButtonElement>('.call[aria-disabled=false]'));
};
const yes = async ({ element, all }: Stores, name: string): Promise<void> => {
  (await waitFor(element, () => all('dialog button').find((each) => nameOf(each) === name))).click();
};

describe('<glass-key-stores>', () => {
  let stores: Stores;
  const address = location.href;
  const open = async (options: Parameters<typeof stage>[1] = {}, ...path: string[]): Promise<void> => {
    stores = await stage(() => Object.assign(new GlassKeyStores(), { path }), options);
    await stores.says(/Create key store|Create an AWS CloudHSM key store|General configuration|There is no key store/);
  };
  const lastCall = (operation: string): unknown => stores.calls.findLast((each) => each.operation === operation)?.input;
  afterEach(() => {
    stores.close();
    history.replaceState(null, '', address);
  });

  it('lists what the console lists: name, id, connection state, cluster, number of HSMs; each with its link', async () => {
    await open();
    await stores.says('1 key store');
    const [row] = stores.all('tbody tr');
    expect(row?.textContent.replace(/\s+/g, ' ').trim()).to.match(/^Custom key store name ExampleKeyStore Custom key store ID cks-1234567890abcdef0 Connection state Connected CloudHSM cluster ID cluster-1a23b4cdefg Number of HSMs 2$/);
    expect([...(row?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'))).to.deep.equal(['#/key-stores/cks-1234567890abcdef0', '#/clusters/cluster-1a23b4cdefg']);
    await stores.simulator.control.setSpeed(1);
    await stores.simulator.kms.disconnectCustomKeyStore(store);
    await stores.says('Disconnecting');
    await stores.says('At AWS');
  });

  it('says of a FAILED key store what the console says, with AWS’s code', async () => {
    await open();
    await failed(stores);
    await stores.says('KMS cannot connect the custom key store to its CloudHSM cluster. Error code: INVALID_CREDENTIALS');
    await show(stores, CustomKeyStoreId);
    await stores.says('General configuration');
    expect(stores.text()).to.contain('KMS cannot connect the custom key store to its CloudHSM cluster. Error code: INVALID_CREDENTIALS');
    expect(await why(stores, 'ConnectCustomKeyStore')).to.contain('disconnect it first');
    // The way out, one step at a time, beside what is wrong.
    (await waitFor(stores.element, () => stores.all('.banner button')[0])).click();
    await waitFor(stores.element, () => lastCall('DisconnectCustomKeyStore'));
    await stores.simulator.control.advance(hour);
    await stores.says('DISCONNECTED');
    await ready(stores, 'ConnectCustomKeyStore');
  });

  it('shows the details, and what can be done in this state; what cannot says why', async () => {
    await open({}, CustomKeyStoreId);
    await stores.says('2 active of 2');
    for (const part of ['Custom key store ID', CustomKeyStoreId, 'AWS CloudHSM key store', 'Connected CONNECTED', ClusterId]) expect(stores.text()).to.contain(part);
    expect(await why(stores, 'ConnectCustomKeyStore')).to.equal('It is connected already.');
    expect(await why(stores, 'UpdateCustomKeyStore')).to.equal('Nothing is changed yet.');
    expect(await why(stores, 'DeleteCustomKeyStore')).to.contain('it is CONNECTED');
    (await button(stores, 'ConnectCustomKeyStore')).click();
    expect(lastCall('ConnectCustomKeyStore')).to.equal(undefined);
    expect((await action(stores, 'DisconnectCustomKeyStore')).querySelector('glass-call-code')?.shadowRoot?.textContent).to.contain(`--custom-key-store-id ${CustomKeyStoreId}`);
  });

  it('disconnects and connects: asks first, shows AWS’s own duration, and what came of it', async () => {
    await open({}, CustomKeyStoreId);
    await stores.simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    await stores.simulator.control.setSpeed(1);
    await stores.says('1 · Customer managed keys');
    (await ready(stores, 'DisconnectCustomKeyStore')).click();
    await stores.says('Its KMS key becomes Unavailable');
    await yes(stores, 'Cancel');
    expect(lastCall('DisconnectCustomKeyStore')).to.equal(undefined);
    (await ready(stores, 'DisconnectCustomKeyStore')).click();
    await yes(stores, 'Disconnect');
    await stores.says('Disconnecting DISCONNECTING');
    await stores.simulator.control.advance(hour);
    (await ready(stores, 'ConnectCustomKeyStore')).click();
    await stores.says('At AWS up to 20 min');
    await stores.simulator.control.advance(hour);
    await stores.says('Connected CONNECTED');
    // A key that is still there keeps the key store from being deleted.
    await disconnected(stores);
    await stores.says('DISCONNECTED');
    await waitFor(stores.element, () => stores.all('glass-action[data-operation=DeleteCustomKeyStore]')[0]?.shadowRoot?.textContent.includes('It still holds 1 KMS key.'));
  });

  it('edits: the name while it is connected, all of it while it is not; sends what was changed alone, and forgets the password', async () => {
    await open({}, CustomKeyStoreId);
    await stores.says('While the key store is connected, AWS changes its name alone.');
    await action(stores, 'UpdateCustomKeyStore');
    stores.type('New custom key store name', 'Renamed');
    (await ready(stores, 'UpdateCustomKeyStore')).click();
    await waitFor(stores.element, () => stores.all('#title')[0]?.textContent === 'Renamed');
    expect(lastCall('UpdateCustomKeyStore')).to.deep.equal({ CustomKeyStoreId, NewCustomKeyStoreName: 'Renamed' });
    await disconnected(stores);
    await waitFor(stores.element, () => stores.all('#newPassword')[0]);
    stores.type('kmsuser password', 'another1234');
    (await ready(stores, 'UpdateCustomKeyStore')).click();
    await waitFor(stores.element, () => stores.all<HTMLInputElement>('#newPassword')[0]?.value === '');
    expect(lastCall('UpdateCustomKeyStore')).to.deep.equal({ CustomKeyStoreId, KeyStorePassword: 'another1234' });
    expect(stores.text()).not.to.contain('another1234');
  });

  it('tells AWS’s refusal where it happened, and takes the focus there', async () => {
    await open({}, CustomKeyStoreId);
    await action(stores, 'UpdateCustomKeyStore');
    stores.type('New custom key store name', 'x'.repeat(257));
    (await ready(stores, 'UpdateCustomKeyStore')).click();
    await stores.says('ValidationException');
    await focusComes(() => stores.focused()?.id === 'refusal');
  });

  it('deletes, and goes back to the list, which says so', async () => {
    await open({}, CustomKeyStoreId);
    await disconnected(stores);
    (await ready(stores, 'DeleteCustomKeyStore')).click();
    await yes(stores, 'Delete');
    await waitFor(stores.element, () => location.hash === '#/key-stores' || undefined);
    await show(stores);
    stores.element.focus();
    await stores.says(`The key store ${CustomKeyStoreId} is deleted.`);
    await stores.says('There is no AWS CloudHSM key store in this Region.');
    await focusComes(() => stores.focused()?.id === 'title');
    await show(stores, CustomKeyStoreId);
    await stores.says(`There is no key store ${CustomKeyStoreId}`);
    expect(await axeFindings(stores.element)).to.deep.equal([]);
  });

  it('creates one by keyboard alone, with the cluster’s own certificate; the code has no password', async () => {
    await open({ scenario: 'cluster' }, 'create');
    await stores.says('2 HSMs: us-west-2a and us-west-2b');
    const kmsuserPassword = 'kmsPswd1234';
    stores.control('Custom key store name').focus();
    await sendKeys({ type: 'Mine' });
    for (let i = 0; stores.focused()?.id !== 'password' && i < 20; i += 1) await sendKeys({ press: 'Tab' });
    await sendKeys({ type: kmsuserPassword });
    await waitFor(stores.element, () => stores.all<HTMLInputElement>('#password')[0]?.value === kmsuserPassword);
    expect(stores.text()).to.contain("--custom-key-store-name Mine").and.to.contain('--trust-anchor-certificate file://customerCA.crt').and.not.to.contain(kmsuserPassword);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    const id = await waitFor(stores.element, () => /^#\/key-stores\/(cks-\w+)$/.exec(location.hash)?.[1]);
    const { trustAnchor } = (await stores.simulator.look('clusters'))[0] ?? {};
    expect(lastCall('CreateCustomKeyStore')).to.deep.equal({
      CustomKeyStoreName: 'Mine',
      CloudHsmClusterId: ClusterId,
      TrustAnchorCertificate: trustAnchor,
      KeyStorePassword: kmsuserPassword,
    });
    await show(stores, id);
    await stores.says('The key store “Mine” is created.');
    await stores.says('Disconnected DISCONNECTED');
  });

  it('takes a certificate from a file, or pasted; AWS says whether it is the right one', async () => {
    // The wizard that creates a key has led here, and there it goes back.
    await open({ scenario: 'cluster' }, 'create', 'for-key');
    await stores.says('2 HSMs');
    expect(stores.all('a').map((a) => [a.getAttribute('href'), a.textContent.trim()])).to.deep.include(['#/keys/create/store', '← Back to creating the key']);
    const pem = (await stores.simulator.look('clusters'))[0]?.trustAnchor ?? '';
    stores.type('Custom key store name', 'Mine');
    stores.type('kmsuser password', 'kmsPswd1234');
    const choose = async (name: string): Promise<void> => {
      stores.all('label.check').find(({ textContent }) => textContent.trim() === name)?.click();
      await stores.element.updateComplete;
    };
    await choose('Paste it');
    await waitFor(stores.element, () => stores.all('#pasted')[0]);
    stores.type('Certificate in PEM format', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----');
    (await ready(stores, 'CreateCustomKeyStore')).click();
    await stores.says('IncorrectTrustAnchorException');
    await choose('Choose a file');
    const file = await waitFor(stores.element, () => stores.all<HTMLInputElement>('#file')[0]);
    const files = new DataTransfer();
    files.items.add(new File([pem], 'customerCA.crt'));
    file.files = files.files;
    file.dispatchEvent(new Event('change'));
    await stores.says('Read: customerCA.crt');
    (await ready(stores, 'CreateCustomKeyStore')).click();
    await waitFor(stores.element, () => location.hash === '#/keys/create/store');
  });

  it('offers only clusters that a new key store can have, and says why not the others', async () => {
    await open({}, 'create');
    await stores.says('The key store “ExampleKeyStore” uses it.');
    expect(await why(stores, 'CreateCustomKeyStore')).to.contain('No cluster of this Region');
    await stores.simulator.control.loadScenario('cluster');
    await stores.says('2 HSMs');
    await stores.simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId: 'hsm-abcdefghijk' });
    await stores.says('It needs active HSMs in two Availability Zones; it has them in us-west-2b.');
    await stores.simulator.control.loadScenario('empty');
    await stores.says('There is no cluster in this Region yet.');
    expect(stores.all('a').some((a) => a.getAttribute('href') === '#/clusters/create')).to.equal(true);
  });
});

/** How a state comes about. */
const states: Record<string, (stores: Stores) => Promise<void>> = {
  'no key store': async (stores) => {
    await stores.simulator.control.loadScenario('empty');
    await stores.says(/There is no AWS CloudHSM key store|キーストアがありません/);
  },
  'a list with FAILED, and a long name': async (stores) => {
    await disconnected(stores);
    await stores.simulator.kms.updateCustomKeyStore({ ...store, NewCustomKeyStoreName: 'W'.repeat(256) });
    await stores.simulator.kms.updateCustomKeyStore({ ...store, KeyStorePassword: 'notTheOne1' });
    await stores.simulator.kms.connectCustomKeyStore(store);
    await stores.simulator.control.advance(hour);
    await stores.says('INVALID_CREDENTIALS');
  },
  'details while it connects, all actions open': async (stores) => {
    await disconnected(stores);
    await stores.simulator.control.setSpeed(1);
    await stores.simulator.kms.connectCustomKeyStore(store);
    await show(stores, CustomKeyStoreId);
    await stores.says('Connecting');
    for (const operation of ['ConnectCustomKeyStore', 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'DeleteCustomKeyStore']) await action(stores, operation);
  },
  'details of a DISCONNECTED one with one HSM': async (stores) => {
    await disconnected(stores);
    await stores.simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId: 'hsm-abcdefghijk' });
    await stores.simulator.control.advance(hour);
    await show(stores, CustomKeyStoreId);
    await stores.says('CloudHsmClusterInvalidConfigurationException');
    await action(stores, 'UpdateCustomKeyStore');
  },
  'the form, with no cluster to choose': async (stores) => {
    await show(stores, 'create');
    await stores.says(/uses it\.|使用しています。/);
  },
  'the form, refused': async (stores) => {
    await stores.simulator.control.loadScenario('cluster');
    await show(stores, 'create');
    await stores.says(ClusterId);
    (await ready(stores, 'CreateCustomKeyStore')).click();
    await stores.says('ValidationException');
  },
};

describe('<glass-key-stores> in each state', () => {
  for (const lang of ['en', 'ja'] as const)
    for (const [name, arrange] of Object.entries(states))
      it(`${name}, ${lang}: axe finds nothing, light and dark; nothing is too wide`, async () => {
        const stores = await stage(() => new GlassKeyStores(), { lang });
        try {
          await arrange(stores);
          for (const [theme, width] of [['light', 320], ['dark', 700], ['light', 1300]] as const) {
            const { element } = stores;
            element.theme = theme;
            document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
            element.style.inlineSize = `${String(width)}px`;
            await waitFor(element, () => stores.all('[theme]').every((each) => each.getAttribute('theme') === theme));
            expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
            const { right } = element.getBoundingClientRect();
            for (const inner of stores.all(':not(.hidden, svg *, thead, thead *)'))
              expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right + 0.5);
          }
        } finally {
          stores.close();
        }
      });
});
