/** No command of the harness works long: scripts are started and then asked for. Above it the driver or its browser hangs. */
const COMMAND_MS = 20_000;
/** A load may wait for the page's every file. */
const LOAD_MS = 45_000;

/** The handful of W3C WebDriver commands the harness needs (https://www.w3.org/TR/webdriver2/). */
export class WebDriverClient {
  readonly base: string;
  session = '';
  /** A command was never answered. Nothing more is sent. */
  hung = false;

  constructor(port: number) {
    this.base = `http://127.0.0.1:${port}`;
  }

  /** @throws {Error} the driver's error code and message, or that it hangs. */
  async send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    if (this.hung) throw new Error(`WebDriver ${path}: the driver hangs`);
    const signal = AbortSignal.timeout(path === '/url' || path === '/session' ? LOAD_MS : COMMAND_MS);
    try {
      return await this.#ask(method, path, signal, body);
    } catch (error) {
      this.hung = signal.aborted;
      throw error;
    }
  }

  async #ask(method: string, path: string, signal: AbortSignal, body?: unknown): Promise<unknown> {
    const response = await fetch(this.base + (this.session === '' ? '' : `/session/${this.session}`) + path, {
      method, signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await response.json() as { value: unknown };
    if (!response.ok) {
      const error = value as { error?: string; message?: string };
      throw new Error(`WebDriver ${path}: ${error.error ?? response.status} ${error.message ?? ''}`);
    }
    return value;
  }

  /** Waits for the driver's server, at most `timeoutMs`. */
  async waitUntilReady(timeoutMs: number): Promise<void> {
    for (const end = Date.now() + timeoutMs; ;) {
      try {
        await this.send('GET', '/status');
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  async newSession(capabilities: unknown): Promise<{ readonly browserName: string; readonly browserVersion: string }> {
    const value = await this.send('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const created = value as { sessionId: string; capabilities: { browserName: string; browserVersion: string } };
    this.session = created.sessionId;
    return created.capabilities;
  }
}
