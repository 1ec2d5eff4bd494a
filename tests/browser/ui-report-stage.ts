import type { RecipientKey } from '../../src/report/index.ts';
import type { ReportScreenEvent } from '../../src/ui/report/index.ts';
import type { Page } from './harness/index.ts';

/** A chat page with `safety.report` behind the report screen: the public API, the sealed workers, the encrypted store, and a server that takes the bytes. */
export const NOW = 1_790_000_000_000;
export const CANARY = 'canarybird';

declare global {
  interface Window {
    chat: {
      readonly events: ReportScreenEvent[];
      online: boolean;
      taps: number;
      /** What the app does when somebody presses Report at the newest message, Emergency beside it, or blocks. */
      open(how: 'report' | 'emergency' | 'block'): Promise<void>;
      stored(): Promise<string>;
    };
  }
}

/** The page of `openUi` becomes a chat of four messages; each of three buttons above opens the screen in its way. */
export function openChat(page: Page, keys: readonly RecipientKey[], lang = 'en'): Promise<void> {
  return page.run(async ([moderator, partner], now, canary, code, texts) => {
    const { createSafety } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
    const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
    const { defineReport } = (await import('/dist/ui-report.js' as string)) as typeof import('../../src/ui/report/index.ts');
    const catalogue = ((await import(texts)) as Record<string, import('../../src/ui/index.ts').Catalogue>)[code] as import('../../src/ui/index.ts').Catalogue;
    defineReport();
    const said = code === 'my' ? ['ညနေ တွေ့ကြမယ်။', 'ဘယ်မှာလဲ။', 'ဈေးနားမှာ။', 'အားလုံး ခေါ်ခဲ့ပါ။'] : ['We meet tonight.', 'Where?', 'At the market.', 'Bring everybody.'];
    const all = said.map((text, n) => ({
      id: `m${n}`, conversationId: 'c', senderId: n === 1 ? 'ana' : 'ben', kind: 'text' as const, text: `${canary} ${text}`, sentAt: now + n * 60_000,
      direction: n === 1 ? 'outgoing' as const : 'incoming' as const,
    }));
    const messages = [...all];
    const notice = { id: 'n1', kind: 'scam', level: 'tip', reasons: ['urgency'], where: [], actions: [] } as const;
    const name = `chat-${Math.random()}`;
    // What lies in IndexedDB is encrypted: the text is looked for in what the store was given, too.
    const given: string[] = [];
    const sealed = createIndexedDbStore({ name });
    const store: typeof sealed = { ...sealed, put: (key, bytes) => {
      given.push(key, new TextDecoder('latin1').decode(bytes));
      return sealed.put(key, bytes);
    } };
    const safety = await createSafety({ assets: '/exact/', store, now: () => now + 3_600_000, reports: {
      load: () => import('/dist/report.js' as string) as Promise<import('../../src/contract/reporting.ts').ReportModule>,
      moderator: [moderator as import('../../src/contract/report-seal.ts').RecipientKey], ...partner === undefined ? {} : { partner: [partner] },
      thread: () => ({ kind: 'direct', accounts: ['ben'], messages: messages.map((message, n) => ({ message, ...n === 3 ? { notices: [notice] } : {} })) }),
      send: async (envelope, { to }) => {
        if (!window.chat.online) throw new Error('offline');
        await fetch(`/reports?${to}`, { method: 'POST', body: btoa(String.fromCharCode(...envelope)) });
      },
    } });
    await safety.screenMessages(all.map((message) => ({ message, context: { relationship: 'accepted' as const } })));
    const screen = document.createElement('inward-report');
    screen.catalogue = catalogue;
    screen.nameOf = (senderId) => (senderId === 'ben' ? 'Ben' : undefined);
    const main = document.createElement('main');
    const heading = document.createElement('h1');
    heading.textContent = 'Chat';
    const buttons = (['report', 'emergency', 'block'] as const).map((how) => {
      const button = Object.assign(document.createElement('button'), { id: how, textContent: how });
      button.style.minHeight = '44px';
      button.addEventListener('click', () => { void window.chat.open(how); });
      return button;
    });
    main.append(heading, ...buttons, screen);
    document.body.append(main);
    document.documentElement.lang = code;
    document.documentElement.dir = catalogue.dir;
    const events: import('../../src/ui/report/index.ts').ReportScreenEvent[] = [];
    screen.addEventListener('inward-report', (event) => { events.push((event as CustomEvent<import('../../src/ui/report/index.ts').ReportScreenEvent>).detail); });
    window.chat = {
      events, online: true, taps: 0,
      async open(how) {
        messages.splice(0, messages.length, ...all);
        const hand = await safety.report({ conversationId: 'c', ...how === 'block' ? {} : { messageId: 'm3' } });
        // Whoever blocks has the chat deleted: the screen holds what it needs.
        if (how === 'block') messages.length = 0;
        screen.ask = how === 'block' ? 'block' : undefined;
        screen.start = how === 'emergency' ? { urgency: 'emergency', category: 'may-cause-violence' } : {};
        screen.report = hand;
      },
      async stored() {
        const names = (await indexedDB.databases()).map((one) => one.name ?? '');
        const all = await Promise.all(names.map((one) => new Promise<string>((resolve) => {
          const asked = indexedDB.open(one);
          asked.onsuccess = () => {
            const db = asked.result;
            const stores = [...db.objectStoreNames];
            if (stores.length === 0) { resolve(one); return; }
            const work = db.transaction(stores);
            const found = stores.map((each) => [work.objectStore(each).getAll(), work.objectStore(each).getAllKeys()] as const);
            work.oncomplete = () => {
              db.close();
              const flat = (value: unknown): string => (value instanceof Uint8Array || value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : typeof value === 'object' && value !== null ? Object.values(value).map(flat).join(' ') : String(value));
              resolve(found.map(([values, keysOf]) => flat(values.result) + flat(keysOf.result)).join(' '));
            };
          };
        })));
        return [...all, ...given, JSON.stringify({ ...localStorage }), document.title, location.href].join(' ');
      },
    };
    document.addEventListener('click', (event) => { if (event.isTrusted) window.chat.taps++; }, true);
  }, keys, NOW, CANARY, lang, `/dist/ui-report-${lang}.js`);
}

/** A person's finger on something inside the screen, or on the page where it is not there. Waits for it. */
export async function tap(page: Page, css: string): Promise<void> {
  const [x, y] = await page.run(async (selector) => {
    const find = (): HTMLElement | null => document.querySelector('inward-report')?.shadowRoot?.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>(selector);
    for (let at = 0; at < 800 && (find()?.getClientRects().length ?? 0) === 0; at++) await new Promise((resolve) => { setTimeout(resolve, 25); });
    const node = find();
    if (node === null) throw new Error(`nothing to press: ${selector}`);
    node.scrollIntoView({ block: 'center' });
    await new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); });
    const box = node.getBoundingClientRect();
    return [box.left + Math.min(box.width / 2, 60), box.top + box.height / 2] as const;
  }, css);
  await page.press(x, y);
}

/** Texts of what is on screen, once there is something. */
export function shown(page: Page, css: string): Promise<readonly string[]> {
  return page.run(async (selector) => {
    const find = (): readonly HTMLElement[] => [...document.querySelector('inward-report')?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []].filter((node) => node.getClientRects().length > 0);
    for (let at = 0; at < 800 && find().length === 0; at++) await new Promise((resolve) => { setTimeout(resolve, 25); });
    return find().map((node) => node.textContent);
  }, css);
}

/** Waits for what became of it. */
export function outcome(page: Page, count = 1): Promise<readonly ReportScreenEvent[]> {
  return page.run(async (wanted) => {
    for (let at = 0; at < 800 && window.chat.events.length < wanted; at++) await new Promise((resolve) => { setTimeout(resolve, 25); });
    return window.chat.events;
  }, count);
}
