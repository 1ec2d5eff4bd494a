import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// The requests inbox: samples through the real sealed worker, in groups, with the elements of `inward/ui`. The three engines: demo-requests-engines.test.ts.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('the requests inbox [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  const section = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  const entry = (page: Page, name: string) => page.locator('.list .entry', { hasText: name });
  const group = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
  const names = (page: Page) => page.locator('.request-group .name').allInnerTexts();
  const said = (page: Page) => page.locator('#announcer').innerText();

  async function inbox(): Promise<{ page: Page; close(): Promise<void> }> {
    const { page, context } = await stage.open('ada');
    await section(page, 'Requests').click();
    return { page, close: () => context.close() };
  }

  async function filled(): Promise<{ page: Page; close(): Promise<void> }> {
    const opened = await inbox();
    await opened.page.getByRole('button', { name: 'Fill the inbox with sample requests' }).click();
    await opened.page.getByRole('button', { name: 'Take the samples out' }).waitFor();
    return opened;
  }

  it('fills with samples that say so, by reason, and shows nothing that was written before one is opened', async () => {
    const { page, close } = await inbox();
    await stage.watchText(page, 'pottery');
    await page.getByRole('button', { name: 'Fill the inbox with sample requests' }).click();
    await page.getByText('Samples are made up for this page; nobody sent them.').waitFor();
    expect(await said(page)).toBe('19 sample messages came in, without a sound.');
    const found = Object.fromEntries(await Promise.all((await page.locator('.request-group').all()).map(async (one) => (
      [await one.getByRole('heading').innerText(), await one.locator('.name').allInnerTexts()] as const))));
    expect(found).toEqual({
      'Requests': ['Lumen Studio', 'Mira', 'Jonas', 'Nour', 'Wren', 'Office of the Garden Club', 'Hana', 'Moe'],
      'Added to a group': ['Weekend Traders'],
      'No contact in common': ['Pavel', 'Tomas', 'Verena Kalmar', 'Unknown 3348'],
      'With your hidden words': ['Olive', 'Pip'],
      'May be spam': ['Unknown 5520', 'Account Desk', 'Unknown 1906'],
    });
    await page.getByText('Among your chats: Ivo.').waitFor();
    expect(await stage.sawText(page)).toBe(false);
    await entry(page, 'Mira').click();
    await page.locator('.bubble', { hasText: 'pottery class' }).waitFor();
    expect(await stage.sawText(page), 'the watch can see').toBe(true);
    await entry(page, 'Lumen Studio').click();
    await expect.poll(() => page.locator('.bubble inward-cover').evaluateAll((covers) => covers.map((one) => one.shadowRoot?.querySelector('canvas')?.width)), { timeout: 15_000 }).toEqual([320, 320]);
    expect(await stage.problems()).toEqual([]);
    await close();
  });

  it('shows what is known of each, and what is not as not known', async () => {
    const { page, close } = await filled();
    const values = async (name: string): Promise<readonly string[]> => {
      await entry(page, name).click();
      await page.locator('#thread-title', { hasText: name }).waitFor();
      return page.locator('inward-request-card dd:visible').allInnerTexts();
    };
    expect(await values('Mira')).toEqual(['3', 'A year or more', 'Germany']);
    expect(await values('Nour')).toEqual(['Not known', 'Not known', 'Not known']);
    expect(await values('Weekend Traders')).toEqual(['None', 'Less than a week', 'Not known', 'Unknown\u00a07031'.replace('\u00a0', ' ')]);
    await entry(page, 'Unknown 1906').click();
    await page.getByText('The service has limited this account').waitFor();
    await entry(page, 'Hana').click();
    await page.getByText(/not end-to-end encrypted/).first().waitFor();
    await entry(page, 'Account Desk').click();
    await page.locator('inward-link').getByText(/This link goes to .*check-in\.zzz-desk\.example/).waitFor();
    await page.locator('inward-link').getByText('The text shows one address, and the link goes to another.').waitFor();
    await entry(page, 'Pavel').click();
    await page.locator('inward-link').getByText('This address has letters that can look like other letters.').waitFor();
    await entry(page, 'Unknown 3348').click();
    await expect.poll(() => page.locator('inward-link').getByText('This is not a web address. It cannot be opened here.').count()).toBe(2);
    await close();
  });

  it('leads somewhere by every button: accept, block, restrict, report, delete', async () => {
    const { page, close } = await filled();
    await entry(page, 'Jonas').click();
    const card = page.locator('inward-request-card');
    await card.getByRole('button', { name: 'Report' }).click();
    await page.locator('inward-report').getByRole('heading', { name: /^Report / }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('inward-report');
    await page.locator('inward-report').getByRole('button', { name: 'Cancel' }).click();
    await card.getByRole('button', { name: 'Accept' }).click();
    await page.locator('.bubble img.picture').waitFor();
    await page.getByText('A sample: nobody is there to answer.').waitFor();
    expect(await section(page, 'Chats').getAttribute('aria-current')).toBe('page');
    await page.getByRole('button', { name: 'Restrict' }).click();
    await page.getByText('You restricted them: what they write waits here. They can’t tell.').waitFor();
    await page.locator('.bubble inward-cover').waitFor();
    await expect.poll(() => page.locator('.bubble img').count()).toBe(0);
    expect(await section(page, 'Requests').getAttribute('aria-current')).toBe('page');
    await card.getByRole('button', { name: 'Block' }).click();
    await page.getByText('You blocked Jonas. Nothing new from them is shown.').waitFor();
    await section(page, 'Requests').click();
    expect(await names(page)).not.toContain('Jonas');
    await entry(page, 'Mira').click();
    await card.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('undo-delete');
    expect(await names(page)).not.toContain('Mira');
    await close();
  });

  it('asks once more before a limited account, or one with a notice, is accepted or uncovered', async () => {
    const { page, close } = await filled();
    const card = page.locator('inward-request-card');
    for (const name of ['Unknown 1906', 'Unknown 5520']) {
      await entry(page, name).click();
      await page.locator('#thread-title', { hasText: name }).waitFor();
      await card.locator('[part~=accept]').click();
      // The page draws itself anew meanwhile; the question stays.
      await page.getByRole('button', { name: 'Dark colours' }).click();
      await page.getByRole('button', { name: 'Light colours' }).click();
      expect(await card.locator('[part~=accept]').isVisible()).toBe(false);
      expect(await card.locator('[part~=sure]').isVisible()).toBe(true);
      expect(await names(page)).toContain(name);
    }
    await card.locator('[part~=sure]').click();
    await expect.poll(() => section(page, 'Chats').getAttribute('aria-current')).toBe('page');
    await close();
  });

  it('deletes a group with one press as one by one, and brings all of it back with another', async () => {
    const [many, single] = [await filled(), await filled()];
    const before = await names(many.page);
    const gone = await group(many.page, 'May be spam').locator('.name').allInnerTexts();
    expect(gone.length).toBe(3);
    await many.page.getByRole('button', { name: 'Delete all 3: May be spam' }).press('Enter');
    await expect.poll(() => said(many.page)).toBe('3 requests deleted. You can undo this.');
    for (const name of gone) {
      await entry(single.page, name).click();
      await single.page.locator('inward-request-card').getByRole('button', { name: 'Delete' }).click();
      await entry(single.page, name).waitFor({ state: 'detached' });
    }
    expect(await names(many.page)).toEqual(await names(single.page));
    expect(await group(many.page, 'May be spam').count()).toBe(0);
    await expect.poll(() => many.page.evaluate(() => document.activeElement?.id)).toBe('undo-delete');
    await many.page.keyboard.press('Enter');
    await expect.poll(() => said(many.page)).toBe('3 requests back.');
    expect(await names(many.page)).toEqual(before);
    await entry(many.page, 'Unknown 5520').click();
    await many.page.locator('inward-notice').waitFor();
    // Of those that were deleted one by one only the last can come back; going on settles that too.
    await single.page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await names(single.page)).length).toBe(before.length - 2);
    await group(many.page, 'With your hidden words').getByRole('button', { name: /^Delete all 2/ }).click();
    await section(many.page, 'Hidden').click();
    await many.page.getByText('Nothing is hidden.').waitFor();
    await section(many.page, 'Requests').click();
    expect(await many.page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await Promise.all([many.close(), single.close()]);
  });

  it('takes all samples out again, and leaves what the real stranger wrote', async () => {
    const { page, close } = await filled();
    const stranger = await stage.open('stranger', '&with=ada');
    await stranger.page.getByRole('button', { name: 'A picture', exact: true }).click();
    await entry(page, 'Unknown 4417').click();
    await page.locator('.bubble inward-cover').waitFor();
    await page.getByRole('button', { name: 'Take the samples out' }).click();
    await expect.poll(() => names(page)).toEqual(['Unknown 4417']);
    expect(await page.locator('.bubble inward-cover').count()).toBe(1);
    await page.locator('.bubble inward-cover').getByRole('button', { name: 'Show photo' }).click();
    await page.locator('.bubble inward-cover [part~=original]').waitFor();
    await Promise.all([close(), stranger.context.close()]);
  });

  it('leaves out what did not come in, and fills on a second try', async () => {
    const { page, context } = await stage.open('ada', '', ['**/samples/lake.jpg']);
    await section(page, 'Requests').click();
    await page.getByRole('button', { name: 'Fill the inbox with sample requests' }).click();
    await page.getByText('The samples could not be loaded. Try again.').waitFor();
    expect(await names(page)).toEqual([]);
    await context.unroute('**/samples/lake.jpg');
    await page.getByRole('button', { name: 'Fill the inbox with sample requests' }).click();
    await expect.poll(async () => (await names(page)).length).toBe(18);
    await context.close();
  });
});
