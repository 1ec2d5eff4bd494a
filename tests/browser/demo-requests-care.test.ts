import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { faintTexts } from './demo-contrast.ts';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// The requests inbox by eye, by keyboard and by ear.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;
const AXE = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

interface Axe { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] }> }

suite('the requests inbox, met for the first time [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  const section = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  const entry = (page: Page, name: string) => page.locator('.list .entry', { hasText: name });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

  async function filled(query = ''): Promise<{ page: Page; close(): Promise<void> }> {
    const { page, context } = await stage.open('ada', query);
    await section(page, 'Requests').click();
    await page.locator('#samples').click();
    await page.getByRole('button', { name: 'Take the samples out' }).waitFor();
    return { page, close: () => context.close() };
  }

  async function findings(page: Page): Promise<readonly string[]> {
    await page.evaluate(AXE);
    const { found, passes } = await page.evaluate(async () => {
      const result = await (window as unknown as { axe: Axe }).axe.run(document, {});
      return { found: result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)), passes: result.passes.length };
    });
    expect(passes).toBeGreaterThan(15);
    return found;
  }

  /** What is wider than the window, shadow trees included, and buttons without a name. */
  const misfits = (page: Page) => page.evaluate(() => {
    const all = (root: ParentNode): Element[] => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot === null ? [] : all(one.shadowRoot))]);
    const shown = [...document.querySelectorAll('.app, .report-sheet')].flatMap((one) => [one, ...all(one)]).filter((one) => one.getClientRects().length > 0);
    return [
      ...shown.filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1).map((one) => `wide ${one.localName}.${one.className}`),
      ...shown.filter((one) => one.matches('button, input, select, textarea') && ((one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === '' && ((one as HTMLInputElement).labels?.length ?? 0) === 0)).map((one) => `nameless ${one.outerHTML.slice(0, 90)}`),
      ...[...document.querySelectorAll('[id]')].filter((one, n, them) => them.findIndex((other) => other.id === one.id) !== n).map((one) => `twice #${one.id}`),
    ];
  });

  /** Every face of the folder, one after the other. */
  async function walk(page: Page, look: (where: string) => Promise<void>): Promise<void> {
    await look('list');
    for (const name of ['Lumen Studio', 'Account Desk', 'Weekend Traders', 'Unknown 1906', 'Olive']) {
      await section(page, 'Requests').click();
      await entry(page, name).click();
      await page.locator('#thread-title', { hasText: name }).waitFor();
      await look(name);
    }
    await page.locator('inward-request-card [part~=report]').click();
    await page.locator('inward-report [part~=cancel]').waitFor();
    await look('report');
    await page.locator('inward-report [part~=cancel]').click();
    await section(page, 'Requests').click();
    await page.locator('.request-group').last().getByRole('button', { name: /^Delete/ }).click();
    await look('deleted');
    await page.getByRole('button', { name: /^See its cover/ }).click();
    await look('lab');
    await page.locator('#lab-file').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await page.locator('.lab-result').waitFor();
    await look('lab with a result');
    await section(page, 'Settings').click();
    await page.locator('#reach-strangers').selectOption('chats');
    await page.locator('#loosening-keep').waitFor();
    await look('question');
    await page.keyboard.press('Escape');
    await page.locator('#age-band').selectOption('teen');
    await look('teen settings');
    await section(page, 'Requests').click();
    await page.locator('#not-let-in').waitFor();
    await look('teen list');
  }

  it.each(['light', 'dark'] as const)('has no finding of axe-core and no faint text on any of its faces (%s)', async (colorScheme) => {
    const { page, close } = await filled();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await walk(page, async (where) => {
      expect(await findings(page), where).toEqual([]);
      const { read, faint } = await page.evaluate(faintTexts);
      expect(read).toBeGreaterThan(20);
      expect(faint, where).toEqual([]);
    });
    await close();
  });

  it('would be found out by axe-core: it looks into the elements', async () => {
    const { page, close } = await filled();
    await entry(page, 'Lumen Studio').click();
    await page.locator('inward-cover').first().waitFor();
    await page.evaluate(() => { document.querySelector('inward-cover')?.shadowRoot?.querySelector('[part~=show]')?.replaceChildren(); });
    expect((await findings(page)).map((line) => line.split(':')[0])).toContain('button-name');
    await close();
  });

  it.each([
    ['a phone', 360, 740, 16, ''], ['a phone, turned round', 360, 740, 16, '&dir=rtl'], ['the page at 200 %', 640, 430, 16, ''], ['letters at 200 % on a phone', 400, 740, 32, ''],
  ] as const)('fits %s', async (_, width, height, letters, query) => {
    const { page, close } = await filled(query);
    await page.setViewportSize({ width, height });
    await page.evaluate((size) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html { font-size: ${size}px }`);
      document.adoptedStyleSheets = [sheet];
    }, letters);
    await walk(page, async (where) => { expect(await misfits(page), where).toEqual([]); });
    await close();
  });

  it('speaks Arabic in its elements on a page turned round', async () => {
    const { page, close } = await filled();
    await entry(page, 'Lumen Studio').click();
    const show = page.locator('inward-cover').first().locator('[part~=show]');
    for (const text of ['Show photo', 'عرض الصورة', 'Show photo']) {
      await expect.poll(() => show.innerText()).toBe(text);
      await page.getByRole('button', { name: /^Turn the page round/ }).click();
    }
    await close();
  });

  it('is walked by keyboard alone: fill, open, uncover, cover, delete, undo', async () => {
    const { page, context } = await stage.open('ada');
    const press = async (name: RegExp | string, key = 'Enter'): Promise<void> => {
      await stage.tabTo(page, { role: 'button', name });
      await page.keyboard.press(key);
    };
    /** By Tab into an element, whose inner button has the keyboard then. */
    const tabInto = async (part: string): Promise<void> => {
      for (let tabs = 0; tabs < 90; tabs++) {
        if (await page.evaluate((name) => document.activeElement?.shadowRoot?.activeElement?.matches(`[part~=${name}]`) === true, part)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way by Tab to ${part}`);
    };
    await press(/^Requests/);
    await press('Fill the inbox with sample requests');
    await page.getByRole('button', { name: 'Take the samples out' }).waitFor();
    await expect.poll(() => focused(page)).toBe('samples');
    await press(/Lumen Studio/);
    await expect.poll(() => focused(page)).toBe('thread-title');
    await tabInto('show');
    await page.keyboard.press('Enter');
    await page.locator('inward-cover [part~=original]').waitFor();
    await tabInto('again');
    await page.keyboard.press('Space');
    await page.locator('inward-cover [part~=original]').waitFor({ state: 'detached' });
    await tabInto('delete');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('undo-delete');
    await page.keyboard.press('Enter');
    await entry(page, 'Lumen Studio').waitFor();
    await context.close();
  });

  it('asks before more people are let in, takes no for an answer, and asks nothing where less is', async () => {
    const { page, close } = await filled();
    await section(page, 'Settings').click();
    const strangers = page.locator('#reach-strangers');
    await strangers.selectOption('chats');
    await expect.poll(() => focused(page)).toBe('loosening-keep');
    expect(await page.locator('#loosening-told').innerText()).toBe('Strangers you share no contact with come in among your chats, with a sound.');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('reach-strangers');
    expect(await strangers.inputValue()).toBe('usual');
    await strangers.selectOption('denied');
    await expect.poll(() => strangers.inputValue()).toBe('denied');
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await section(page, 'Requests').click();
    await page.getByText(/^\d+ samples were not let in\. Nobody is told\.$/).waitFor();
    expect(await page.locator('.request-group .name').allInnerTexts()).not.toContain('Tomas');
    await section(page, 'Settings').click();
    await strangers.selectOption('requests');
    expect(await page.locator('#loosening-told').innerText()).toBe('Strangers you share no contact with can send you a request.');
    await page.getByRole('button', { name: 'Change it' }).click();
    await expect.poll(() => strangers.inputValue()).toBe('requests');
    await page.getByRole('switch', { name: 'Cover pictures in requests' }).click();
    expect(await page.locator('#loosening-told').innerText()).toBe('Pictures and videos of people you don’t know are shown at once.');
    await page.getByRole('button', { name: 'Keep it as it is' }).click();
    await expect.poll(() => page.getByRole('switch', { name: 'Cover pictures in requests' }).isChecked()).toBe(true);
    await section(page, 'Requests').click();
    await entry(page, 'Tomas').waitFor();
    await close();
  });

  it('denies a teen what strangers send, says so, and keeps adults out whatever is chosen', async () => {
    const { page, close } = await filled();
    await section(page, 'Settings').click();
    await page.locator('#age-band').selectOption('teen');
    await page.getByText('Adults you are not connected to are never let in, whatever you choose here.').waitFor();
    await section(page, 'Requests').click();
    await page.getByText(/^You try this as a teen\. Unless you choose otherwise, strangers can’t reach you/).waitFor();
    const left = await page.locator('.request-group .name').allInnerTexts();
    expect(left).toEqual(['Jonas', 'Wren', 'Office of the Garden Club', 'Hana']);
    await section(page, 'Settings').click();
    await page.locator('#reach-strangers').selectOption('requests');
    expect(await page.locator('#loosening-told').innerText()).toBe('Strangers you share no contact with can send you a request.\nAdults you are not connected to still can’t reach you.');
    await page.getByRole('button', { name: 'Change it' }).click();
    await section(page, 'Requests').click();
    await entry(page, 'Nour').waitFor();
    const then = await page.locator('.request-group .name').allInnerTexts();
    expect(then).not.toContain('Mira');
    expect(then).not.toContain('Lumen Studio');
    await section(page, 'Settings').click();
    await page.locator('#age-band').selectOption('child');
    await section(page, 'Requests').click();
    await page.getByText(/^You try this as a child\./).waitFor();
    await close();
  });
});
