import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// A partner that the person chose, and a clock that samples moved on: all desks and pages stand on one line of time.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;
const DAYS_MS = 8 * 24 * 60 * 60 * 1000;

suite('a partner and the clock of the playground’s reports [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  async function report(ada: Page, text: string, hasPartner: boolean): Promise<void> {
    await ada.locator('.bubble', { hasText: text }).getByRole('button', { name: 'Report' }).click();
    const screen = ada.locator('inward-report');
    await screen.getByRole('radio', { name: 'Threats' }).check();
    const box = screen.getByRole('checkbox', { name: /Playground partner/ });
    await screen.locator('summary', { hasText: 'Note, language, answer' }).click();
    expect(await box.isChecked()).toBe(false);
    if (hasPartner) await box.check();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByRole('heading', { name: 'Sent' }).waitFor();
    await screen.getByRole('button', { name: 'Close' }).click();
    await screen.waitFor({ state: 'detached' });
  }

  it('brings to the partner’s desk only what the person chose it for, and the answers of both come back in order', async () => {
    const { page: ada, context: first } = await stage.open('ada', '&with=ben');
    // Samples moved Ada's page on: the service goes with it.
    await ada.evaluate((ahead) => { localStorage.setItem('inward-demo-ahead', String(ahead)); }, DAYS_MS);
    await ada.reload();
    await expect.poll(async () => await (await fetch(`${stage.server.origin}/desk/clock`)).json() as number - Date.now()).toBeGreaterThan(DAYS_MS - 60_000);
    const { page: ben, context: second } = await stage.open('ben', '&with=ada');
    for (const text of ['Whimbrel for the office', 'Dotterel for both of them']) {
      await ben.getByRole('textbox', { name: 'Message' }).fill(text);
      await ben.getByRole('textbox', { name: 'Message' }).press('Enter');
    }
    await ada.locator('.bubble', { hasText: 'Dotterel' }).waitFor();
    await report(ada, 'Whimbrel', false);
    await report(ada, 'Dotterel', true);

    const { page: desk, context } = await stage.open('stranger');
    const open = async (query: string): Promise<void> => { await desk.goto(`${stage.server.origin}/?page=desk${query}`); };
    await open('');
    await desk.getByText('2 reports', { exact: true }).waitFor();
    const one = desk.getByRole('region', { name: /^Report / }).filter({ hasText: 'Dotterel' });
    await one.getByText('Verified: sent so, by this account').waitFor();
    await one.getByRole('button', { name: 'Say it was received' }).click();
    await one.getByText('Answered: received').waitFor();

    await open('&of=partner');
    await desk.getByText('1 report', { exact: true }).waitFor();
    await one.getByText('Not answered yet.').waitFor();
    await one.getByRole('textbox', { name: 'What the reporter reads' }).fill('We will call you.');
    await one.getByRole('button', { name: 'Send the answer' }).click();
    await one.getByText('Answered: final').waitFor();

    const receipts = await (await fetch(`${stage.server.origin}/desk/receipts`)).json() as readonly { readonly keyId: string; readonly receipt: { readonly at: number } }[];
    expect(new Set(receipts.map(({ keyId }) => keyId)).size).toBe(2);
    const [arrival] = await (await fetch(`${stage.server.origin}/desk/partner/0`)).json() as readonly { readonly receivedAt: number }[];
    for (const { receipt } of receipts) expect(receipt.at).toBeGreaterThanOrEqual(arrival?.receivedAt ?? Infinity);
    // Nothing is eight days old, and the partner's word closes no report of the moderators'.
    await ada.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await ada.locator('.tickets.sent li', { hasText: 'Received' }).waitFor({ timeout: 20_000 });
    expect(await ada.locator('.tickets.sent li', { hasText: '0 hours ago' }).count()).toBe(2);
    const figures = await (await fetch(`${stage.server.origin}/desk/indicators`)).text();
    expect(/<td>Unanswered<\/td><td>(\d+)<\/td>/u.exec(figures)?.[1]).toBe('2');
    expect(/<td>From first message to first report, median<\/td><td>(\d+) min<\/td>/u.exec(figures)?.[1]).toMatch(/^[0-2]$/u);
    expect(await stage.problems()).toEqual([]);
    for (const each of [first, second, context]) await each.close();
  });

  it('shows a partner’s last word, and goes on waiting for the moderators’', async () => {
    const [{ page: ada, context: first }, { page: ben, context: second }] = await Promise.all([stage.open('ada', '&with=ben'), stage.open('ben', '&with=ada')]);
    await ben.getByRole('textbox', { name: 'Message' }).fill('Redshank for the partner first');
    await ben.getByRole('textbox', { name: 'Message' }).press('Enter');
    await ada.locator('.bubble', { hasText: 'Redshank' }).waitFor();
    await report(ada, 'Redshank', true);
    const { page: desk, context } = await stage.open('stranger');
    const one = desk.getByRole('region', { name: /^Report / }).filter({ hasText: 'Redshank' });
    const answer = async (query: string, text: string): Promise<void> => {
      await desk.goto(`${stage.server.origin}/?page=desk${query}`);
      await one.getByRole('textbox', { name: 'What the reporter reads' }).fill(text);
      await one.getByRole('button', { name: 'Send the answer' }).click();
      await one.getByText('Answered: final').waitFor();
    };
    await answer('&of=partner', 'Redshank: we will call you.');
    await ada.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    const own = ada.locator('.tickets.sent li', { hasText: 'Redshank: we will call you.' });
    await own.waitFor({ timeout: 20_000 });
    // The moderators have not spoken: their clock runs, and two days later the person may ask them.
    expect(await own.innerText()).toMatch(/^Sent ·[\s\S]*Playground partner: answered/u);
    expect(await own.innerText()).toContain('0 hours ago');
    await answer('', 'Redshank: taken down.');
    const done = ada.locator('.tickets.sent li', { hasText: 'Redshank: taken down.' });
    await done.waitFor({ timeout: 20_000 });
    expect(await done.innerText()).toMatch(/^Answered ·[\s\S]*Playground partner: answered · Redshank: we will call you\./u);
    for (const each of [first, second, context]) await each.close();
  });
});
