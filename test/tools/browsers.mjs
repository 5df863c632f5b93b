/**
 * Finds real Chromium and real Firefox; on Debian as root it installs what is missing. Nothing passes without both.
 */
import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { isMain } from './paths.mjs';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/**
 * Where each browser may be: the variable that points to one, names on the PATH, and usual places.
 * @type {Record<BrowserName, { title: string, variable: string, names: string[], places: string[], apt: string }>}
 */
const known = {
  chromium: {
    title: 'Chromium', variable: 'CHROME_PATH', apt: 'chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge-stable', 'microsoft-edge'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...programFiles('Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'),
    ],
  },
  firefox: {
    title: 'Firefox', variable: 'FIREFOX_PATH', apt: 'firefox-esr',
    names: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', ...programFiles('Mozilla Firefox/firefox.exe')],
  },
};

/** @param {string[]} paths */
function programFiles(...paths) {
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name]).filter((f) => f !== undefined);
  return folders.flatMap((folder) => paths.map((path) => join(folder, path)));
}

/** The path of a browser, or undefined. A variable that points to nothing is an error, not a reason to take another. @param {BrowserName} name */
function find(name) {
  const { title, variable, names, places } = known[name];
  const told = process.env[variable];
  if (told) {
    if (!executable(told)) throw new Error(`${variable} says that ${title} is at ${told}, but no program is there.`);
    return told;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...names.flatMap((n) => folders.map((folder) => join(folder, n))), ...places].find(executable);
}

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Both browsers (or those asked for), installed first where we may. Throws one sentence that names what is missing.
 * @param {BrowserName[]} [wanted]
 * @returns {Promise<Record<BrowserName, { path: string, version: string }>>} only `wanted` is filled in
 */
export async function browsers(wanted = ['chromium', 'firefox']) {
  const missing = wanted.filter((name) => find(name) === undefined);
  if (missing.length > 0 && mayInstall()) install(missing.map((name) => known[name].apt));
  const still = wanted.filter((name) => find(name) === undefined).map((name) => known[name]);
  if (still.length > 0) {
    const titles = still.map((b) => b.title).join(' and ');
    const variables = still.map((b) => `${b.variable} to the path of ${b.title}`).join(' and ');
    throw new Error(`${titles} ${still.length > 1 ? 'are' : 'is'} missing: install ${still.length > 1 ? 'them' : 'it'}, or set ${variables}.`);
  }
  const found = /** @type {Record<BrowserName, { path: string, version: string }>} */ ({});
  for (const name of wanted) {
    const path = /** @type {string} */ (find(name));
    found[name] = { path, version: await version(name, path) };
  }
  return found;
}

/** As root on Debian or something made from it. */
function mayInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Leaves success to be judged by find(). @param {string[]} packages */
function install(packages) {
  console.log(`Installing ${packages.join(' and ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update', '-qq'], ['install', '-y', '-qq', ...packages]]) {
    // To stderr: what is counted and read stands on stdout.
    const { status, error } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    if (error || status !== 0) console.error(`apt-get ${args.join(' ')} failed${error ? `: ${error.message}` : ` with ${status}`}.`);
  }
}

/** Also proves that the program starts. @param {BrowserName} name @param {string} path */
async function version(name, path) {
  if (process.platform === 'win32') return 'version not asked'; // there --version opens a window
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 60_000 });
    return stdout.trim().split('\n').at(-1) ?? '';
  } catch (error) {
    throw new Error(`${known[name].title} at ${path} does not start: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

/** How the suites start them: no sandbox (containers run as root), and no traffic of the browsers' own. */
export const chromiumArgs = [
  '--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-default-apps', '--no-first-run', '--disable-extensions', '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** @type {Record<string, unknown>} */
export const firefoxPrefs = {
  'app.update.enabled': false, 'browser.safebrowsing.downloads.remote.enabled': false, 'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false, 'extensions.update.enabled': false, 'app.normandy.enabled': false,
  // Else a change of the machine's network interfaces makes it ping open web sockets and drop those that a busy machine answers late.
  'network.notify.changed': false, 'network.manage-offline-status': false,
};

if (isMain(import.meta.url)) {
  try {
    for (const { path, version: v } of Object.values(await browsers())) console.log(`${path}: ${v}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
