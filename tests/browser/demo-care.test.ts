import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { faintTexts } from './demo-contrast.ts';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// What somebody meets who opens the playground for the first time, by eye, by keyboard and by ear.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('the playground, met for the first time [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  async function pair(samples: readonly string[]): Promise<{ ada: Page; stranger: Page; close(): Promise<void> }> {
    const [ada, stranger] = await Promise.all([stage.open('ada'), stage.open('stranger', '&with=ada')]);
    for (const label of samples) await stranger.page.getByRole('button', { name: label, exact: true }).click();
    await expect.poll(() => stranger.page.locator('.bubble.mine', { hasText: 'sent' }).count(), { timeout: 15_000 }).toBe(samples.length);
    return { ada: ada.page, stranger: stranger.page, close: async () => { await ada.context.close(); await stranger.context.close(); } };
  }

  const section = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });

  async function openRequest(ada: Page): Promise<void> {
    await section(ada, 'Requests').click();
    await ada.getByRole('button', { name: /^Unknown 4417/ }).click();
  }

  /** Where an element's top edge is below the top of the list of messages, and how high that list is; CSS pixels. */
  const place = (page: Page, selector: string): Promise<{ top: number; height: number }> => page.locator(selector).first().evaluate((one) => {
    const list = one.closest('.messages')?.getBoundingClientRect();
    return { top: one.getBoundingClientRect().top - (list?.top ?? 0), height: list?.height ?? 0 };
  });

  it('opens a request at its first unread message, the notice in view, and counts it as new no longer', async () => {
    const { ada, stranger, close } = await pair(['Account check', 'Hello', 'A link', 'A very long message', 'Parcel fee']);
    await ada.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => section(ada, 'Requests').innerText()).toMatch(/1\s*new/);
    await openRequest(ada);
    await ada.locator('inward-notice').first().waitFor();
    const first = await place(ada, 'inward-notice');
    expect(first.top).toBeGreaterThanOrEqual(0);
    expect(first.top).toBeLessThan(first.height / 2);
    expect(await section(ada, 'Requests').innerText()).not.toContain('new');
    expect(await section(ada, 'Requests').locator('.badge').count()).toBe(0);
    await section(ada, 'Settings').click();
    await stranger.getByRole('button', { name: 'Hello', exact: true }).click();
    await expect.poll(() => section(ada, 'Requests').innerText()).toMatch(/1\s*new/);
    const [badge, icon] = await section(ada, 'Requests').evaluate((one) => ['.badge', 'svg'].map((part) => one.querySelector(part)?.getBoundingClientRect().toJSON() as DOMRect));
    expect(badge?.left, 'beside the icon').toBeGreaterThanOrEqual(icon?.right ?? 0);
    await openRequest(ada);
    await ada.locator('.bubble').nth(5).waitFor();
    const unread = await place(ada, '.bubble:last-child');
    expect(unread.top).toBeGreaterThanOrEqual(0);
    expect(unread.top).toBeLessThan(unread.height);
    await close();
  });

  it('opens a request further down where its first notice would be out of view', async () => {
    const { ada, close } = await pair(['Hello', 'A link', 'Hello', 'Parcel fee', 'A very long message']);
    await ada.setViewportSize({ width: 360, height: 740 });
    await openRequest(ada);
    // Of who writes, and of the parcel: the first of the two.
    await ada.locator('inward-notice').nth(1).waitFor();
    const card = await place(ada, 'inward-notice');
    expect(card.top).toBeGreaterThanOrEqual(0);
    expect(card.top).toBeLessThan(card.height / 2);
    await close();
  });

  it('lets nothing be answered before a request is accepted, and keeps the keyboard in the chat', async () => {
    const { ada, close } = await pair(['Parcel fee']);
    await openRequest(ada);
    const field = ada.getByRole('textbox', { name: 'Message' });
    expect(await field.isDisabled()).toBe(true);
    expect(await ada.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
    await ada.getByText('Accept the request to write back.').waitFor();
    await ada.getByRole('button', { name: 'I know this person' }).focus();
    await ada.keyboard.press('Enter');
    await expect.poll(() => field.isEnabled()).toBe(true);
    await section(ada, 'Chats').and(ada.locator('[aria-current=page]')).waitFor();
    expect(await ada.evaluate(() => document.activeElement?.id)).toBe('thread-title');
    const plus = ada.getByRole('button', { name: 'Sample messages' });
    for (const open of ['true', 'false']) {
      await plus.press('Enter');
      await expect.poll(() => plus.getAttribute('aria-expanded')).toBe(open);
      expect(await plus.evaluate((one) => one === document.activeElement), 'the keyboard stays').toBe(true);
    }
    await close();
  });

  it('says in words what was not checked, in languages the model does not know', async () => {
    const written = [
      'Καλημέρα, τα λέμε αύριο στο πάρκο', 'שלום, ניפגש מחר בפארק אחרי הצהריים', 'გამარჯობა, ხვალ შევხვდეთ პარკში',
      'Բարև ձեզ, վաղը կհանդիպենք այգում', 'வணக்கம், நாளை பூங்காவில் சந்திப்போம்',
    ];
    const { ada, stranger, close } = await pair([]);
    const field = stranger.getByRole('textbox', { name: 'Message' });
    for (const line of written) {
      await field.fill(line);
      await field.press('Enter');
      await stranger.locator('.bubble.mine', { hasText: line }).waitFor();
    }
    await openRequest(ada);
    await ada.locator('.bubble').nth(4).waitFor();
    const lines = await ada.locator('.bubble .degraded').allInnerTexts();
    expect(lines).toHaveLength(5);
    expect(new Set(lines)).toEqual(new Set(['Not checked for scams: this language is not covered yet.']));
    await close();
  });

  it('asks before it forgets, takes no for an answer, and says when it is done', async () => {
    const { page, context } = await stage.open('ada');
    await section(page, 'Settings').click();
    const word = page.getByRole('button', { name: 'Remove pineapple' });
    await word.waitFor();
    await page.getByRole('button', { name: 'Forget…' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('forget-keep');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('forget');
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    expect(await word.count()).toBe(1);
    await page.getByRole('button', { name: 'Forget…' }).click();
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByText('Forgotten. No words are left').waitFor();
    expect(await page.locator('#announcer').innerText()).toBe('Forgotten.');
    expect(await word.count()).toBe(0);
    await context.close();
  });

  it('has one choice for scam notices, and off is off', async () => {
    const { page, context } = await stage.open('ben');
    await section(page, 'Settings').click();
    const group = page.getByRole('group', { name: 'Scam notices' });
    await group.getByRole('radio', { name: 'Off' }).check();
    expect(await group.getByRole('switch').count()).toBe(0);
    const stranger = await stage.open('stranger', '&with=ben');
    await stranger.page.getByRole('button', { name: 'Parcel fee' }).click();
    await openRequest(page);
    await page.locator('.bubble').waitFor();
    expect(await page.locator('inward-notice').count()).toBe(0);
    await Promise.all([context.close(), stranger.context.close()]);
  });

  it('lists what left as far as it counts it', async () => {
    const [open, stranger] = await Promise.all([stage.open('ada', '&seal=off&leak=1'), stage.open('stranger', '&with=ada')]);
    await open.page.getByRole('button', { name: 'Not sealed' }).waitFor();
    for (let sent = 0; sent < 4; sent++) await stranger.page.getByRole('button', { name: 'Hello', exact: true }).click();
    await expect.poll(() => stranger.page.locator('.bubble.mine', { hasText: 'sent' }).count(), { timeout: 15_000 }).toBe(4);
    await section(open.page, 'Proof').click();
    await expect.poll(async () => Number(await open.page.locator('#count-other').innerText()), { timeout: 15_000 }).toBeGreaterThan(4);
    await expect.poll(async () => {
      const [count, lines] = [Number(await open.page.locator('#count-other').innerText()), await open.page.locator('.plain li').allInnerTexts()];
      return count - (lines.length - 1) - Number(/^(\d+) before, then:$/.exec(lines[0] ?? '')?.[1]);
    }).toBe(0);
    await Promise.all([open.context.close(), stranger.context.close()]);
  });

  it('keeps a long name clear of the seal on a narrow phone', async () => {
    const { page, context } = await stage.open('stranger');
    await page.setViewportSize({ width: 360, height: 740 });
    const [name, seal] = await page.evaluate(() => ['.top h1', '.seal-chip'].map((part) => document.querySelector(part)?.getBoundingClientRect().toJSON() as DOMRect));
    expect(name?.right).toBeLessThanOrEqual(seal?.left ?? 0);
    expect(name?.width).toBeGreaterThan(60);
    expect(await page.locator('.top h1').evaluate((one) => getComputedStyle(one).overflow)).toBe('hidden');
    await context.close();
  });

  it('keeps the full stop at the end of a sentence when the page is turned round', async () => {
    const { page, context } = await stage.open('ada', '&dir=rtl');
    await section(page, 'Settings').click();
    const wrong = await page.evaluate(() => [...document.querySelectorAll('.panel p')].filter((one) => {
      const text = one.lastChild;
      if (!(text instanceof Text) || !/^[A-Z].*[a-z]\.$/.test(text.data) || one.getClientRects().length === 0) return false;
      const edge = (at: number): number => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      };
      return edge(text.length - 1) < edge(text.length - 2);
    }).map((one) => one.textContent));
    expect(wrong).toEqual([]);
    expect(await page.locator('.lead').first().evaluate((one) => getComputedStyle(one).textAlign)).toBe('right');
    await context.close();
  });

  it('shows every text with a contrast of at least 4.5:1, light and dark', async () => {
    const { ada, stranger, close } = await pair(['Parcel fee', 'Hidden word', 'A picture', 'A very long message', 'Привет']);
    for (const theme of ['light', 'dark']) {
      for (const page of [ada, stranger]) {
        await page.emulateMedia({ colorScheme: theme as 'light' | 'dark', reducedMotion: 'reduce' });
        for (const name of ['Chats', 'Hidden', 'Settings', 'Proof', 'Requests']) {
          await section(page, name).click();
          if (name === 'Settings') await page.getByRole('button', { name: 'Forget…' }).click();
          if (name === 'Requests' && page === ada) await openRequest(ada);
          const { read, faint } = await page.evaluate(faintTexts);
          expect(read).toBeGreaterThan(20);
          expect(faint, `${theme} ${name}`).toEqual([]);
        }
      }
    }
    await close();
  });
});
