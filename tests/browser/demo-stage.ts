import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/test/find-browsers.ts';
import { buildClient, CLIENT_FOLDER } from '../../demo/server/client-build.ts';
import { startDemoServer, type DemoServer } from '../../demo/server/demo-server.ts';
import { findPackage } from '../../demo/server/package-assets.ts';
import { siteOf, type Site } from '../../demo/server/site.ts';
import { listFolder } from '../../demo/server/static-files.ts';
import { CHROMIUM_ARGS } from './harness/playwright.ts';
import { browserEnvironment, homeFor } from './harness/lifetime.ts';

/** The demo as `npm run demo` serves it, on a free port, and a Chromium in which each person has a context of their own. */
export interface DemoStage {
  readonly server: DemoServer;
  /** `missing`: address patterns that this person's browser cannot reach. */
  open(persona: string, query?: string, missing?: readonly string[]): Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  /** Every byte that arrived at the server so far. */
  arrived(): Buffer;
  /** Errors that pages logged. */
  problems(): Promise<readonly string[]>;
  /** Watches the whole document from now on for a text, in nodes and attributes, however briefly. */
  watchText(page: Page, text: string): Promise<void>;
  sawText(page: Page): Promise<boolean>;
  tabTo(page: Page, target: { role: 'button' | 'textbox' | 'switch'; name: RegExp | string }): Promise<void>;
  close(): Promise<void>;
}

const TABS_MAX = 80;

/** The server of `npm run demo` on a free port, with all that arrives kept. */
export interface DemoSite {
  readonly server: DemoServer;
  readonly chunks: readonly Buffer[];
}

/** @param first a script that the page loads before its own */
export async function startDemoSite(first?: string): Promise<DemoSite> {
  const { folder, version } = findPackage();
  await buildClient();
  const chunks: Buffer[] = [];
  const onBytes = (bytes: Buffer): void => { chunks.push(bytes, Buffer.from('\n')); };
  const site = siteOf(CLIENT_FOLDER, folder, version);
  return { server: await startDemoServer({ port: 0, site: first === undefined ? site : withFirst(site, first), onBytes }), chunks };
}

/** The page as it is, but for one script in front of all others. */
function withFirst(site: Site, source: string): Site {
  const made = mkdtempSync(join(tmpdir(), 'inward-demo-'));
  const page = readFileSync(site.pages.get('index.html') ?? '', 'utf8').replace('<head>', '<head><script src="/first.js"></script>');
  writeFileSync(join(made, 'index.html'), page);
  writeFileSync(join(made, 'first.js'), source);
  return { ...site, pages: new Map([...site.pages, ...listFolder(made)]) };
}

export async function openDemo(): Promise<DemoStage> {
  const { server, chunks } = await startDemoSite();
  const problems: string[] = [];
  const browser = await launch();
  return {
    server,
    async open(persona, query = '', missing = []) {
      const context = await browser.newContext({ viewport: { width: 1300, height: 860 } });
      for (const pattern of missing) await context.route(pattern, (route) => route.abort());
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => { if (message.type() === 'error') problems.push(`${message.location().url} ${message.text()}`); });
      await page.goto(`${server.origin}/?as=${persona}${query}`);
      await page.locator('.seal-chip', { hasText: /Sealed|Not sealed|Not running/ }).waitFor();
      return { page, context };
    },
    arrived: () => Buffer.concat(chunks),
    problems: () => Promise.resolve(problems),
    async watchText(page, text) {
      await page.evaluate((wanted) => {
        const watch = new MutationObserver((changes) => {
          const brief = changes.some((change) => [...change.addedNodes].some((node) => node.textContent?.includes(wanted)) || change.oldValue?.includes(wanted));
          if (!brief && !document.documentElement.outerHTML.includes(wanted)) return;
          watch.disconnect();
          document.documentElement.dataset['saw'] = 'yes';
        });
        watch.observe(document, { subtree: true, childList: true, characterData: true, characterDataOldValue: true, attributes: true, attributeOldValue: true });
      }, text);
    },
    sawText: (page) => page.evaluate(() => document.documentElement.dataset['saw'] === 'yes'),
    async tabTo(page, { role, name }) {
      const wanted = page.getByRole(role, { name }).first();
      await wanted.waitFor();
      for (let tabs = 0; tabs < TABS_MAX; tabs++) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`No way by Tab to ${role} ${String(name)}`);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function launch(): Promise<Browser> {
  const found = findBrowser('chromium');
  if (found === undefined) throw new Error('Chromium is not installed.');
  return chromium.launch({ executablePath: found.executable, args: [...CHROMIUM_ARGS], env: browserEnvironment(homeFor('demo')) });
}

/** On the settings page. */
export async function addWord(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Word, phrase or emoji' }).fill(text);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: `Remove ${text}`, exact: true }).waitFor();
}
