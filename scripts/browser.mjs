import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// The shell does without a window's machinery: a fifth less work for the same pages.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser for the tests: CHROMIUM_PATH, one on PATH, or Playwright's own; undefined when there is none. */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, and there is no such file.`);
    return given;
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const { chromium } = await import('@playwright/test');
  return [...onPath, chromium.executablePath()].find((file) => existsSync(file) && runs(file));
}

/** As findBrowser, but gets one when there is none. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && isDebian()) {
    console.log('There is no Chromium: installing the one of Debian ...');
    inherit('apt-get', ['update', '-qq']);
    installPackage('chromium-headless-shell') || installPackage('chromium');
  } else {
    console.log("There is no Chromium: downloading Playwright's ...");
    const withSystemPackages = isRoot && process.platform === 'linux' ? ['--with-deps'] : [];
    inherit(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', ...withSystemPackages, 'chromium']);
  }
  const installed = await findBrowser();
  if (installed === undefined) throw new Error('No Chromium could be installed. Install one and set CHROMIUM_PATH.');
  return installed;
}

/** Chromium's sandbox cannot be used by root, and nothing of the browser's own may talk to the network during a test. */
export function browserFlags() {
  const flags = [
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

/** Ubuntu has a `chromium-browser` that only says to install a snap: a file is not yet a browser. */
function runs(file) {
  return spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Whether there is such a package, and it could be installed. */
function installPackage(name) {
  try {
    inherit('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
    return true;
  } catch {
    return false;
  }
}

function inherit(command, args) {
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
