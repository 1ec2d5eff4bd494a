import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// A message that goes to and fro between Ada and Ben, as somebody passes it on who tries the playground.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;
const TEXT = 'They take the bell tonight, tell every house';

suite('passing on in the playground [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  const came = (page: Page): Locator => page.locator('.bubble:not(.mine)', { hasText: TEXT });
  const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Forward' });
  const pick = async (page: Page, nth: number, to: string): Promise<void> => {
    await came(page).nth(nth).getByRole('button', { name: 'Forward' }).click();
    await sheet(page).getByRole('checkbox', { name: to }).check();
    await sheet(page).getByRole('button', { name: 'Send' }).click();
  };

  it('is paused after five steps, sends nothing without a press, and lets the person send', async () => {
    const [ada, ben] = await Promise.all([stage.open('ada', '&with=ben'), stage.open('ben', '&with=ada')]);
    await ben.page.getByRole('textbox', { name: 'Message' }).fill(TEXT);
    await ben.page.getByRole('textbox', { name: 'Message' }).press('Enter');
    for (let step = 0; step < 5; step++) {
      const [from, to] = step % 2 === 0 ? [ada.page, ben.page] : [ben.page, ada.page];
      await pick(from, Math.floor(step / 2), step % 2 === 0 ? 'Ben' : 'Ada');
      await sheet(from).waitFor({ state: 'detached' });
      await came(to).nth(Math.floor((step + 1) / 2)).waitFor();
    }
    // Ben has it three times from Ada; the last came by five hops.
    await came(ben.page).nth(2).getByRole('button', { name: 'Forward' }).click();
    await sheet(ben.page).getByText('so it can go to one chat at a time').waitFor();
    await sheet(ben.page).getByRole('checkbox', { name: 'Ada' }).check();
    await sheet(ben.page).getByRole('button', { name: 'Send' }).click();
    await sheet(ben.page).getByRole('heading', { name: 'Do you know that this is true?' }).waitFor();
    expect(await ben.page.evaluate(() => document.activeElement?.tagName)).toBe('INWARD-FORWARD');
    await ben.page.keyboard.press('Escape');
    await sheet(ben.page).waitFor({ state: 'detached' });
    expect(await came(ada.page).count()).toBe(3);
    await pick(ben.page, 2, 'Ada');
    await sheet(ben.page).getByRole('button', { name: 'Send anyway' }).click();
    await came(ada.page).nth(3).waitFor();
    await pick(ben.page, 2, 'Ada');
    await sheet(ben.page).getByRole('button', { name: 'Delete' }).click();
    await came(ben.page).nth(2).waitFor({ state: 'detached' });
    expect(await came(ada.page).count()).toBe(4);
    expect(await stage.problems()).toEqual([]);
    await ada.context.close();
    await ben.context.close();
  });

  it('of what the person reported says: report it, don’t share it; and leads to who checks rumours', async () => {
    const [ada, ben] = await Promise.all([stage.open('ada', '&with=ben'), stage.open('ben', '&with=ada')]);
    await ben.page.getByRole('textbox', { name: 'Message' }).fill(TEXT);
    await ben.page.getByRole('textbox', { name: 'Message' }).press('Enter');
    await came(ada.page).getByRole('button', { name: 'Report' }).click();
    const report = ada.page.locator('inward-report');
    await report.getByRole('radio', { name: 'Threats' }).check();
    await report.getByRole('button', { name: 'Send', exact: true }).click();
    await report.getByRole('heading', { name: 'Sent' }).waitFor();
    await report.getByRole('button', { name: 'Close' }).click();
    await report.waitFor({ state: 'detached' });

    await pick(ada.page, 0, 'Ben');
    await sheet(ada.page).getByRole('heading', { name: 'Report it, don’t share it' }).waitFor();
    expect(await sheet(ada.page).getByRole('listitem').allInnerTexts()).toEqual(['You reported it.']);
    // It is reported already.
    expect(await sheet(ada.page).locator('inward-forward').getByRole('button').allInnerTexts()).toEqual(['Delete', 'Check first', 'Send anyway']);
    await sheet(ada.page).getByRole('button', { name: 'Check first' }).click();
    const help = sheet(ada.page).locator('inward-help');
    await help.getByRole('heading', { level: 2 }).waitFor();
    expect(await help.getAttribute('topic')).toBe('facts');
    expect(await ada.page.evaluate(() => document.activeElement?.textContent)).toBe('Not sent. Check it first');
    await ada.page.keyboard.press('Escape');
    await sheet(ada.page).waitFor({ state: 'detached' });
    await expect.poll(() => ada.page.evaluate(() => document.activeElement?.id)).toBe('thread-title');
    expect([await came(ben.page).count(), await stage.problems()]).toEqual([0, []]);
    await ada.context.close();
    await ben.context.close();
  });
});
