import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { findBrowser } from '../../scripts/test/find-browsers.ts';
import { my as forwards } from '../../src/ui/catalogues/forward/my.ts';
import { my } from '../../src/ui/catalogues/notices/my.ts';
import { openDemo, type DemoStage } from './demo-stage.ts';

// The playground's chain letter in Burmese, through the real sealed workers. What the letter is: tests/unit/node/demo-chain.test.ts.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('the chain letter [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  const section = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const entry = (page: Page, name: string): Locator => page.locator('.list .entry', { hasText: name });
  const notice = (page: Page): Locator => page.locator('.note-line inward-notice');
  const words = (key: string): string => (my.messages as Readonly<Record<string, string>>)[key] ?? key;

  async function come(page: Page): Promise<void> {
    await section(page, 'Requests');
    await page.getByRole('button', { name: 'Let a chain letter come in' }).click();
    await page.getByRole('button', { name: 'Take the chain letter out' }).waitFor();
  }

  async function open(page: Page, name: string): Promise<void> {
    await entry(page, name).click();
    await page.locator('#thread-title', { hasText: name }).waitFor();
    await page.locator('.bubble .text').first().waitFor();
  }

  it('brings a card with the third copy, in Burmese, and none before', async () => {
    const { page, context } = await stage.open('ada');
    await come(page);
    expect(await page.locator('#announcer').innerText()).toBe('3 sample messages came in, hours apart. There is a notice about the last one.');
    for (const name of ['Thura', 'Daw Mya']) {
      await open(page, name);
      expect([name, await notice(page).count()]).toEqual([name, 0]);
    }
    await open(page, 'Unknown 2208');
    expect(await notice(page).getByRole('heading').innerText()).toBe(words('notice-several-copies'));
    await notice(page).getByRole('button', { name: words('notice-open') }).click();
    expect(await notice(page).getByRole('heading').innerText()).toBe(words('title-chain-tip'));
    expect(await notice(page).getByRole('listitem').allInnerTexts()).toEqual([words('notice-several-copies'), words('notice-mass-message')]);
    expect(await notice(page).getByRole('button').allInnerTexts()).toEqual(['notice-close', 'action-check-first', 'action-report', 'action-block', 'action-learn-more-chain', 'action-keep-chatting', 'action-dismiss'].map(words));
    await page.getByText('The card in English: Several people sent you nearly the same text within a day. Someone you don’t know sent what looks like a mass message.').waitFor();
    expect(stage.arrived().includes(Buffer.from('သတိပေးချက်'))).toBe(false);
    expect(await stage.problems()).toEqual([]);
    await context.close();
  });

  it('leads to who checks rumours, which is left at once', async () => {
    const { page, context } = await stage.open('ada');
    await come(page);
    await open(page, 'Unknown 2208');
    await notice(page).getByRole('button', { name: words('notice-open') }).click();
    await notice(page).getByRole('button', { name: words('action-check-first') }).click();
    const help = page.locator('.note-line inward-help');
    await help.getByText('Fact Crescendo Myanmar').waitFor();
    expect(await help.getByRole('heading', { level: 2 }).innerText()).toBe(words('help-title-facts'));
    // Folded up, as after any advice.
    expect(await notice(page).getByRole('button').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => help.count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('thread-title');
    await context.close();
  });

  it('is paused in Burmese before it is passed on, and who checks rumours stands there in Burmese', async () => {
    const { page, context } = await stage.open('ada');
    await come(page);
    await open(page, 'Unknown 2208');
    await page.locator('inward-request-card [part~=accept]').click();
    await page.locator('inward-request-card [part~=sure]').click();
    await page.getByRole('button', { name: 'Forward' }).click();
    const sheet = page.getByRole('dialog', { name: 'Forward' });
    await sheet.getByRole('checkbox', { name: 'Ben' }).check();
    await sheet.getByRole('button', { name: 'Send' }).click();
    const pause = sheet.locator('inward-forward');
    await pause.getByRole('heading').waitFor();
    const said = (key: string): string => (forwards.messages as Readonly<Record<string, string>>)[key] ?? key;
    expect([await pause.getByRole('heading').innerText(), await pause.getByRole('listitem').allInnerTexts()]).toEqual([said('forward-title-check-first'), [said('forward-why-chain')]]);
    expect(await pause.getByRole('button').allInnerTexts()).toEqual(['forward-check-first', 'action-report', 'action-delete', 'forward-send-anyway'].map(said));
    expect(await pause.locator('.body').getAttribute('lang')).toBe('my');
    await sheet.getByText('The card in English: Do you know that this is true? The same text is going round.').waitFor();
    await pause.getByRole('button', { name: said('forward-check-first') }).click();
    await sheet.getByText('Fact Crescendo Myanmar').waitFor();
    expect(await sheet.locator('inward-help').getByRole('heading', { level: 2 }).innerText()).toBe(words('help-title-facts'));
    await sheet.locator('inward-help').getByRole('button').first().click();
    await sheet.waitFor({ state: 'detached' });
    expect(await page.locator('#announcer').innerText()).toBe('Not sent.');
    expect(await stage.problems()).toEqual([]);
    await context.close();
  });

  it('goes when it is taken out, and brings no card where chain messages are switched off', async () => {
    const { page, context } = await stage.open('ada');
    await section(page, 'Settings');
    await page.getByRole('switch', { name: 'Notice texts that go round' }).click();
    await come(page);
    expect(await page.locator('#announcer').innerText()).toBe('3 sample messages came in, hours apart.');
    await open(page, 'Unknown 2208');
    expect(await notice(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Take the chain letter out' }).click();
    await page.getByRole('button', { name: 'Let a chain letter come in' }).waitFor();
    expect(await entry(page, 'Thura').count()).toBe(0);
    await section(page, 'Settings');
    await page.getByRole('switch', { name: 'Notice texts that go round' }).click();
    await come(page);
    await open(page, 'Unknown 2208');
    await notice(page).waitFor();
    await context.close();
  });
});
