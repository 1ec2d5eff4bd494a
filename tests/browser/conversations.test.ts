import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Message } from '../../src/contract/message.ts';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { createSafety, parseSettings } from '../../src/node/index.ts';
import { explainThread } from '../../src/testing/index.ts';
import { messagesOf, oneOfEachKind } from '../fixtures/threads.ts';
import { describeEngines, serveStatic, type StaticServer } from './harness/index.ts';

const DIST = join(import.meta.dirname, '../../dist');
const THREADS = oneOfEachKind();
const MESSAGES = THREADS.map(messagesOf);

let server: StaticServer;
beforeAll(async () => {
  server = await serveStatic({
    roots: { '/': `${DIST}/` }, routes: { '/page': '<!doctype html><title>conversations</title>' },
    headers: (path) => (/^\/assets\/worker(-notices)?\.js$/u.test(path) ? { [SEAL_HEADER_NAME]: SEAL_HEADER_VALUE } : undefined),
  });
});
afterAll(() => server.close());

interface Told { readonly levels: readonly string[]; readonly noticed: readonly number[] }

/** What each message's level is in its conversation, and with which messages a notice came. Sent into the page as it stands. */
async function screenInPage(conversations: readonly (readonly Message[])[]): Promise<readonly Told[]> {
  const { createSafety: create, parseSettings: parse } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
  const { explainThread: explain } = (await import('/testing.js' as string)) as typeof import('../../src/testing/index.ts');
  let now = 1_760_000_000_000;
  const safety = await create({ assets: '/assets/', settings: parse({}), now: () => now });
  const context = { relationship: 'stranger', me: { ageBand: 'adult' } } as const;
  const told: Told[] = [];
  for (const messages of conversations) {
    const levels = (await explain(safety, messages, context)).map(({ scam }) => scam.level);
    const noticed: number[] = [];
    // There is one tip a week.
    now += 8 * 86_400_000;
    for (const [n, message] of messages.entries()) if ((await safety.screenMessage(message, context)).notices.length > 0) noticed.push(n);
    told.push({ levels, noticed });
  }
  await safety.dispose();
  return told;
}

describeEngines('conversations', (engine) => {
  it('of each kind are judged as in Node, and a notice comes where the conversation first deserves one', async () => {
    const page = await engine.open(`${server.origin}/page`);
    const told = await page.run(screenInPage, MESSAGES);
    await page.close();
    const safety = await createSafety({ settings: parseSettings({}) });
    const levels = [];
    for (const messages of MESSAGES) {
      levels.push((await explainThread(safety, messages, { relationship: 'stranger', me: { ageBand: 'adult' } })).map(({ scam }) => scam.level));
    }
    await safety.dispose();
    expect(told.map((one) => one.levels)).toEqual(levels);
    expect(told.map(({ noticed }) => noticed[0])).toEqual(levels.map((list) => list.map((level, n) => (level === 'none' ? -1 : n)).find((n) => n >= 0)));
    const tipped = (label: string): number => told.filter(({ noticed }, n) => THREADS[n]?.label === label && noticed.length > 0).length;
    expect(tipped('scam')).toBeGreaterThan(tipped('benign'));
  });
});
