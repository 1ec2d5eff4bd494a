import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// What an age may do, a shared location that shows and reminds, and the help of a limited account, in the playground.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('age, location and a limited account [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  const go = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const bar = (page: Page) => page.locator('#location-bar');

  it('shows over every page that a location is shared, asks after an hour and again after four', async () => {
    const { page, context } = await stage.open('ada');
    await go(page, 'Settings');
    expect(await bar(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Share my location' }).click();
    await bar(page).getByText('You are sharing your location.').waitFor();
    const later = page.getByRole('button', { name: 'For trying: let an hour pass' });
    await later.click();
    await bar(page).getByText('You are still sharing your location. Is that still right?').waitFor();
    await bar(page).getByRole('button', { name: 'Keep sharing' }).click();
    await expect.poll(() => bar(page).getByRole('button', { name: 'Keep sharing' }).count()).toBe(0);
    for (let hour = 0; hour < 3; hour++) await later.click();
    expect(await bar(page).getByRole('button', { name: 'Keep sharing' }).count()).toBe(0);
    await later.click();
    await bar(page).getByRole('button', { name: 'Keep sharing' }).waitFor();
    await go(page, 'Chats');
    await bar(page).getByRole('button', { name: 'Stop sharing' }).click();
    await expect.poll(() => bar(page).count()).toBe(0);
    expect(await stage.problems()).toEqual([]);
    await context.close();
  });

  it('says what an age may do, and shares no location of a child', async () => {
    const { page, context } = await stage.open('ada');
    await go(page, 'Settings');
    await page.getByRole('button', { name: 'Share my location' }).click();
    await bar(page).waitFor();
    await page.getByText('What this age may do').click();
    const row = page.getByRole('row', { name: /^Share a location/ });
    expect(await row.getByRole('cell').innerText()).toBe('If chosen');
    await page.locator('#age-band').selectOption('child');
    await expect.poll(() => row.getByRole('cell').innerText()).toBe('No');
    await expect.poll(() => bar(page).count()).toBe(0);
    await page.getByText('A child can’t share a location.').waitFor();
    await context.close();
  });

  it('says what strangers’ messages are looked at for, on for a child, off for an adult, and as the person chose for both', async () => {
    const { page, context } = await stage.open('ada');
    await go(page, 'Settings');
    const cues = page.getByRole('switch', { name: 'Look at what strangers ask for' });
    const on = (): Promise<boolean> => cues.isChecked();
    await page.locator('#contact-cues-about', { hasText: 'On this device, strangers’ messages are checked for what is listed here: Another app, secrets, age, school, place, photos; offers of gifts or money.' }).waitFor();
    const age = page.locator('#age-band');
    await age.selectOption('adult');
    await expect.poll(on).toBe(false);
    await age.selectOption('child');
    await expect.poll(on).toBe(true);
    await cues.click();
    await expect.poll(on).toBe(false);
    await age.selectOption('teen');
    await expect.poll(on).toBe(false);
    await cues.click();
    await age.selectOption('adult');
    await expect.poll(on).toBe(true);
    const who = page.getByRole('switch', { name: 'Notice who writes' });
    await who.click();
    await expect.poll(() => who.isChecked()).toBe(false);
    expect(await stage.problems()).toEqual([]);
    await context.close();
  });

  it('helps somebody whose own account is limited, before a first message', async () => {
    const { page, context } = await stage.open('ada');
    await go(page, 'Settings');
    await page.getByRole('switch', { name: 'For trying: the service has limited my account' }).click();
    await go(page, 'Chats');
    await page.locator('.list .entry').first().click();
    await page.locator('.composer textarea').fill('hello there');
    await page.locator('.composer').getByRole('button', { name: 'Send' }).click();
    // To a contact nothing is asked.
    await page.locator('.bubble.mine', { hasText: 'hello there' }).waitFor();
    expect(await page.locator('.nudge').count()).toBe(0);
    await context.close();
    const stranger = await stage.open('stranger');
    await go(stranger.page, 'Settings');
    await stranger.page.getByRole('switch', { name: 'For trying: the service has limited my account' }).click();
    await go(stranger.page, 'Chats');
    await stranger.page.locator('.list .entry', { hasText: 'Ada' }).click();
    await stranger.page.locator('.composer textarea').fill('hello there');
    await stranger.page.locator('.composer').getByRole('button', { name: 'Send' }).click();
    await stranger.page.locator('.nudge').getByText(/The service has limited your account for now/).waitFor();
    await stranger.context.close();
  });
});
