import { afterAll, beforeAll, expect, it } from 'vitest';
import { bubbleWith, choose, press, textOf, textsOf, type } from './demo-hands.ts';
import { startDemoSite, type DemoSite } from './demo-stage.ts';
import { describeEngines, type Page } from './harness/index.ts';

// Hidden words in the playground, in every engine; demo-words.test.ts goes further in Chromium. Words are neutral stand-ins.
let site: DemoSite;
beforeAll(async () => { site = await startDemoSite(); });
afterAll(() => site.server.close());

const WORDS = '[aria-label="Your hidden words"] .word';
const WHY = '[aria-label="Why"] li';

interface SavedWindow { saved: { readonly name: string; readonly text: Promise<string> }[] }

/** Files are taken before the browser asks where to put them. */
function takeFiles(page: Page): Promise<void> {
  return page.run(() => {
    const saved: SavedWindow['saved'] = (window as unknown as SavedWindow).saved = [];
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = (blob: Blob) => {
      const address = `blob:${blobs.size}`;
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: blobs.get(this.href)?.text() ?? Promise.resolve('') });
    };
  });
}

async function savedBy(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  await press(page, button);
  return page.run(async () => {
    const { saved } = window as unknown as SavedWindow;
    for (let at = 0; at < 400 && saved.length === 0; at++) await new Promise((resolve) => setTimeout(resolve, 25));
    const { name = '', text = Promise.resolve('') } = saved.shift() ?? {};
    return { name, text: await text };
  });
}

function openFile(page: Page, name: string, text: string): Promise<void> {
  return page.run((title, content) => {
    const input = document.querySelector<HTMLInputElement>('#import-file');
    if (input === null) throw new Error('no field for files');
    const files = new DataTransfer();
    files.items.add(new File([content], title, { type: 'text/plain' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, name, text);
}

describeEngines('hidden words in the playground', (engine) => {
  it('takes words, says why a disguise matches and what was left out, and saves and opens files', async () => {
    const page = await engine.open(`${site.server.origin}/?as=ada`);
    expect(await textOf(page, '.seal-chip.good')).toBe('Sealed');
    await press(page, 'Settings');
    await takeFiles(page);
    await type(page, '#many-words', 'marzipan\nmarzipan\n\u200b\nplum, kır');
    await press(page, 'Add all');
    expect(await textOf(page, '.report .name')).toBe('3 words added, 2 left out.');
    const leftOut = ['Line 2: it is on the list already.', 'Line 3: it has no visible character.'];
    expect(await textsOf(page, '.report li', leftOut)).toEqual(leftOut);
    const listed = ['kır', 'plum', 'marzipan', 'spoiler', 'pineapple'];
    expect(await textsOf(page, WORDS, listed)).toEqual(listed);

    for (const [text, reason] of [
      ['some marzipan', 'marzipan is your word marzipan.'],
      ['some m4rz1pan', 'm4rz1pan is your word marzipan: digits or signs for letters.'],
      ['some m-a-r-z-i-p-a-n', 'm-a-r-z-i-p-a-n is your word marzipan: something between the letters.'],
      ['some marzzzzipan', 'marzzzzipan is your word marzipan: stretched letters.'],
      ['some mаrziраn', 'mаrziраn is your word marzipan: letters that look alike.'],
      ['bir kir', 'kir is your word kır: letters in another style or with accents.'],
    ] as const) {
      await type(page, '#try-text', text);
      expect(await textsOf(page, WHY, [reason])).toEqual([reason]);
    }
    await choose(page, '#locale', 'are two letters, as in Turkish');
    expect(await textsOf(page, WHY, [])).toEqual([]);

    const json = await savedBy(page, 'Save with all options');
    expect(JSON.parse(json.text)).toMatchObject({ 'inward-hidden-words': 1, words: [{ text: 'pineapple' }, { text: 'spoiler', match: 'prefix' }, { text: 'marzipan' }, { text: 'plum' }, { text: 'kır' }] });
    const text = await savedBy(page, 'Save as plain text');
    expect([json.name.endsWith('.json'), text.name.endsWith('.txt'), text.text.trim().split('\n')]).toEqual([true, true, ['pineapple', 'spoiler', 'marzipan', 'plum', 'kır']]);
    await press(page, 'Remove plum');
    expect(await textsOf(page, WORDS, listed.filter((word) => word !== 'plum'))).not.toContain('plum');
    await choose(page, '#import-mode', 'take their place');
    await openFile(page, 'words.json', json.text);
    expect(await textsOf(page, WORDS, listed)).toEqual(listed);
    await page.close();
  });

  it('keeps a hidden message until it is shown, moved to its chat or deleted', async () => {
    const ada = await engine.open(`${site.server.origin}/?as=ada`);
    expect(await textOf(ada, '.seal-chip.good')).toBe('Sealed');
    const ben = await engine.open(`${site.server.origin}/?as=ben&with=ada`);
    expect(await textOf(ben, '.seal-chip.good')).toBe('Sealed');
    await press(ben, 'Sample messages');
    for (let sent = 1; sent <= 2; sent++) {
      await press(ben, 'Hidden word');
      const wait = Array.from({ length: sent }, () => 'Shall I bring pineapple?');
      expect(await textsOf(ben, '.bubble.mine .text', wait)).toEqual(wait);
    }
    await press(ada, 'Hidden');
    expect(await textsOf(ada, '.hidden-row .name', ['Ben', 'Ben'])).toEqual(['Ben', 'Ben']);
    expect(await ada.run(() => document.body.textContent.includes('Shall I bring'))).toBe(false);
    await press(ada, 'Show message');
    expect(await textsOf(ada, '.hidden-row mark', ['pineapple'])).toEqual(['pineapple']);
    await press(ada, 'Move this message of Ben to the chat');
    expect(await textsOf(ada, '.hidden-row .name', ['Ben'])).toEqual(['Ben']);
    await press(ada, 'Delete this message of Ben');
    await press(ada, 'Keep');
    expect(await textsOf(ada, '.question', [])).toEqual([]);
    await press(ada, 'Delete this message of Ben');
    await press(ada, 'Delete for good');
    expect(await textsOf(ada, '.hidden-row', [])).toEqual([]);
    await press(ada, 'Chats');
    await press(ada, 'Ben');
    expect(await bubbleWith(ada, 'Shall I bring pineapple?')).toBe(true);
    expect(await textsOf(ada, '.bubble .text', ['Shall I bring pineapple?'])).toEqual(['Shall I bring pineapple?']);
    await Promise.all([ada.close(), ben.close()]);
  });
});
