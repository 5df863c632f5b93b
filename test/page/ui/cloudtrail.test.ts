import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { GlassCloudTrail } from '../../../src/page/ui/cloudtrail/cloudtrail.ts';
import { pathOf, placeOf } from '../../../src/page/ui/cloudtrail/place.ts';
import { axeFindings } from './axe.ts';
import { CustomKeyStoreId, stage, type Stage } from './stage.ts';
import { focusComes, waitFor } from './waiting.ts';

type Trail = Stage<GlassCloudTrail>;
const hour = 60 * 60 * 1000;

/** A key, an alias of it, one that is refused, a use of it. @returns its ARN */
async function session({ kms }: Trail['simulator']): Promise<string> {
  const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
  const KeyId = KeyMetadata?.KeyId ?? '';
  await kms.createAlias({ AliasName: 'alias/a', TargetKeyId: KeyId });
  await kms.createAlias({ AliasName: 'alias/a', TargetKeyId: KeyId }).catch(() => undefined);
  await kms.encrypt({ KeyId, Plaintext: new Uint8Array([1]) });
  return KeyMetadata?.Arn ?? '';
}

describe('<glass-cloudtrail>', () => {
  let trail: Trail;
  const address = location.href;
  const open = async (...path: string[]): Promise<void> => {
    trail = await stage(() => Object.assign(new GlassCloudTrail(), { path }));
    await trail.says('CloudTrail');
  };
  const show = (...path: string[]): void => {
    trail.element.path = path;
  };
  const rows = (): string[] => trail.all('tbody tr').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  const names = (): string[] => trail.all('tbody th a').map(({ textContent }) => textContent.trim());
  const shown = async (...expected: string[]): Promise<void> => {
    await waitFor(trail.element, () => names().join() === expected.join());
  };
  /** The address goes where the element is told to go next, as the page's frame does it. */
  const follow = async (): Promise<void> => {
    await waitFor(trail.element, () => location.hash.startsWith('#/cloudtrail/'));
    show(...location.hash.split('/').slice(2).map(decodeURIComponent));
    trail.element.focus();
  };
  afterEach(() => {
    trail.close();
    history.replaceState(null, '', address);
  });

  for (const [path, place] of [
    [[], { show: 'list', filter: { attribute: ['ReadOnly', 'false'] } }],
    [['all'], { show: 'list', filter: {} }],
    [['0aa'], { show: 'event', EventId: '0aa' }],
    [['EventName', 'CreateKey'], { show: 'list', filter: { attribute: ['EventName', 'CreateKey'] } }],
    [['all', 'StartTime', '2026-01-02T03:04:05.000Z'], { show: 'list', filter: { from: new Date('2026-01-02T03:04:05Z') } }],
    [['ReadOnly', 'true', 'EndTime', '2026-01-02T03:04:05.000Z', 'Nothing', 'known'], { show: 'list', filter: { attribute: ['ReadOnly', 'true'], to: new Date('2026-01-02T03:04:05Z') } }],
    [['request', 'CreateKey', '1-2'], { show: 'request', operation: 'CreateKey', requestId: '1-2' }],
  ] as const)
    it(`reads its address: ${path.join('/')}`, async () => {
      await open();
      expect(placeOf(path)).to.deep.equal(place);
      if (place.show === 'list') expect(placeOf(pathOf(placeOf(path).show === 'list' ? (placeOf(path) as { filter: object }).filter : {}))).to.deep.equal(place);
    });

  it('shows what changed something, the newest first, as AWS’s console begins; then what a person looks for', async () => {
    await open();
    await trail.says('CloudTrail has no event that fits.');
    const Arn = await session(trail.simulator);
    const KeyId = Arn.split('/')[1] ?? '';
    trail.press('Refresh');
    await shown('CreateAlias', 'CreateAlias', 'CreateKey');
    expect(rows()[0]).to.contain('✕ AlreadyExistsException').and.contain('Alice').and.contain('kms.amazonaws.com');
    expect(trail.all('tbody td a').map((a) => a.getAttribute('href'))).to.include(`#/keys/${KeyId}`);
    expect(trail.text()).to.contain('3 events, the newest first').and.contain('--lookup-attributes AttributeKey=ReadOnly,AttributeValue=false');
    // Its own questions are none that a person has asked.
    expect(trail.calls.filter(({ operation }) => operation === 'LookupEvents')).to.have.lengthOf(2);
    show('all');
    await waitFor(trail.element, () => names().includes('Encrypt') && names().includes('LookupEvents'));
    for (const [key, value, expected] of [
      ['EventName', 'CreateKey', ['CreateKey']],
      ['ResourceName', Arn, ['Encrypt', 'CreateAlias', 'CreateAlias', 'CreateKey']],
      ['ResourceType', 'AWS::KMS::Key', ['Encrypt', 'CreateAlias', 'CreateAlias', 'CreateKey']],
      ['EventSource', 'cloudhsm.amazonaws.com', []],
      ['Username', 'Bob', []],
      ['AccessKeyId', trail.simulator.credentials().accessKeyId, undefined],
    ] as const) {
      show(key, value);
      await waitFor(trail.element, () => (expected ? names().join() === expected.join() : names().at(-2) === 'CreateKey'));
      await trail.says(expected?.length === 0 ? 'no event that fits' : 'the newest first');
    }
  });

  it('is filtered by keyboard alone: attribute, value, time; the address keeps it, and the focus goes to what was found', async () => {
    await open('all');
    await session(trail.simulator);
    await trail.simulator.control.advance(hour);
    await trail.simulator.kms.createKey();
    await trail.says('Lookup attribute');
    trail.choose('Lookup attribute', 'Event name');
    const value = await waitFor(trail.element, () => trail.all<HTMLInputElement>('#value')[0]);
    value.focus();
    await sendKeys({ type: 'CreateKey' });
    await sendKeys({ press: 'Enter' });
    await follow();
    expect(location.hash).to.equal('#/cloudtrail/EventName/CreateKey');
    await shown('CreateKey', 'CreateKey');
    await focusComes(() => trail.focused()?.id === 'results');
    const half = new Date((await trail.simulator.control.now()).getTime() - hour / 2);
    const two = (n: number): string => String(n).padStart(2, '0');
    const local = `${String(half.getFullYear())}-${two(half.getMonth() + 1)}-${two(half.getDate())}T${two(half.getHours())}:${two(half.getMinutes())}:00`;
    trail.type('From', local);
    trail.press('Look up');
    await waitFor(trail.element, () => location.hash.includes('/StartTime/'));
    await follow();
    await shown('CreateKey');
    expect(trail.control<HTMLInputElement>('From').value.slice(0, 16)).to.equal(local.slice(0, 16));
    // An hour that is over before it begins: AWS says so.
    show('all', 'StartTime', '2026-01-02T00:00:00Z', 'EndTime', '2026-01-01T00:00:00Z');
    await trail.says('InvalidTimeRangeException');
    expect(await axeFindings(trail.element)).to.deep.equal([]);
  });

  it('goes through pages, there and back', async () => {
    await open('EventName', 'TagResource');
    const { KeyMetadata: { KeyId = '' } = {} } = await trail.simulator.kms.createKey();
    for (let i = 0; i < 30; i += 1) await trail.simulator.kms.tagResource({ KeyId, Tags: [{ TagKey: 'i', TagValue: String(i) }] });
    trail.press('Refresh');
    await trail.says('25 events, the newest first; older ones follow');
    trail.press('Older');
    await waitFor(trail.element, () => rows().length === 5);
    await trail.says('5 events, the newest first');
    await trail.says('Page 2');
    expect(trail.control('Older').getAttribute('aria-disabled')).to.equal('true');
    trail.press('Newer');
    await trail.says('25 events');
    expect(trail.text()).to.contain('Page 1');
  });

  it('shows one event: what the console shows, and the record as JSON; it is found by its call, too', async () => {
    await open();
    const Arn = await session(trail.simulator);
    const { Events: [event] = [] } = await trail.simulator.cloudtrail.lookupEvents({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }] });
    const { EventId = '', CloudTrailEvent = '' } = event ?? {};
    const record = JSON.parse(CloudTrailEvent) as { requestID: string };
    // As a link from a call does it.
    location.hash = `#/cloudtrail/request/CreateKey/${record.requestID}`;
    show('request', 'CreateKey', record.requestID);
    await waitFor(trail.element, () => location.hash === `#/cloudtrail/${EventId}`);
    await follow();
    await trail.says('Event record');
    await focusComes(() => trail.focused()?.id === 'title');
    expect(JSON.parse(trail.all('pre')[0]?.textContent ?? '')).to.deep.equal(record);
    for (const part of ['Alice', EventId, record.requestID, '192.0.2.0', 'us-west-2']) expect(trail.text()).to.contain(part);
    expect(trail.all('a').map((a) => decodeURIComponent(a.getAttribute('href') ?? ''))).to.include.members([`#/keys/${Arn.split('/')[1] ?? ''}`, `#/cloudtrail/ResourceName/${Arn}`, '#/cloudtrail/EventName/CreateKey', '#/cloudtrail']);
    show('request', 'CreateKey', 'none');
    await trail.says('CloudTrail has no event of this call of CreateKey.');
    show('11111111-1111-1111-1111-111111111111');
    await trail.says('CloudTrail has no event 11111111-1111-1111-1111-111111111111');
  });
});

/** How a state comes about. */
const states: Record<string, (trail: Trail) => Promise<void>> = {
  empty: async (trail) => {
    await trail.says(/no event that fits|条件に合うイベントは/);
  },
  'a page of many, with long names and an error': async (trail) => {
    await trail.simulator.kms.createKey({ Description: 'x'.repeat(8192) });
    await session(trail.simulator);
    const { KeyMetadata: { KeyId = '' } = {} } = await trail.simulator.kms.createKey();
    for (let i = 0; i < 25; i += 1) await trail.simulator.kms.disableKey({ KeyId });
    await trail.simulator.kms.deleteAlias({ AliasName: `alias/${'w'.repeat(250)}` }).catch(() => undefined);
    trail.element.path = ['all'];
    await trail.says('NotFoundException');
    for (const each of trail.all<HTMLDetailsElement>('details')) each.open = true;
  },
  'a filter by resource': async (trail) => {
    trail.element.path = ['ResourceName', await session(trail.simulator)];
    await trail.says('Encrypt');
  },
  'one event, long': async (trail) => {
    await trail.simulator.kms.createKey({ Description: 'x'.repeat(8192) });
    const { Events: [event] = [] } = await trail.simulator.cloudtrail.lookupEvents({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }] });
    trail.element.path = [event?.EventId ?? ''];
    await trail.says('eventVersion');
  },
  'an event that is gone': async (trail) => {
    trail.element.path = ['11111111-1111-1111-1111-111111111111'];
    await trail.says('11111111-1111-1111-1111-111111111111');
  },
};

describe('<glass-cloudtrail> in each state', () => {
  for (const lang of ['en', 'ja'] as const)
    for (const [name, arrange] of Object.entries(states))
      it(`${name}, ${lang}: axe finds nothing, light and dark; nothing is too wide`, async () => {
        const trail = await stage(() => new GlassCloudTrail(), { lang });
        try {
          await arrange(trail);
          for (const [theme, width] of [['light', 320], ['dark', 700], ['light', 1300]] as const) {
            const { element } = trail;
            element.theme = theme;
            document.body.style.background = theme === 'dark' ? '#0b1016' : '#f5f7fa';
            element.style.inlineSize = `${String(width)}px`;
            await waitFor(element, () => trail.all('[theme]').every((each) => each.getAttribute('theme') === theme));
            expect(await axeFindings(element), `${theme}, ${String(width)}`).to.deep.equal([]);
            const { right } = element.getBoundingClientRect();
            for (const inner of trail.all(':not(.hidden, svg *, thead, thead *)'))
              expect(inner.getBoundingClientRect().right, `${inner.localName}.${inner.className} at ${String(width)}`).to.be.at.most(right + 0.5);
          }
        } finally {
          trail.close();
        }
      });
});
