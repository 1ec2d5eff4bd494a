import { afterAll, describe, it } from 'vitest';
import { ENGINE_NAMES, findBrowser, type EngineName, type FoundBrowser } from '../../../scripts/test/find-browsers.ts';
import { startFirefox } from './firefox.ts';
import { BrowserGone, wrapPage, type Driver, type Page, type RawPage } from './page.ts';
import { planFor, type Plan } from './plan.ts';
import { startPlaywright } from './playwright.ts';
import { startWebKit } from './webkit.ts';

/** One of the three engines. Starts at the first `open`, once a run, and ends with the run. */
export interface Engine {
  readonly name: EngineName;
  /** A new tab of the engine's one profile. Closed at the end of its `describeEngines` block at the latest. */
  open(url: string): Promise<Page>;
  /** Closes every tab opened through this object. */
  closePages(): Promise<void>;
  version(): Promise<string>;
  /** Playwright's page (Chromium only, else undefined): throttling, keyboards, accessibility trees. */
  playwright(page: Page): import('playwright-core').Page | undefined;
}

// Test files of one run share the worker process (`isolate: false`), so the browsers hang on it, not on a module.
const SHARED = Symbol.for('inward.harness.drivers');
type Shared = { [SHARED]?: Map<EngineName, Promise<Driver>> };

async function driver(found: FoundBrowser): Promise<Driver> {
  const drivers = ((globalThis as Shared)[SHARED] ??= new Map<EngineName, Promise<Driver>>());
  const running = drivers.get(found.engine);
  if (running !== undefined && !await (await running).isGone()) return running;
  // Of several who find it gone, the first starts another.
  if (drivers.get(found.engine) === running) {
    if (running !== undefined) {
      console.warn(`${found.engine} went away and is started anew`);
      void running.then((gone) => gone.close()).catch(() => undefined);
    }
    drivers.set(found.engine, start(found));
  }
  return driver(found);
}

/** Says of a failure whether the browser went away under it. */
function guarded(name: EngineName, browser: Driver, raw: RawPage): RawPage {
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      // Commands fail a moment before their client notices why.
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw await browser.isGone() ? new BrowserGone(name, error) : error;
    }
  };
  const { hands } = raw;
  return {
    native: raw.native,
    evaluate: (expression) => guard(raw.evaluate(expression)),
    goto: (url) => guard(raw.goto(url)),
    close: () => guard(raw.close()),
    ...(hands === undefined ? {} : {
      hands: {
        press: (x, y, clicks) => guard(hands.press(x, y, clicks)),
        key: (key) => guard(hands.key(key)),
        picture: () => guard(hands.picture()),
      },
    }),
  };
}

function start(found: FoundBrowser): Promise<Driver> {
  if (found.driver === 'bidi') return startFirefox(found.executable);
  if (found.driver === 'webdriver') return startWebKit(found);
  return startPlaywright(found.engine, found.executable);
}

/** Engines whose tests run here. */
export function availableEngines(): readonly EngineName[] {
  return ENGINE_NAMES.filter((name) => planOf(name) === 'run');
}

function planOf(name: EngineName): Plan {
  return planFor(name, findBrowser(name) !== undefined, process.env);
}

/** Handle of an engine for use outside `describeEngines`. @throws {Error} it is not on this machine. */
export function engineNamed(name: EngineName): Engine {
  const pages = new Map<Page, unknown>();
  const running = (): Promise<Driver> => {
    const found = findBrowser(name);
    if (found === undefined) throw new Error(`${name} is not installed`);
    return driver(found);
  };
  return {
    name,
    async open(url) {
      const browser = await running();
      const raw = guarded(name, browser, await browser.open());
      const page = wrapPage(raw);
      pages.set(page, raw.native);
      await page.goto(url);
      return page;
    },
    async closePages() {
      const open = [...pages.keys()];
      pages.clear();
      await Promise.all(open.map((page) => page.close().catch(() => undefined)));
    },
    version: async () => (await running()).version(),
    playwright: (page) => (name === 'chromium' ? pages.get(page) as import('playwright-core').Page : undefined),
  };
}

/**
 * A `describe` for each engine. One that is missing counts as skipped tests, or as a failure where `CI=true`: there
 * the set-up installs all three, so absence is a fault.
 */
export function describeEngines(name: string, body: (engine: Engine) => void): void {
  for (const engineName of ENGINE_NAMES) {
    const title = `${name} [${engineName}]`;
    const engine = engineNamed(engineName);
    const plan = planOf(engineName);
    if (plan === 'run') {
      describe(title, () => {
        afterAll(() => engine.closePages());
        body(engine);
      });
    } else if (plan === 'fail') {
      it(`${title} has its browser`, () => { throw new Error(`${engineName} is not installed on this CI machine`); });
    } else {
      describe.skip(title, () => { body(engine); });
    }
  }
}
