import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readChainCorpus } from '../../models/chain/corpus-files.ts';
import { makeVariant } from '../../models/chain/variants.ts';
import { toZawgyi } from '../../models/scam/zawgyi.ts';
import { NOW } from '../fixtures/chain.ts';
import { describeEngines, type Engine, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** Chain messages in the shipped package, through the public API, with the encrypted store. Letters are of the authored corpus. */
let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

const letters = readChainCorpus().letters.filter(({ lang, text }) => lang === 'my' && text.length >= 200);
const [first, other] = letters;
if (!first || !other) throw new Error('The corpus has no long letters in Burmese.');
const CANARY = 'မဒဂစကနရ';
/** Given to the store on purpose, as the other must not be. */
const CONTROL = 'ကနဂမဒရစ';
const LETTER = `${CANARY} ${first.text}`;
/** As it is written, as an old phone writes it, and with a word before it and faces in it. */
const COPIES = [LETTER, toZawgyi(LETTER), makeVariant('emoji', { ...first, text: LETTER }, letters) ?? LETTER];

interface Step { readonly conversation: string; readonly text: string; readonly hops?: number; readonly forget?: boolean; readonly off?: boolean }
interface Seen { readonly said: readonly (readonly string[])[]; readonly files: readonly string[]; readonly chainKeys: number; readonly plain: string }

/** A start of the app in a page of its own over a store of that name, and what is said of each message. */
async function start(engine: Engine, assets: string, name: string, steps: readonly Step[]): Promise<Seen> {
  const page = await engine.open(`${server.origin}/`);
  const seen = await inPage(page, assets, name, steps);
  await page.close();
  return seen;
}

const inPage = (page: Page, assets: string, named: string, steps: readonly Step[]): Promise<Seen> => page.run(async (base, storeName, list, at, control) => {
  const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
  const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
  const usual = defaultSettings();
  const settings = { ...usual, scam: { enabled: false }, contact: { enabled: false } };
  const logged: string[] = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) console[level] = (...all: unknown[]) => { logged.push(all.map(String).join(' ')); };
  // What lies in IndexedDB is encrypted: texts are looked for in what the store is given.
  const inner = createIndexedDbStore({ name: storeName });
  const given: string[] = [];
  const store: typeof inner = { ...inner, put: (key, bytes) => {
    given.push(key, new TextDecoder().decode(bytes), new TextDecoder('utf-16le').decode(bytes));
    return inner.put(key, bytes);
  } };
  await store.put('control', new TextEncoder().encode(control));
  const safety = await createSafety({ assets: base, settings, store, now: () => at });
  const said: string[][] = [];
  for (const { conversation, text, hops, forget, off } of list) {
    if (forget) await safety.forget({ conversation });
    else if (off) await safety.applySettings({ ...settings, chain: { enabled: false } });
    else {
      const message = { id: `m-${conversation}`, conversationId: conversation, kind: 'text', text, sentAt: at, direction: 'incoming', ...hops === undefined ? {} : { forwardHops: hops } } as const;
      const { notices, degraded } = await safety.screenMessage(message, { relationship: 'stranger', me: { ageBand: 'adult' } });
      said.push([...notices.map(({ kind, level, reasons, actions }) => `${kind} ${level} ${reasons.join(',')} ${actions[0] ?? ''}`), ...degraded.map(({ check, code }) => `${check}: ${code}`)]);
    }
  }
  const files = safety.about().assets.map(({ name }) => name).filter((name) => /chain|sketch/u.test(name));
  const chainKeys = (await store.keys()).filter((key) => key.startsWith('chain/')).length;
  await safety.dispose();
  // Everything that this origin holds and says, as text.
  const parts: string[] = [...given, ...logged, JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.title, location.href, performance.getEntriesByType('resource').map(({ name }) => name).join(' ')];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => { resolve(request.result); };
      request.onerror = () => { reject(new Error('closed')); };
    });
    for (const table of db.objectStoreNames) {
      const all = await new Promise<readonly unknown[]>((resolve) => {
        const from = db.transaction(table).objectStore(table);
        const keys = from.getAllKeys();
        const values = from.getAll();
        values.onsuccess = () => { resolve([...keys.result, ...values.result as unknown[]]); };
      });
      const flat = (value: unknown): string => (value instanceof Uint8Array || value instanceof ArrayBuffer ? new TextDecoder().decode(value)
        : typeof value === 'object' && value !== null ? Object.values(value).map(flat).join(' ') : String(value));
      parts.push(...all.map(flat));
    }
    db.close();
  }
  return { said, files, chainKeys, plain: parts.join('\n') };
}, assets, named, steps, NOW, CONTROL);

const bring = (from: number, to: number): readonly Step[] => COPIES.slice(from, to).map((text, n) => ({ conversation: `c${from + n}`, text }));
const MASS = 'chain tip several-copies,mass-message check-first';

describeEngines('chain messages', (engine) => {
  afterEach(() => engine.closePages());

  it.each([['header', '/exact/', 'worker-chain.js'], ['frame', '/none/', 'worker-chain.classic.js']] as const)('in the %s form: a letter in Unicode, in Zawgyi and with emoji from three sides, the last in another start', async (form, assets, file) => {
    const run = (steps: readonly Step[]): Promise<Seen> => start(engine, assets, `chain-${form}`, steps);
    const before = await run([{ conversation: 'x', text: 'hello' }]);
    expect(before).toMatchObject({ said: [[]], files: [], chainKeys: 0 });
    const two = await run(bring(0, 2));
    expect(two).toMatchObject({ said: [[], []], chainKeys: 3 });
    expect(two.files).toContain(file);
    const third = await run([...bring(2, 3), { conversation: 'late', text: COPIES[0] ?? '' }]);
    // One tip a week.
    expect(third).toMatchObject({ said: [[MASS], []], chainKeys: 5 });
    for (const { plain } of [two, third]) {
      expect(plain).not.toContain(CANARY);
      expect(plain).not.toContain(toZawgyi(CANARY));
      expect(plain).toContain(CONTROL);
      expect(plain).toContain('chain/');
    }
  });

  it('forgets a conversation\'s in a start that saw none of them, and all when it is switched off', async () => {
    const run = (steps: readonly Step[]): Promise<Seen> => start(engine, '/exact/', 'chain-forget', steps);
    await run(bring(0, 2));
    expect(await run([{ conversation: 'c0', text: '', forget: true }])).toMatchObject({ chainKeys: 2 });
    expect(await run(bring(2, 3))).toMatchObject({ said: [[]], chainKeys: 3 });
    expect(await run([{ conversation: 'x', text: '', off: true }, { conversation: 'y', text: LETTER }])).toMatchObject({ said: [[]], chainKeys: 0, files: [] });
  });

  it('tells of five hops without the worker', async () => {
    expect(await start(engine, '/exact/', 'chain-hops', [{ conversation: 'a', text: other.text.slice(0, 20), hops: 5 }])).toMatchObject({ said: [['chain tip passed-on-often,mass-message check-first']], files: [], chainKeys: 0 });
  });
});
