import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { faintTexts } from './demo-contrast.ts';
import { addWord, openDemo, type DemoStage } from './demo-stage.ts';
import { findBrowser } from '../../scripts/test/find-browsers.ts';

// The list editor, the try-it box, files in and out, ready-made lists. Words are neutral stand-ins.
const suite = findBrowser('chromium') === undefined ? describe.skip : describe;

suite('hidden words in the playground [chromium]', () => {
  let stage: DemoStage;
  beforeAll(async () => { stage = await openDemo(); });
  afterAll(() => stage.close());

  const section = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });

  async function settings(): Promise<{ page: Page; close(): Promise<void> }> {
    const { page, context } = await stage.open('ada');
    await section(page, 'Settings').click();
    return { page, close: () => context.close() };
  }

  const listed = (page: Page) => page.getByRole('list', { name: 'Your hidden words' }).locator('.word').allInnerTexts();

  /** Letters only, none of them twice in a row. */
  const madeUp = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `w${[...n.toString(16)].map((digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]).join('o')}x`);

  it('takes many words at once, names the lines it left out, and finds a word among many', async () => {
    const { page, close } = await settings();
    await page.getByText('Add many at once').click();
    // Set, not typed: the driver types thousands of lines for minutes.
    await page.getByRole('textbox', { name: /One a line/ }).evaluate((field: HTMLTextAreaElement, text) => { field.value = text; }, `marzipan\nplum, acorn\nPineapple\n\u200b\n${madeUp(5_000).join('\n')}`);
    await page.getByRole('button', { name: 'Add all' }).click();
    await page.getByText('5,003 words added, 2 left out.').waitFor();
    expect(await page.getByRole('list', { name: 'Left out' }).getByRole('listitem').allInnerTexts()).toEqual([
      'Line 3: it is on the list already.', 'Line 4: it has no visible character.',
    ]);
    expect((await listed(page)).length).toBe(30);
    await page.getByRole('button', { name: /^Show more/ }).click();
    await expect.poll(async () => (await listed(page)).length).toBe(150);
    await page.getByRole('textbox', { name: 'Search your words' }).fill('ACO');
    await expect.poll(() => listed(page)).toEqual(['acorn']);
    await page.getByRole('button', { name: 'Remove acorn' }).press('Enter');
    await page.getByText('No word of yours has that in it.').waitFor();
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('word');
    await close();
  });

  it('keeps what a word does, where, until when and a note, and shows it', async () => {
    const { page, context } = await stage.open('ada');
    await section(page, 'Settings').click();
    await addWord(page, 'teapot');
    await page.getByRole('button', { name: 'Options of teapot' }).press('Enter');
    await page.getByLabel('Then').selectOption({ label: 'cover the text' });
    await page.getByLabel('In', { exact: true }).selectOption({ label: 'requests only' });
    await page.getByLabel('Note to yourself').fill('until the party');
    await page.getByLabel('Last day').fill('2031-01-31');
    await page.getByLabel('It matches as').selectOption({ label: 'start of a word' });
    // Another tab of the same person reads what was stored.
    const other = await context.newPage();
    await other.goto(`${stage.server.origin}/?as=ada`);
    await section(other, 'Settings').click();
    for (const tab of [page, other]) {
      await tab.locator('.word-row', { hasText: 'teapot' }).getByText('start of a word · cover the text · requests only · until 2031-01-31 · until the party').waitFor();
      expect((await listed(tab)).filter((word) => word === 'teapot')).toHaveLength(1);
    }
    await context.close();
  });

  it('says why a disguise matches, as one types', async () => {
    const { page, close } = await settings();
    const field = page.getByRole('textbox', { name: 'Try it' });
    const why = page.getByRole('list', { name: 'Why' });
    for (const [text, reason] of [
      ['some pineapple', 'pineapple is your word pineapple.'],
      ['some p1ne4pple', 'p1ne4pple is your word pineapple: digits or signs for letters.'],
      ['some p i n e a p p l e', 'p i n e a p p l e is your word pineapple: something between the letters.'],
      ['some piiiineapple', 'piiiineapple is your word pineapple: stretched letters.'],
      ['some p*neapple', 'p*neapple is your word pineapple: a mark over one letter.'],
      ['some рineаpple', 'рineаpple is your word pineapple: letters that look alike.'],
    ] as const) {
      await field.fill(text);
      await expect.poll(() => why.getByRole('listitem').allInnerTexts(), { message: text }).toEqual([reason]);
      expect(await page.locator('.try-it mark').allInnerTexts()).toEqual([text.slice('some '.length)]);
    }
    await field.fill('some pine and apples');
    await page.getByText('This would not be hidden.').waitFor();
    expect(await why.count()).toBe(0);
    await close();
  });

  it('saves the list to a file and takes it in again, joined or in place of what is there', async () => {
    const { page, close } = await settings();
    await addWord(page, 'marzipan');
    await page.getByText('Save to a file, or open one').click();
    const saved = async (name: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return readFile(await download.path(), 'utf8');
    };
    const json = await saved('Save with all options');
    expect(JSON.parse(json)).toMatchObject({ 'inward-hidden-words': 1, words: [{ text: 'pineapple' }, { text: 'spoiler', match: 'prefix' }, { text: 'marzipan' }] });
    expect((await saved('Save as plain text')).trim().split('\n')).toEqual(['pineapple', 'spoiler', 'marzipan']);
    const open = (name: string, text: string): Promise<void> => page.getByLabel('File with words').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Remove marzipan' }).click();
    await page.getByRole('button', { name: 'Remove marzipan' }).waitFor({ state: 'detached' });
    await open('words.json', json);
    await page.getByText(/^1 word added/).waitFor();
    await page.getByLabel('Words from a file').selectOption({ label: 'take their place' });
    await open('words.txt', 'acorn\nacorn\nplum, not apricot\n');
    await page.getByText('2 words added, 1 left out.').waitFor();
    await expect.poll(() => listed(page)).toEqual(['plum, not apricot', 'acorn']);
    await open('words.json', '{"inward-hidden-words": 1,\n"words": ["quince", 7], "allow": [""]}');
    await page.getByText('1 word added, 2 left out.').waitFor();
    expect(await page.getByRole('list', { name: 'Left out' }).getByRole('listitem').allInnerTexts()).toEqual([
      'Entry 2: it is not a word of such a file.', 'Exception 1: it has no visible character.',
    ]);
    await open('words.txt', '- lute\n"wow!"\n');
    await expect.poll(() => page.getByRole('list', { name: 'Taken otherwise' }).getByRole('listitem').allInnerTexts()).toEqual([
      'Line 1: taken without what numbers or marks the line.', 'Line 2: taken without the quotes.',
    ]);
    await open('words.json', '{"inward-hidden-words": 2, "words": []}');
    await page.getByText('These words were exported by a newer version of inward.').waitFor();
    expect(await listed(page)).toEqual(['wow!', 'lute']);
    await close();
  });

  it('leaves alone what is excepted, and whom', async () => {
    const { page, close } = await settings();
    await page.getByText('Exceptions, and how closely to look').click();
    await page.getByRole('textbox', { name: 'Never hide this word' }).fill('pineapple juice');
    await page.getByRole('button', { name: 'Add exception' }).click();
    await page.getByRole('button', { name: 'Remove the exception pineapple juice' }).waitFor();
    await page.getByRole('textbox', { name: 'Try it' }).fill('pineapple juice');
    await page.getByText('This would not be hidden.').waitFor();
    await page.getByRole('switch', { name: 'Look for words in what Unknown 4417 writes' }).click();
    const stranger = await stage.open('stranger', '&with=ada');
    await stranger.page.getByRole('button', { name: 'Hidden word', exact: true }).click();
    await section(page, 'Requests').click();
    await page.getByRole('button', { name: /^Unknown 4417/ }).click();
    await page.locator('.bubble', { hasText: 'Do you like pineapple on pizza?' }).waitFor();
    await stranger.context.close();
    await close();
  });

  it('tells i and ı apart where the person says so, at once and in another tab', async () => {
    const { page, context } = await stage.open('ada');
    await section(page, 'Settings').click();
    await addWord(page, 'kır');
    const field = page.getByRole('textbox', { name: 'Try it' });
    await field.fill('bir kir');
    await page.getByText('This would go to Hidden.').waitFor();
    await page.getByText('Exceptions, and how closely to look').click();
    await page.getByLabel('In your words, i and ı').selectOption({ label: 'are two letters, as in Turkish' });
    await page.getByText('This would not be hidden.').waitFor();
    await addWord(page, 'kir');
    await expect.poll(() => page.getByRole('list', { name: 'Why' }).getByRole('listitem').allInnerTexts()).toEqual(['kir is your word kir.']);
    const other = await context.newPage();
    await other.goto(`${stage.server.origin}/?as=ada`);
    await section(other, 'Settings').click();
    await other.getByText('Exceptions, and how closely to look').click();
    await expect.poll(() => other.getByLabel('In your words, i and ı').inputValue()).toBe('tr');
    await other.getByLabel('In your words, i and ı').selectOption({ label: 'are one letter (as usual)' });
    await expect.poll(() => page.getByLabel('In your words, i and ı').inputValue()).toBe('und');
    await field.fill('o kir');
    await expect.poll(() => page.getByRole('list', { name: 'Why' }).getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(/^kir is your word kır: /u)]);
    await context.close();
  });

  it('shows a ready-made list after a yes only, and takes out what the person presses', async () => {
    const { page, close } = await settings();
    await page.getByText('Ready-made lists of rude words').click();
    // The shortest list, and the one that offends fewest.
    const list = page.getByRole('switch', { name: 'Klingon' });
    expect(await list.isChecked()).toBe(false);
    await list.click();
    const show = page.getByRole('button', { name: 'Show the words of the Klingon list' });
    await show.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Better not');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('show-tlh');
    expect(await page.locator('.list-word').count()).toBe(0);
    await show.press('Enter');
    await page.getByRole('button', { name: 'Show them' }).press('Enter');
    await expect.poll(() => page.locator('.list-word').count()).toBe(3);
    const word = await page.locator('.list-word .grow').first().innerText();
    await page.getByRole('textbox', { name: 'Try it' }).fill(`so ${word} it is`);
    await page.getByText('This would go to Hidden.').waitFor();
    expect(await page.getByRole('list', { name: 'Why' }).getByRole('listitem').innerText()).toContain('is a word of the Klingon list.');
    await page.locator('.list-word button').first().click();
    await page.getByText('On, without 1 word that you took out.').waitFor();
    await page.getByText('This would not be hidden.').waitFor();
    await page.locator('.list-word button').first().click();
    await page.getByText('This would go to Hidden.').waitFor();
    await page.getByRole('button', { name: 'Cover them again' }).click();
    expect(await page.locator('.list-word').count()).toBe(0);
    await list.click();
    await page.getByText('This would not be hidden.').waitFor();
    expect(await page.locator('#count-other').innerText()).toMatch(/^[–0]$/);
    await close();
  });

  it('fits a phone with everything open, each control with a name and each text plain to see, turned round too', async () => {
    const { page, close } = await settings();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByText('Add many at once').click();
    await page.getByRole('textbox', { name: /One a line/ }).fill('teapot\npineapple\n\u0628\u0631\u0642\u0648\u0642\na rather long phrase of many words that somebody would rather not read');
    await page.getByRole('button', { name: 'Add all' }).click();
    await page.getByText('3 words added, 1 left out.').waitFor();
    for (const summary of ['Save to a file, or open one', 'Ready-made lists of rude words', 'Exceptions, and how closely to look']) await page.getByText(summary).click();
    await page.getByRole('button', { name: 'Options of teapot' }).click();
    await page.getByRole('switch', { name: 'Klingon' }).click();
    await page.getByRole('button', { name: 'Show the words of the Klingon list' }).click();
    await page.getByRole('textbox', { name: 'Try it' }).fill('some t34p0t');
    await page.getByText('This would go to Hidden.').waitFor();
    for (const direction of ['ltr', 'rtl']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { read, faint } = await page.evaluate(faintTexts);
        expect(read).toBeGreaterThan(80);
        expect(faint, colorScheme).toEqual([]);
      }
      const facts = await page.evaluate(() => ({
        over: [...document.querySelectorAll('.app *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1).length,
        nameless: [...document.querySelectorAll<HTMLInputElement>('button, input, select, textarea, a')].filter((one) => (
          (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === '' && (one.labels?.length ?? 0) === 0)).length,
        doubleIds: [...document.querySelectorAll('[id]')].filter((one, n, all) => all.findIndex((other) => other.id === one.id) !== n).length,
      }));
      expect(facts, direction).toEqual({ over: 0, nameless: 0, doubleIds: 0 });
      await page.getByRole('button', { name: /^Turn the page round/ }).click();
    }
    await close();
  });

  it('sends no word of the list anywhere', async () => {
    const { page, close } = await settings();
    await addWord(page, 'zebrafinch-77aa');
    await page.getByText('Add many at once').click();
    await page.getByRole('textbox', { name: /One a line/ }).fill('kingfisher-77aa\nwagtail-77aa');
    await page.getByRole('button', { name: 'Add all' }).click();
    await page.getByText('2 words added.').waitFor();
    // Not four letters alone: ids of 32 hexadecimal digits hold any four now and then.
    for (const bird of ['zebrafinch-77', 'kingfisher-77', 'wagtail-77']) expect(stage.arrived().includes(bird)).toBe(false);
    expect(stage.arrived().length).toBeGreaterThan(1_000);
    expect(await stage.problems()).toEqual([]);
    await close();
  });
});
