import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Message } from '../../src/contract/message.ts';
import { bundlePage, describeEngines, serveStatic, type Page, type StaticServer } from './harness/index.ts';

/** Two real tabs over one encrypted store. */
let server: StaticServer;
beforeAll(async () => {
  const folder = new URL('./pages/', import.meta.url);
  const script = (name: string): Promise<string> => bundlePage(fileURLToPath(new URL(name, folder)));
  server = await serveStatic({ routes: {
    '/': '<!doctype html><title>tab</title><script type="module" src="/tab.js"></script><script type="module" src="/raw.js"></script>',
    '/tab.js': { body: await script('tabs-page.ts') }, '/raw.js': { body: await script('store-page.ts') },
  } });
});
afterAll(() => server.close());

function texts(n: number, text: string): readonly Message[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `m${i}`, conversationId: 'canary-peer', kind: 'text', text, sentAt: 0, direction: 'incoming',
  }));
}

describeEngines('two tabs', (engine) => {
  let a: Page;
  let b: Page;
  let db = '';
  let count = 0;

  beforeEach(async () => {
    db = `tabs${count++}`;
    [a, b] = [await engine.open(`${server.origin}/`), await engine.open(`${server.origin}/`)];
    await Promise.all([a, b].map((page) => page.run((name) => window.tab.open(name), db)));
  });
  afterEach(() => engine.closePages());

  const told = (page: Page, messages: readonly Message[]): Promise<readonly string[]> =>
    page.run((list) => window.tab.told(list), messages);
  /** News between tabs take a moment; waits for what must become true. */
  const until = async (page: Page, holds: () => boolean): Promise<boolean> => {
    for (let n = 0; n < 200 && !await page.run(holds); n++) await new Promise((resolve) => setTimeout(resolve, 20));
    return page.run(holds);
  };

  it('show one notice between them when both screen the same conversation', async () => {
    const messages = texts(8, 'TIP');
    const [fromA, fromB] = await Promise.all([told(a, messages), told(b, [...messages].reverse())]);
    const ids = new Set([...fromA, ...fromB]);
    expect(ids.size).toBe(1);
    expect(await told(a, messages)).toEqual([...ids]);
    expect(await told(b, messages)).toEqual([...ids]);
  });

  it('share settings: what is changed in one is in force in the other', async () => {
    await a.run(async () => { await window.tab.safety.hiddenWords.add(['canary']); });
    expect(await until(b, () => window.tab.safety.settings.hiddenWords.words.length === 1)).toBe(true);
    const seen = await b.run(async () => ({
      delivery: (await window.tab.safety.screenMessage(window.tab.message('a canary'), { relationship: 'contact' })).delivery,
      events: window.tab.events,
    }));
    expect(seen).toEqual({ delivery: 'hidden', events: ['settings'] });
    // A third tab, opened later, starts with them.
    const c = await engine.open(`${server.origin}/`);
    await c.run((name) => window.tab.open(name), db);
    expect(await c.run(() => window.tab.safety.settings.hiddenWords.words)).toEqual([{ text: 'canary' }]);
  });

  it('add words at the same time and keep them all', async () => {
    const add = (page: Page, mark: string): Promise<void> => page.run(async (tag) => {
      await Promise.all([0, 1, 2, 3].map((n) => window.tab.safety.hiddenWords.add([`${tag}${n}`])));
    }, mark);
    await Promise.all([add(a, 'a'), add(b, 'b')]);
    for (const page of [a, b]) expect(await until(page, () => window.tab.safety.settings.hiddenWords.words.length === 8)).toBe(true);
  });

  it('forget together and leave nothing, keys included', async () => {
    const messages = texts(3, 'STRONG');
    await told(a, messages);
    await told(b, messages);
    await a.run(async () => { await window.tab.safety.hiddenWords.add(['canary']); });
    expect(await b.run(() => window.tab.held())).toBe(1);
    await a.run(async () => { await window.tab.safety.forget({ conversation: 'canary-peer' }); });
    expect(await until(b, () => window.tab.held() === 0)).toBe(true);
    await a.run(async () => { await window.tab.safety.forget({ everything: true }); });
    expect(await until(b, () => window.tab.safety.settings.hiddenWords.words.length === 0)).toBe(true);
    expect(await a.run((name) => window.tools.dump(name), db)).toEqual({});
    expect(await told(b, messages)).toHaveLength(1);
  });

  it('tell each other what kind of thing changed, and no more', async () => {
    await told(a, texts(2, 'TIP canary'));
    await a.run(async () => {
      await window.tab.safety.hiddenWords.add(['canary']);
      await window.tab.safety.answerNotice({ conversationId: 'canary-peer', noticeId: 'canary', answer: 'trusted' });
    });
    expect(await until(b, () => window.tab.heard.length >= 3)).toBe(true);
    const heard = await b.run(() => window.tab.heard);
    expect(new Set(heard)).toEqual(new Set(['conversation', 'settings', 'forgotten']));
    const dump = JSON.stringify(await a.run((name) => window.tools.dump(name), db));
    expect(dump.length).toBeGreaterThan(200);
    for (const needle of ['canary', Buffer.from('canary').toString('hex'), Buffer.from('canary', 'utf16le').toString('hex')]) {
      expect(dump).not.toContain(needle);
    }
  });

  it('go on without a record that was tampered with, and say so', async () => {
    const messages = texts(1, 'TIP');
    const [id] = await told(a, messages);
    await a.run(async (name) => {
      // All of them: which one is the conversation's, their keys do not tell.
      const entries = Object.keys(await window.tools.dump(name)).filter((key) => key.startsWith('records/'));
      for (const entry of entries) await window.tools.tamper(name, 'records', entry.slice(8), new Uint8Array(60));
    }, db);
    const c = await engine.open(`${server.origin}/`);
    await c.run((name) => window.tab.open(name), db);
    expect(await told(c, texts(1, 'hello'))).toEqual(['state:record-refused']);
    expect((await told(c, messages)).filter((entry) => entry === id)).toHaveLength(1);
    expect(await told(c, texts(1, 'hello'))).toEqual([]);
  });
});
