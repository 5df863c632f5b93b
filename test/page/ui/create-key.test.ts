import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import type { Simulator } from '../../../src/page/index.ts';
import type { Language } from '../../../src/page/i18n/languages.ts';
import { GlassCreateKey } from '../../../src/page/ui/create-key/create-key.ts';
import type { ChooseKeyEvent } from '../../../src/page/ui/events.ts';
import { ClusterId, CustomKeyStoreId, stage, type Stage } from './stage.ts';

const make = (): GlassCreateKey => new GlassCreateKey();
const create = { en: 'Create key', ja: 'キーの作成' };
const disconnect = async ({ control, kms }: Simulator): Promise<void> => {
  await control.setSpeed(Infinity);
  await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
  await kms.describeCustomKeyStores();
};
const connect = async ({ kms }: Simulator): Promise<void> => {
  await kms.connectCustomKeyStore({ CustomKeyStoreId });
  await kms.describeCustomKeyStores();
};
const removeHsm = async ({ control, cloudhsmv2 }: Simulator): Promise<void> => {
  await control.setSpeed(Infinity);
  await cloudhsmv2.deleteHsm({ ClusterId, HsmId: 'hsm-abcdefghijk' });
  await cloudhsmv2.describeClusters();
};

describe('<glass-create-key>', () => {
  let form: Stage<GlassCreateKey>;
  const open = async (lang: Language = 'en', scenario = 'default'): Promise<void> => {
    form = await stage(make, { lang, scenario });
    await form.says(scenario === 'empty' ? /No key store|キーストアがありません/ : 'CONNECTED');
  };
  afterEach(() => {
    form.close();
  });

  for (const [lang, created, conditions] of [
    ['en', /Created KMS key ([\da-f-]{36}): Enabled, origin AWS_CLOUDHSM\./, 'holds: 2 active HSMs in 2 Availability Zones'],
    ['ja', /KMS キー ([\da-f-]{36}) を作成しました。キーステータスは Enabled、オリジンは AWS_CLOUDHSM です。/, '満たしています: アクティブな HSM 2 個、アベイラビリティーゾーン 2 つ'],
  ] as const)
    it(`makes the document’s key by one press, and tells which (${lang})`, async () => {
      await open(lang);
      expect(form.text()).to.contain(conditions);
      let chosen = '';
      form.element.addEventListener('glass-choose-key', (event: ChooseKeyEvent) => (chosen = event.KeyId));
      form.press(create[lang]);
      await form.says(created);
      expect(form.calls).to.deep.equal([{ operation: 'CreateKey', input: { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } }]);
      expect(created.exec(form.text())?.[1]).to.equal(chosen);
      const { KeyMetadata } = await form.simulator.kms.describeKey({ KeyId: chosen });
      expect(KeyMetadata).to.include({ KeyState: 'Enabled', Origin: 'AWS_CLOUDHSM', CustomKeyStoreId, CloudHsmClusterId: ClusterId });
    });

  for (const [lang, unmet, meaning] of [
    ['en', 'does not hold: Key store is DISCONNECTED, not CONNECTED', 'The key store is not connected to its cluster'],
    ['ja', '満たしていません: キーストアは DISCONNECTED です', 'キーストアがクラスターに接続されていないため'],
  ] as const)
    it(`meets CustomKeyStoreInvalidStateException, and works once the store is connected (${lang})`, async () => {
      await open(lang);
      await disconnect(form.simulator);
      await form.says(unmet);
      form.press(create[lang]);
      await form.says('CustomKeyStoreInvalidStateException');
      await form.says(`Custom key store ${CustomKeyStoreId} is DISCONNECTED`);
      await form.says(meaning);
      expect(form.focused()).to.equal(form.all('.refusal')[0]);
      await connect(form.simulator);
      await form.says(lang === 'en' ? 'holds: Key store is CONNECTED' : '満たしています: キーストアは CONNECTED です');
      form.press(create[lang]);
      await form.says('AWS_CLOUDHSM');
      expect(form.all('.refusal')).to.deep.equal([]);
    });

  for (const [lang, unmet, meaning] of [
    ['en', 'does not hold: 1 active HSM in 1 Availability Zone; HSMs in 2 are needed', 'needs active HSMs in at least two Availability Zones'],
    ['ja', '満たしていません: アクティブな HSM 1 個、アベイラビリティーゾーン 1 つ', 'アベイラビリティーゾーンの異なる 2 つ以上のアクティブな HSM が必要です'],
  ] as const)
    it(`meets CloudHsmClusterInvalidConfigurationException, and works once there is another HSM (${lang})`, async () => {
      await open(lang);
      await removeHsm(form.simulator);
      await form.says(unmet);
      form.press(create[lang]);
      await form.says('CloudHsmClusterInvalidConfigurationException');
      await form.says(meaning);
      await form.simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
      await form.simulator.cloudhsmv2.describeClusters();
      await form.says(lang === 'en' ? 'holds: 2 active HSMs' : '満たしています: アクティブな HSM 2 個');
      form.press(create[lang]);
      await form.says('AWS_CLOUDHSM');
    });

  it('counts HSMs of one zone as one zone', async () => {
    await open();
    await removeHsm(form.simulator);
    await form.simulator.cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2b' });
    await form.simulator.cloudhsmv2.describeClusters();
    await form.says('does not hold: 2 active HSMs in 1 Availability Zone; HSMs in 2 are needed');
  });

  it('sends description and tags with CreateKey, and the alias in a second call', async () => {
    await open();
    form.type('Alias (optional)', 'alias/payments');
    form.type('Description (optional)', 'For payments');
    form.press('Add tag');
    await form.element.updateComplete;
    expect(form.focused()).to.equal(form.control('Tag key 1'));
    form.type('Tag key 1', 'team');
    form.type('Tag value 1', 'payments');
    form.press('Add tag');
    await form.element.updateComplete;
    form.press(create.en);
    await form.says('Its alias is alias/payments.');
    const [first, second] = form.calls;
    const Tags = [{ TagKey: 'team', TagValue: 'payments' }];
    expect(first?.input).to.deep.equal({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId, Description: 'For payments', Tags });
    expect(second).to.deep.include({ operation: 'CreateAlias' });
    expect(second?.input).to.include({ AliasName: 'alias/payments' });
    await form.element.updateComplete;
    expect(form.control<HTMLInputElement>('Alias (optional)').value).to.equal('');
    expect(form.all('.pair')).to.deep.equal([]);
  });

  it('removes rows of tags; the focus stays among them', async () => {
    await open();
    for (const key of ['a', 'b']) {
      form.press('Add tag');
      await form.element.updateComplete;
      form.type(`Tag key ${key === 'a' ? '1' : '2'}`, key);
    }
    form.press('Remove tag 1');
    await form.element.updateComplete;
    expect(form.control<HTMLInputElement>('Tag key 1').value).to.equal('b');
    expect(form.focused()).to.equal(form.control('Tag key 1'));
    form.press('Remove tag 1');
    await form.element.updateComplete;
    expect(form.focused()).to.equal(form.control('Add tag'));
  });

  for (const [what, code, message, choose] of [
    ['asymmetric', 'UnsupportedOperationException', 'KeySpec RSA_2048 is not supported', [['Key type', 'Asymmetric (refused)']]],
    ['HMAC', 'UnsupportedOperationException', 'KeySpec HMAC_256 is not supported', [['Key usage', 'Generate and verify MAC (refused)']]],
    ['multi-Region', 'UnsupportedOperationException', 'Multi-Region keys are not supported', [['Regionality', 'Multi-Region key (refused)']]],
    ['of imported material', 'UnsupportedOperationException', 'GlassHSM does not simulate imported key material. AWS KMS does.', [['Key material origin', 'External (Import key material) (not simulated)']]],
    ['of an external store', 'UnsupportedOperationException', 'GlassHSM does not simulate external key stores. AWS KMS does.', [['Key material origin', 'External key store (not simulated)']]],
    ['for signing', 'UnsupportedOperationException', 'KeySpec ML_DSA_65 is not supported', [['Key type', 'Asymmetric (refused)'], ['Key usage', 'Sign and verify (refused)'], ['Key spec', 'ML_DSA_65']]],
  ] as const)
    it(`lets one see a key ${what} refused`, async () => {
      await open();
      form.press('Advanced options');
      for (const [field, option] of choose) {
        form.choose(field, option);
        await form.element.updateComplete;
      }
      expect(form.text()).to.contain('does not hold:');
      form.press(create.en);
      await form.says(code);
      await form.says(message);
      await form.says('takes only symmetric encryption keys');
    });

  it('makes keys of origin AWS_KMS, without a key store', async () => {
    await open();
    form.press('Advanced options');
    form.choose('Key material origin', 'KMS');
    await form.element.updateComplete;
    expect(() => form.control('Custom key store')).to.throw();
    expect(form.text()).to.contain('holds: No key store needed');
    form.press(create.en);
    await form.says(/Created KMS key [\da-f-]{36}: Enabled, origin AWS_KMS\./);
    expect(form.calls[0]?.input).to.deep.equal({ Origin: 'AWS_KMS' });
  });

  for (const [lang, title, again, field] of [
    ['en', 'The key was created, its alias was not', 'Create alias', 'Another alias for this key'],
    ['ja', 'キーは作成されましたが、エイリアスは作成されませんでした', 'エイリアスの作成', 'このキーの別のエイリアス'],
  ] as const)
    it(`keeps the key whose alias is taken, and tries another for it (${lang})`, async () => {
      await open(lang);
      const { kms } = form.simulator;
      const { KeyMetadata } = await kms.createKey({});
      await kms.createAlias({ AliasName: 'alias/taken', TargetKeyId: KeyMetadata?.KeyId });
      form.type(lang === 'en' ? 'Alias (optional)' : 'エイリアス (オプション)', 'taken');
      form.press(create[lang]);
      await form.says(title);
      await form.says('AlreadyExistsException');
      expect(form.focused()).to.equal(form.all('.refusal')[0]);
      const [KeyId = ''] = /[\da-f-]{36}/.exec(form.text()) ?? [];
      expect((await kms.describeKey({ KeyId })).KeyMetadata?.KeyState).to.equal('Enabled');
      form.type(field, 'not allowed!');
      form.press(again);
      await form.says('ValidationException');
      form.type(field, 'mine');
      form.press(again);
      await form.says('alias/mine');
      expect(form.all('.refusal')).to.deep.equal([]);
      expect((await kms.listAliases({ KeyId })).Aliases?.map(({ AliasName }) => AliasName)).to.deep.equal(['alias/mine']);
    });

  it('shows AWS’s own text about a wrong field', async () => {
    await open();
    form.press('Add tag');
    await form.element.updateComplete;
    form.type('Tag value 1', 'a value without a key');
    form.press(create.en);
    await form.says("1 validation error detected: Value '' at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length greater than or equal to 1");
    form.type('Tag key 1', 'aws:mine');
    form.press(create.en);
    await form.says('Tags beginning with aws: are reserved');
  });

  it('can be pressed before it knows the key stores', async () => {
    form = await stage(make);
    await form.element.updateComplete;
    form.press(create.en);
    await form.says(/Created KMS key/);
    expect(form.calls).to.deep.equal([{ operation: 'CreateKey', input: { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId } }]);
  });
  it('submits once, however often it is pressed', async () => {
    await open();
    form.press(create.en);
    await form.element.updateComplete;
    expect(form.control('Creating…').getAttribute('aria-disabled')).to.equal('true');
    form.press('Creating…');
    form.press('Creating…');
    await form.says(/Created KMS key/);
    await form.element.updateComplete;
    form.control(create.en);
    expect((await form.simulator.kms.listKeys()).Keys).to.have.length(1);
  });

  it('submits by Enter, and all of it can be reached by Tab', async () => {
    await open();
    form.control('Alias (optional)').focus();
    await sendKeys({ type: 'typed' });
    await sendKeys({ press: 'Enter' });
    await form.says('Its alias is alias/typed.');
    const reached = [];
    for (const _ of Array.from({ length: 5 })) {
      await sendKeys({ press: 'Tab' });
      reached.push(form.focused());
    }
    expect(reached).to.deep.equal(['Description (optional)', 'Custom key store', 'Add tag', 'Advanced options', create.en].map((name) => form.control(name)));
  });

  it('can be called where there is no key store', async () => {
    await open('en', 'empty');
    expect(form.text()).to.contain('does not hold: No key store in this account and Region');
    form.press(create.en);
    await form.says('CustomKeyStoreId is required for a key of origin AWS_CLOUDHSM.');
  });

  it('stays fresh where it is moved on the page', async () => {
    await open();
    const place = document.createElement('div');
    document.body.append(place);
    place.append(form.element);
    await disconnect(form.simulator);
    await form.says('does not hold: Key store is DISCONNECTED');
    place.remove();
  });

  it('says why it cannot where the simulator is closed', async () => {
    await open();
    form.simulator.close();
    form.press(create.en);
    await form.says('SimulatorError');
    await form.says('This simulator was closed.');
  });
});
