import { expect } from 'chai';
import '../../../src/page/playground.ts';
import { GlassPlayground } from '../../../src/page/ui/frame/playground.ts';
import { GlassSignIn } from '../../../src/page/ui/sign-in/sign-in.ts';
import { axeFindings } from './axe.ts';
import { stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

describe('<glass-sign-in>', () => {
  for (const lang of ['en', 'ja'] as const)
    for (const theme of ['light', 'dark'] as const)
      it(`shows users and roles of two accounts, and who is signed in: ${lang}, ${theme}; axe finds nothing`, async () => {
        const page = await stage(() => new GlassSignIn(), { lang, theme });
        try {
          await page.says('KeyAdminRole');
          expect(page.all('li b').map(({ textContent }) => textContent)).to.deep.equal(['Alice', 'Bob', 'Carol', 'KeyAdminRole', 'AppRole', 'Dave', 'PartnerRole']);
          expect(page.all('[aria-current=true]').map((each) => each.querySelector('b')?.textContent)).to.deep.equal(['Alice']);
          await page.says(lang === 'en' ? 'You act as Alice in account 111122223333.' : 'アカウント 111122223333 の Alice として操作しています。');
          expect(await axeFindings(page.element)).to.deep.equal([]);
          page.element.style.inlineSize = '320px';
          expect(page.element.scrollWidth).to.be.at.most(320);
        } finally {
          page.close();
        }
      });
});

describe('signing in', () => {
  let page: Stage<GlassPlayground>;
  let address: string;
  beforeEach(() => {
    address = location.href;
    sessionStorage.clear();
  });
  afterEach(() => {
    page.close();
    sessionStorage.clear();
    history.replaceState(null, '', address);
  });
  const acting = (): string => page.all('.acting')[0]?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const view = (): HTMLElement | undefined => page.all('glass-sign-in')[0];

  it('is reached from the header, takes one click, and is remembered for the visit', async () => {
    page = await stage(() => new GlassPlayground());
    await page.says('ExampleKeyStore · CONNECTED');
    expect(page.all('nav a').map(({ textContent }) => textContent)).not.to.include('Sign in');
    expect(acting()).to.equal('Acting as Alice in account 111122223333');
    page.all('.acting')[0]?.click();
    await page.says('Account 444455556666');
    await focusComes(() => page.focused()?.textContent === 'Sign in');
    expect(document.title).to.equal('Sign in · GlassHSM');
    expect(page.all('.acting')[0]?.getAttribute('aria-current')).to.equal('page');
    expect(page.all('nav [aria-current]')).to.deep.equal([]);

    view()?.shadowRoot?.querySelectorAll('button')[6]?.click();
    await waitFor(page.element, () => acting() === 'Acting as PartnerRole in account 444455556666');
    // What its own simulator is connected with; here a test has given it one.
    expect(page.element).to.include({ account: '444455556666', identity: 'PartnerRole' });
    expect(new GlassPlayground()).to.include({ account: '444455556666', identity: 'PartnerRole' });
    sessionStorage.setItem('glass-hsm-caller', '444455556666/Mallory');
    expect(new GlassPlayground()).to.include({ account: '111122223333', identity: 'Alice' });
  });
});
