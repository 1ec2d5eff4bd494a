import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { formsOf } from './demo-canary.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// Two people in two browser contexts: two cookie jars, two stores, nothing shared but the relay.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('the playground [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  async function trio(): Promise<{ ada: Page; ben: Page; stranger: Page; contexts: BrowserContext[] }> {
    const [ada, ben, stranger] = await Promise.all([stage.open('ada'), stage.open('ben'), stage.open('stranger')]);
    return { ada: ada.page, ben: ben.page, stranger: stranger.page, contexts: [ada.context, ben.context, stranger.context] };
  }

  async function send(page: Page, to: string, text: string): Promise<void> {
    await page.getByRole('navigation').getByRole('button', { name: /^Chats/ }).click();
    await page.getByRole('button', { name: new RegExp(`^${to}`) }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.bubble.mine', { hasText: text.slice(0, 40) }).getByText('sent').waitFor();
  }

  it('is sealed before anything arrives, and Ada and Ben chat both ways', async () => {
    const { ada, ben, contexts } = await trio();
    await ada.getByRole('button', { name: 'Sealed' }).waitFor();
    await send(ada, 'Ben', 'See you at the walk');
    await ben.getByRole('button', { name: /^Ben|^Ada/ }).first().click();
    await ben.locator('.bubble', { hasText: 'See you at the walk' }).waitFor();
    await send(ben, 'Ada', 'Yes, at nine');
    await ada.locator('.bubble', { hasText: 'Yes, at nine' }).waitFor();
    expect(await ada.locator('inward-notice').count()).toBe(0);
    expect(await stage.problems()).toEqual([]);
    await Promise.all(contexts.map((context) => context.close()));
  });

  it('puts a hidden word of a stranger into the hidden folder, and its text nowhere before the press', async () => {
    const { ada, stranger, contexts } = await trio();
    const canary = 'kvrt7 likes pineapple';
    await stage.watchText(ada, 'kvrt7');
    await send(stranger, 'Ada', canary);
    await send(stranger, 'Ada', 'A plain one after it');
    const requests = ada.getByRole('navigation').getByRole('button', { name: /^Requests/ });
    await requests.click();
    await ada.getByRole('button', { name: /^Unknown 4417/ }).click();
    await ada.locator('.bubble', { hasText: 'A plain one after it' }).waitFor();
    expect(await ada.locator('.bubble').count()).toBe(1);
    const hidden = ada.getByRole('navigation').getByRole('button', { name: /^Hidden/ });
    expect(await hidden.locator('.badge').count()).toBe(0);
    await hidden.click();
    await ada.getByRole('button', { name: 'Show message' }).waitFor();
    expect(await stage.sawText(ada)).toBe(false);
    await ada.getByRole('button', { name: 'Show message' }).click();
    await ada.locator('.hidden-row mark', { hasText: 'pineapple' }).waitFor();
    expect(await stage.sawText(ada), 'the watch can see').toBe(true);
    await Promise.all(contexts.map((context) => context.close()));
  });

  it('raises a notice about a scam from a stranger, none about the same text from a contact, links off in requests', async () => {
    const { ada, ben, stranger, contexts } = await trio();
    await stranger.getByRole('button', { name: /^Ada/ }).click();
    await stranger.getByRole('button', { name: 'Parcel fee' }).click();
    await ada.getByRole('navigation').getByRole('button', { name: /^Requests/ }).click();
    await ada.getByRole('button', { name: /^Unknown 4417/ }).click();
    const notice = ada.locator('inward-notice');
    await notice.waitFor();
    const words = await notice.locator('.body').innerText();
    expect(words).toContain('This looks like known parcel scams.');
    expect(words).toContain('This person is not in your contacts.');
    expect(words).not.toMatch(/%|detected|suspicious|criminal|scammer/i);
    expect(await ada.locator('.bubble a').count()).toBe(0);
    expect(await ada.locator('.bubble .link-off').count()).toBe(1);
    const text = await ada.locator('.bubble .text').innerText();
    await send(ben, 'Ada', text);
    await ada.getByRole('navigation').getByRole('button', { name: /^Chats/ }).click();
    await ada.getByRole('button', { name: /^Ben/ }).click();
    await ada.locator('.bubble a').waitFor();
    expect(await ada.locator('inward-notice').count()).toBe(0);
    await Promise.all(contexts.map((context) => context.close()));
  });

  it('lets no form of a text reach the relay, and the server counts nothing but ciphertext', async () => {
    const { ada, stranger, contexts } = await trio();
    const canaries = ['Zebrafinch-91d4 in plain letters', 'zwölf Kraniche ပန်း 3fa1'];
    for (const canary of canaries) {
      await send(stranger, 'Ada', canary);
      await send(ada, 'Ben', canary);
    }
    await ada.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await ada.getByRole('textbox', { name: 'Word, phrase or emoji' }).fill('Zebrafinch-91d4');
    await ada.getByRole('button', { name: 'Add', exact: true }).click();
    await ada.getByRole('textbox', { name: 'Try it' }).fill('Zebrafinch-91d4 in plain letters');
    await ada.getByText('This would go to Hidden.').waitFor();
    await ada.getByRole('navigation').getByRole('button', { name: 'Proof' }).click();
    await expect.poll(() => ada.locator('#count-panel').innerText(), { timeout: 10_000 }).not.toMatch(/^[–0]$/);
    expect(await ada.locator('#count-other').innerText()).toBe('0');
    expect(Number(await ada.locator('#count-ciphertext').innerText())).toBeGreaterThan(3);
    const seen = stage.arrived();
    expect(seen.length).toBeGreaterThan(10_000);
    for (const form of canaries.flatMap((canary) => formsOf(canary))) expect(seen.includes(form.bytes), form.name).toBe(false);
    await Promise.all(contexts.map((context) => context.close()));
  });

  it('with the seal broken on purpose the counter rises and the text arrives; the same spy behind the seal sends nothing', async () => {
    const canary = 'Kingfisher-77c0 flies low';
    const [open, sealed, stranger] = await Promise.all([stage.open('ada', '&seal=off&leak=1'), stage.open('ben', '&leak=1'), stage.open('stranger')]);
    await open.page.getByRole('button', { name: 'Not sealed' }).waitFor();
    await sealed.page.getByRole('button', { name: 'Sealed' }).waitFor();
    await send(stranger.page, 'Ben', canary);
    await sealed.page.getByRole('navigation').getByRole('button', { name: /^Requests/ }).click();
    await sealed.page.getByRole('button', { name: /^Unknown 4417/ }).click();
    await sealed.page.locator('.bubble', { hasText: canary }).waitFor();
    expect(stage.arrived().includes(canary)).toBe(false);
    await send(stranger.page, 'Ada', canary);
    await open.page.getByRole('navigation').getByRole('button', { name: 'Proof' }).click();
    await expect.poll(async () => Number(await open.page.locator('#count-other').innerText()), { timeout: 10_000 }).toBeGreaterThan(0);
    await open.page.getByText('Something left that is not ciphertext.').waitFor();
    expect(stage.arrived().includes(canary), 'the search can find').toBe(true);
    await sealed.page.getByRole('navigation').getByRole('button', { name: 'Proof' }).click();
    await expect.poll(() => sealed.page.locator('#count-panel').innerText(), { timeout: 10_000 }).not.toMatch(/^[–0]$/);
    expect(await sealed.page.locator('#count-other').innerText()).toBe('0');
    expect((await stage.problems()).some((line) => line.includes('The spy was refused.')), 'the spy tried').toBe(true);
    await Promise.all([open, sealed, stranger].map((one) => one.context.close()));
  });

  it('lets links be pressed once a request is accepted, and shows nothing of a person who is blocked', async () => {
    const { ada, stranger, contexts } = await trio();
    await send(stranger, 'Ada', 'The garden: https://photos.example/garden');
    await ada.getByRole('navigation').getByRole('button', { name: /^Requests/ }).click();
    await ada.getByRole('button', { name: /^Unknown 4417/ }).click();
    await ada.locator('.bubble .link-off').waitFor();
    await ada.getByRole('button', { name: 'Accept' }).click();
    await ada.locator('.bubble a[href="https://photos.example/garden"]').waitFor();
    await ada.getByRole('button', { name: 'Block' }).click();
    await ada.getByText('Nothing new from them is shown.').waitFor();
    await stage.watchText(ada, 'wqx81');
    await send(stranger, 'Ada', 'Are you there wqx81');
    await ada.waitForTimeout(500);
    expect(await stage.sawText(ada)).toBe(false);
    expect(await ada.locator('.bubble').count()).toBe(0);
    await Promise.all(contexts.map((context) => context.close()));
  });

  it('brings a message to a person who was away, though a new page has new keys', async () => {
    const { ada, stranger, contexts } = await trio();
    await send(stranger, 'Ada', 'The first');
    await ada.close();
    await stranger.getByRole('textbox', { name: 'Message' }).fill('The second');
    await stranger.keyboard.press('Enter');
    await stranger.locator('.bubble.mine', { hasText: 'The second' }).getByText('waits').waitFor();
    const later = await stage.open('ada');
    await stranger.locator('.bubble.mine', { hasText: 'The second' }).getByText('sent').waitFor();
    await later.page.getByRole('navigation').getByRole('button', { name: /^Requests/ }).click();
    await later.page.getByRole('button', { name: /^Unknown 4417/ }).click();
    await later.page.locator('.bubble', { hasText: 'The second' }).waitFor();
    await Promise.all([later.context, ...contexts].map((context) => context.close()));
  });

  it('goes on fail-safe without its worker, and says so', async () => {
    const [ada, stranger] = await Promise.all([stage.open('ada', '', ['**/worker.js']), stage.open('stranger')]);
    await ada.page.getByRole('button', { name: 'Not running' }).waitFor();
    await ada.page.getByRole('alert').getByText('asset-unavailable').waitFor();
    await send(stranger.page, 'Ada', 'The garden: https://photos.example/garden');
    await ada.page.getByRole('navigation').getByRole('button', { name: /^Requests/ }).click();
    await ada.page.getByRole('button', { name: /^Unknown 4417/ }).click();
    await ada.page.locator('.bubble .link-off').waitFor();
    await ada.page.getByText('Not checked for hidden words, scams or who writes: the checks are not running.').waitFor();
    await Promise.all([ada, stranger].map((one) => one.context.close()));
  });

  it('fits a phone 360 pixels wide, each control with a name', async () => {
    const { page, context } = await stage.open('ada');
    await page.setViewportSize({ width: 360, height: 740 });
    for (const section of ['Chats', 'Requests', 'Hidden', 'Settings', 'Proof']) {
      await page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${section}`) }).click();
      const facts = await page.evaluate(() => ({
        over: [...document.querySelectorAll('.app *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length,
        nameless: [...document.querySelectorAll<HTMLInputElement>('button, input, select, textarea, a')].filter((one) => (
          (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === '' && (one.labels?.length ?? 0) === 0)).length,
      }));
      expect(facts, section).toEqual({ over: 0, nameless: 0 });
    }
    await context.close();
  });

  it('is walked by keyboard alone: send, settings, hidden folder', async () => {
    const [ada, stranger] = await Promise.all([stage.open('ada'), stage.open('stranger')]);
    const press = async (page: Page, target: { role: 'button' | 'textbox' | 'switch'; name: RegExp | string }, key: string): Promise<void> => {
      await stage.tabTo(page, target);
      await page.keyboard.press(key);
    };
    await press(stranger.page, { role: 'button', name: /^Ada/ }, 'Enter');
    await stage.tabTo(stranger.page, { role: 'textbox', name: 'Message' });
    await stranger.page.keyboard.type('One pineapple for you');
    await stranger.page.keyboard.press('Enter');
    await stranger.page.locator('.bubble.mine').getByText('sent').waitFor();
    await press(ada.page, { role: 'button', name: /^Hidden/ }, 'Enter');
    await press(ada.page, { role: 'button', name: 'Show message' }, 'Space');
    await ada.page.locator('.hidden-row mark').waitFor();
    await press(ada.page, { role: 'button', name: /^Settings/ }, 'Enter');
    await press(ada.page, { role: 'switch', name: 'Hidden words' }, 'Space');
    await expect.poll(() => ada.page.getByRole('switch', { name: 'Hidden words' }).isChecked()).toBe(false);
    await press(ada.page, { role: 'button', name: /^Hidden/ }, 'Enter');
    await ada.page.getByText('Nothing is hidden.').waitFor();
    await Promise.all([ada, stranger].map((one) => one.context.close()));
  });
});
