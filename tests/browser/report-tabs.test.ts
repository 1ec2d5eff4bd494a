import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { makeRecipientKey, openReport, type PrivateRecipientKey, type RecipientKey } from '../../src/report/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** A report that waits, in two tabs over one encrypted store: both may send it, and it leaves once. */
const NOW = 1_790_000_000_000;

let server: StaticServer;
let moderator: PrivateRecipientKey;
beforeAll(async () => {
  moderator = await makeRecipientKey({ name: 'Moderators', policy: 'terms-1', notBefore: NOW - 1, notAfter: NOW + 1_000_000 });
  server = await servePackage({ replace: { '/reports': { status: 204 }, '/chat': '<!doctype html><title>chat</title><button style="position:fixed;left:0;top:0;width:200px;height:100px">Send</button>' } });
});
afterAll(() => server.close());

interface Tab { asked: number; said: string; go(): void; waiting(): Promise<readonly string[]>; tickets(): Promise<readonly string[]> }

describeEngines('a waiting report in two tabs', (engine) => {
  afterEach(() => engine.closePages());

  const tab = async (): Promise<Page> => {
    const page = await engine.open(`${server.origin}/chat`);
    await page.run(async (now: number) => {
      const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
      const report = (await import('/dist/report.js' as string)) as typeof import('../../src/report/index.ts');
      const store = createIndexedDbStore({ name: 'two' });
      const outbox = report.createOutbox(store);
      let go = (): void => undefined;
      const held = new Promise<void>((resolve) => { go = resolve; });
      const own: Tab = {
        asked: 0, said: '', go: () => { go(); },
        waiting: async () => (await outbox.waiting(now)).map(({ facts }) => facts.reportId),
        tickets: async () => (await report.createTickets(store).list()).map(({ facts }) => facts.reportId),
      };
      Object.assign(globalThis, { tab: own, outbox, report });
      document.querySelector('button')?.addEventListener('click', (press) => {
        void outbox.waiting(now).then(async ([first]) => {
          const ticket = await outbox.send(first?.facts.reportId ?? '', async (envelope) => {
            own.asked++;
            await held;
            await fetch('/reports', { method: 'POST', body: btoa(String.fromCharCode(...envelope)) });
          }, { now, press });
          own.said = `sent ${ticket.facts.reportId}`;
        }).catch((error: unknown) => { own.said = String(error); });
      });
    }, NOW);
    return page;
  };
  const of = <T>(page: Page, name: 'asked' | 'said'): Promise<T> => page.run((one) => (globalThis as unknown as { tab: Record<string, T> }).tab[one], name) as Promise<T>;
  const until = (page: Page, name: 'asked' | 'said'): Promise<void> => page.run(async (one) => {
    while (!(globalThis as unknown as { tab: Record<string, unknown> }).tab[one]) await new Promise((resolve) => { setTimeout(resolve, 20); });
  }, name);

  it('leaves once where Send is pressed in both, and both say that it is sent', async () => {
    server.clear();
    const [one, two] = [await tab(), await tab()];
    // Sealed by a press in the first, and kept: there is no network yet.
    await one.run((key: RecipientKey, now: number) => {
      const { report, outbox } = globalThis as unknown as { report: typeof import('../../src/report/index.ts'); outbox: import('../../src/report/index.ts').Outbox };
      const about = { version: '1.0.0', seal: 'header', assets: [] } as unknown as ReturnType<Parameters<typeof report.buildReport>[0]['about']>;
      const preview = report.buildReport({ about: () => about }, { now, policy: key.policy, category: 'hate', note: 'waits' });
      document.querySelector('button')?.addEventListener('click', (press) => {
        press.stopImmediatePropagation();
        void report.sealReport(preview, { now, moderator: [key], press }).then((sealed) => outbox.keep(sealed)).then(() => { (globalThis as unknown as { tab: Tab }).tab.said = 'kept'; });
      }, { capture: true, once: true });
    }, moderator.key, NOW);
    await one.press(50, 50);
    await until(one, 'said');
    expect(await of(one, 'said')).toBe('kept');
    await one.run(() => { (globalThis as unknown as { tab: Tab }).tab.said = ''; });
    const ids = await two.run(() => (globalThis as unknown as { tab: Tab }).tab.waiting());
    expect(ids).toHaveLength(1);

    await one.press(50, 50);
    await until(one, 'asked');
    await two.press(50, 50);
    await two.run(() => new Promise((resolve) => { setTimeout(resolve, 200); }));
    // The second waits for the first, which is still on its way.
    expect([await of(two, 'asked'), await of(two, 'said')]).toEqual([0, '']);
    await one.run(() => { (globalThis as unknown as { tab: Tab }).tab.go(); });
    await until(one, 'said');
    await until(two, 'said');
    expect([await of(one, 'said'), await of(two, 'said'), await of(two, 'asked')]).toEqual([`sent ${ids[0]}`, `sent ${ids[0]}`, 0]);
    const posts = server.log.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(1);
    expect((await openReport(Buffer.from(posts[0]?.body ?? '', 'base64'), [moderator], new Set())).report).toMatchObject({ id: ids[0], note: 'waits' });
    for (const page of [one, two]) {
      expect(await page.run(() => { const { tab: own } = globalThis as unknown as { tab: Tab }; return Promise.all([own.waiting(), own.tickets()]); })).toEqual([[], ids]);
    }
  });
});
