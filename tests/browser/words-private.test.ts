import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bundlePage, describeEngines, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** A person's words are private: nothing of them stands readable in the store, in an error or in the console. */
let server: StaticServer;
beforeAll(async () => {
  const tools = await bundlePage(fileURLToPath(new URL('./pages/store-page.ts', import.meta.url)));
  server = await servePackage({ replace: { '/tools.js': { body: tools } } });
});
afterAll(() => server.close());

const CANARIES = ['canarybird', 'canarynote', 'canaryallowed', 'canaryfriend'];

describeEngines('words in the store', (engine) => {
  afterEach(() => engine.closePages());

  it.each([['short', 3], ['long', 1_200]])('of a %s list are sealed, and come back', async (_name, length) => {
    const page = await engine.open(`${server.origin}/`);
    const seen = await page.run(async (size, canaries) => {
      await import('/tools.js' as string);
      const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
      const [word = '', note = '', allowed = '', friend = ''] = canaries;
      const said: string[] = [];
      for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
        console[name] = (...parts: unknown[]) => { said.push(parts.map(String).join(' ')); };
      }
      const db = `words-${size}`;
      const open = (): ReturnType<typeof createSafety> => createSafety({ assets: '/exact/', store: createIndexedDbStore({ name: db }), now: () => 5 });
      const fillers = Array.from({ length: size }, (_unused, n) => ({ text: `filler ${n}` }));
      const safety = await open();
      const base = defaultSettings();
      await safety.applySettings({ ...base, hiddenWords: { ...base.hiddenWords, words: fillers, allow: [allowed], exempt: [friend] } });
      await safety.hiddenWords.add([{ text: word, action: 'cover', note }]);
      const failures = await Promise.all([
        safety.hiddenWords.importJson(`{ "words": ["${word}"] `), safety.hiddenWords.importJson(`{ "inward-hidden-words": 7, "words": ["${word}"] }`),
        safety.hiddenWords.add([{ text: word, action: note } as never]), safety.hiddenWords.revealList(word),
      ].map((call) => call.then(() => 'no failure', (error: unknown) => `${String(error)} ${(error as Error).stack ?? ''}`)));
      await safety.dispose();
      const dump = JSON.stringify(await window.tools.dump(db));
      const again = await open();
      const kept = again.settings.hiddenWords.words.at(-1);
      const verdict = await again.screenMessage(
        { id: 'm', conversationId: 'c', kind: 'text', text: `a ${word}`, sentAt: 0, direction: 'incoming' }, { relationship: 'contact' });
      await again.dispose();
      return { dump, failures, said: said.join('\n'), kept, entry: verdict.hits[0]?.entry, notify: verdict.notify };
    }, length, CANARIES);
    const [word, note] = CANARIES;
    expect(seen.kept).toEqual({ text: word, action: 'cover', note });
    expect(seen).toMatchObject({ entry: length, notify: 'silent' });
    expect(seen.dump.length).toBeGreaterThan(100);
    expect(seen.failures).not.toContain('no failure');
    const readable = (text: string): readonly string[] => CANARIES.flatMap((canary) => [
      canary, Buffer.from(canary, 'utf8').toString('hex'), Buffer.from(canary, 'utf16le').toString('hex'), Buffer.from(canary).toString('base64').slice(0, 8),
    ]).filter((needle) => text.includes(needle));
    expect(readable(JSON.stringify({ here: Buffer.from(CANARIES[0] ?? '').toString('hex') }))).toHaveLength(1);
    expect([seen.dump, seen.failures.join('\n'), seen.said].flatMap(readable)).toEqual([]);
  });
});
