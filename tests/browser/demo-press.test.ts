import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// Ada's report has no answer for two days, and she asks for one: shown first, as any report is.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;
const SAID = 'Whimbrel-44d0 says it again';

interface Watched {
  /** Writes since the store takes them again. */
  readonly taken: number;
  mend(): void;
}

suite('asking for an answer in the playground [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  it('offers to ask for an answer after two days without one, once a day, and the desk gets a report without messages', async () => {
    const [{ page: ada, context: first }, { page: ben, context: second }] = await Promise.all([stage.open('ada', '&with=ben'), stage.open('ben', '&with=ada')]);
    await ben.getByRole('textbox', { name: 'Message' }).fill(SAID);
    await ben.getByRole('textbox', { name: 'Message' }).press('Enter');
    await ada.locator('.bubble', { hasText: SAID }).getByRole('button', { name: 'Report' }).click();
    const screen = ada.locator('inward-report');
    await screen.getByRole('radio', { name: 'Bullying' }).check();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByRole('heading', { name: 'Sent' }).waitFor();
    await screen.getByRole('button', { name: 'Close' }).click();
    const again = async (hours: number): Promise<void> => {
      await ada.evaluate((ahead) => { localStorage.setItem('inward-demo-ahead', String(ahead)); }, hours * 3_600_000);
      await ada.reload();
      await ada.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
      await ada.locator('.tickets.sent li').first().waitFor();
    };
    const own = ada.locator('.tickets.sent li', { hasText: 'bullying · 1 message' });
    const ask = own.getByRole('button', { name: 'Ask for an answer' });
    await again(47);
    await own.getByText('No answer for 24 hours.').waitFor();
    expect(await ask.count()).toBe(0);
    await own.getByText(/^You can ask for an answer from \w/u).waitFor();
    await again(48.1);
    await own.getByText('No answer for 48 hours.').waitFor();
    // What would leave is shown first, and Cancel leaves all as it was.
    const posts = (): number => stage.arrived().toString('latin1').split('POST /as/ada/reports').length - 1;
    const before = posts();
    const shown = screen.getByRole('group', { name: 'This is all that leaves your device' });
    await ask.click();
    await screen.getByRole('heading', { name: 'Ask for an answer' }).waitFor();
    expect(await screen.getByRole('radio').count()).toBe(0);
    expect(await shown.locator('dl').innerText()).toMatch(/Bullying[\s\S]*Reported before\s+1 time/u);
    const earlier = (await shown.locator('pre').textContent() ?? '').match(/"ids": \[\s*"([\w-]{22})"/u)?.[1] ?? 'none';
    expect(await own.first().innerText()).toContain(earlier.slice(0, 8));
    await screen.getByRole('button', { name: 'Cancel' }).click();
    await screen.waitFor({ state: 'detached' });
    expect(posts()).toBe(before);
    expect(await ada.locator('.tickets.waiting li').count()).toBe(0);
    // Without a connection nothing stays, and it is offered on.
    await ada.route('**/as/ada/reports', (route) => route.abort());
    await ask.click();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByText('This could not be sent. It was not sent.').waitFor();
    await ada.keyboard.press('Escape');
    await screen.waitFor({ state: 'detached' });
    expect(await ada.locator('.tickets.waiting li').count()).toBe(0);
    // From when it has left the store takes nothing: it has left all the same.
    await ada.unroute('**/as/ada/reports');
    await ada.route('**/as/ada/reports', async (route) => {
      await ada.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        const watched = { taken: 0, mend: () => {
          IDBObjectStore.prototype.put = function (...given) {
            watched.taken++;
            return put.apply(this, given);
          };
        } };
        Object.assign(window, { watched });
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
      });
      await route.continue();
    });
    await ask.click();
    const sealedOf = await shown.locator('pre').textContent();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByRole('heading', { name: 'Sent' }).waitFor();
    expect(posts()).toBe(before + 1);
    await screen.getByRole('button', { name: 'Close' }).click();
    await ada.getByText('Asked for an answer.', { exact: true }).waitFor();
    await ask.waitFor({ state: 'detached' });
    await ada.evaluate(() => { (window as unknown as { readonly watched: Watched }).watched.mend(); });
    // The next look writes down that it was asked.
    await expect.poll(() => ada.evaluate(() => (window as unknown as { readonly watched: Watched }).watched.taken), { timeout: 20_000 }).toBeGreaterThan(0);
    await ada.unroute('**/as/ada/reports');
    await again(49);
    expect(await ask.count()).toBe(0);
    await own.getByText(/^You asked for an answer\. You can ask again from \w/u).waitFor();
    // A day after that it is offered again, and of what asked for an answer no answer is asked for.
    await again(97.5);
    await ask.waitFor();
    await ask.click();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByRole('heading', { name: 'Sent' }).waitFor();
    await screen.getByRole('button', { name: 'Close' }).click();
    const pressing = ada.locator('.tickets.sent li', { hasText: 'asks for an answer to' });
    await pressing.waitFor();
    await again(150);
    expect(await pressing.innerText()).toContain('No answer for 48 hours.');
    expect(await ada.getByRole('button', { name: 'Ask for an answer' }).count()).toBe(1);
    const desk = (await stage.open('stranger')).page;
    await desk.goto(`${stage.server.origin}/?page=desk`);
    const { id } = JSON.parse(sealedOf ?? '{}') as { readonly id: string };
    await desk.getByRole('region', { name: `Report ${id.slice(0, 8)}` }).filter({ hasText: 'bullying' }).waitFor();
    await desk.context().close();
    await first.close();
    await second.close();
  });
});
