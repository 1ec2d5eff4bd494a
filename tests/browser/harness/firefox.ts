import puppeteer from 'puppeteer-core';
import { browserEnvironment, homeFor } from './lifetime.ts';
import type { Driver } from './page.ts';

/** Firefox from the system, over WebDriver BiDi (start about 5 s). */
export async function startFirefox(executablePath: string): Promise<Driver> {
  const home = homeFor('firefox');
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath, headless: true, userDataDir: `${home}/profile`, env: browserEnvironment(home),
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false, protocolTimeout: 120_000,
    extraPrefsFirefox: {
      // Its own traffic would stand in the servers' request logs; background tabs would be slowed down.
      'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false,
      'dom.min_background_timeout_value': 4, 'dom.timeout.enable_budget_timer_throttling': false,
    },
  });
  const version = await browser.version();
  return {
    async open() {
      // A window each: a tab behind another one is hidden, and its timers slow down.
      const page = await browser.newPage({ type: 'window' });
      return {
        native: page,
        evaluate: (expression) => page.evaluate(expression) as Promise<string>,
        async goto(url) { await page.goto(url, { waitUntil: 'load' }); },
        hands: {
          press: (x, y, clicks) => page.mouse.click(x, y, { count: clicks }),
          key: (name) => page.keyboard.press(name === 'Space' ? ' ' : name),
          picture: async () => Buffer.from(await page.screenshot()),
        },
        close: () => page.close(),
      };
    },
    version: () => version,
    isGone: () => Promise.resolve(!browser.connected),
    close: () => browser.close(),
  };
}
