import { expect } from 'chai';
import { connect, type Shell, type Simulator } from '../../../src/page/index.ts';

const workerUrl = '/public/build/worker.js';

/** What a line prints, as an expert of CloudHSM CLI would write it down. */
interface Line {
  readonly line: string;
  readonly data?: unknown;
  readonly error?: string;
  readonly stderr?: RegExp;
  readonly exitCode: number;
}

describe('cloudhsm-cli in simulator.shell()', () => {
  let simulator: Simulator;
  let shell: Shell;
  beforeEach(async () => {
    simulator = await connect({ database: `shell-${crypto.randomUUID()}`, scenario: 'cluster', workerUrl });
    shell = simulator.shell();
  });
  afterEach(() => {
    simulator.close();
  });

  async function types({ line, data, error, stderr, exitCode }: Line): Promise<void> {
    const printed = await shell.run(line);
    if (data !== undefined) expect(JSON.parse(printed.stdout), line).to.deep.equal({ error_code: 0, data });
    if (error !== undefined) expect(JSON.parse(printed.stdout), line).to.deep.equal({ error_code: 1, data: error });
    if (stderr) expect(printed.stderr, line).to.match(stderr);
    expect(printed.exitCode, line).to.equal(exitCode);
  }
  const signIn: Line = {
    line: 'cloudhsm-cli login --username admin --role admin --password adminPswd1234',
    data: { username: 'admin', role: 'admin' },
    exitCode: 0,
  };

  it('lists users without signing in, as CloudHSM CLI prints them', async () => {
    const user = (username: string, role: string): object => ({ username, role, locked: 'false', mfa: [], 'cluster-coverage': 'full' });
    await types({
      line: 'cloudhsm-cli user list',
      data: { users: [user('admin', 'admin'), user('kmsuser', 'crypto-user'), user('app_user', 'internal(APPLIANCE_USER)')] },
      exitCode: 0,
    });
    const { stdout } = await shell.run('cloudhsm-cli user list');
    expect(stdout, 'two blanks of indent').to.match(/^\{\n {2}"error_code": 0,\n {2}"data": \{\n {4}"users"/);
  });

  it('creates a user for an admin who has signed in, and for nobody else', async () => {
    const create = 'cloudhsm-cli user create --username alice --role crypto-user --password wonder1234';
    await types({ line: create, error: 'You are not logged in.', exitCode: 1 });
    await types({
      line: 'cloudhsm-cli login --username kmsuser --role crypto-user --password kmsPswd1234',
      data: { username: 'kmsuser', role: 'crypto-user' },
      exitCode: 0,
    });
    await types({ line: create, error: 'Only an admin can create users.', exitCode: 1 });
    await types(signIn);
    await types({ line: create, data: { username: 'alice', role: 'crypto-user' }, exitCode: 0 });
    await types({ line: create, error: 'User alice exists.', exitCode: 1 });
    await types({ line: 'cloudhsm-cli logout', data: 'Logout successful', exitCode: 0 });
    await types({ line: create, error: 'You are not logged in.', exitCode: 1 });
    await types({
      line: 'cloudhsm-cli login --username alice --role crypto-user --password wonder1234',
      data: { username: 'alice', role: 'crypto-user' },
      exitCode: 0,
    });
  });

  it('refuses a wrong name, role or password without telling which', async () => {
    const error = 'Login failed: user name, role or password is wrong.';
    for (const [username, role, password] of [['admin', 'admin', 'wrong12345'], ['admin', 'crypto-user', 'adminPswd1234'], ['nobody', 'admin', 'adminPswd1234']])
      await types({ line: `cloudhsm-cli login --username ${String(username)} --role ${String(role)} --password ${String(password)}`, error, exitCode: 1 });
  });

  it('asks for a password that was not given, a new one twice, and never shows it', async () => {
    await shell.run('cloudhsm-cli login --username admin --role admin');
    expect([shell.prompt, shell.secret]).to.deep.equal(['Enter password:', true]);
    await types({ line: 'adminPswd1234', data: { username: 'admin', role: 'admin' }, exitCode: 0 });
    await shell.run('cloudhsm-cli user create --username bob --role crypto-user');
    await shell.run('builder1234');
    expect(shell.prompt).to.equal('Confirm password:');
    await types({ line: 'builder9999', error: 'The passwords do not match.', exitCode: 1 });
    expect([shell.prompt, shell.secret]).to.deep.equal(['$ ', false]);
    await shell.run('cloudhsm-cli user create --username bob --role crypto-user');
    await shell.run('builder1234');
    await types({ line: 'builder1234', data: { username: 'bob', role: 'crypto-user' }, exitCode: 0 });
  });

  it('has an interactive mode, which signs out at its end', async () => {
    await types({ line: 'cloudhsm-cli interactive --cluster-id cluster-1a23b4cdefg', exitCode: 0 });
    expect(shell.prompt).to.equal('aws-cloudhsm > ');
    await types({ ...signIn, line: signIn.line.replace('cloudhsm-cli ', '') });
    await types({ line: 'quit', exitCode: 0 });
    expect(shell.prompt).to.equal('$ ');
    await types({ line: 'cloudhsm-cli user create --username eve --role crypto-user --password evening1234', error: 'You are not logged in.', exitCode: 1 });
  });

  for (const line of ['cloudhsm-cli interactive --cluster-id=cluster-aaaaaaaaaaa', 'cloudhsm-cli --cluster-id cluster-aaaaaaaaaaa interactive'])
    it(`${line}: what follows is for that cluster`, async () => {
      await types({ line, exitCode: 0 });
      await types({ line: 'user list', error: 'There is no cluster cluster-aaaaaaaaaaa in us-west-2.', exitCode: 1 });
      await types({ line: 'interactive', stderr: /unrecognized command 'interactive'/, exitCode: 2 });
      await types({ line: 'exit', exitCode: 0 });
      expect((await shell.run('cloudhsm-cli user list')).exitCode, 'outside again').to.equal(0);
    });

  for (const [line, stderr, exitCode] of [
    ['aws kms list-keys', /^aws: command not found\. This shell knows only cloudhsm-cli\.\n$/, 127],
    ['cloudhsm-cli', /a command is required\n\nUsage: cloudhsm-cli/, 2],
    ['cloudhsm-cli user dance', /unrecognized command 'user dance'/, 2],
    ['cloudhsm-cli user create --role admin', /the argument '--username' is required/, 2],
    ['cloudhsm-cli user create --username a --role king', /invalid value 'king' for '--role': crypto-user, admin/, 2],
    ['cloudhsm-cli user list --loud yes', /unexpected argument '--loud' found/, 2],
    ['cloudhsm-cli interactive --loud yes', /unexpected argument '--loud' found/, 2],
    ['cloudhsm-cli interactive --cluster-id', /a value is required for '--cluster-id'/, 2],
    ['cloudhsm-cli user list --cluster-id', /a value is required for '--cluster-id'/, 2],
    [`cloudhsm-cli login 'half`, /The quote ' has no end/, 2],
  ] as const)
    it(`${line}: says what is wrong`, () => types({ line, stderr, exitCode }));

  it('says where there is no cluster, or no such cluster', async () => {
    await types({ line: 'cloudhsm-cli user list --cluster-id cluster-aaaaaaaaaaa', error: 'There is no cluster cluster-aaaaaaaaaaa in us-west-2.', exitCode: 1 });
    await types({ line: 'cloudhsm-cli cluster activate --password adminPswd1234', error: 'The cluster is ACTIVE. Only an initialized one can be activated.', exitCode: 1 });
  });

  it('is in no CloudTrail and no call of AWS', async () => {
    let exchanges = 0;
    simulator.exchanges.addEventListener('exchange', () => (exchanges += 1));
    await types(signIn);
    await types({ line: 'cloudhsm-cli user create --username carol --role crypto-user --password caroling1', data: { username: 'carol', role: 'crypto-user' }, exitCode: 0 });
    expect(exchanges).to.equal(0);
    const { Events } = await simulator.cloudtrail.lookupEvents();
    expect(Events).to.deep.equal([]);
  });

  it('runs lines in the order in which they were given', async () => {
    const answers = await Promise.all([
      shell.run(signIn.line),
      shell.run('cloudhsm-cli user create --username dora --role crypto-user --password doorway12'),
      shell.run('cloudhsm-cli user list'),
    ]);
    expect(answers.map(({ exitCode }) => exitCode)).to.deep.equal([0, 0, 0]);
    expect(answers[2].stdout).to.contain('"username": "dora"');
  });
});
