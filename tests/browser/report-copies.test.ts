import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { toZawgyi } from '../../models/scam/zawgyi.ts';
import { copiesOf, sketchSalt } from '../../src/node/index.ts';
import { openReport, type PrivateRecipientKey, type RecipientKey, type Report } from '../../src/report/index.ts';
import { BURMESE_LETTER, CHAIN_LETTER } from '../fixtures/chain.ts';
import { makeSketchKernel } from '../fixtures/sketch-kernel.ts';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { NOW, serveReportChat } from './report-chat-stage.ts';

/** Chain letters that were screened and are reported, through the public API, in both forms of the seal. What a report says of copies leaves inside its seal and in no other way. */
const SAID = [['ben', CHAIN_LETTER], ['cid', `😱 ${CHAIN_LETTER.toUpperCase()}`], ['dan', BURMESE_LETTER], ['eve', toZawgyi(BURMESE_LETTER)], ['ben', 'short']] as const;

let server: StaticServer;
let moderator: PrivateRecipientKey;
beforeAll(async () => { ({ server, moderator } = await serveReportChat()); });
afterAll(() => server.close());

interface Made { readonly preview: Report; readonly without: Report; readonly off: Report; readonly before: readonly string[]; readonly files: readonly string[]; done: boolean; state: string; dump(): Promise<string> }

describeEngines('copies in a report from a page', (engine) => {
  afterEach(() => engine.closePages());

  it.each(['/exact/', '/none/'])('are sketches under the public salt, of what stands in it, with assets of %s', async (assets) => {
    server.clear();
    const page = await engine.open(`${server.origin}/chat`);
    const seen = await page.run(async (base: string, key: RecipientKey, now: number, list: typeof SAID) => {
      await import('/tools.js' as string);
      const { createSafety } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
      const logged: string[] = [];
      for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) console[name] = (...parts: unknown[]) => { logged.push(parts.map(String).join(' ')); };
      const given: string[] = [];
      const inner = createIndexedDbStore({ name: `copies${base}` });
      const store: typeof inner = { ...inner, put: (name, bytes) => {
        given.push(name, new TextDecoder('latin1').decode(bytes));
        return inner.put(name, bytes);
      } };
      const messages = list.map(([senderId, text], n) => ({ id: `m${n}`, conversationId: 'g', senderId, kind: 'text' as const, text, sentAt: now, direction: 'incoming' as const }));
      const safety = await createSafety({ assets: base, store, now: () => now, reports: {
        load: () => import('/dist/report.js' as string), moderator: [key], thread: () => ({ kind: 'group', accounts: ['ben'], messages: messages.map((message) => ({ message })) }),
        send: async (envelope) => { await fetch('/reports', { method: 'POST', body: btoa(String.fromCharCode(...envelope)) }); },
      } });
      for (const message of messages) await safety.screenMessage(message, { relationship: 'stranger', me: { ageBand: 'adult' } });
      const hand = await safety.report({ conversationId: 'g' });
      await hand.ready;
      const preview = hand.preview({ category: 'chain-message', messages: messages.map(({ id }) => id) });
      const without = hand.preview({ category: 'chain-message', messages: ['m0', 'm3', 'm4'] });
      const files = safety.about().assets.map(({ name }) => name).filter((name) => /chain|sketch/u.test(name));
      await safety.applySettings({ ...safety.settings, chain: { enabled: false } });
      const off = (await safety.report({ conversationId: 'g' })).preview({ category: 'chain-message' });
      const made: Made = { preview, without, off, files, before: [...given], done: false, state: '', dump: async () => JSON.stringify([
        given, logged, await window.tools.dump(`copies${base}`), { ...localStorage }, document.cookie, location.href, document.title, performance.getEntries().map(({ name }) => name),
      ]) };
      Object.assign(globalThis, { made });
      document.querySelector('button')?.addEventListener('click', () => {
        hand.send(preview).then(({ state }) => { made.state = state; }, (error: unknown) => { made.state = String(error); }).finally(() => { made.done = true; });
      });
      return { preview, without, off, files };
    }, assets, moderator.key, NOW, SAID);
    expect(seen.files).toEqual([assets === '/exact/' ? 'worker-chain.js' : 'worker-chain.classic.js', expect.stringMatching(/^sketch(-scalar)?\.bin$/u)]);

    await page.press(50, 50);
    const { state, dump } = await page.run(async () => {
      const { made } = globalThis as unknown as { made: Made };
      while (!made.done) await new Promise((resolve) => { setTimeout(resolve, 20); });
      return { state: made.state, dump: await made.dump() };
    });
    expect(state).toBe('sent');
    const posts = server.log.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(1);
    const { report } = await openReport(Buffer.from(posts[0]?.body ?? '', 'base64'), [moderator], new Set());
    expect(report).toEqual(seen.preview);

    const kernel = makeSketchKernel('simd', await sketchSalt('terms-1'));
    const own = SAID.slice(0, 4).map(([, text], n) => ({ messageId: `m${n}`, size: kernel.sketch(text), sketch: Buffer.from(kernel.bytes()).toString('base64url') }));
    expect(report.duplicates).toEqual({ sketches: own, distinctSenders: 2 });
    expect(await copiesOf(report)).toEqual(report.duplicates);
    expect(seen.without.duplicates).toEqual({ sketches: [own[0], own[3]], distinctSenders: 1 });
    expect(seen.off).not.toHaveProperty('duplicates');

    const everywhere = `${dump}${JSON.stringify(server.log)}`;
    expect(dump.length).toBeGreaterThan(3_000);
    for (const { sketch } of own) {
      const bytes = Buffer.from(sketch, 'base64url').subarray(0, 12);
      for (const needle of [sketch.slice(0, 16), bytes.toString('latin1'), bytes.toString('hex'), bytes.toString('base64').slice(0, 15)]) expect(everywhere.includes(needle)).toBe(false);
    }
  });
});
