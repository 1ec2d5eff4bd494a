import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { CHAIN_LETTER } from '../fixtures/chain.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// One letter that is reported twice is one case: from two reports to the figures of the desk.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('copies in the playground’s reports [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  async function report(page: Page, text: string): Promise<void> {
    await page.locator('.bubble', { hasText: text }).getByRole('button', { name: 'Report' }).click();
    const screen = page.locator('inward-report');
    await screen.getByRole('radio', { name: 'Threats' }).check();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByRole('heading', { name: 'Sent' }).waitFor();
    await screen.getByRole('button', { name: 'Close' }).click();
    await screen.waitFor({ state: 'detached' });
  }

  it('are checked anew in the desk’s own sealed worker, and near-copies count as duplicates', async () => {
    const [{ page: ada, context: first }, { page: ben, context: second }] = await Promise.all([stage.open('ada', '&with=ben'), stage.open('ben', '&with=ada')]);
    const other = 'We meet on Saturday at four at the playground, everybody brings something to eat and to drink, and who has one a tent.';
    for (const text of [CHAIN_LETTER, `Lapwing says: ${CHAIN_LETTER}`, other]) {
      await ben.getByRole('textbox', { name: 'Message' }).fill(text);
      await ben.getByRole('textbox', { name: 'Message' }).press('Enter');
    }
    await ada.locator('.bubble', { hasText: other }).waitFor();
    for (const start of ['Lapwing says: Forwarded', 'We meet on Saturday']) await report(ada, start);

    const { page: desk, context } = await stage.open('stranger');
    await desk.goto(`${stage.server.origin}/?page=desk`);
    await desk.getByText('2 reports', { exact: true }).waitFor({ timeout: 20_000 });
    expect(await desk.getByRole('row', { name: /^Near-copies/ }).allInnerTexts()).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/1 sender of near-copies in this report, 1 proven; 1 sketch, made anew here/)));
    const duplicates = async (): Promise<string> => {
      const page = await (await fetch(`${stage.server.origin}/desk/indicators`)).text();
      return /<td>Duplicates<\/td><td>(\d+)<\/td>/u.exec(page)?.[1] ?? page;
    };
    expect(await duplicates()).toBe('0');

    // The same letter, without what was put in front of it.
    await ada.locator('.bubble', { hasText: CHAIN_LETTER }).first().getByRole('button', { name: 'Report' }).click();
    await ada.locator('inward-report').getByRole('radio', { name: 'Threats' }).check();
    await ada.locator('inward-report').getByRole('button', { name: 'Send', exact: true }).click();
    await ada.locator('inward-report').getByRole('heading', { name: 'Sent' }).waitFor();
    await desk.getByText('3 reports', { exact: true }).waitFor({ timeout: 20_000 });
    await expect.poll(duplicates).toBe('1');
    expect(stage.arrived().includes('fill your buckets')).toBe(false);
    expect(await stage.problems()).toEqual([]);
    for (const each of [first, second, context]) await each.close();
  });
});
