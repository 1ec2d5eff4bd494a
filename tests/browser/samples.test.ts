import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Verdict } from '../../src/contract/verdict.ts';
import { SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { describeEngines, serveStatic, type Page, type StaticServer } from './harness/index.ts';

/** The examples of README and docs/hidden-words.md, as they are printed, in a page over the sealed worker. */
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const blocks = (path: string, language: string): readonly string[] => (
  [...read(path).matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gsu'))].map((match) => (match[1] as string).replace(/^import .*\n/gmu, '')));

const [FIRST = '', PICTURE = '', HIDE = '', RULES = '', NOTIFY = '', GROUP = '', ...MORE] = blocks('README.md', 'ts');
const DOCS = blocks('docs/hidden-words.md', 'js').filter((code) => code.includes('createSafety'));

let server: StaticServer;
beforeAll(async () => {
  const dist = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
  server = await serveStatic({
    roots: { '/dist/': dist(''), '/inward/1.0.0/': dist('assets') },
    routes: { '/': '<!doctype html><meta charset="utf-8"><title>host</title>' },
    headers: (path) => (/\/worker(-notices)?\.js$/u.test(path) ? { 'content-security-policy': SEAL_HEADER_VALUE } : undefined),
  });
});
afterAll(() => server.close());

/** What the code leaves in `out`, with what a host has of its own around it. */
function run<T>(page: Page, code: string): Promise<T> {
  return page.run(async (body) => {
    const inward = await import('/dist/index.js' as string) as typeof import('../../src/index.ts');
    const out: unknown[] = [];
    const host = {
      ...inward, out, console: { log: (...values: unknown[]) => { out.push(values); } }, contacts: new Set(['ada']), sender: 'ben', name: 'Ada',
      registration: { showNotification: (title: string, options: object) => { out.push({ title, ...options }); } },
      putInHiddenFolder: () => { out.push('hidden'); }, showIn: (place: string) => { out.push(place); },
      message: { id: 'm9', conversationId: 'c9', kind: 'text', text: 'a lute', sentAt: Date.now(), direction: 'incoming' },
      context: { relationship: 'contact' },
    };
    const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: readonly string[]) => (...values: unknown[]) => Promise<void>;
    await new AsyncFunction(...Object.keys(host), body)(...Object.values(host));
    return out;
  }, code) as Promise<T>;
}

describeEngines('printed examples', (engine) => {
  afterEach(() => engine.closePages());

  it('of README do what it says of them', async () => {
    const page = await engine.open(`${server.origin}/`);
    const [shown, verdict] = await run<[string, Verdict]>(page, `${FIRST}; out.push(verdict); await safety.dispose();`);
    expect([shown, verdict.delivery]).toEqual(['requests', 'requests']);
    expect(verdict.links).toMatchObject([{ inert: true }]);
    expect(verdict.notices[0]?.reasons.length).toBeGreaterThan(0);

    const [media] = await run<readonly unknown[]>(page, `const safety = await createSafety({ assets: '/inward/1.0.0/' }); ${PICTURE.replaceAll(' as const', '')}; out.push(covered.media); await safety.dispose();`);
    expect(media).toEqual([{ id: 'p1', state: 'covered', why: ['request'] }]);

    expect(MORE).toEqual([]);
    const seen = await run<readonly unknown[]>(page, `${HIDE}; { ${RULES} } { ${NOTIFY} } { ${GROUP} }
      out.push(rejected, JSON.parse(localStorage.getItem('safety')).hiddenWords.words, safety.settings.hiddenWords);
      const peer = async (text, senderId) => (await safety.screenMessage({ ...message, id: text + senderId, text, senderId }, context)).delivery;
      out.push([await peer('my football', 'a'), await peer('a tuba', 'a'), await peer('the tuba concert', 'a'), await peer('a tuba', 'user-7')]);
      await safety.dispose();`);
    expect(seen).toEqual([
      { title: 'Ada', body: 'a lute' }, [], [{ text: 'spoiler' }, { text: 'foot', match: 'prefix' }],
      expect.objectContaining({ allow: ['tuba concert'], exempt: ['user-7'], locale: 'tr', words: [
        { text: 'spoiler' }, { text: 'foot', match: 'prefix' }, { text: 'tuba' }, { text: 'finale', until: expect.any(Number) as number },
        { text: 'lute', where: 'requests', action: 'cover' },
      ] }),
      ['hidden', 'hidden', 'chats', 'chats'],
    ]);
  });

  it('of docs/hidden-words.md print what stands behind them', async () => {
    const page = await engine.open(`${server.origin}/`);
    expect(DOCS).toHaveLength(3);
    for (const code of DOCS) {
      const said = code.split('\n').flatMap((line) => (line.startsWith('console.log(') ? [line.slice(line.lastIndexOf(' // ') + 4)] : []));
      const printed = await run<readonly (readonly unknown[])[]>(page, `{ ${code.replace('createSafety({', "createSafety({ assets: '/inward/1.0.0/',")} }`);
      expect(printed.map((values) => format(...values))).toEqual(said);
    }
  });
});
