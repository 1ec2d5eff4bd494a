import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// A report from Ada's page to the moderator's desk and back, as somebody does it who tries the playground.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;
const CANARY = 'Lapwing-3b1f meets at the old bridge';

suite('a report in the playground [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  async function chat(): Promise<{ readonly ada: Page; close(): Promise<void> }> {
    const [ada, ben] = await Promise.all([stage.open('ada', '&with=ben'), stage.open('ben', '&with=ada')]);
    await ben.page.getByRole('textbox', { name: 'Message' }).fill(CANARY);
    await ben.page.getByRole('textbox', { name: 'Message' }).press('Enter');
    await ada.page.locator('.bubble', { hasText: CANARY }).waitFor();
    return { ada: ada.page, close: async () => { await ada.context.close(); await ben.context.close(); } };
  }

  it('goes sealed to the desk, is verified there, and the answer comes back', async () => {
    const { ada, close } = await chat();
    const bubble = ada.locator('.bubble', { hasText: CANARY });
    await bubble.getByRole('button', { name: 'Report' }).click();
    const screen = ada.locator('inward-report');
    await screen.getByRole('radio', { name: 'Threats' }).check();
    await screen.getByRole('group', { name: 'This is all that leaves your device' }).getByText(CANARY).first().waitFor();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByRole('heading', { name: 'Sent' }).waitFor();
    await screen.getByRole('button', { name: 'Close' }).click();
    await screen.waitFor({ state: 'detached' });

    const desk = (await stage.open('stranger')).page;
    await desk.goto(`${stage.server.origin}/?page=desk`);
    const one = desk.getByRole('region', { name: /^Report / });
    await one.getByText('Verified: sent so, by this account').waitFor();
    await one.getByText(CANARY).waitFor();
    await one.getByRole('button', { name: 'Say it was received' }).click();
    await one.getByText('Answered: received').waitFor();
    await one.getByRole('combobox', { name: 'Outcome' }).selectOption('account-warned');
    await one.getByRole('textbox', { name: 'What the reporter reads' }).fill('We spoke to this person.');
    await one.getByRole('button', { name: 'Send the answer' }).click();
    await one.getByText('Answered: final, account-warned').waitFor();

    await desk.goto(`${stage.server.origin}/desk/indicators`);
    await desk.getByRole('heading', { name: 'What became of reports' }).waitFor();
    expect(await desk.getByRole('row', { name: /^Reports received/ }).innerText()).toMatch(/\b1\b/);

    await ada.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await ada.getByText('We spoke to this person.').waitFor({ timeout: 20_000 });
    expect(await ada.locator('.tickets li').innerText()).toMatch(/^Answered/);
    await ada.getByRole('navigation').getByRole('button', { name: 'Proof' }).click();
    await expect.poll(() => ada.locator('#count-panel').innerText(), { timeout: 10_000 }).not.toMatch(/^[–0]$/);
    expect(await ada.locator('#count-other').innerText()).toBe('0');
    expect(stage.arrived().includes(CANARY)).toBe(false);
    expect(await stage.problems()).toEqual([]);
    await desk.context().close();
    await close();
  });

  it('is two presses away in an emergency, and asked for once after a request is deleted; Skip keeps nothing', async () => {
    const { ada, close } = await chat();
    await ada.locator('.bubble', { hasText: CANARY }).first().getByRole('button', { name: 'Emergency' }).click();
    const screen = ada.locator('inward-report');
    expect(await screen.getByRole('radio', { name: 'It may cause violence' }).isChecked()).toBe(true);
    await screen.getByRole('button', { name: 'Cancel' }).click();
    await screen.waitFor({ state: 'detached' });

    const stranger = await stage.open('stranger', '&with=ada');
    await stranger.page.getByRole('button', { name: 'Hello', exact: true }).click();
    await ada.getByRole('navigation').getByRole('button', { name: /^Requests/ }).click();
    await ada.getByRole('button', { name: /^Unknown 4417/ }).click();
    const before = stage.arrived().length;
    await ada.locator('inward-request-card').getByRole('button', { name: 'Delete' }).click();
    await screen.getByRole('heading', { name: 'You declined this request. Do you want to report it too?' }).waitFor();
    expect(stage.arrived().subarray(before).includes('POST /as/ada/reports')).toBe(false);
    await screen.getByRole('button', { name: 'Skip' }).click();
    await screen.waitFor({ state: 'detached' });
    expect(stage.arrived().subarray(before).includes('POST /as/ada/reports')).toBe(false);
    await stranger.context.close();
    await close();
  });

  it('after a block brings what was written to the desk, with the person’s own words proven too', async () => {
    const [{ page: ada, context: first }, { page: other, context: second }] = await Promise.all([stage.open('ada'), stage.open('stranger', '&with=ada')]);
    const [theirs, own] = ['Curlew-90ab knows where you live', 'Plover-77c1 stays at home'];
    const write = async (page: Page, text: string): Promise<void> => {
      await page.getByRole('textbox', { name: 'Message' }).fill(text);
      await page.getByRole('textbox', { name: 'Message' }).press('Enter');
    };
    await write(other, theirs);
    await ada.getByRole('navigation').getByRole('button', { name: /^Requests/ }).click();
    await ada.getByRole('button', { name: /^Unknown 4417/ }).click();
    await ada.locator('inward-request-card [part~=accept]').click();
    await write(ada, own);
    await ada.locator('.bubble.mine', { hasText: own }).getByText('sent').waitFor();
    expect(await ada.getByText('cannot be verified').count()).toBe(0);
    await ada.getByRole('button', { name: 'Block', exact: true }).click();
    const screen = ada.locator('inward-report');
    await screen.getByRole('heading', { name: /^You blocked/ }).waitFor();
    await expect.poll(() => ada.locator('#announcer').innerText()).toContain('There is a question above the chats');
    await screen.getByRole('button', { name: 'Report', exact: true }).click();
    await screen.getByRole('radio', { name: 'Threats' }).check();
    await screen.getByRole('button', { name: 'Send', exact: true }).click();
    await screen.getByRole('heading', { name: 'Sent' }).waitFor();

    const { page: desk, context } = await stage.open('ben');
    await desk.goto(`${stage.server.origin}/?page=desk`);
    const one = desk.getByRole('region', { name: /^Report / }).filter({ hasText: theirs });
    await one.getByText(own).waitFor();
    expect(await one.locator('li').evaluateAll((all) => all.map((li) => li.className))).toEqual(['verified', 'verified']);
    expect(await one.getByText('not in the report').count()).toBe(0);
    expect(await one.getByRole('row', { name: /^Wrote it, as is proven/ }).innerText()).toContain('stranger');
    // Answered here, it is answered in a desk that is opened anew, and counts once.
    await one.getByRole('button', { name: 'Say it was received' }).click();
    await one.getByText('Answered: received').waitFor();
    await desk.reload();
    await one.getByText('Answered: received').waitFor();
    await desk.goto(`${stage.server.origin}/desk/indicators`);
    await desk.getByRole('heading', { name: 'What became of reports' }).waitFor();
    for (const each of [first, second, context]) await each.close();
  });

  it('waits where there is no connection, is there after a reload, and goes or is deleted with a press; Escape puts the screen away', async () => {
    const { ada, close } = await chat();
    const bubble = ada.locator('.bubble', { hasText: CANARY }).first();
    const screen = ada.locator('inward-report');
    await bubble.getByRole('button', { name: 'Report' }).click();
    await screen.getByRole('radio', { name: 'Threats' }).check();
    // What lies under it cannot be reached.
    expect(await ada.evaluate(() => document.querySelector('dialog.report-sheet')?.matches(':modal'))).toBe(true);
    await ada.keyboard.press('Escape');
    await screen.waitFor({ state: 'detached' });
    await expect.poll(() => ada.evaluate(() => document.activeElement?.textContent)).toBe('Report');

    await ada.route('**/as/ada/reports', (route) => route.abort());
    for (const _time of [1, 2]) {
      await bubble.getByRole('button', { name: 'Report' }).click();
      await screen.getByRole('radio', { name: 'Threats' }).check();
      await screen.getByRole('button', { name: 'Send', exact: true }).click();
      await screen.getByRole('heading', { name: 'Not sent yet. It waits here, sealed.' }).waitFor();
      await screen.getByRole('button', { name: 'Close' }).click();
      await screen.waitFor({ state: 'detached' });
    }
    await ada.reload();
    await ada.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    const waiting = ada.getByRole('list', { name: 'Not sent yet' }).getByRole('listitem');
    await expect.poll(() => waiting.count()).toBe(2);
    expect(await waiting.first().innerText()).not.toContain(CANARY);
    await waiting.first().getByRole('button', { name: 'Send now' }).click();
    await ada.getByText('There is no connection. It still waits.').waitFor();
    await waiting.first().getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => waiting.count()).toBe(1);
    await ada.unroute('**/as/ada/reports');
    await waiting.first().getByRole('button', { name: 'Send now' }).click();
    await ada.getByText('Sent to Playground moderators.').waitFor();
    expect(await ada.getByRole('list', { name: 'Sent', exact: true }).getByRole('listitem').count()).toBe(1);
    await close();
  });

  it('counts what a person’s page sends to the desk as leaving it, and a record that is none does not take the figures down', async () => {
    const { page: ada, context } = await stage.open('ada');
    await ada.getByRole('navigation').getByRole('button', { name: 'Proof' }).click();
    const other = (): Promise<string> => ada.locator('#count-other').innerText();
    await expect.poll(other).toBe('0');
    expect(await ada.evaluate(async () => (await fetch('/desk/cases', { method: 'POST', body: 'no record\n{"reportId":"odd"}' })).status)).toBe(204);
    await expect.poll(other, { timeout: 10_000 }).toBe('1');
    const page = await (await fetch(`${stage.server.origin}/desk/indicators`)).text();
    expect(page).toContain('What became of reports');
    await context.close();
  });

  it('marks at once what nobody could verify', async () => {
    const { page: ada, context: first } = await stage.open('ada', '&with=ben');
    // A sender whose messages do not fit what they committed to: the bytes of its commitment are changed before they are hashed.
    const { page: ben, context: second } = await stage.open('ben', '&with=ada');
    await ben.evaluate(() => {
      const sign = SubtleCrypto.prototype.sign;
      SubtleCrypto.prototype.sign = async function (...given: Parameters<typeof sign>) {
        const made = await sign.apply(this, given);
        return new TextDecoder().decode(given[2]).startsWith('inward-franking-1') ? Uint8Array.from(new Uint8Array(made), (byte) => byte ^ 1).buffer : made;
      };
    });
    await ben.getByRole('textbox', { name: 'Message' }).fill('Dunlin-5520 was never said');
    await ben.getByRole('textbox', { name: 'Message' }).press('Enter');
    await ada.locator('.bubble', { hasText: 'Dunlin-5520' }).getByText('cannot be verified').waitFor();
    await first.close();
    await second.close();
  });
});
