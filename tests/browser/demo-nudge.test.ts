import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { faintTexts } from './demo-contrast.ts';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

const suite = findBrowser('chromium') === undefined ? describe.skip : describe;
const GIVEN = 'text me on 07700 900142';

suite('the playground, before something is given away [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
  const card = (page: Page) => page.getByRole('region', { name: 'Send this to Ada?' });
  const mine = (page: Page): Promise<number> => page.locator('.bubble.mine').count();
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

  it('asks somebody of unknown age first, by keyboard alone, keeps what was written, and sends at the second press', async () => {
    const { page, context } = await stage.open('stranger', '&with=ada');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await composer(page).fill('hello');
    await page.keyboard.press('Enter');
    await expect.poll(() => mine(page)).toBe(1);
    await composer(page).fill(GIVEN);
    await page.keyboard.press('Enter');
    await card(page).waitFor();
    expect(await card(page).getByRole('listitem').allInnerTexts()).toEqual(['It looks like a phone number.', 'You don’t know each other here yet.']);
    await expect.poll(() => focused(page)).toBe('nudge-change');
    expect((await page.evaluate(faintTexts)).faint).toEqual([]);
    expect(stage.arrived().includes('07700')).toBe(false);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Message');
    expect([await composer(page).inputValue(), await card(page).count(), await mine(page)]).toEqual([GIVEN, 0, 1]);
    await page.keyboard.press('Enter');
    await card(page).waitFor();
    await stage.tabTo(page, { role: 'button', name: 'Send anyway' });
    await page.keyboard.press('Enter');
    await expect.poll(() => mine(page)).toBe(2);
    expect([await composer(page).inputValue(), await card(page).count()]).toEqual(['', 0]);
    await context.close();
  });

  it('asks no more once switched off, and never asks grown-ups and friends', async () => {
    const { page, context } = await stage.open('stranger', '&with=ada');
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Ask before you give something away' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'Chats' }).click();
    await page.getByRole('button', { name: /^Ada/ }).click();
    const ben = await stage.open('ben', '&with=ada');
    for (const one of [page, ben.page]) {
      await composer(one).fill(GIVEN);
      await one.keyboard.press('Enter');
      await expect.poll(() => mine(one)).toBe(1);
      expect(await card(one).count()).toBe(0);
    }
    await context.close();
    await ben.context.close();
  });
});
