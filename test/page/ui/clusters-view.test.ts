import { expect } from 'chai';
import { ChooseKeyEvent, type ShownEvent } from '../../../src/page/ui/events.ts';
import { GlassClustersView } from '../../../src/page/ui/clusters/view.ts';
import { axeFindings } from './axe.ts';
import { ClusterId, CustomKeyStoreId, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

describe('<glass-clusters-view>', () => {
  let view: Stage<GlassClustersView>;
  let address: string;
  const at = async (path: readonly string[], lang: 'en' | 'ja' = 'en'): Promise<void> => {
    view = await stage(() => Object.assign(new GlassClustersView(), { path }), { lang });
  };
  beforeEach(() => {
    address = location.href;
  });
  afterEach(() => {
    view.close();
    history.replaceState(null, '', address);
  });

  for (const [lang, title, link] of [
    ['en', 'CloudHSM clusters and backups', 'Create a cluster, step by step'],
    ['ja', 'CloudHSM クラスターとバックアップ', 'クラスターを手順に沿って作成する'],
  ] as const)
    it(`shows the lists, with the way to a new cluster, and takes the focus to the title (${lang})`, async () => {
      await at([], lang);
      await view.says(ClusterId);
      const [way] = view.all<HTMLAnchorElement>('a');
      expect([way?.textContent, way?.hash]).to.deep.equal([link, '#/clusters/create']);
      view.element.focus();
      await focusComes(() => view.focused()?.textContent === title);
      expect(await axeFindings(view.element)).to.deep.equal([]);
    });

  it('gives what is opened an address, and shows what an address names', async () => {
    await at([]);
    const shown: (readonly string[])[] = [];
    view.element.addEventListener('glass-shown', ({ path }: ShownEvent) => shown.push(path));
    await view.says(ClusterId);
    view.press(ClusterId);
    await waitFor(view.element, () => location.hash === `#/clusters/${ClusterId}`);
    const store = await waitFor(view.element, () => view.all<HTMLAnchorElement>('a').find(({ hash }) => hash === `#/key-stores/${CustomKeyStoreId}`));
    expect(store.textContent).to.equal('ExampleKeyStore');
    view.element.path = [ClusterId, 'hsm-abcdefghijk'];
    await waitFor(view.element, () => view.all('glass-hsm-details').length === 1);
    view.element.path = [];
    await waitFor(view.element, () => view.all('glass-cluster-details, glass-hsm-details').length === 0);
    expect(shown).to.deep.equal([[ClusterId]]);
  });

  it('leads from nothing to a cluster at its own address', async () => {
    await at(['create']);
    await view.says('Create a cluster, step by step');
    await waitFor(view.element, () => view.all('[data-step]').length > 0);
    view.element.focus();
    await focusComes(() => view.focused()?.textContent === 'Create a cluster, step by step');
    expect(await axeFindings(view.element)).to.deep.equal([]);
  });

  it('goes on with a cluster that was begun, at its step, and leads to its first key', async () => {
    view = await stage(() => Object.assign(new GlassClustersView(), { path: ['create', ClusterId] }), { scenario: 'cluster' });
    // Its users are asked for first.
    await waitFor(view.element, () => view.all('[data-step=store][aria-current=step]').length > 0);
    await focusComes(() => view.focused()?.id === 'title-store');
    view.all('glass-setup')[0]?.dispatchEvent(new ChooseKeyEvent('1234abcd-12ab-34cd-56ef-1234567890ab'));
    const link = await waitFor(view.element, () => view.all<HTMLAnchorElement>('[role=status] a')[0]);
    expect([link.textContent, link.hash]).to.deep.equal(['Open the page of the new key', '#/keys/1234abcd-12ab-34cd-56ef-1234567890ab']);
  });
});
