import { chromium, firefox, webkit, type BrowserContext, type Page as NativePage } from 'playwright-core';
import type { EngineName } from '../../../scripts/test/find-browsers.ts';
import { browserEnvironment, homeFor } from './lifetime.ts';
import type { Driver, Hands, RawPage } from './page.ts';

/** Research/stack §5: as root, no GPU, and none of Chromium's own traffic in the servers' counts. */
export const CHROMIUM_ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
] as const;

/**
 * Chromium from the system, or any engine of Playwright's own cache.
 * @param flags further ones of Chromium's command line
 */
export async function startPlaywright(engine: EngineName, executablePath: string, flags: readonly string[] = []): Promise<Driver> {
  const home = homeFor(engine);
  const context = await { chromium, firefox, webkit }[engine].launchPersistentContext(`${home}/profile`, {
    executablePath, headless: true, env: browserEnvironment(home),
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    // Playwright turns the back/forward cache off; people's browsers have it.
    ...(engine === 'chromium' ? { args: [...CHROMIUM_ARGS, ...flags], ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
  });
  let closed = false;
  context.on('close', () => { closed = true; });
  return {
    open: async () => (engine === 'chromium' ? chromiumPage(context, await context.newPage()) : plainPage(await context.newPage())),
    version: () => context.browser()?.version() ?? 'unknown',
    isGone: () => Promise.resolve(closed),
    close: () => context.close(),
  };
}

/** Over the protocol's own `evaluate`: Playwright's goes through `eval`, which a page's policy may forbid. */
async function chromiumPage(context: BrowserContext, page: NativePage): Promise<RawPage> {
  const session = await context.newCDPSession(page);
  return {
    native: page,
    async evaluate(expression) {
      const reply = await session.send('Runtime.evaluate', {
        expression, awaitPromise: true, returnByValue: true, allowUnsafeEvalBlockedByCSP: true,
      });
      if (reply.exceptionDetails !== undefined) {
        throw new Error(reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text);
      }
      return reply.result.value as string;
    },
    async goto(url) { await page.goto(url, { waitUntil: 'load' }); },
    hands: handsOn(page),
    close: () => page.close(),
  };
}

function plainPage(page: NativePage): RawPage {
  return {
    native: page,
    evaluate: (expression) => page.evaluate<string>(expression),
    async goto(url) { await page.goto(url, { waitUntil: 'load' }); },
    hands: handsOn(page),
    close: () => page.close(),
  };
}

function handsOn(page: NativePage): Hands {
  return {
    press: (x, y, clicks) => page.mouse.click(x, y, { clickCount: clicks }),
    key: (name) => page.keyboard.press(name),
    picture: () => page.screenshot(),
  };
}
