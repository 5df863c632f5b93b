import { expect } from 'chai';
import { guideTexts } from '../../../src/page/i18n/guide.ts';
import type { CodeText } from '../../../src/page/i18n/en/guide-connection-codes.ts';
import { errorAddress, guideCodes } from '../../../src/page/ui/guide/address.ts';
import { causeNames } from '../../../src/page/ui/guide/causes.ts';
import { pages } from '../../../src/page/ui/guide/pages.ts';
import { causeOf } from '../../../src/page/ui/guide/plan.ts';
import { provocations } from '../../../src/page/ui/guide/provocations.ts';
import { find } from '../../../src/page/ui/guide/search.ts';
import { beginningNames, faultNames, troubleNames } from '../../../src/model/control.ts';

const languages = ['en', 'ja'] as const;
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** What is written in the language; AWS's own words in it are the same everywhere. */
const isWritten = (language: (typeof languages)[number], text: string): boolean => text.length > 0 && japanese.test(text) === (language === 'ja');

describe('guidance', () => {
  for (const code of guideCodes)
    for (const language of languages)
      it(`says of ${code} what it is, what tells it from others, what works, and how it is repaired (${language})`, () => {
        const page = pages[code];
        const text: CodeText = guideTexts[language].codes[code];
        for (const line of [text.means, text.what, ...Object.values(text.apart), ...text.works, ...(text.way ?? [])])
          expect(isWritten(language, line), line).to.equal(true);
        expect(Object.keys(text.apart), 'each neighbour is told apart').to.have.members([...page.apart]);
        expect(text.works).to.have.length.above(0);
        expect(page.causes.flatMap((name) => causeOf(name).steps).length + (text.way?.length ?? 0), 'a way out').to.be.above(0);
      });

  for (const language of languages)
    it(`has words for every cause, step, scenario, fault and provocation (${language})`, () => {
      const { causeTexts, steps, provocations: provoked, worldTexts } = guideTexts[language];
      const lines = [
        ...causeNames.flatMap((name) => [causeTexts[name].is, causeTexts[name].tell]),
        ...causeNames.flatMap((name) => causeOf(name).steps).flatMap(({ name }) => [steps[name].title, steps[name].why]),
        ...Object.keys(provocations).map((name) => provoked[name as keyof typeof provoked]),
        ...[...beginningNames, ...troubleNames].map((name) => worldTexts.scenarios[name]),
        ...faultNames.map((name) => worldTexts.faults[name]),
      ];
      for (const line of lines) expect(isWritten(language, line), line).to.equal(true);
    });

  it('has one stable address for each code, and none for what it does not know', () => {
    expect(errorAddress('USER_LOGGED_IN')).to.equal('#/errors/USER_LOGGED_IN');
    expect(guideCodes.map((code) => errorAddress(code))).to.deep.equal(guideCodes.map((code) => `#/errors/${code}`));
    expect(errorAddress('XKS_PROXY_TIMED_OUT')).to.equal(undefined);
    expect(errorAddress('toString')).to.equal(undefined);
  });

  it('leads to each of the 24 scenarios from the page of an error', () => {
    expect([...new Set(guideCodes.flatMap((code) => pages[code].scenarios))]).to.have.members([...troubleNames]);
  });
});

describe('search in the guidance', () => {
  const arn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  for (const [text, first] of [
    ['USER_LOGGED_IN', 'USER_LOGGED_IN'],
    ['user_locked_out', 'USER_LOCKED_OUT'],
    ['invalid credentials', 'INVALID_CREDENTIALS'],
    ['ConnectionErrorCode: INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET', 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'],
    ['{"__type":"CustomKeyStoreInvalidStateException"}', 'CustomKeyStoreInvalidStateException'],
    ['{"__type":"com.amazonaws.kms#KMSInvalidStateException","message":"KMS cannot communicate with your CloudHSM cluster"}', 'KMSInvalidStateException'],
    ['aws: [ERROR]: An error occurred (CloudHsmClusterInvalidConfigurationException) when calling the CreateKey operation: …', 'CloudHsmClusterInvalidConfigurationException'],
    [`${arn} is unavailable.`, 'KMSInvalidStateException'],
    [`${arn} is disabled.`, 'DisabledException'],
    [`${arn} is pending deletion.`, 'KMSInvalidStateException'],
    [`Key '${arn}' does not exist`, 'NotFoundException'],
    ['You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.', 'ThrottlingException'],
    ['CloudHSM cluster must contain active HSMs in at least two Availability Zones', 'CloudHsmClusterInvalidConfigurationException'],
    ['"additionalEventData": { "backingKeysDeletionStatus": "[{\\"cloudHsmClusterId\\":\\"cluster-1a23b4cdefg\\",\\"deletionStatus\\":\\"FAILURE\\"}]" }', 'DeleteKey'],
    ['no free PKCS #11 session', 'KMSInternalException'],
    ['KMS cannot connect the custom key store to its CloudHSM cluster. Error code: USER_NOT_FOUND', 'USER_NOT_FOUND'],
    ['customkeystorehascmksexception', 'CustomKeyStoreHasCMKsException'],
    ['the password of kmsuser is wrong', 'INVALID_CREDENTIALS'],
    ['ユーザーがロックされた', 'USER_LOCKED_OUT'],
    ['kmsuser がサインインしたまま', 'USER_LOGGED_IN'],
    ['パスワードが違う', 'INVALID_CREDENTIALS'],
    ['キーマテリアルが失われた', 'KMSInvalidStateException'],
    ['サブネットが削除された', 'SUBNET_NOT_FOUND'],
    ['空き IP がない', 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'],
    ['HSM がない', 'INSUFFICIENT_CLOUDHSM_HSMS'],
    ['クラスターが削除された', 'CLUSTER_NOT_FOUND'],
    ['キーストアを接続できない', 'CustomKeyStoreInvalidStateException'],
  ] as const)
    it(`finds ${first} by "${text.slice(0, 60)}"`, () => {
      expect(find(text)[0]).to.equal(first);
    });

  it('finds every code by itself, and a part of its name in another code does not stand for it', () => {
    for (const code of guideCodes) expect(find(code)).to.include(code).and.satisfy((found: readonly string[]) => found[0] === code);
    expect(find('CLUSTER_NOT_FOUND')).not.to.include('NotFoundException');
  });

  it('finds nothing where nothing fits', () => {
    for (const text of ['', 'hello world', 'こんにちは']) expect(find(text)).to.deep.equal([]);
  });
});
