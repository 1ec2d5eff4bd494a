/** The handful of W3C WebDriver commands the harness needs (https://www.w3.org/TR/webdriver2/). */
export class WebDriverClient {
  readonly base: string;
  session = '';

  constructor(port: number) {
    this.base = `http://127.0.0.1:${port}`;
  }

  /** @throws {Error} the driver's error code and message. */
  async send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.base + (this.session === '' ? '' : `/session/${this.session}`) + path, {
      method, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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
