import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/test/find-browsers.ts';
import { startDemoSite, type DemoSite } from './demo-stage.ts';
import { browserEnvironment, homeFor } from './harness/lifetime.ts';
import { CHROMIUM_ARGS } from './harness/playwright.ts';

/** The playground's gallery: every notice in every language, theme and width. Chromium; the elements themselves run in all engines (ui-*.test.ts). */
const LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'hi', 'id', 'ar', 'my', 'en-XA'] as const;
const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
interface Axe { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> }

let site: DemoSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  site = await startDemoSite();
  browser = await chromium.launch({ executablePath: findBrowser('chromium')?.executable ?? '', args: [...CHROMIUM_ARGS], env: browserEnvironment(homeFor('gallery')) });
  // The page's policy lets no script in that is not its own: axe-core comes in through the driver.
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })).newPage();
});
afterAll(async () => {
  await browser.close();
  await site.server.close();
});

async function open(lang: string, theme: string, width: string): Promise<void> {
  await page.goto(`${site.server.origin}/?page=gallery&lang=${lang}&theme=${theme}&width=${width}`);
  await page.locator('inward-help').first().waitFor();
}

const look = (): Promise<{ readonly cards: number; readonly empty: number; readonly wide: readonly string[]; readonly latin: number; readonly unmarked: readonly string[] }> => page.evaluate(() => {
  const hosts = [...document.querySelectorAll('inward-notice, inward-interstitial')];
  const parts = hosts.map((host) => [...host.shadowRoot?.querySelectorAll<HTMLElement>('h2, h3, li, button, p') ?? []].filter((node) => node.getClientRects().length > 0 && node.textContent !== ''));
  const texts = parts.flat().map((node) => node.textContent);
  return {
    cards: hosts.length, empty: parts.filter((one) => one.length < 2).length,
    wide: hosts.filter((host) => host.scrollWidth > host.clientWidth + 1 || host.getBoundingClientRect().width > (host.parentElement?.getBoundingClientRect().width ?? 0) + 0.5).map((host) => host.outerHTML),
    latin: texts.filter((text) => /[a-z]/iu.test(text)).length, unmarked: texts.filter((text) => !/^⟦[^⟦⟧]*⟧$/u.test(text)),
  };
});

it.each(LANGUAGES)('shows every notice in %s, in each theme and width, and axe-core finds nothing', async (lang) => {
  for (const theme of ['light', 'dark']) {
    for (const width of ['phone', 'tablet', 'wide']) {
      await open(lang, theme, width);
      const { cards, empty, wide, latin, unmarked } = await look();
      expect([theme, width, cards > 60, empty, wide]).toEqual([theme, width, true, 0, []]);
      if (['hi', 'ar', 'my'].includes(lang)) expect(latin).toBe(0);
      // Text outside of brackets never came out of a catalogue.
      if (lang === 'en-XA') expect(unmarked).toEqual([]);
    }
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, { rules: { 'landmark-unique': { enabled: false } } });
      return violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map((node) => `${id}: ${node.html} ${node.failureSummary}`));
    });
    expect([theme, found]).toEqual([theme, []]);
  }
  expect(await page.locator('#review').textContent()).toContain({ en: 'the source', 'en-XA': 'pseudo-locale' }[lang as string] ?? 'awaiting native review');
}, 240_000);
