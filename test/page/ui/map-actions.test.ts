import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ChooseKeyEvent } from '../../../src/page/ui/events.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId, hide, inStore, named, newSimulator, settle, show, type Shown } from './map-world.ts';
import { waitFor } from './waiting.ts';

const chips = (box: Element | undefined): string[] =>
  [...(box?.querySelectorAll('.chip button') ?? [])].map((chip) => chip.textContent.trim());

describe('<glass-map> in use', () => {
  let shown: Shown;
  afterEach(() => {
    hide(shown);
  });
  const open = async (options: Parameters<typeof show>[1] = {}, more: Parameters<typeof newSimulator>[0] = {}): Promise<void> => {
    shown = await show(await newSimulator(more), options);
  };
  const dialog = (): HTMLDialogElement | null => shown.root().querySelector('dialog');
  const announcement = (): string => named(shown.root().querySelector('.hidden[role=status]') as Element);
  const state = async (): Promise<string | undefined> =>
    (await shown.simulator.kms.describeCustomKeyStores()).CustomKeyStores?.[0]?.ConnectionState;

  it('switches the connection: the button says what a press does, in each state', async () => {
    await open();
    const { simulator, press, says, map, button, root } = shown;
    const at = async (label: string, is: string): Promise<HTMLButtonElement> => {
      const found = await waitFor(map, () => button(`${label} ExampleKeyStore`));
      expect(root().querySelector('.is')?.textContent?.trim()).to.equal(is);
      return found;
    };
    await (await at('Disconnect', 'CONNECTED'), press('Disconnect ExampleKeyStore'));
    const waiting = await at('Wait', 'DISCONNECTING');
    expect(waiting.getAttribute('aria-disabled')).to.equal('true');
    await says('Nothing can be done until it is DISCONNECTED.');
    waiting.click();
    await simulator.control.advance(120_000);
    await at('Connect', 'DISCONNECTED');
    expect(announcement()).to.equal('ExampleKeyStore: DISCONNECTED');
    await press('Connect ExampleKeyStore');
    await at('Stop connecting', 'CONNECTING');
    await press('Stop connecting ExampleKeyStore');
    await at('Wait', 'DISCONNECTING');
    await simulator.control.advance(120_000);
    await at('Connect', 'DISCONNECTED');
    await simulator.kms.updateCustomKeyStore({ CustomKeyStoreId, KeyStorePassword: 'not-the-one' });
    await press('Connect ExampleKeyStore');
    await at('Stop connecting', 'CONNECTING');
    await simulator.control.advance(1_200_000);
    await at('Disconnect first', 'FAILED');
    await says('AWS connects only a key store that is DISCONNECTED.');
    await press('Disconnect first ExampleKeyStore');
    await at('Wait', 'DISCONNECTING');
  });

  it('does all of it by keyboard, and keeps the focus on the switch', async () => {
    await open({ lang: 'ja' });
    const { simulator, map, button, root } = shown;
    await simulator.control.setSpeed(Infinity);
    button('切断する ExampleKeyStore')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitFor(map, () => root().querySelector('.is')?.textContent?.includes('DISCONNECT'));
    await simulator.kms.listKeys();
    await waitFor(map, () => button('接続する ExampleKeyStore'));
    expect(root().activeElement).to.equal(button('接続する ExampleKeyStore'));
    await sendKeys({ press: ' ' });
    await waitFor(map, () => root().querySelector('.CONNECTING, .CONNECTED'));
    expect(await state()).to.equal('CONNECTED');
  });

  it('adds an HSM, which receives the keys when it is ACTIVE', async () => {
    await open();
    const { simulator, press, says, map, box, root } = shown;
    await simulator.kms.createKey(inStore);
    await press('Add HSM us-west-2c');
    await says('Receives every key as soon as it is ACTIVE.');
    const joining = (): HTMLElement | null => root().querySelector('.zone:nth-child(3) .hsm');
    expect(chips(joining() ?? undefined)).to.be.empty;
    await simulator.control.advance(400_000);
    await waitFor(map, () => chips(joining() ?? undefined).length === 1);
    expect(chips(joining() ?? undefined)).to.deep.equal(chips(box('hsm-abcdefghijk')));
    expect(announcement()).to.match(/^hsm-\w+: ACTIVE$/);
  });

  it('removes an HSM at once where nothing stops working', async () => {
    await open();
    const { simulator, press, says, map, box } = shown;
    await simulator.control.setSpeed(Infinity);
    await simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await simulator.kms.listKeys();
    await waitFor(map, () => shown.root().querySelectorAll('.hsm.ACTIVE').length === 3);
    await press('Remove HSM hsm-abcdefghijk');
    await waitFor(map, () => !box('hsm-abcdefghijk'));
    expect(dialog()).to.equal(null);
    await says('hsm-abcdefghijk: removed');
  });

  it('asks where something stops working, says what, and takes no for an answer', async () => {
    await open();
    const { simulator, press, map, box } = shown;
    const describe = async (): Promise<number | undefined> =>
      (await simulator.cloudhsmv2.describeClusters()).Clusters?.[0]?.Hsms?.filter(({ State }) => State === 'ACTIVE').length;
    await press('Remove HSM hsm-abcdefghijk');
    let asked = await waitFor(map, dialog);
    expect(asked.textContent).to.contain('Remove hsm-abcdefghijk?').and.contain('CloudHsmClusterInvalidConfigurationException');
    expect(shown.root().activeElement?.textContent, 'the safe answer has the focus').to.equal('Cancel');
    expect(await axeFindings(map)).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await waitFor(map, () => !dialog());
    expect(await describe()).to.equal(2);

    await press('Remove HSM hsm-abcdefghijk');
    asked = await waitFor(map, dialog);
    [...asked.querySelectorAll('button')].at(-1)?.click();
    await waitFor(map, () => box('hsm-abcdefghijk')?.textContent.includes('DELETE_IN_PROGRESS'));
    expect(await describe()).to.equal(1);

    await press('Remove HSM hsm-zyxwvutsrqp');
    asked = await waitFor(map, dialog);
    expect(asked.textContent).to.contain('last active HSM').and.contain('KMSInvalidStateException');
    [...asked.querySelectorAll('button')].at(-1)?.click();
    await shown.says('The cluster has no active HSM');
    expect(shown.root().querySelector('.is')?.textContent?.trim(), 'the connection stays').to.equal('CONNECTED');
  });

  it('repairs by its banner: a failed store, then the second zone', async () => {
    await open();
    const { simulator, press, says, map, button, root } = shown;
    await simulator.control.setSpeed(Infinity);
    await simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId: 'hsm-abcdefghijk' });
    await simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId: 'hsm-zyxwvutsrqp' });
    await simulator.kms.connectCustomKeyStore({ CustomKeyStoreId });
    await simulator.kms.listKeys();
    await says('INSUFFICIENT_CLOUDHSM_HSMS');
    const steps = (): string[] => [...root().querySelectorAll('.banner button')].map(named);
    await waitFor(map, () => steps().join() === 'Add HSM in us-west-2a,Disconnect');
    await press('Add HSM in us-west-2a');
    await simulator.kms.listKeys();
    await waitFor(map, () => steps().join() === 'Disconnect,Add HSM in us-west-2b');
    await press('Disconnect');
    await simulator.kms.listKeys();
    await waitFor(map, () => steps().join() === 'Connect,Add HSM in us-west-2b');
    await press('Connect');
    await simulator.kms.listKeys();
    await press('Add HSM in us-west-2b');
    await simulator.kms.listKeys();
    await waitFor(map, () => steps().length === 0 && button('Disconnect ExampleKeyStore'));
    expect((await simulator.kms.createKey(inStore)).KeyMetadata?.KeyState).to.equal('Enabled');
  });

  it('tells in AWS’s words where a press was refused', async () => {
    await open();
    const { simulator, press, says, map, root } = shown;
    for (let i = 0; i < 4; i += 1) await simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    await press('Add HSM us-west-2a');
    await says('CloudHsmInvalidRequestException');
    const alert = await waitFor(map, () => root().querySelector('.cluster [role=alert] p'));
    expect(alert.textContent).to.contain('quota');
  });

  it('shows a new key in the store and in every HSM, and says so', async () => {
    await open({ lang: 'ja' });
    const { simulator, map, box, root } = shown;
    const fresh = (): number => root().querySelectorAll('.fresh').length;
    const { KeyMetadata } = await simulator.kms.createKey(inStore);
    const id = KeyMetadata?.KeyId ?? '';
    const short = `${id.slice(0, 8)}…${id.slice(-4)}`;
    await waitFor(map, () => chips(box('hsm-abcdefghijk')).length === 1);
    expect(chips(box('hsm-abcdefghijk'))).to.deep.equal([short]);
    expect(chips(box('hsm-zyxwvutsrqp'))).to.deep.equal([short]);
    expect(named(root().querySelector('.store .chip') as Element)).to.equal(short);
    expect(fresh()).to.equal(3);
    expect(announcement()).to.equal(`キーが作成されました: ${short}`);
    for (let i = 0; i < 6; i += 1) await simulator.kms.createKey(inStore);
    await waitFor(map, () => box('hsm-zyxwvutsrqp')?.textContent.includes('キー 7 / 3,300'));
    expect(chips(box('hsm-zyxwvutsrqp'))).to.have.length(5);
  });

  it('moves nothing that was there before', async () => {
    const simulator = await newSimulator();
    await simulator.kms.createKey(inStore);
    shown = await show(simulator);
    expect(chips(shown.box('hsm-abcdefghijk'))).to.have.length(1);
    expect(shown.root().querySelector('.fresh, .joined, .arrived')).to.equal(null);
  });

  it('follows what another simulator of the world does', async () => {
    const database = crypto.randomUUID();
    await open({}, { database });
    const other = await newSimulator({ database });
    try {
      await other.control.setSpeed(Infinity);
      await other.kms.createKey(inStore);
      await shown.says('1 of 3,300 keys');
      await other.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
      await shown.says('Unavailable');
      await shown.says('no call yet');
    } finally {
      other.close();
    }
  });

  it('opens a key: its attributes, and the browser’s own refusal to export it', async () => {
    await open();
    const { simulator, map, box, root, press } = shown;
    const { KeyMetadata } = await simulator.kms.createKey(inStore);
    const chosen: string[] = [];
    document.body.addEventListener('glass-choose-key', (event: ChooseKeyEvent) => chosen.push(event.KeyId), { once: true });
    const chip = await waitFor(map, () => box('hsm-zyxwvutsrqp')?.querySelector<HTMLButtonElement>('.chip button'));
    chip.focus();
    await sendKeys({ press: 'Enter' });
    const panel = await waitFor(map, () => root().querySelector('.key'));
    const value = (name: string): string | undefined =>
      [...panel.querySelectorAll('dl > div')].find((row) => row.querySelector('dt')?.textContent === name)?.querySelector('dd')?.textContent;
    await waitFor(map, () => value('extractable'));
    expect(chosen).to.deep.equal([KeyMetadata?.KeyId]);
    expect(value('extractable')).to.equal('false');
    expect(value('label')).to.equal(KeyMetadata?.Arn);
    expect(value('owner')).to.equal('kmsuser');
    expect(value('check-value')).to.match(/^0x[\da-f]{6}$/);
    await waitFor(map, () => root().activeElement?.id === 'key-title');

    await press('Export the key material');
    const attempt = await waitFor(map, () => panel.querySelector('.attempt'));
    const real = await crypto.subtle
      .generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
      .then((key) => crypto.subtle.exportKey('raw', key))
      .catch((error: unknown) => error as DOMException);
    expect(attempt.textContent).to.contain((real as DOMException).name).and.contain((real as DOMException).message);
    expect(attempt.textContent).to.contain('no script').and.contain('profile folder');
    settle(shown);
    expect(await axeFindings(map)).to.deep.equal([]);

    await sendKeys({ press: 'Escape' });
    await waitFor(map, () => !root().querySelector('.key'));
    expect(root().activeElement, 'back where it was chosen').to.equal(chip);
  });

  it('still shows everything after it was moved on the page', async () => {
    await open();
    const { map, simulator } = shown;
    const section = document.createElement('section');
    document.body.append(section);
    section.append(map);
    await simulator.kms.createKey(inStore);
    await shown.says('1 of 3,300 keys');
    await shown.says('CreateKey 200');
    section.replaceWith(map);
  });
});
