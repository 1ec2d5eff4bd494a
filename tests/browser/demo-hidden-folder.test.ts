import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// What becomes of a message with a hidden word: in its folder until the person decides, or covered in its chat.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('hidden and covered messages in the playground [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  const section = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });

  it('keeps hidden messages until they are read, moved or deleted, each by keyboard', async () => {
    const { page, context } = await stage.open('ada');
    const ben = await stage.open('ben', '&with=ada');
    await ben.page.getByRole('button', { name: 'Sample messages' }).click();
    for (const label of ['Hidden word', 'Hello']) await ben.page.getByRole('button', { name: label, exact: true }).click();
    await expect.poll(() => ben.page.locator('.bubble.mine', { hasText: 'sent' }).count(), { timeout: 15_000 }).toBe(2);
    await ben.page.getByRole('button', { name: 'Hidden word', exact: true }).click();
    await section(page, 'Hidden').click();
    const rows = page.locator('.hidden-row');
    await expect.poll(() => rows.count()).toBe(2);
    expect(await page.locator('body').innerText()).not.toContain('Shall I bring');
    await rows.first().getByRole('button', { name: 'Show message' }).press('Enter');
    await page.locator('.hidden-row mark', { hasText: 'pineapple' }).waitFor();
    await rows.first().getByRole('button', { name: 'Move this message of Ben to the chat' }).press('Enter');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await page.locator('#announcer').innerText()).toBe('Moved to the chat.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('hidden-title');
    const remove = rows.first().getByRole('button', { name: 'Delete this message of Ben' });
    await remove.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep');
    await page.keyboard.press('Escape');
    // Focus comes back with the next frame, and would take the key press with it.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Delete');
    expect(await rows.count()).toBe(1);
    await remove.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep');
    await rows.first().getByRole('button', { name: 'Delete for good' }).press('Enter');
    await page.getByText('Nothing is hidden.').waitFor();
    await section(page, 'Chats').click();
    await page.getByRole('button', { name: /^Ben/ }).click();
    await page.locator('.bubble', { hasText: 'You took this out of Hidden.' }).waitFor();
    expect(await page.locator('.bubble .text').allInnerTexts()).toEqual(['Shall I bring pineapple?', 'Hello! Are you coming to the walk on Saturday?']);
    await Promise.all([context.close(), ben.context.close()]);
  });

  it('covers a text until it is tapped, shows nothing of it before, and counts', async () => {
    const { page, context } = await stage.open('ada');
    await section(page, 'Settings').click();
    await page.getByRole('textbox', { name: 'Word, phrase or emoji' }).fill('walk');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Options of walk' }).click();
    await page.getByLabel('Then').selectOption({ label: 'cover the text' });
    await page.locator('.word-row', { hasText: 'walk' }).locator('p.small', { hasText: 'cover the text' }).waitFor();
    await stage.watchText(page, 'Are you coming');
    const ben = await stage.open('ben', '&with=ada');
    await ben.page.getByRole('button', { name: 'Sample messages' }).click();
    await ben.page.getByRole('button', { name: 'Hello', exact: true }).click();
    await section(page, 'Chats').click();
    await page.getByText('Covered message').waitFor();
    await page.getByRole('button', { name: /^Ben/ }).click();
    await page.getByText('One of your words is in it').waitFor();
    expect(await stage.sawText(page)).toBe(false);
    await page.getByRole('button', { name: 'Show message' }).click();
    await page.locator('.bubble', { hasText: 'Are you coming to the walk on Saturday?' }).waitFor();
    expect(await stage.sawText(page), 'the watch can see').toBe(true);
    await section(page, 'Settings').click();
    await page.locator('.word-row', { hasText: 'walk' }).getByText('cover the text · in 1 message').waitFor();
    await Promise.all([context.close(), ben.context.close()]);
  });
});
