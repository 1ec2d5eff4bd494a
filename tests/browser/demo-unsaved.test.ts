import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWord, openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('a word that the browser does not store [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  /** Every write is undone, as where a disk is full, until `mend` is called. */
  function fillDisk(): void {
    const kept = IDBObjectStore.prototype.put;
    Object.assign(globalThis, { mend: () => { IDBObjectStore.prototype.put = kept; } });
    IDBObjectStore.prototype.put = function put(...given) {
      queueMicrotask(() => { try { this.transaction.abort(); } catch { /* The write before has done that. */ } });
      return kept.apply(this, given);
    };
  }

  it('is said to be in force and not saved, no longer than that is so', async () => {
    const { page, context } = await stage.open('ada');
    const settings = page.getByRole('navigation').getByRole('button', { name: /^Settings/ });
    await settings.click();
    await page.getByRole('textbox', { name: 'Word, phrase or emoji' }).waitFor();
    await page.evaluate(fillDisk);
    const said = page.getByText('In force, but not saved: it is lost when this page is closed.');
    expect(await said.count()).toBe(0);
    await addWord(page, 'teapot');
    await said.waitFor();
    await page.getByRole('textbox', { name: 'Try it' }).fill('a t3apot');
    await page.getByRole('list', { name: 'Why' }).getByRole('listitem').first().waitFor();
    await page.evaluate(() => { (globalThis as unknown as { mend(): void }).mend(); });
    await addWord(page, 'saucer');
    await said.waitFor({ state: 'detached' });
    await page.reload();
    await settings.click();
    await expect.poll(() => page.getByRole('list', { name: 'Your hidden words' }).locator('.word').allInnerTexts())
      .toEqual(expect.arrayContaining(['teapot', 'saucer']));
    expect(await stage.problems()).toEqual([]);
    await context.close();
  });
});
