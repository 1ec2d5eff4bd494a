import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// "See its cover": a picture of the person's own, its cover, and what remains of it.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;
const sample = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`../../demo/public/samples/${name}`, import.meta.url)));

suite('a picture of one\'s own in the playground [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  async function lab(): Promise<{ page: Page; close(): Promise<void> }> {
    const { page, context } = await stage.open('ada');
    await page.getByRole('navigation').getByRole('button', { name: /^Requests/ }).click();
    await page.getByRole('button', { name: /^See its cover/ }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('lab-title');
    return { page, close: () => context.close() };
  }

  const give = async (page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    await page.locator('#lab-file').setInputFiles({ name, mimeType, buffer });
    await page.locator('.lab-result td', { hasText: name }).waitFor();
  };
  const rows = async (page: Page): Promise<Readonly<Record<string, string>>> => Object.fromEntries(await page.locator('.lab-result tr').evaluateAll((all) => all.map((one) => [one.querySelector('th')?.textContent, one.querySelector('td')?.textContent])));
  /** Side of the tile or cover, and whether all of it has one colour. */
  const tile = (page: Page) => page.locator('.lab-result inward-cover').evaluate((one) => {
    const canvas = one.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
    return { width: canvas.width, plain: new Set(new Uint32Array(data.buffer)).size === 1 };
  });

  it('shows the cover of a JPEG that was never decoded, what remains of it, and how long it took', async () => {
    const { page, close } = await lab();
    const jpeg = sample('lake.jpg');
    await give(page, 'lake.jpg', 'image/jpeg', jpeg);
    const shown = await rows(page);
    expect(shown).toMatchObject({ 'Its size': '560 × 374', 'What remains': '16 × 11 cells, 528 B', 'Its bytes': `${(jpeg.length / 1024).toFixed(1)} kB` });
    expect(shown['From bytes to cover']).toMatch(/^\d+\.\d ms middle of 5$/);
    await page.getByText('This JPEG was never decoded').waitFor();
    expect(await tile(page)).toEqual({ width: 320, plain: false });
    await page.locator('#lab-cells').selectOption('24');
    await page.locator('.lab-result td', { hasText: '24 × 16 cells, 1.1 kB' }).waitFor();
    await page.locator('.lab-result inward-cover').getByRole('button', { name: 'Show photo' }).click();
    await page.locator('.lab-result inward-cover [part~=original]').waitFor();
    await close();
  });

  it('takes a picture that is dropped, and says where one has to be decoded', async () => {
    const { page, close } = await lab();
    await page.locator('.drop').evaluate((field, base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'leaf.png', { type: 'image/png' }));
      field.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
      field.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, sample('leaf.png').toString('base64'));
    await page.getByText('This kind of file has to be decoded once, in the sealed worker').waitFor();
    expect(await rows(page)).toMatchObject({ 'File': 'leaf.png', 'Its size': '300 × 300', 'What remains': '16 × 16 cells, 768 B' });
    expect(await tile(page)).toEqual({ width: 320, plain: false });
    expect(await page.locator('.drop.over').count()).toBe(0);
    const takes = (what: 'file' | 'text') => page.evaluate((kind) => {
      const data = new DataTransfer();
      if (kind === 'file') data.items.add(new File(['x'], 'x.png'));
      else data.setData('text/plain', 'x');
      return document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, what);
    expect([await takes('file'), await takes('text')], 'a file beside the field does not take the place of the page').toEqual([false, true]);
    await give(page, 'blink.webp', 'image/webp', sample('blink.webp'));
    expect(await tile(page)).toEqual({ width: 320, plain: false });
    await close();
  });

  it.each([
    ['notes.txt', 'text/plain', Buffer.from('Zebrafinch-5c0ver no picture at all'), /^This is no picture/],
    ['drawing.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/leak"/></svg>'), /^This is no picture/],
    ['half.png', 'image/png', sample('leaf.png').subarray(0, 40), /neutral tile stands for it\.$/],
    ['huge.png', 'image/png', Buffer.from(sample('leaf.png')).fill(0x7f, 16, 24), /^This is larger than what is looked at/],
  ])('puts a neutral tile for %s, and says why', async (name, type, bytes, why) => {
    const { page, close } = await lab();
    await give(page, name, type, bytes);
    await page.locator('.lab-result .fact-line').getByText(why).waitFor();
    expect(await tile(page)).toEqual({ width: 4, plain: true });
    expect(Object.keys(await rows(page))).not.toContain('What remains');
    await close();
  });

  it('uploads nothing', async () => {
    const { page, close } = await lab();
    const marked = Buffer.concat([sample('lake.jpg').subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 22]), Buffer.from('Kingfisher-5c0ver-77'), sample('lake.jpg').subarray(2)]);
    await give(page, 'Wagtail-5c0ver.jpg', 'image/jpeg', marked);
    await page.getByRole('navigation').getByRole('button', { name: 'Proof' }).click();
    await expect.poll(() => page.locator('#count-panel').innerText(), { timeout: 10_000 }).not.toMatch(/^[–0]$/);
    expect(await page.locator('#count-other').innerText()).toBe('0');
    expect(stage.arrived().length).toBeGreaterThan(5_000);
    expect(stage.arrived().includes('5c0ver')).toBe(false);
    expect(stage.arrived().includes(marked.subarray(200, 232))).toBe(false);
    expect(await stage.problems()).toEqual([]);
    await close();
  });
});
