import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeRecipientKey, openReport, type PrivateRecipientKey, type RecipientKey, type Report } from '../../src/report/index.ts';
import { CHAIN_LETTER } from '../fixtures/chain.ts';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { NOW, serveReportChat } from './report-chat-stage.ts';

/**
 * A thousand strangers write long messages, each with one word in it. All are screened, so that near-copies are looked for; every fortieth chat is reported with
 * `safety.report`, to moderators and a partner. The word stands in what those two open, and nowhere else: not in what the store is given, not in the database, not in
 * what goes over the network. A second word is put into each of these places on purpose, and has to be found there.
 */
const [CHATS, EVERY, CANARY, CONTROL] = [1_000, 40, 'canarybird', 'controlbird'];
const REPORTS = CHATS / EVERY;

let server: StaticServer;
let moderator: PrivateRecipientKey;
let partner: PrivateRecipientKey;
beforeAll(async () => {
  ({ server, moderator } = await serveReportChat({ '/control': { status: 204 } }));
  partner = await makeRecipientKey({ name: 'Local group', policy: 'agreement-1', notBefore: NOW - 1, notAfter: NOW + 1_000_000 });
});
afterAll(() => server.close());

interface Screened { readonly screened: number; readonly notices: number; readonly grouped: number; readonly unseen: number; readonly files: readonly string[]; readonly sketches: readonly number[] }
/** Places by name, each as text or as bytes in base64. */
interface Places { readonly text: Readonly<Record<string, readonly string[]>>; readonly bytes: Readonly<Record<string, readonly string[]>> }
interface Watched {
  readonly states: readonly string[];
  screen(from: number, to: number): Promise<void>;
  /** Opens reports of some, as far as the preview. */
  open(): Promise<Screened>;
  places(): Promise<Places>;
}

/** As it is, and in the forms in which text is usually put somewhere else. */
function formsOf(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word);
  const wide = Buffer.from(word, 'utf16le');
  // Wherever in threes of bytes it stands, what is in the middle of its base64 is the same.
  const base64 = ['', 'x', 'xx'].map((before) => Buffer.from(before + word).toString('base64').slice(4, 12));
  return [utf8, wide, Buffer.from(wide).swap16(), ...[utf8.toString('hex'), encodeURIComponent(word), ...base64].map((text) => Buffer.from(text))];
}
const has = (places: readonly Buffer[], word: string): boolean => formsOf(word).some((form) => places.some((bytes) => bytes.includes(form)));

describeEngines('what a thousand strangers wrote', (engine) => {
  it.runIf(engine.name === 'chromium')('is in what moderators and partner open, and in nothing else that is stored, sent or said', async () => {
    server.clear();
    const page = await engine.open(`${server.origin}/chat`);
    await page.run(async (keys: readonly RecipientKey[], now: number, [chats, every]: readonly number[], canary: string, control: string, letter: string) => {
      await import('/tools.js' as string);
      const { createSafety } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
      const base64 = (bytes: Uint8Array): string => {
        let text = '';
        for (const byte of bytes) text += String.fromCharCode(byte);
        return btoa(text);
      };
      const [names, given, said, asked]: string[][] = [[], [], [], []];
      for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) console[level] = (...parts: unknown[]) => { said?.push(parts.map(String).join(' ')); };
      // All ways out that a page has.
      const note = (...parts: unknown[]): void => { asked?.push(parts.map((part) => (part instanceof Uint8Array ? new TextDecoder('latin1').decode(part) : typeof part === 'string' || part instanceof URL ? String(part) : part instanceof Request ? part.url : JSON.stringify(part) ?? '')).join(' ')); };
      const watch = (owner: object, name: string): void => {
        const inner = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
        Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
          note(name, ...args);
          return inner.apply(this === undefined ? globalThis : this, args);
        });
      };
      watch(globalThis, 'fetch');
      watch(XMLHttpRequest.prototype, 'open');
      watch(XMLHttpRequest.prototype, 'send');
      watch(Navigator.prototype, 'sendBeacon');
      watch(WebSocket.prototype, 'send');
      watch(BroadcastChannel.prototype, 'postMessage');
      for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport'] as const) {
        const inner = Reflect.get(globalThis, name) as new (...args: unknown[]) => object;
        Reflect.set(globalThis, name, new Proxy(inner, { construct(target, args: unknown[]) {
          note(name, ...args);
          return new target(...args);
        } }));
      }
      // What lies in IndexedDB is encrypted: the word is looked for in what the store is given.
      const inner = createIndexedDbStore({ name: 'canary' });
      const store: typeof inner = { ...inner, put: (name, bytes) => {
        names?.push(name);
        given?.push(base64(bytes));
        return inner.put(name, bytes);
      } };
      const things = 'river bridge market school garden window candle pepper ladder basket mirror pillow hammer saddle kettle button ribbon cherry walnut barley'.split(' ');
      // Every fourth brings the same letter; the others have hardly two words in a row in common.
      const messages = Array.from({ length: chats ?? 0 }, (_unused, n) => ({
        id: `m-${n}`, conversationId: `c-${n}`, senderId: `s-${n}`, kind: 'text' as const, sentAt: now + n, direction: 'incoming' as const,
        text: `${canary} ${n % 4 === 0 ? letter : Array.from({ length: 20 }, (_each, at) => things[(n * 7 + at * (n % 19 + 1) + n % 5) % things.length]).join(' ')} ${n}`,
      }));
      let online = true;
      const verdicts = new Map<string, import('../../src/contract/verdict.ts').Verdict>();
      const safety = await createSafety({ assets: '/exact/', store, now: () => now + 100_000, reports: {
        load: () => import('/dist/report.js' as string), moderator: keys.slice(0, 1), partner: keys.slice(1),
        thread: ({ conversationId }) => ({ kind: 'direct', accounts: [conversationId.replace('c', 's')], messages: messages.filter((one) => one.conversationId === conversationId).map((message) => ({ message, notices: verdicts.get(message.id)?.notices ?? [] })) }),
        send: async (envelope, { to }) => {
          if (!online) throw new Error('offline');
          await fetch(`/reports?${to}`, { method: 'POST', body: base64(envelope) });
        },
      } });
      const hands: { readonly hand: import('../../src/contract/reporting.ts').ReportInHand; readonly preview: Report }[] = [];
      const screen = async (from: number, to: number): Promise<void> => {
        const some = messages.slice(from, to);
        const found = await safety.screenMessages(some.map((message) => ({ message, context: { relationship: 'stranger' as const, me: { ageBand: 'adult' as const } } })));
        some.forEach(({ id }, n) => { if (found[n]) verdicts.set(id, found[n]); });
      };
      const open = async (): Promise<Screened> => {
        for (const { conversationId, id } of messages.filter((_unused, n) => n % (every ?? 1) === 0)) {
          const hand = await safety.report({ conversationId, messageId: id });
          await hand.ready;
          hands.push({ hand, preview: hand.preview({ category: 'chain-message', note: `${canary} wrote it`, notices: hand.notices.map((notice) => notice.id) }) });
        }
        const all = [...verdicts.values()];
        return {
          screened: all.length, notices: all.flatMap(({ notices }) => notices).filter(({ kind }) => kind === 'chain').length, grouped: all.filter(({ groups }) => groups.some((group) => group.startsWith('copies-'))).length,
          unseen: all.flatMap(({ degraded }) => degraded.filter(({ check }) => check === 'chain')).length, files: safety.about().assets.map(({ name }) => name).filter((name) => /chain/u.test(name)),
          sketches: hands.map(({ preview }) => preview.duplicates?.sketches.length ?? 0),
        };
      };
      const states: string[] = [];
      document.querySelector('button')?.addEventListener('click', () => {
        const one = hands.shift();
        // The last one finds no network, and waits.
        online = hands.length > 0;
        one?.hand.send(one.preview, { partner: true }).then(({ state, missing }) => { states.push([state, ...missing].join()); }, (error: unknown) => { states.push(String(error)); });
      });
      const watched: Watched = { states, screen, open, async places() {
        const word = new TextEncoder().encode(control);
        await store.put(control, word);
        await window.tools.tamper('canary', 'records', 'raw', word);
        await fetch(`/control?${control}`, { method: 'POST', body: control });
        console.log(control);
        localStorage.setItem('control', control);
        const database = Object.entries(await window.tools.dump('canary'));
        return {
          text: {
            names: names ?? [], said: said ?? [], asked: asked ?? [], database: database.flat(), page: [JSON.stringify([
              { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, document.title, window.name, history.state, await caches.keys(), (await indexedDB.databases()).map(({ name }) => name),
              performance.getEntries().map(({ name }) => name), document.documentElement.outerHTML])],
          },
          bytes: { given: given ?? [] },
        };
      } };
      Object.assign(globalThis, { watched });
    }, [moderator.key, partner.key], NOW, [CHATS, EVERY], CANARY, CONTROL, CHAIN_LETTER);
    for (let from = 0; from < CHATS; from += 250) await page.run((at: number) => (globalThis as unknown as { watched: Watched }).watched.screen(at, at + 250), from);
    const screened = await page.run(() => (globalThis as unknown as { watched: Watched }).watched.open());
    // All that could put it somewhere ran.
    expect(screened).toMatchObject({ screened: CHATS, unseen: 0, files: ['worker-chain.js'], sketches: Array.from({ length: REPORTS }, () => 1) });
    expect(screened.notices).toBeGreaterThan(0);
    expect(screened.grouped).toBeGreaterThan(CHATS / 5);

    for (let sent = 1; sent <= REPORTS; sent++) {
      await page.press(50, 50);
      await page.run(async (wanted: number) => {
        const { watched } = globalThis as unknown as { watched: Watched };
        while (watched.states.length < wanted) await new Promise((resolve) => { setTimeout(resolve, 10); });
      }, sent);
    }
    const { states, places } = await page.run(async () => {
      const { watched } = globalThis as unknown as { watched: Watched };
      return { states: watched.states, places: await watched.places() };
    });
    expect(states).toEqual([...Array.from({ length: REPORTS - 1 }, () => 'sent'), 'waiting,Moderators,Local group']);

    const posts = server.log.filter(({ method, path }) => method === 'POST' && path === '/reports');
    expect(posts).toHaveLength((REPORTS - 1) * 2);
    const envelopes = posts.map(({ body }) => Buffer.from(body, 'base64'));
    const seen: Report[] = [];
    for (const [n, envelope] of envelopes.entries()) seen.push((await openReport(envelope, [n % 2 === 0 ? moderator : partner], new Set())).report);
    for (const report of seen) expect(report).toMatchObject({ note: `${CANARY} wrote it`, messages: [{ shown: 'whole', body: { text: expect.stringContaining(CANARY) as string } }], duplicates: { distinctSenders: 1 } });

    const everywhere: Readonly<Record<string, readonly Buffer[]>> = {
      ...Object.fromEntries(Object.entries(places.text).map(([name, all]) => [name, all.flatMap((text) => [Buffer.from(text), ...[...text.matchAll(/(?:[\da-f]{2}){8,}/gu)].map(([hex]) => Buffer.from(hex, 'hex'))])])),
      ...Object.fromEntries(Object.entries(places.bytes).map(([name, all]) => [name, all.map((text) => Buffer.from(text, 'base64'))])),
      arrived: [Buffer.from(JSON.stringify(server.log)), ...envelopes],
    };
    expect(everywhere['given']?.length).toBeGreaterThan(CHATS);
    expect(Object.entries(everywhere).map(([name, all]) => [name, has(all, CONTROL)])).toEqual(['names', 'said', 'asked', 'database', 'page', 'given', 'arrived'].map((name) => [name, true]));
    expect(Object.entries(everywhere).filter(([, all]) => has(all, CANARY)).map(([name]) => name)).toEqual([]);
    await page.close();
  }, 150_000);
});
