import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Language } from '../../../src/page/i18n/languages.ts';
import type { Shell, Simulator } from '../../../src/page/index.ts';
import { pastedLine } from '../../../src/page/ui/terminal/pasted.ts';
import { recalledLine, shownLine } from '../../../src/page/ui/terminal/passwords.ts';
import { GlassTerminal } from '../../../src/page/ui/terminal/terminal.ts';
import { axeFindings } from './axe.ts';
import { nameOf, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

type Terminal = Stage<GlassTerminal>;

const field = (terminal: Terminal): HTMLInputElement => terminal.all<HTMLInputElement>('#line')[0] ?? expect.fail('no line');
const log = (terminal: Terminal): string => terminal.all('.log')[0]?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const logged = (terminal: Terminal, text: string): Promise<unknown> =>
  waitFor(terminal.element, () => log(terminal).includes(text) && terminal.all('[role=log]')[0]?.ariaBusy === 'false');
const open = async (options: Parameters<typeof stage>[1] = {}): Promise<Terminal> => {
  const terminal = await stage(() => new GlassTerminal(), { scenario: 'cluster', ...options });
  await waitFor(terminal.element, () => terminal.all('.example button').length > 0 || /no cluster|クラスターがない/.test(terminal.text()));
  return terminal;
};
/** As a person does: the line, then Enter. */
const enter = async (terminal: Terminal, line: string): Promise<void> => {
  field(terminal).focus();
  field(terminal).value = line;
  await sendKeys({ press: 'Enter' });
};

const chord = async (hold: string, press: string): Promise<void> => {
  await sendKeys({ down: hold });
  await sendKeys({ press });
  await sendKeys({ up: hold });
};

/** The same simulator, with a shell that prints what the test says. */
const printing = (simulator: Simulator, shell: Partial<Shell>): Simulator =>
  Object.create(simulator, {
    shell: { value: () => ({ prompt: '$ ', secret: false, interrupt: () => undefined, run: () => Promise.reject(new Error('unexpected')), ...shell }) },
  }) as Simulator;

describe('<glass-terminal>', () => {
  let terminal: Terminal;
  afterEach(() => {
    terminal.close();
  });

  it('runs a line, shows it with its prompt and what it printed, and goes on with the next', async () => {
    terminal = await open();
    await enter(terminal, 'cloudhsm-cli user list');
    await logged(terminal, '"username": "kmsuser"');
    expect(log(terminal)).to.match(/^\$ cloudhsm-cli user list \{ "error_code": 0, "data"/);
    expect(field(terminal).value).to.equal('');
    expect(terminal.focused()).to.equal(field(terminal));
  });

  it('says that it knows cloudhsm-cli only, and marks stderr and the exit code in words', async () => {
    terminal = await open();
    expect(terminal.text()).to.include('It knows cloudhsm-cli only, for now');
    await enter(terminal, 'aws kms list-keys');
    await logged(terminal, 'stderr aws: command not found. This shell knows only cloudhsm-cli.');
    expect(log(terminal)).to.include('exit code 127');
  });

  it('asks for a password without showing it, in the log, in what is copied and in what is recalled', async () => {
    terminal = await open();
    await enter(terminal, 'cloudhsm-cli login --username admin --role admin');
    await waitFor(terminal.element, () => field(terminal).type === 'password');
    expect(nameOf(field(terminal))).to.equal('Enter password:');
    expect(terminal.text()).to.include('A question: Enter password: What you type is not shown.');
    await sendKeys({ type: 'adminPswd1234' });
    await sendKeys({ press: 'ArrowUp' });
    expect(field(terminal).value, 'a password is no place for history').to.equal('adminPswd1234');
    await sendKeys({ press: 'Enter' });
    await logged(terminal, '"role": "admin"');
    expect(field(terminal).type).to.equal('text');
    await enter(terminal, 'cloudhsm-cli user create --username eve --role crypto-user --password evening1234');
    await logged(terminal, '"username": "eve"');
    const copies = terminal.all<HTMLElementTagNameMap['glass-copy']>('glass-copy').map(({ text }) => text).join('\n');
    for (const text of [log(terminal), copies]) expect(text).to.not.match(/adminPswd1234|evening1234/);
    expect(log(terminal)).to.include('--password ********');
    await sendKeys({ press: 'ArrowUp' });
    expect(field(terminal).value).to.equal('cloudhsm-cli user create --username eve --role crypto-user');
    await sendKeys({ press: 'ArrowUp' });
    expect(field(terminal).value).to.equal('cloudhsm-cli login --username admin --role admin');
  });

  it('Ctrl+C leaves a question, and then a line; nothing was run', async () => {
    terminal = await open();
    await enter(terminal, 'cloudhsm-cli login --username admin --role admin');
    await waitFor(terminal.element, () => field(terminal).type === 'password');
    await sendKeys({ type: 'half' });
    await chord('Control', 'c');
    await logged(terminal, 'Enter password: ^C');
    await waitFor(terminal.element, () => field(terminal).type === 'text');
    expect(field(terminal).value).to.equal('');
    await sendKeys({ type: 'cloudhsm' });
    await chord('Control', 'c');
    await logged(terminal, '$ cloudhsm^C');
    await enter(terminal, 'cloudhsm-cli user create --username eve --role crypto-user --password evening1234');
    await logged(terminal, 'You are not logged in.');
    expect(log(terminal)).to.not.include('half');
  });

  it('can leave a question without a keyboard', async () => {
    terminal = await open();
    await enter(terminal, 'cloudhsm-cli login --username admin --role admin');
    await terminal.says('Leave the question');
    terminal.press('Leave the question');
    await logged(terminal, 'Enter password: ^C');
    expect(terminal.focused()).to.equal(field(terminal));
  });

  it('recalls lines in both directions, and the one that was begun', async () => {
    terminal = await open();
    for (const line of ['one', 'two', 'two', ' ']) {
      await enter(terminal, line);
      await waitFor(terminal.element, () => terminal.all('[role=log]')[0]?.ariaBusy === 'false' && field(terminal).value === '');
    }
    await logged(terminal, '$ two ▲ stderr two: command not found');
    await sendKeys({ type: 'dra' });
    const seen: string[] = [];
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
      await sendKeys({ press: key });
      seen.push(field(terminal).value);
    }
    expect(seen).to.deep.equal(['two', 'one', 'one', 'two', 'dra', 'dra']);
  });

  it('Ctrl+L and Clear empty the log; the focus is on the line', async () => {
    terminal = await open();
    for (const clear of [() => chord('Control', 'l'), () => Promise.resolve(terminal.press('Clear'))]) {
      await enter(terminal, 'one');
      await logged(terminal, 'one: command not found');
      await clear();
      await waitFor(terminal.element, () => log(terminal) === '');
      await terminal.says('Cleared.');
      expect(terminal.focused()).to.equal(field(terminal));
    }
  });

  it('has the keys of a terminal and no trap: Tab leads to the log before and the buttons behind', async () => {
    terminal = await open();
    terminal.element.focus();
    await focusComes(() => terminal.focused() === field(terminal));
    await chord('Shift', 'Tab');
    expect(terminal.focused()?.getAttribute('role')).to.equal('log');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(nameOf(terminal.focused() as Element)).to.equal('Run');
    await sendKeys({ press: 'Tab' });
    expect(nameOf(terminal.focused() as Element)).to.equal('Clear');
  });

  it('tells a phone’s keyboard to leave the line alone', async () => {
    terminal = await open();
    for (const attribute of ['autocapitalize', 'autocorrect', 'autocomplete']) expect(field(terminal).getAttribute(attribute), attribute).to.equal('off');
    expect(field(terminal).spellcheck).to.equal(false);
    expect(parseFloat(getComputedStyle(field(terminal)).fontSize), 'smaller ones make iOS zoom').to.be.at.least(16);
  });

  it('puts an example on the line, to be run with Enter', async () => {
    terminal = await open();
    terminal.press('cloudhsm-cli user list');
    expect([field(terminal).value, terminal.focused()]).to.deep.equal(['cloudhsm-cli user list', field(terminal)]);
    await sendKeys({ press: 'Enter' });
    await logged(terminal, '"username": "admin"');
    await enter(terminal, 'cloudhsm-cli interactive');
    await waitFor(terminal.element, () => terminal.all('.example button').some((each) => nameOf(each) === 'quit'));
    expect(terminal.all('.example button').map(nameOf)).to.include('user list');
    await enter(terminal, 'quit');
    await waitFor(terminal.element, () => terminal.all('.example button').map(nameOf).includes('cloudhsm-cli interactive'));
  });

  it('has examples for the world as it is: a key’s label, which its owner alone lists', async () => {
    terminal = await open({ scenario: 'default' });
    const { kms, control } = terminal.simulator;
    await terminal.says('cloudhsm-cli key list');
    const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await terminal.says(`cloudhsm-cli key list --filter attr.label="${KeyMetadata?.Arn ?? ''}" --verbose`);
    const names = (): string[] => terminal.all('.example button').map(nameOf);
    await waitFor(terminal.element, () => names().includes('cloudhsm-cli user change-password --username kmsuser --role crypto-user'));
    // An admin gives kmsuser a password that a person knows; then the key can be listed as AWS's documentation lists it.
    await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
    await control.advance(60 * 60_000);
    await enter(terminal, 'cloudhsm-cli login --username admin --role admin --password adminPswd1234');
    await logged(terminal, '"role": "admin"');
    await enter(terminal, 'cloudhsm-cli user change-password --username kmsuser --role crypto-user --password kmsPswd9999');
    await logged(terminal, '"username": "kmsuser"');
    await enter(terminal, 'cloudhsm-cli login --username kmsuser --role crypto-user --password kmsPswd9999');
    await logged(terminal, '"role": "crypto-user"');
    terminal.press(/key list --filter/);
    await sendKeys({ press: 'Enter' });
    await logged(terminal, '"total_key_count": 1');
    expect(log(terminal)).to.include('"check-value": "0x');
  });

  it('offers to create kmsuser where there is none', async () => {
    terminal = await open();
    const { cloudhsmCli } = terminal.simulator;
    const names = (): string[] => terminal.all('.example button').map(nameOf);
    await waitFor(terminal.element, () => names().includes('cloudhsm-cli user change-password --username kmsuser --role crypto-user'));
    const { SessionId = '' } = await cloudhsmCli.login({ Username: 'admin', Role: 'admin', Password: 'adminPswd1234' });
    await cloudhsmCli.userDelete({ SessionId, Username: 'kmsuser', Role: 'crypto-user' });
    await waitFor(terminal.element, () => names().includes('cloudhsm-cli user create --username kmsuser --role crypto-user'));
  });

  it('shows who is signed in, also from a page that is closed, and leads to where a forgotten session is ended', async () => {
    terminal = await open();
    expect(terminal.text()).to.not.include('Signed in at the HSMs now');
    await terminal.simulator.cloudhsmCli.login({ Username: 'kmsuser', Role: 'crypto-user', Password: 'kmsPswd1234' });
    await terminal.says('Signed in at the HSMs now');
    await terminal.says('kmsuser · cloudhsm-cli · since');
    expect(terminal.all<HTMLAnchorElement>('.help a')[0]?.hash).to.equal('#/clusters/cluster-1a23b4cdefg/hsm-abcdefghijk');
  });

  it('names the cluster in its examples where there are several', async () => {
    terminal = await open();
    const { look, cloudhsmv2 } = terminal.simulator;
    const SubnetIds = (await look('network'))[0]?.subnets.map(({ SubnetId }) => SubnetId) ?? [];
    const { Cluster: { ClusterId = '' } = {} } = await cloudhsmv2.createCluster({ HsmType: 'hsm2m.medium', SubnetIds });
    await terminal.says('cloudhsm-cli --cluster-id cluster-1a23b4cdefg user list');
    terminal.element.ClusterId = ClusterId;
    await terminal.says(`cloudhsm-cli --cluster-id ${ClusterId} user list`);
  });

  it('shows the passwords that the scenario began with', async () => {
    terminal = await open();
    await terminal.says('kmsPswd1234');
    expect(terminal.text()).to.include('adminPswd1234');
  });

  it('goes on where a person comes back to it, also in the middle of a question', async () => {
    terminal = await open();
    await enter(terminal, 'cloudhsm-cli login --username admin --role admin');
    await waitFor(terminal.element, () => field(terminal).type === 'password');
    const again = new GlassTerminal();
    Object.assign(again, { lang: 'en', simulator: terminal.simulator });
    terminal.element.replaceWith(again);
    const place = await waitFor(again, () => again.shadowRoot?.querySelector<HTMLInputElement>('#line[type=password]'));
    place.focus();
    place.value = 'adminPswd1234';
    await sendKeys({ press: 'Enter' });
    await waitFor(again, () => again.shadowRoot?.querySelector('.log')?.textContent.includes('"role": "admin"'));
    again.remove();
  });

  it('runs one line at a time: what is typed meanwhile waits, as it may be a password', async () => {
    terminal = await open();
    const ran: string[] = [];
    let answer: () => void = () => undefined;
    const simulator = printing(terminal.simulator, {
      run: (line) => {
        ran.push(line);
        return new Promise((resolve) => {
          answer = () => { resolve({ stdout: 'done\n', stderr: '', exitCode: 0 }); };
        });
      },
    });
    terminal.element.simulator = simulator;
    await enter(terminal, 'slow');
    await terminal.says('Waiting for the answer…');
    await enter(terminal, 'next');
    expect([ran, field(terminal).value]).to.deep.equal([['slow'], 'next']);
    answer();
    await logged(terminal, 'done');
    await sendKeys({ press: 'Enter' });
    expect(ran).to.deep.equal(['slow', 'next']);
  });

  it('shows the beginning of a very long output, all of it when asked, and copies all', async () => {
    terminal = await open();
    const stdout = Array.from({ length: 50_000 }, (_, i) => `line ${String(i)}`).join('\n');
    terminal.element.simulator = printing(terminal.simulator, { run: () => Promise.resolve({ stdout, stderr: '', exitCode: 0 }) });
    await enter(terminal, 'long');
    await logged(terminal, '49,600 more lines.');
    expect(terminal.all<HTMLElementTagNameMap['glass-copy']>('.entry glass-copy')[0]?.text).to.include('line 49999');
    terminal.press('Show all');
    await logged(terminal, 'line 49999');
  });

  it('tells what went wrong with the simulation itself where the answer is looked for', async () => {
    terminal = await open();
    terminal.element.simulator = printing(terminal.simulator, { run: () => Promise.reject(new Error('The simulated world was replaced.')) });
    await enter(terminal, 'anything');
    await logged(terminal, 'stderr Error: The simulated world was replaced.');
  });

  it('shows the end of what was printed', async () => {
    terminal = await open();
    for (let i = 0; i < 4; i += 1) {
      await enter(terminal, 'cloudhsm-cli user list');
      await waitFor(terminal.element, () => terminal.all('.entry').length === i + 1 && terminal.all('.entry pre').length === i + 1);
    }
    await terminal.element.updateComplete;
    const scroll = terminal.all('[role=log]')[0] ?? expect.fail('no log');
    expect(scroll.scrollHeight).to.be.greaterThan(2 * scroll.clientHeight);
    // The last page of it or a button's height less: what grows by itself is followed by frames, which stand still in a page behind another.
    expect(scroll.scrollTop).to.be.greaterThan(0);
    expect(scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight).to.be.lessThan(scroll.clientHeight);
  });
});

describe('a line with passwords', () => {
  for (const [line, shown, recalled] of [
    ['user list', 'user list', 'user list'],
    ['login --password abc --role admin', 'login --password ******** --role admin', 'login --role admin'],
    [`login --password='a b' --role admin`, 'login --password ******** --role admin', 'login --role admin'],
    [`login --role admin --password "a \\" b"`, 'login --role admin --password ********', 'login --role admin'],
    [`login --password 'never ends --role admin`, 'login --password ********', 'login'],
    [`login --password a'b c'd`, 'login --password ********', 'login'],
    ['user change-password --new-password x', 'user change-password --new-password ********', 'user change-password'],
    ['login --password', 'login --password', 'login --password'],
  ] as const)
    it(line, () => {
      expect([shownLine(line), recalledLine(line)]).to.deep.equal([shown, recalled]);
    });
});

describe('a pasted command', () => {
  for (const [text, line] of [
    ['$ cloudhsm-cli user list\n', 'cloudhsm-cli user list'],
    ['aws-cloudhsm > user list', 'user list'],
    ['cloudhsm-cli key list \\\n    --verbose\r\n', 'cloudhsm-cli key list --verbose'],
    ['one\ntwo', 'one two'],
  ] as const)
    it(JSON.stringify(text), () => {
      expect(pastedLine(text)).to.equal(line);
    });
});

const states: Record<string, (terminal: Terminal) => Promise<void>> = {
  begin: () => Promise.resolve(),
  'answers, a refusal, very long lines, a question': async (terminal) => {
    await enter(terminal, 'cloudhsm-cli user list');
    await logged(terminal, '"username": "admin"');
    await enter(terminal, `cloudhsm-cli user ${'very-long-'.repeat(60)}`);
    await logged(terminal, 'unrecognized command');
    await enter(terminal, 'cloudhsm-cli login --username admin --role admin');
    await waitFor(terminal.element, () => field(terminal).type === 'password');
  },
  'no cluster': async (terminal) => {
    await terminal.simulator.control.loadScenario('empty');
    await waitFor(terminal.element, () => terminal.all('.notice').length > 0);
  },
  'no HSM': async (terminal) => {
    const { cloudhsmv2, control } = terminal.simulator;
    for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await cloudhsmv2.deleteHsm({ ClusterId: 'cluster-1a23b4cdefg', HsmId });
    await control.advance(60 * 60_000);
    await waitFor(terminal.element, () => terminal.all('.notice').length > 0);
  },
};

describe('<glass-terminal> in each state', () => {
  for (const lang of ['en', 'ja'] satisfies Language[])
    for (const [name, arrange] of Object.entries(states))
      it(`${name}, ${lang}: axe finds nothing, light and dark, narrow and wide; nothing is too wide`, async () => {
        const terminal = await open({ lang });
        try {
          await arrange(terminal);
          for (const [theme, width] of [['light', 320], ['dark', 700], ['light', 1300]] as const) {
            const { element } = terminal;
            element.theme = theme;
            document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
            element.style.inlineSize = `${String(width)}px`;
            await waitFor(element, () => terminal.all('[theme]').every((each) => each.getAttribute('theme') === theme));
            expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
            const { right } = element.getBoundingClientRect();
            for (const inner of terminal.all(':not(.hidden, svg *)'))
              expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right);
          }
        } finally {
          terminal.close();
        }
      });
});
