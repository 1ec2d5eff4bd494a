import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { FoundBrowser } from '../../../scripts/test/find-browsers.ts';
import { browserEnvironment, homeFor } from './lifetime.ts';
import type { Driver, KeyName, RawPage } from './page.ts';
import { WebDriverClient } from './webdriver.ts';

type Found = Extract<FoundBrowser, { readonly driver: 'webdriver' }>;
const POLL_MS = 10;
/** Code points that WebDriver gives to keys. */
const KEYS: Readonly<Record<KeyName, string>> = { Enter: '\ue007', Escape: '\ue00c', Space: ' ', Tab: '\ue004' };

/** WebKitGTK's MiniBrowser under a virtual screen, by its own WebDriver. */
export async function startWebKit(found: Found): Promise<Driver> {
  const home = homeFor('webkit');
  const port = await freePort();
  const child = spawn(found.xvfbRun, ['-a', found.executable, `--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore', detached: true,
    env: browserEnvironment(home, { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' }),
  });
  const client = new WebDriverClient(port);
  try {
    await client.waitUntilReady(20_000);
    const facts = await client.newSession({
      'webkitgtk:browserOptions': { binary: found.miniBrowser, args: ['--automation'] },
    });
    await client.send('POST', '/timeouts', { script: 60_000, pageLoad: 60_000 });
    return driverOf(client, child, `${facts.browserName} ${facts.browserVersion}`);
  } catch (error) {
    end(child);
    throw error;
  }
}

function driverOf(client: WebDriverClient, child: ChildProcess, version: string): Driver {
  // A session has one current window: a command first switches to its own, with nothing in between.
  let queue: Promise<unknown> = Promise.resolve();
  const inWindow = <T>(handle: string, work: () => Promise<T>): Promise<T> => {
    const next = queue.then(async () => {
      if (handle !== '') await client.send('POST', '/window', { handle });
      return work();
    });
    queue = next.catch(() => undefined);
    return next;
  };
  let first: string | undefined;
  return {
    async open() {
      first ??= await inWindow('', () => client.send('GET', '/window')) as string;
      const made = await inWindow(first, () => client.send('POST', '/window/new', { type: 'window' }));
      return pageOf(client, inWindow, (made as { handle: string }).handle);
    },
    version: () => version,
    // The driver ends its session when the browser crashes. One that hangs answers nothing (seen where a page went to the
    // back/forward cache in the middle of a command).
    isGone: () => client.send('GET', '/window/handles').then(() => false, () => true),
    async close() {
      await client.send('DELETE', '').catch(() => undefined);
      end(child);
    },
  };
}

/** Starts the work, then asks for its result: two tabs can wait for each other, which one blocking call could not. */
function pageOf(client: WebDriverClient, inWindow: <T>(handle: string, work: () => Promise<T>) => Promise<T>, handle: string): RawPage {
  let calls = 0;
  const execute = (script: string): Promise<unknown> =>
    inWindow(handle, () => client.send('POST', '/execute/sync', { script, args: [] }));
  const act = async (source: object): Promise<void> => {
    await inWindow(handle, () => client.send('POST', '/actions', { actions: [source] }));
  };
  return {
    async evaluate(expression) {
      const slot = `__inwardRun${calls++}`;
      await execute(`window.${slot} = { done: false };
        (${expression}).then((value) => { window.${slot} = { done: true, value }; });`);
      for (;;) {
        const state = await execute(`const s = window.${slot}; if (s && s.done) delete window.${slot}; return s ?? null;`);
        if (state === null) throw new Error('page.run: the page was navigated away');
        const { done, value } = state as { done: boolean; value: string };
        if (done) return value;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    async goto(url) { await inWindow(handle, () => client.send('POST', '/url', { url })); },
    hands: {
      press: (x, y, clicks) => act({
        type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' },
        actions: [{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
          ...Array.from({ length: clicks }, () => [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]).flat()],
      }),
      key: (name) => act({ type: 'key', id: 'keys', actions: [{ type: 'keyDown', value: KEYS[name] }, { type: 'keyUp', value: KEYS[name] }] }),
      picture: async () => Buffer.from(await inWindow(handle, () => client.send('GET', '/screenshot')) as string, 'base64'),
    },
    async close() { await inWindow(handle, () => client.send('DELETE', '/window')); },
  };
}

/** The whole process group: xvfb-run, Xvfb, the driver and the browser. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // Already gone.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => { resolve(port); });
    });
  });
}
