import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The three engines that every browser test runs in. */
export const ENGINE_NAMES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** How an engine found on this machine is driven. */
export type FoundBrowser =
  | { readonly engine: EngineName; readonly driver: 'playwright'; readonly executable: string }
  | { readonly engine: 'firefox'; readonly driver: 'bidi'; readonly executable: string }
  | { readonly engine: 'webkit'; readonly driver: 'webdriver'; readonly executable: string; readonly miniBrowser: string; readonly xvfbRun: string };

/** Debian packages that bring an engine: what `npm test` installs as root, and prints otherwise. */
export const DEBIAN_PACKAGES: Readonly<Record<EngineName, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb', 'xauth'],
};

/**
 * Looks at `INWARD_CHROMIUM`/`INWARD_FIREFOX`, then the system's paths, then Playwright's cache. Firefox from the
 * system is driven over BiDi (Playwright cannot drive a stock Firefox), WebKitGTK by its own WebDriver.
 */
export function findBrowser(engine: EngineName): FoundBrowser | undefined {
  if (engine === 'chromium') {
    const system = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
    const executable = process.env['INWARD_CHROMIUM'] ?? onPath(system)
      ?? firstThere(['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']) ?? inPlaywrightCache('chromium');
    return executable === undefined ? undefined : { engine, driver: 'playwright', executable };
  }
  if (engine === 'firefox') {
    const executable = process.env['INWARD_FIREFOX'] ?? onPath(['firefox-esr', 'firefox'])
      ?? firstThere(['/Applications/Firefox.app/Contents/MacOS/firefox']);
    if (executable !== undefined) return { engine, driver: 'bidi', executable };
    const cached = inPlaywrightCache('firefox');
    return cached === undefined ? undefined : { engine, driver: 'playwright', executable: cached };
  }
  const executable = onPath(['WebKitWebDriver']);
  const miniBrowser = findMiniBrowser();
  const xvfbRun = onPath(['xvfb-run']);
  if (executable !== undefined && miniBrowser !== undefined && xvfbRun !== undefined && onPath(['xauth']) !== undefined) {
    return { engine, driver: 'webdriver', executable, miniBrowser, xvfbRun };
  }
  const cached = inPlaywrightCache('webkit');
  return cached === undefined ? undefined : { engine, driver: 'playwright', executable: cached };
}

function onPath(names: readonly string[]): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return firstThere(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

function firstThere(paths: readonly string[]): string | undefined {
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Debian keeps MiniBrowser beside the library, in a folder named for the machine and the API version. */
function findMiniBrowser(): string | undefined {
  const roots = ['/usr/lib', '/usr/libexec', ...folders('/usr/lib').map((name) => join('/usr/lib', name))];
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  return firstThere(roots.flatMap((root) => versions.map((version) => join(root, version, 'MiniBrowser'))));
}

/** Newest build first, so that two cached ones never make a run depend on the order of a folder. */
function inPlaywrightCache(engine: EngineName): string | undefined {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? (process.platform === 'darwin'
    ? join(homedir(), 'Library/Caches/ms-playwright')
    : join(homedir(), '.cache/ms-playwright'));
  const inside: Readonly<Record<EngineName, readonly string[]>> = {
    chromium: ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'],
    firefox: ['firefox/firefox', 'firefox/Nightly.app/Contents/MacOS/firefox'],
    webkit: ['pw_run.sh'],
  };
  const builds = folders(cache)
    .filter((name) => name.startsWith(`${engine}-`))
    .sort((a, b) => Number(b.slice(engine.length + 1)) - Number(a.slice(engine.length + 1)));
  return firstThere(builds.flatMap((build) => inside[engine].map((path) => join(cache, build, path))));
}

function folders(path: string): readonly string[] {
  return existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name) : [];
}
