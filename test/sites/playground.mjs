/** The playground under its CSP: the document's success and its two failures, met and repaired by click and by keyboard; tabs; Regions; narrow screens. */
import assert from 'node:assert/strict';
import { choose, press, reach, sees } from '../tools/finding.mjs';

export const name = 'playground';
export const bases = ['/', '/some/sub/path/'];

/** @typedef {import('../tools/sites.mjs').Site} Site */
/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Site} site */
export async function run(site) {
  const { page, url, newPage, browserName } = site;
  await page.goto(`${url}?lang=en`);
  await sees(page, 'ExampleKeyStore · CONNECTED');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');

  // The document's success, in the map, the calls and the keys.
  await press(page, 'Create key');
  await sees(page, 'CreateKey: 200');
  await sees(page, '1 of 3,300 keys');
  await sees(page, 'Created KMS key');

  // Two bundles on one page share one worker. (Only Chromium's driver lists workers.)
  const keys = await page.evaluate(async (library) => {
    const { connect } = await import(library);
    const simulator = await connect();
    const { Keys } = await simulator.kms.listKeys();
    simulator.close();
    return Keys.length;
  }, `${url}build/glass-hsm.js`);
  assert.equal(keys, 1);
  if (browserName === 'chromium') assert.equal(page.workers().length, 1);

  // Below a sub-path everything loads and works; what a person can do there is no different.
  if (new URL(url).pathname !== '/') return;

  // Another tab of the same site, in the other language and by keyboard alone: the same world, seen live.
  const other = await newPage();
  await other.goto(`${url}?lang=ja`);
  await sees(other, 'キー 1 / 3,300');
  await byKeyboard(other);
  await page.bringToFront();
  await sees(page, '4 of 3,300 keys');
  await page.reload();
  await sees(page, '4 of 3,300 keys');

  // The first failure: not connected. AWS's words, what they mean, and the way out.
  await press(page, 'Disconnect');
  await sees(page, 'ExampleKeyStore · DISCONNECTED');
  await press(page, 'Create key');
  await sees(page, 'CreateKey: 400 CustomKeyStoreInvalidStateException');
  await sees(page, 'Keys can be created only while it is CONNECTED');
  await press(page, 'Connect');
  await sees(page, 'ExampleKeyStore · CONNECTED');
  await press(page, 'Create key');
  await sees(page, '5 of 3,300 keys');

  // The second: one active HSM. Removing asks, because something stops working.
  await press(page, 'Remove HSM');
  await sees(page, 'CreateKey will be refused');
  await page.keyboard.press('Escape');
  await press(page, 'Remove HSM');
  await press(page, 'Remove HSM'); // in the question
  await sees(page, '1 active HSM');
  await press(page, 'Create key');
  await sees(page, 'CreateKey: 400 CloudHsmClusterInvalidConfigurationException');
  await press(page, 'Add HSM');
  await sees(page, '2 active HSMs in 2 Availability Zones');
  await press(page, 'Create key');
  await sees(page, '6 of 3,300 keys');

  // One call six ways.
  for (const [tab, text] of [
    ['HTTP', 'x-amz-target: TrentService.CreateKey'], ['AWS CLI', 'aws kms create-key'], ['TypeScript', 'new CreateKeyCommand('],
    ['Python', 'kms.create_key('], ['CloudTrail', '"eventName": "CreateKey"'],
  ]) {
    await press(page, tab ?? '', 'glass-calls');
    await sees(page, text ?? '');
  }

  // Another Region of the same world, and back.
  await choose(page, 'Region', 'ap-northeast-1');
  await sees(page, 'No AWS CloudHSM key store yet');
  await choose(page, 'Region', 'us-west-2');
  await sees(page, '6 of 3,300 keys');

  // The other language at once, and still there after a reload of an address that names none.
  await press(page, 'Settings');
  await choose(page, 'Language', 'ja');
  await sees(page, 'キー 6 / 3,300');
  assert.equal(new URL(page.url()).searchParams.get('lang'), 'ja');
  await page.goto(url);
  await sees(page, 'キー 6 / 3,300');
  assert.equal(await page.title(), 'GlassHSM: ブラウザの中の AWS CloudHSM キーストア');

  await press(page, 'リセット');
  await press(page, '消去してやり直す');
  await sees(page, 'キー 0 / 3,300');
  await sees(other, 'キー 0 / 3,300');

  for (const lang of ['ja', 'en']) {
    await page.goto(`${url}?lang=${lang}`);
    await sees(page, 'ExampleKeyStore · CONNECTED');
    for (const width of [320, 360, 640, 820]) {
      await page.setViewport({ width, height: 640 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(beyond, 0, `the page is too wide at ${width} px in ${lang}`);
    }
  }
  if (browserName === 'chromium') await whereItCannotRun(site);
}

/**
 * What a page says that cannot do its work. Only Chromium's driver can switch scripts off and give this machine a name that
 * is no localhost.
 * @param {Site} site
 */
async function whereItCannotRun({ url, newPage, launch, watch, expectProblem }) {
  const page = await newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(url);
  const words = await page.$eval('main', (main) => main.innerText);
  assert.match(words, /This page needs scripts[^]*このページにはスクリプトが必要です/);
  assert.doesNotMatch(words, /Starting/);
  await page.close(); // without scripts it could not tell that it has settled

  expectProblem(/^request outside of the folder: http:\/\/classroom\.test/);
  const browser = await launch({ args: ['--no-sandbox', '--host-resolver-rules=MAP classroom.test 127.0.0.1'] });
  try {
    for (const [lang, sentence] of [['en', 'only to secure pages. Open it over https, or from localhost.'], ['ja', 'https で、または localhost から開いてください。']]) {
      const plain = await browser.newPage();
      watch(plain);
      await plain.goto(`${url.replace('127.0.0.1', 'classroom.test')}?lang=${lang}`);
      await sees(plain, sentence ?? '');
    }
  } finally {
    await browser.close();
  }
}

/** Success and both failures again, without a pointer, where nothing has to be waited for. Three keys are made. @param {Page} page */
async function byKeyboard(page) {
  await reach(page, 'シミュレーション時刻:');
  await reach(page, '1 秒で待ち時間の 1 分 が経過', 'ArrowDown');
  await page.keyboard.press('ArrowDown');
  await sees(page, '待ち時間なし');
  await page.keyboard.press('Escape');

  await reach(page, '切断する');
  await sees(page, 'ExampleKeyStore · DISCONNECTED');
  await reach(page, 'キーの作成');
  await sees(page, 'CreateKey: 400 CustomKeyStoreInvalidStateException');
  await reach(page, '接続する');
  await sees(page, 'ExampleKeyStore · CONNECTED');
  await reach(page, 'キーの作成');
  await sees(page, 'キー 2 / 3,300');

  await reach(page, 'HSM を削除');
  await reach(page, 'HSM を削除'); // in the question
  await sees(page, 'アクティブな HSM 1 個');
  await reach(page, 'キーの作成');
  await sees(page, 'CreateKey: 400 CloudHsmClusterInvalidConfigurationException');
  await reach(page, 'us-west-2a に HSM を追加');
  await sees(page, 'アクティブな HSM 2 個、アベイラビリティーゾーン 2 つ');
  await reach(page, 'キーの作成');
  await sees(page, 'キー 3 / 3,300');

  // By a jump ahead: waits end.
  await reach(page, 'シミュレーション時刻:');
  await reach(page, '+1 時間');
  await sees(page, '現在の時刻は');
  await page.keyboard.press('Escape');
  await reach(page, 'キーの作成');
  await sees(page, 'キー 4 / 3,300');
}
