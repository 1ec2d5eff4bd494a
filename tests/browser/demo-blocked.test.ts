import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// Blocking in the playground, through the real sealed worker: somebody who was blocked writes again under nearly the same name.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('people one blocked [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  it('are known again by their name, are listed in the settings, and can be taken off', async () => {
    const { page, context, go } = await withSamples(stage);
    await page.locator('.list .entry', { hasText: 'Verena Kalmar' }).click();
    await page.locator('inward-request-card').getByRole('button', { name: 'Block' }).click();
    await go('Requests');
    const group = page.getByRole('region', { name: 'Like somebody you blocked', exact: true });
    await group.locator('.entry').click();
    await page.getByRole('heading', { name: 'This name looks like someone you blocked.' }).waitFor();
    await page.locator('inward-notice').getByRole('button', { name: 'Show why' }).click();
    expect(await page.locator('inward-notice li').allInnerTexts()).toEqual(['This name looks like someone you blocked.', 'This person is not in your contacts.']);
    await go('Settings');
    const card = page.getByRole('region', { name: 'People you blocked' });
    await card.getByText('Verena Kalmar').waitFor();
    await page.reload();
    await go('Settings');
    await card.getByText('Verena Kalmar').waitFor();
    await card.getByRole('button', { name: 'Take Verena Kalmar off the list' }).click();
    await card.getByText('Nobody yet. The list is kept encrypted on this device.').waitFor();
    await card.getByRole('switch').click();
    await expect.poll(() => card.getByText('Nobody yet').count()).toBe(0);
    expect(await stage.problems()).toEqual([]);
    await context.close();
  });

  it('are known again by their picture, though the name is another', async () => {
    const { page, context, go } = await withSamples(stage);
    await page.locator('.list .entry', { hasText: 'Tomas' }).click();
    await page.locator('inward-request-card').getByRole('button', { name: 'Block' }).click();
    await go('Requests');
    await page.locator('.list .entry', { hasText: 'Maria K' }).click();
    await page.getByRole('heading', { name: 'This picture looks like that of someone you blocked.' }).waitFor();
    await page.locator('.list .entry', { hasText: 'Mira' }).click();
    await page.locator('#thread-title', { hasText: 'Mira' }).waitFor();
    expect(await page.locator('inward-notice').count()).toBe(0);
    expect(await stage.problems()).toEqual([]);
    await context.close();
  });
});

/** Ada's requests, filled with the samples. */
async function withSamples(stage: DemoStage): Promise<Awaited<ReturnType<DemoStage['open']>> & { readonly go: (name: string) => Promise<void> }> {
  const { page, context } = await stage.open('ada');
  const go = (name: string): Promise<void> => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await go('Requests');
  await page.getByRole('button', { name: 'Fill the inbox with sample requests' }).click();
  await page.getByRole('button', { name: 'Take the samples out' }).waitFor();
  return { page, context, go };
}
