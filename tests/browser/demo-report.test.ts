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
});
