import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openReport, signReceipt, verifyMessages, type PrivateRecipientKey, type RecipientKey, type SignedReceipt } from '../../src/report/index.ts';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { NOW, serveReportChat } from './report-chat-stage.ts';

/** What is said in a chat leaves in no way but a report that somebody sends, and in that only sealed. */
const MESSAGES = 1_000;
const CANARY = 'canarybird';

let server: StaticServer;
let moderator: PrivateRecipientKey;
beforeAll(async () => { ({ server, moderator } = await serveReportChat()); });
afterAll(() => server.close());

interface Watched {
  said: string[];
  failures: string[];
  done: boolean;
  dump(): Promise<string>;
  receive(signed: SignedReceipt): Promise<unknown>;
}

describeEngines('a report from a page', (engine) => {
  afterEach(() => engine.closePages());

  it('leaves with a press and sealed, and nothing else of a thousand chats does', async () => {
    server.clear();
    const page = await engine.open(`${server.origin}/chat`);
    await page.run(async (key: RecipientKey, now: number, count: number, canary: string) => {
      await import('/tools.js' as string);
      const { createSafety } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
      const report = (await import('/dist/report.js' as string)) as typeof import('../../src/report/index.ts');
      const watched: Watched = { said: [], failures: [], done: false, dump: () => Promise.resolve(''), receive: () => Promise.resolve() };
      Object.assign(globalThis, { watched });
      for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) console[name] = (...parts: unknown[]) => { watched.said.push(parts.map(String).join(' ')); };
      // What lies in IndexedDB is encrypted: the text is looked for in what the store was given, too.
      const given: string[] = [];
      const sealed = createIndexedDbStore({ name: 'chat' });
      const store: typeof sealed = { ...sealed, put: (key, bytes) => {
        given.push(key, new TextDecoder('latin1').decode(bytes));
        return sealed.put(key, bytes);
      } };
      const safety = await createSafety({ assets: '/exact/', store, now: () => now });
      const messages = Array.from({ length: count }, (_unused, n) => ({
        id: `m-${n}`, conversationId: `c-${n % 7}`, senderId: 'ben', kind: 'text' as const, text: `${canary} ${n} said something`, sentAt: now + n, direction: 'incoming' as const,
      }));
      await safety.screenMessages(messages.map((message) => ({ message, context: { relationship: 'stranger' as const } })));
      const chosen = messages.filter(({ conversationId }) => conversationId === 'c-1').slice(-30);
      const draft = (of: typeof messages): import('../../src/report/index.ts').ReportDraft => ({
        now, policy: key.policy, category: 'bullying', thread: { conversationId: 'c-1', kind: 'direct' }, accounts: ['ben'], messages: of.map((message) => ({ message })),
      });
      const preview = report.buildReport(safety, draft(chosen));
      const failure = async (work: () => unknown): Promise<void> => {
        try {
          await work();
          watched.failures.push('no failure');
        } catch (error) {
          watched.failures.push(`${(error as { code?: string }).code ?? ''} ${String(error)} ${(error as Error).stack ?? ''}`);
        }
      };
      // Firefox counts what its driver runs as a press, for some seconds.
      while (navigator.userActivation.isActive) await new Promise((resolve) => { setTimeout(resolve, 50); });
      await failure(() => report.sealReport(preview, { now, moderator: [key] }));
      await failure(() => report.buildReport(safety, draft(messages.filter(({ conversationId }) => conversationId === 'c-1').slice(-31))));
      await failure(() => report.buildReport(safety, { ...draft(chosen), note: canary.repeat(1_000) }));
      await failure(() => report.buildReport(safety, { ...draft(chosen), category: canary as never }));
      await failure(() => report.buildReport(safety, draft(messages.slice(0, 3))));
      const [outbox, tickets] = [report.createOutbox(store), report.createTickets(store)];
      const send = async (): Promise<void> => {
        await outbox.keep(await report.sealReport(preview, { now, moderator: [key] }));
        const ticket = await outbox.send(preview.id, async (envelope) => {
          await fetch('/reports', { method: 'POST', body: btoa(String.fromCharCode(...envelope)) });
        }, { now });
        await tickets.put(ticket, 'ben');
        // One that waits for a network as long as this page lives.
        const second = report.buildReport(safety, draft(chosen));
        await outbox.keep(await report.sealReport(second, { now, moderator: [key] }));
      };
      document.querySelector('button')?.addEventListener('click', () => {
        send().catch((error: unknown) => { watched.failures.push(String(error)); }).finally(() => { watched.done = true; });
      });
      watched.dump = async () => JSON.stringify([
        given, await window.tools.dump('chat'), { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, document.title, history.length,
        performance.getEntries().map(({ name }) => name), (await indexedDB.databases?.())?.map(({ name }) => name),
      ]);
      watched.receive = async (signed) => report.ticketStatus((await tickets.receive(signed, [key])) as import('../../src/report/index.ts').Ticket, now).answer;
    }, moderator.key, NOW, MESSAGES, CANARY);
    const before = await page.run(() => (globalThis as unknown as { watched: Watched }).watched.dump());
    expect(server.log.filter(({ method }) => method !== 'GET')).toEqual([]);

    await page.press(50, 50);
    const seen = await page.run(async () => {
      const { watched } = globalThis as unknown as { watched: Watched };
      while (!watched.done) await new Promise((resolve) => { setTimeout(resolve, 20); });
      return { said: watched.said, failures: watched.failures, after: await watched.dump() };
    });
    expect(seen.failures.map((failure) => failure.split(' ')[0])).toEqual(['gesture-required', 'limit-exceeded', 'limit-exceeded', '', 'input-invalid']);

    const posts = server.log.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(1);
    const { report } = await openReport(Buffer.from(posts[0]?.body ?? '', 'base64'), [moderator], new Set());
    expect(report.messages).toHaveLength(30);
    expect(report.messages.every((one) => one.shown === 'whole' && one.body.text?.startsWith(CANARY))).toBe(true);
    expect((await verifyMessages(report, { tagKeys: [] })).every(({ state }) => state === 'unverified')).toBe(true);

    const hidden = [CANARY, Buffer.from(CANARY).toString('hex'), Buffer.from(CANARY, 'utf16le').toString('hex'), Buffer.from(CANARY).toString('base64').slice(0, 12)];
    const everywhere = [before, seen.after, seen.said.join('\n'), seen.failures.join('\n'), JSON.stringify(server.log)];
    expect(seen.after.length).toBeGreaterThan(30_000);
    for (const text of everywhere) for (const needle of hidden) expect(text.includes(needle)).toBe(false);

    const receipt = { v: 1, reportId: report.id, number: 1, status: 'final', at: NOW, outcome: 'removed' } as const;
    const signed = await signReceipt(receipt, moderator);
    expect(await page.run((one) => (globalThis as unknown as { watched: Watched }).watched.receive(one), signed)).toEqual(receipt);
  });
});
