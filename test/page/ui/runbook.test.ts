import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { GlassCalls } from '../../../src/page/ui/calls/calls.ts';
import { withVariables } from '../../../src/page/ui/runbook/steps.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId, nameOf, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

type Calls = Stage<GlassCalls>;
const hour = 60 * 60 * 1000;
const password = 'notTheOne1';
const plaintext = 'Hello from the glass';

/** A key used; its store disconnected, told another password, and connected in vain. @returns the key's id */
async function session({ simulator: { kms, control } }: Calls): Promise<string> {
  await kms.describeCustomKeyStores();
  const { KeyMetadata: { KeyId = '' } = {} } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId, Description: "it's $mine" });
  await kms.createAlias({ AliasName: 'alias/a', TargetKeyId: KeyId });
  const { CiphertextBlob = new Uint8Array() } = await kms.encrypt({ KeyId, Plaintext: new TextEncoder().encode(plaintext) });
  await kms.decrypt({ CiphertextBlob });
  await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
  await control.advance(hour);
  await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId }).catch(() => undefined);
  await kms.updateCustomKeyStore({ CustomKeyStoreId, KeyStorePassword: password });
  await kms.connectCustomKeyStore({ CustomKeyStoreId });
  return KeyId;
}

describe('A session taken home', () => {
  let calls: Calls;
  const open = async (lang: 'en' | 'ja' = 'en'): Promise<string> => {
    calls = await stage(() => new GlassCalls(), { lang });
    const KeyId = await session(calls);
    await calls.says('ConnectCustomKeyStore');
    return KeyId;
  };
  const summary = (): HTMLElement | undefined => calls.all('.home summary')[0];
  const book = (): Promise<string> => waitFor(calls.element, () => calls.all('glass-runbook')[0]?.shadowRoot?.querySelector('pre')?.textContent);
  const home = async (): Promise<string> => {
    summary()?.click();
    return book();
  };
  /** Presses, and waits for another text. */
  const turned = async (press: () => void): Promise<string> => {
    const before = await book();
    press();
    await waitFor(calls.element, () => calls.all('glass-runbook')[0]?.shadowRoot?.querySelector('pre')?.textContent !== before);
    return calls.all('glass-runbook')[0]?.shadowRoot?.querySelector('pre')?.textContent ?? '';
  };
  const boxes = (): HTMLInputElement[] => calls.all<HTMLInputElement>('[type=checkbox]');
  afterEach(() => {
    calls.close();
  });

  it('is what changed something, as bash: ids are variables, passwords prompts, waits loops with AWS’s durations, and no secret is in it', async () => {
    const KeyId = await open();
    const text = await home();
    expect([...text.matchAll(/^# \d+\. (\w+)/gm)].map(([, operation]) => operation)).to.deep.equal(['CreateKey', 'CreateAlias', 'Encrypt', 'Decrypt', 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore']);
    for (const part of [
      "ask CUSTOM_KEY_STORE_ID 'CUSTOM_KEY_STORE_ID (in GlassHSM it was cks-1234567890abcdef0)'",
      'KEY_ID=$(aws kms create-key \\\n',
      "--description 'it'\\''s $mine' \\\n",
      '--query KeyMetadata.KeyId --output text)',
      '--target-key-id "$KEY_ID"',
      // What is asked of AWS after each step, and what it is to say.
      'wait_until 60 "$KEY_ID" aws kms describe-key \\\n  --key-id alias/a',
      "ask_secret PLAINTEXT 'PLAINTEXT (is not shown)'",
      'CIPHERTEXT_BLOB=$(aws kms encrypt',
      '--plaintext fileb://<(printf %s "$PLAINTEXT")',
      '--ciphertext-blob fileb://<(printf %s "$CIPHERTEXT_BLOB" | base64 --decode)',
      'ask_secret KMSUSER_PASSWORD',
      '--key-store-password "$KMSUSER_PASSWORD"',
      '(At AWS up to 20 min, says its documentation)',
      'wait_until 2400 CONNECTED aws kms describe-custom-key-stores',
      '--region "$REGION"',
      'REGION=${REGION:-us-west-2}',
    ])
      expect(text).to.contain(part);
    for (const secret of [password, plaintext, btoa(plaintext), KeyId]) expect(text).not.to.contain(secret);
    expect(text.split(CustomKeyStoreId)).to.have.lengthOf(2);
  });

  it('is Markdown, too, in the reader’s language, and holds what a person chooses', async () => {
    await open('ja');
    await home();
    const text = await turned(() => calls.all('[name=format]')[1]?.click());
    for (const part of ['## 1. CreateKey: ', '```bash\naws kms disconnect-custom-key-store', '- 実行後に期待される状態: CONNECTED (AWS では最大 20 分', '## 準備']) expect(text).to.contain(part);
    expect(text).not.to.contain(password);
    // What was refused can be a step, and is to be refused again.
    const refused = boxes().find(({ parentElement }) => parentElement?.textContent.includes('CustomKeyStoreInvalidStateException'));
    expect(boxes().map(({ checked }) => checked)).to.deep.equal([false, true, true, true, true, true, false, true, true]);
    expect(await turned(() => refused?.click())).to.contain('refused CustomKeyStoreInvalidStateException aws kms create-key');
    calls.press('選択を解除');
    await calls.says('呼び出しを 1 つ以上選択してください。');
    calls.press('すべて選択');
    expect(await book()).to.contain('## 9. ConnectCustomKeyStore');
    calls.press('変更を行うものだけ選択');
    await calls.says('7 ステップ');
  });

  it('is made by keyboard alone, and takes in what is called meanwhile', async () => {
    await open();
    summary()?.focus();
    await sendKeys({ press: 'Enter' });
    await book();
    await sendKeys({ press: 'Tab' });
    await focusComes(() => nameOf(calls.focused() ?? document.body) === 'Only what changes something');
    for (const expected of ['Choose all', 'Choose none']) {
      await sendKeys({ press: 'Tab' });
      await focusComes(() => nameOf(calls.focused() ?? document.body) === expected);
    }
    await sendKeys({ press: 'Enter' });
    await calls.says('Choose at least one call.');
    await calls.simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
    const text = await book();
    expect(text).to.contain('CLUSTER_ID').and.to.contain("'Clusters[0].Hsms[?HsmId=='\\'").and.to.contain('HSM_ID=$(aws cloudhsmv2 create-hsm');
    expect(text).to.contain('(At AWS about 5 min, as a third party measured)');
  });

  for (const [lang, user, prompt] of [
    ['en', 'user create: Makes a user on all HSMs', 'Password of the user kmsuser of the cluster (is not shown)'],
    ['ja', 'user create: すべての HSM にユーザーを作成します', 'クラスターのユーザー kmsuser のパスワード (表示されません)'],
  ] as const)
    it(`holds what was typed at CloudHSM CLI in its place among the calls, passwords as prompts (${lang})`, async () => {
      calls = await stage(() => new GlassCalls(), { lang, scenario: 'cluster' });
      const { kms, shell } = calls.simulator;
      const terminal = shell();
      const secrets = ['adminPswd1234', 'firstPswd1', 'laterPswd1'];
      const typed = ['cloudhsm-cli interactive', 'login --username admin --role admin', 'adminPswd1234', 'user delete --username kmsuser --role crypto-user',
        'user create --username kmsuser --role crypto-user', 'firstPswd1', 'firstPswd1'];
      for (const line of typed) expect((await terminal.run(line)).exitCode, line).to.equal(0);
      const { 'customerCA.crt': TrustAnchorCertificate } = await calls.simulator.control.notes();
      const { CustomKeyStoreId: id } = await kms.createCustomKeyStore({ CustomKeyStoreName: 'Mine', CloudHsmClusterId: ClusterId, KeyStorePassword: 'firstPswd1', TrustAnchorCertificate });
      for (const line of ['user change-password --username kmsuser --role crypto-user --password laterPswd1', 'user list', 'quit']) expect((await terminal.run(line)).exitCode, line).to.equal(0);
      // What the HSMs refuse is no step.
      expect((await terminal.run('cloudhsm-cli user delete --username kmsuser --role crypto-user')).exitCode).to.equal(1);
      await kms.updateCustomKeyStore({ CustomKeyStoreId: id, KeyStorePassword: 'laterPswd1' });
      await calls.says('UpdateCustomKeyStore');
      const text = await home();
      expect([...text.matchAll(/^# \d+\. ([^:\n]+):/gm)].map(([, name]) => name)).to.deep.equal(['login', 'user delete', 'user create', 'CreateCustomKeyStore', 'user change-password', 'logout', 'UpdateCustomKeyStore']);
      for (const part of [
        'CLOUDHSM_CLI=${CLOUDHSM_CLI:-/opt/cloudhsm/bin/cloudhsm-cli}', 'ask_secret ADMIN_PASSWORD', 'export CLOUDHSM_ROLE=admin CLOUDHSM_PIN=admin:"$ADMIN_PASSWORD"', `# 3. ${user}`, `ask_secret KMSUSER_PASSWORD '${prompt}'`,
        '"$CLOUDHSM_CLI" user create \\\n  --username kmsuser \\\n  --role crypto-user \\\n  --password "$KMSUSER_PASSWORD" \\\n  --cluster-id "$CLUSTER_ID"',
        '--key-store-password "$KMSUSER_PASSWORD"', '--password "$KMSUSER_PASSWORD_2"', '--key-store-password "$KMSUSER_PASSWORD_2"', 'unset CLOUDHSM_ROLE CLOUDHSM_PIN',
      ]) expect(text).to.contain(part);
      const markdown = await turned(() => calls.all('[name=format]')[1]?.click());
      expect(markdown).to.contain(`## 3. ${user}`).and.to.contain('"$CLOUDHSM_CLI" user create');
      for (const secret of secrets) expect(text + markdown).not.to.contain(secret);
      expect(await axeFindings(calls.element)).to.deep.equal([]);
    });

  it('stands in quotes as bash needs it', () => {
    const variables = [{ name: 'ID', kind: 'id', was: '' }, { name: 'BYTES', kind: 'bytes', was: '' }, { name: 'P', kind: 'secretBytes', was: '' }] as const;
    for (const [command, expected] of [
      ['--id GLASSHSM_VARIABLE_0_', '--id "$ID"'],
      ["'a GLASSHSM_VARIABLE_0_ b'", `'a '"$ID"' b'`],
      ["'it'\\''s GLASSHSM_VARIABLE_0_'", `'it'\\''s '"$ID"''`],
      ["'\\' GLASSHSM_VARIABLE_0_", `'\\' "$ID"`],
      ['GLASSHSM_VARIABLE_1_', 'fileb://<(printf %s "$BYTES" | base64 --decode)'],
      [`'{"a":"GLASSHSM_VARIABLE_1_"}'`, `'{"a":"'"$BYTES"'"}'`],
      [`'{"a":"GLASSHSM_VARIABLE_2_"}'`, `'{"a":"'"$(printf %s "$P" | base64 | tr -d '\\n')"'"}'`],
    ] as const)
      expect(withVariables(command, variables)).to.equal(expected);
  });

  for (const lang of ['en', 'ja'] as const)
    it(`has nothing that axe finds, light and dark, narrow and wide (${lang})`, async () => {
      await open(lang);
      await calls.simulator.kms.createAlias({ AliasName: `alias/${'w'.repeat(250)}`, TargetKeyId: 'alias/a' }).catch(() => undefined);
      await home();
      for (const [theme, width] of [['light', 320], ['dark', 700], ['light', 1200]] as const) {
        const { element } = calls;
        element.theme = theme;
        document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
        element.style.inlineSize = `${String(width)}px`;
        await waitFor(element, () => calls.all('[theme]').every((each) => each.getAttribute('theme') === theme));
        expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
        const { right } = element.getBoundingClientRect();
        for (const inner of calls.all(':not(.hidden, svg *)')) expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right + 0.5);
      }
    });
});
