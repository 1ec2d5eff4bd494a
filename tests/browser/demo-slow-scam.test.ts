import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/test/find-browsers.ts';
import { openDemo, type DemoStage } from './demo-stage.ts';

const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('the playground, a scam that builds up over a conversation [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  it('shows a scam notice with the message that asks for money, and none before', async () => {
    const ada = (await stage.open('ada', '&with=stranger')).page;
    const stranger = (await stage.open('stranger', '&with=ada')).page;
    await stranger.getByRole('button', { name: 'A scam, step by step' }).click();
    await ada.locator('inward-notice').first().waitFor();
    await expect.poll(() => ada.locator('li.bubble').count()).toBe(5);
    // That a new account wrote is told under the first message; one that asks to stop first stands above its message, the last, the only one with a link.
    const lines = await ada.locator('li.bubble, li.note-line inward-notice').evaluateAll((all) => all.map((one) => (one as { notice?: { kind: string } }).notice?.kind ?? 'message'));
    expect(lines).toEqual(['message', 'contact', 'message', 'message', 'message', 'scam', 'message']);
    const scam = ada.locator('li.note-line inward-notice').last();
    expect(await scam.getByRole('heading').first().innerText()).toBe('Take a moment first');
    expect(await scam.getByRole('listitem').allInnerTexts()).toEqual(expect.arrayContaining(['It offers a job or an investment.', 'It has a link.']));
    expect(stage.arrived().includes('puppy')).toBe(false);
  });
});
