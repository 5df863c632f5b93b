import { expect } from 'chai';
import { passwordDigest } from '../../../src/worker/hsm/password.ts';
import { AwsError, connect, type Shell, type Simulator } from '../../../src/page/index.ts';

const workerUrl = '/public/build/worker.js';
const ClusterId = 'cluster-1a23b4cdefg';
const CustomKeyStoreId = 'cks-1234567890abcdef0';
const adminPassword = 'adminPswd1234';
const day = 24 * 3_600_000;

/** What a person types in a terminal, and sees: the whole of CloudHSM CLI, line by line. */
describe('cloudhsm-cli, every command', () => {
  let simulator: Simulator;
  let shell: Shell;
  afterEach(() => {
    simulator.close();
  });
  async function begin(scenario = 'default'): Promise<void> {
    simulator = await connect({ database: `cli-${crypto.randomUUID()}`, scenario, workerUrl });
    shell = simulator.shell();
  }
  /** @returns `data` of what the last of the lines printed, which must have gone well; lines after the first are answers */
  async function types(...lines: readonly string[]): Promise<unknown> {
    let printed = { stdout: '', stderr: '', exitCode: 0 };
    for (const line of lines) printed = await shell.run(line);
    expect(printed.exitCode, `${lines.join(' | ')}: ${printed.stdout}${printed.stderr}`).to.equal(0);
    return printed.stdout === '' ? undefined : (JSON.parse(printed.stdout) as { data: unknown }).data;
  }
  /** @returns the text of the refusal */
  async function isRefused(line: string): Promise<unknown> {
    const { stdout, exitCode } = await shell.run(line);
    expect(exitCode, `${line}: ${stdout}`).to.equal(1);
    const { error_code, data } = JSON.parse(stdout) as { error_code: number; data: unknown };
    expect(error_code).to.equal(1);
    return data;
  }
  const createKey = async (): Promise<string> =>
    (await simulator.kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId })).KeyMetadata?.Arn ?? '';
  const refusal = async (call: Promise<unknown>): Promise<string> => {
    const error = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return error instanceof AwsError ? `${error.name}: ${error.message}` : String(error);
  };
  async function switchStore(to: 'connect' | 'disconnect'): Promise<string> {
    if (to === 'connect') await simulator.kms.connectCustomKeyStore({ CustomKeyStoreId });
    else await simulator.kms.disconnectCustomKeyStore({ CustomKeyStoreId });
    await simulator.control.advance(day);
    const { CustomKeyStores = [] } = await simulator.kms.describeCustomKeyStores({ CustomKeyStoreId });
    return CustomKeyStores[0]?.ConnectionErrorCode ?? CustomKeyStores[0]?.ConnectionState ?? '';
  }
  const asAdmin = (): Promise<unknown> => types(`cloudhsm-cli login --username admin --role admin --password ${adminPassword}`);
  /** Disconnects, and gets the crypto user in. */
  async function asKmsUser(): Promise<void> {
    await switchStore('disconnect');
    await asAdmin();
    await types('cloudhsm-cli user change-password --username kmsuser --role crypto-user --password again1234');
    await types('cloudhsm-cli login --username kmsuser --role crypto-user --password again1234');
  }

  it('the life of a kmsuser: disconnect, change the password, log in, find the key by its label, delete it, log out, tell KMS, connect', async () => {
    await begin();
    const label = await createKey();
    const other = await createKey();
    const login = 'login --username kmsuser --role crypto-user';
    await types('/opt/cloudhsm/bin/cloudhsm-cli interactive');
    expect(await isRefused(`${login} --password kmsPswd1234`), 'KMS has rotated it').to.equal('Login failed: user name, role or password is wrong.');
    expect(await switchStore('disconnect')).to.equal('DISCONNECTED');
    expect(await types('login --username admin --role admin', adminPassword)).to.deep.equal({ username: 'admin', role: 'admin' });
    expect(await types('user change-password --username kmsuser --role crypto-user', 'mine12345', 'mine12345')).to.deep.equal({ username: 'kmsuser', role: 'crypto-user' });
    expect(await types(login, 'mine12345')).to.deep.equal({ username: 'kmsuser', role: 'crypto-user' });
    const { sessions = [] } = (await simulator.look('clusterContents', { ClusterId })) ?? {};
    expect(sessions.map(({ username }) => username), 'one program has one session').to.deep.equal(['kmsuser']);

    const found = (await types(`key list --filter attr.label="${label}"`)) as { matched_keys: { 'key-reference': string }[] };
    const reference = found.matched_keys[0]?.['key-reference'] ?? '';
    expect(found).to.deep.equal({ matched_keys: [{ 'key-reference': reference, attributes: { label } }], total_key_count: 1, returned_key_count: 1 });
    expect(await types(`key delete --filter key-reference=${reference}`)).to.deep.equal({ message: 'Key deleted successfully' });
    expect(await types(`key list --filter attr.label="${label}"`)).to.deep.equal({ matched_keys: [], total_key_count: 0, returned_key_count: 0 });

    await simulator.kms.updateCustomKeyStore({ CustomKeyStoreId, KeyStorePassword: 'mine12345' });
    expect(await switchStore('connect')).to.equal('USER_LOGGED_IN');
    await switchStore('disconnect');
    expect(await types('logout')).to.equal('Logout successful');
    expect(await switchStore('connect')).to.equal('CONNECTED');
    expect(await isRefused(`${login} --password mine12345`), 'rotated again').to.match(/^Login failed/);

    const { KeyMetadata } = await simulator.kms.describeKey({ KeyId: label });
    expect(KeyMetadata?.KeyState, 'of the key state nothing is to be seen').to.equal('Enabled');
    expect(await refusal(simulator.kms.encrypt({ KeyId: label, Plaintext: new Uint8Array(1) }))).to.equal(`KMSInvalidStateException: ${label} is unavailable.`);
    await simulator.kms.encrypt({ KeyId: other, Plaintext: new Uint8Array(1) });
  });

  it('nothing of it is in CloudTrail, and no password is in any answer, view or table', async () => {
    await begin();
    await createKey();
    await asKmsUser();
    await types('cloudhsm-cli key list --verbose');
    await types('cloudhsm-cli user list');
    await isRefused('cloudhsm-cli key delete --filter attr.label=none');
    const { Events = [] } = await simulator.cloudtrail.lookupEvents();
    expect(Events.map(({ EventName }) => EventName)).to.deep.equal(['DescribeCustomKeyStores', 'DisconnectCustomKeyStore', 'CreateKey']);
    const seen = JSON.stringify([await simulator.look('clusterContents', { ClusterId }), await simulator.look('clusters'), Events, await types('cloudhsm-cli user list')]);
    for (const secret of ['again1234', adminPassword]) expect(seen).not.to.include(secret).and.not.to.include(await passwordDigest(secret));
  });

  it('key list: pages, filters, every attribute', async () => {
    await begin();
    const labels: string[] = [];
    for (let i = 0; i < 12; i += 1) labels.push(await createKey());
    await asKmsUser();
    interface List {
      readonly matched_keys: readonly { 'key-reference': string; 'key-info': unknown; attributes: Readonly<Record<string, unknown>> }[];
      readonly total_key_count: number;
      readonly returned_key_count: number;
      readonly 'next-token'?: string;
    }
    const list = async (options = ''): Promise<List> => (await types(`cloudhsm-cli key list ${options}`)) as List;
    const first = await list();
    expect([first.total_key_count, first.returned_key_count]).to.deep.equal([12, 10]);
    const rest = await list(`--starting-token ${first['next-token'] ?? ''}`);
    expect([rest.returned_key_count, rest['next-token']]).to.deep.equal([2, undefined]);
    expect([...first.matched_keys, ...rest.matched_keys].map(({ attributes }) => attributes['label'])).to.deep.equal(labels);
    expect((await list('--max-items 3')).returned_key_count).to.equal(3);

    const [one] = (await list(`-v --filter attr.label=${labels[4] ?? ''} attr.class=secret-key`)).matched_keys;
    if (!one) throw new Error('No key.');
    expect(one['key-info']).to.deep.equal({
      'key-owners': [{ username: 'kmsuser', 'key-coverage': 'full' }],
      'shared-users': [],
      'key-quorum-values': { 'manage-key-quorum-value': 0, 'use-key-quorum-value': 0 },
      'cluster-coverage': 'full',
    });
    expect(one.attributes).to.include({ 'key-type': 'aes', label: labels[4], token: true, extractable: false, 'key-length-bytes': 32 });
    expect(one.attributes['check-value']).to.match(/^0x[0-9a-f]{6}$/);
    for (const filter of [
      `attr.id=${String(one.attributes['id'])}`,
      `attr.check-value=${String(one.attributes['check-value'])}`,
      `key-reference=${one['key-reference']}`,
      `key-reference=0x${Number(one['key-reference']).toString(16).toUpperCase()}`,
      `attr.label=${labels[4] ?? ''} --filter attr.encrypt=true`,
    ]) {
      const { matched_keys, total_key_count } = await list(`--verbose --filter ${filter}`);
      expect([total_key_count, matched_keys[0]?.['key-reference']], filter).to.deep.equal([1, one['key-reference']]);
    }
    for (const filter of ['attr.extractable=true', 'attr.label=x', 'key-reference=0xfff', `attr.label=${labels[4] ?? ''} attr.label=${labels[5] ?? ''}`])
      expect((await list(`--filter ${filter}`)).total_key_count, filter).to.equal(0);
  });

  it('keys are for the crypto user who owns them', async () => {
    await begin();
    const label = await createKey();
    await asAdmin();
    const none = { matched_keys: [], total_key_count: 0, returned_key_count: 0 };
    expect(await types('cloudhsm-cli key list'), 'an admin owns none').to.deep.equal(none);
    expect(await isRefused(`cloudhsm-cli key delete --filter attr.label=${label}`)).to.equal('Only a crypto user has keys. Log in as one.');
    await types('cloudhsm-cli user create --username Alice --role crypto-user --password wonder1234');
    expect(await types('cloudhsm-cli login --username ALICE --role crypto-user --password wonder1234')).to.deep.equal({ username: 'alice', role: 'crypto-user' });
    expect(await types('cloudhsm-cli key list')).to.deep.equal(none);
    expect(await isRefused(`cloudhsm-cli key delete --filter attr.label=${label}`)).to.equal('No key matches the filter.');
    await asKmsUser();
    expect(await types('cloudhsm-cli key list')).to.include({ total_key_count: 1 });
    await switchStore('connect');
  });

  it('cluster hsm-info, for everybody', async () => {
    await begin();
    const { hsms } = (await types('cloudhsm-cli cluster hsm-info')) as { hsms: Readonly<Record<string, string>>[] };
    expect(hsms.map((hsm) => hsm['serial-number'])).to.deep.equal(['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']);
    expect(hsms[0]).to.include({ model: 'NITROX-III CNN35XX-NFBE', 'fips-state': '2 [FIPS mode with single factor authentication]' });
  });

  it('user change-mfa token-sign: registered, shown, deregistered', async () => {
    await begin('cluster');
    await asAdmin();
    const change = 'cloudhsm-cli user change-mfa token-sign --username kmsuser --role crypto-user';
    const mfaOf = async (): Promise<unknown> => ((await types('cloudhsm-cli user list')) as { users: { username: string; mfa: unknown }[] }).users.find(({ username }) => username === 'kmsuser')?.mfa;
    const { stdout, stderr, exitCode } = await shell.run(`${change} --token kms.token`);
    expect([JSON.parse(stdout), exitCode]).to.deep.equal([{ error_code: 0, data: { username: 'kmsuser', role: 'crypto-user' } }, 0]);
    expect(stderr, 'what was played is said').to.match(/^GlassHSM made the RSA key/);
    expect(await mfaOf()).to.deep.equal([{ strategy: 'token-sign', status: 'enabled' }]);
    expect(await isRefused('cloudhsm-cli login --username kmsuser --role crypto-user --password kmsPswd1234')).to.match(/has a second factor/);
    await types(`${change} --deregister`);
    expect(await mfaOf()).to.deep.equal([]);
    for (const options of ['', '--token a --deregister']) expect(await isRefused(`${change} ${options}`)).to.equal('Say either --token or --deregister.');
    expect(await isRefused('cloudhsm-cli user change-mfa token-sign --username admin --role admin --token a')).to.match(/^Only crypto users/);
  });

  /** Lines of a person who is logged in as admin, and what they are told. */
  const refusals: readonly (readonly [line: string, text: string])[] = [
    ['user delete --username nobody --role crypto-user', 'There is no crypto-user nobody.'],
    ['user delete --username kmsuser --role admin', 'There is no admin kmsuser.'],
    ['user delete --username admin --role admin', 'User admin is logged in.'],
    ['user create --username kmsuser --role admin --password 12345678', 'User kmsuser exists.'],
    ['user create --username KMSUSER --role crypto-user --password 12345678', 'User kmsuser exists.'],
    ['user create --username "two words" --role admin --password 12345678', 'A user name has 1 to 31 letters, digits and underscores.'],
    [`user create --username ${'x'.repeat(32)} --role admin --password 12345678`, 'A user name has 1 to 31 letters, digits and underscores.'],
    ['user create --username a --role admin --password 1234567', 'A password has 8 to 32 characters.'],
    [`user change-password --username kmsuser --role crypto-user --password ${'x'.repeat(33)}`, 'A password has 8 to 32 characters.'],
    ['user change-password --username nobody --role crypto-user --password 12345678', 'There is no crypto-user nobody.'],
    ['key list --filter label=x', 'The filter label=x is neither key-reference=0x… nor attr.<name of an attribute>=<value>.'],
    ['key list --filter attr.colour=red', 'The filter attr.colour=red is neither key-reference=0x… nor attr.<name of an attribute>=<value>.'],
    ['key list --starting-token next', 'The starting token next is none that a list ended with.'],
    ['user list --cluster-id cluster-aaaaaaaaaaa', 'There is no cluster cluster-aaaaaaaaaaa in us-west-2.'],
    ['user delete --username kmsuser --role crypto-user --cluster-id cluster-aaaaaaaaaaa', 'You are not logged in.'],
  ];
  it('refusals say what is wrong', async () => {
    await begin('cluster');
    await types('cloudhsm-cli interactive');
    await types('login --username admin --role admin', adminPassword);
    for (const [line, text] of refusals) expect(await isRefused(line), line).to.equal(text);
  });

  it('who is not logged in is asked for no password', async () => {
    await begin('cluster');
    for (const line of ['user create --username a --role admin', 'user change-password --username admin --role admin', 'user delete --username a --role admin', 'key list', 'key delete --filter attr.label=a', 'logout'])
      expect(await isRefused(`cloudhsm-cli ${line}`), line).to.equal('You are not logged in.');
    expect(shell.prompt).to.equal('$ ');
  });

  /** What is no command, or not written as one: exit code 2, and the first line of what is told. */
  const wrong: readonly (readonly [line: string, text: string])[] = [
    ['cloudhsm-cli user', 'error: a command is required'],
    ['cloudhsm-cli key dance', "error: unrecognized command 'key dance'"],
    ['cloudhsm-cli help dance', "error: unrecognized command 'dance'"],
    ['cloudhsm-cli key list --max-items 0', "error: invalid value '0' for '--max-items': a number above zero is needed"],
    ['cloudhsm-cli key list --max-items ten', "error: invalid value 'ten' for '--max-items': a number above zero is needed"],
    ['cloudhsm-cli key list --verbose=yes', "error: unexpected value 'yes' for '--verbose' found"],
    ['cloudhsm-cli key list -x', "error: unexpected argument '-x' found"],
    ['cloudhsm-cli key delete', "error: the argument '--filter' is required"],
    ['cloudhsm-cli user delete --username a --username b --role admin', "error: the argument '--username' cannot be used multiple times"],
    ['cloudhsm-cli login --username --role admin', "error: a value is required for '--username'"],
  ];
  const helps: readonly (readonly [line: string, text: RegExp])[] = [
    ['cloudhsm-cli help', /^Usage: cloudhsm-cli <COMMAND>\n\nCommands:\n {2}cluster activate .*\n(.*\n)*.*interactive/],
    ['cloudhsm-cli --help', /^Usage: cloudhsm-cli <COMMAND>/],
    ['cloudhsm-cli help user', /^Usage: cloudhsm-cli user <COMMAND>\n\nCommands:\n {2}user list/],
    ['cloudhsm-cli help user delete', /^Delete a user\n\nUsage: user delete \[OPTIONS\] --username <USERNAME> --role <ROLE>\n\nOptions:\n(.*\n)* {2}--role <ROLE> +Role the user has in the cluster \[possible values: crypto-user, admin\]\n(.*\n)* {2}--help /],
    ['cloudhsm-cli key list -h', /^List the keys the current user owns\n\nUsage: key list \[OPTIONS\]\n(.*\n)* {2}--verbose {3}/],
  ];
  it('help, and what is not written as CloudHSM CLI has it', async () => {
    await begin('empty');
    for (const [line, text] of wrong) {
      const { stderr, exitCode } = await shell.run(line);
      expect([stderr.split('\n')[0], exitCode], line).to.deep.equal([text, 2]);
    }
    for (const [line, text] of helps) {
      const { stdout, exitCode } = await shell.run(line);
      expect(stdout, line).to.match(text);
      expect(exitCode, line).to.equal(0);
    }
    expect(await isRefused('cloudhsm-cli user list')).to.equal('There is no cluster with an active HSM in us-west-2.');
  });

  it('options stand before and after the words of the command', async () => {
    await begin('cluster');
    await types(`cloudhsm-cli --username=admin login --role admin --cluster-id ${ClusterId} --password '${adminPassword}'`);
    await types('cloudhsm-cli --role crypto-user user --username "bob" create --password "with blank 1"');
    expect(await types('cloudhsm-cli login --username bob --role crypto-user', 'with blank 1')).to.deep.equal({ username: 'bob', role: 'crypto-user' });
  });

  it('quit logs out; a terminal that was closed without it can be logged out by another', async () => {
    await begin('cluster');
    const sessions = async (): Promise<number | undefined> => (await simulator.look('clusterContents', { ClusterId }))?.sessions.length;
    await types('cloudhsm-cli interactive');
    await types('login --username kmsuser --role crypto-user', 'kmsPswd1234');
    expect(await sessions()).to.equal(1);
    await types('quit');
    expect(await sessions()).to.equal(0);
    await types('cloudhsm-cli login --username kmsuser --role crypto-user --password kmsPswd1234');
    const lost = shell;
    shell = simulator.shell();
    await types('cloudhsm-cli login --username kmsuser --role crypto-user --password kmsPswd1234');
    expect(await sessions()).to.equal(2);
    await types('cloudhsm-cli logout');
    expect(await sessions()).to.equal(0);
    shell = lost;
    expect(await isRefused('cloudhsm-cli key list')).to.equal('You are not logged in: your session has ended.');
  });

  it('whose world or HSMs go is told so', async () => {
    await begin('cluster');
    await asAdmin();
    await simulator.control.reset();
    expect(await isRefused('cloudhsm-cli user delete --username kmsuser --role crypto-user')).to.equal('You are not logged in: your session has ended.');
    await asAdmin();
    for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await simulator.cloudhsmv2.deleteHsm({ ClusterId, HsmId });
    expect(await isRefused('cloudhsm-cli user list --cluster-id cluster-1a23b4cdefg')).to.equal(`Cluster ${ClusterId} has no active HSM to connect to.`);
    await simulator.control.advance(day);
    await simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2a' });
    await simulator.control.advance(day);
    expect(await isRefused('cloudhsm-cli user delete --username kmsuser --role crypto-user'), 'the HSM that it was at is gone').to.equal('You are not logged in: your session has ended.');
    await simulator.control.loadScenario('empty');
    expect(await isRefused('cloudhsm-cli logout')).to.equal(`There is no cluster ${ClusterId} in us-west-2.`);
  });
});
