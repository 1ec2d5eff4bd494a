import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import { describeEngines, type StaticServer } from '../browser/harness/index.ts';
import { servePackage } from '../browser/package-server.ts';

let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

/** The files that are published, at work: after the start, 1,000 messages, changed settings and answers ask for nothing but files of the package. */
describeEngines('attack: the shipped worker at work', (engine) => {
  it.each([['/exact/', 'header'], ['/none/', 'frame']])('makes no request while it screens (%s, %s form)', async (assets, form) => {
    const page = await engine.open(`${server.origin}/`);
    const started = await page.run(async (folder) => {
      const url = '/dist/index.js';
      const { createSafety, defaultSettings } = await import(url) as typeof Inward;
      const settings = { ...defaultSettings(), hiddenWords: { enabled: true, words: [{ text: 'plover' }], lists: [], allow: [] } };
      const safety = await createSafety({ assets: folder, settings });
      (globalThis as unknown as { safety: Inward.Safety }).safety = safety;
      return safety.seal;
    }, assets);
    expect(started).toBe(form);
    server.clear();
    const seen = await page.run(async () => {
      const { safety } = globalThis as unknown as { safety: Inward.Safety };
      const texts = ['a plover https://leak.example/?q=1', 'your parcel fee is due at http://127.0.0.1/leak', 'fetch("/leak")', '<img src=/leak>', '\u202e@import url(/leak)'];
      let degraded = 0;
      let hidden = 0;
      for (let index = 0; index < 1_000; index += 1) {
        const verdict = await safety.screenMessage({
          id: `m${index}`, conversationId: `c${index % 9}`, kind: 'text', text: `${texts[index % texts.length]} ${index}`, sentAt: index, direction: 'incoming',
          attachments: [{ id: 'a', kind: 'image', fileName: '/leak.png' }],
        }, { relationship: index % 2 === 0 ? 'stranger' : 'contact', me: { ageBand: 'adult' } });
        degraded += verdict.degraded.length;
        hidden += verdict.delivery === 'hidden' ? 1 : 0;
      }
      await safety.hiddenWords.add(['heron']);
      await safety.hiddenWords.test('a heron');
      await safety.answerNotice({ conversationId: 'c1', noticeId: 'n', answer: 'dismissed' });
      await safety.forget({ everything: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await safety.dispose();
      return { degraded, hidden };
    });
    expect(seen).toEqual({ degraded: 0, hidden: 200 });
    // What asks who writes with the first message of a new thread; the worker for notices with the first message that is remembered (once for its header, once by the browser; the frame form once), the table that tells hosts apart, once, after the first link of all; and the page's part for what a list editor calls, loaded with its
    // first call: files of the package by their bare names.
    expect(server.log.map((entry) => `${entry.method} ${entry.path}`)).toEqual(['GET /dist/ask-contact.js', ...[...form === 'header' ? ['worker-notices.js', 'worker-notices.js'] : ['worker-notices.classic.js'], 'suffixes.bin'].map((name) => `GET ${assets}${name}`), 'GET /dist/word-lines.js']);
    await page.close();
  });
});
