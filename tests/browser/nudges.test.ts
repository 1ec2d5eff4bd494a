import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { corpusOf, LANGUAGES, nudgesIn } from '../fixtures/nudges.ts';
import { describeEngines, serveStatic, type StaticServer } from './harness/index.ts';

const DIST = join(import.meta.dirname, '../../dist');
const TEXTS = LANGUAGES.flatMap((lang) => corpusOf(lang).map(({ text }) => text));

let server: StaticServer;
beforeAll(async () => {
  server = await serveStatic({
    roots: { '/': `${DIST}/` }, routes: { '/page': '<!doctype html><title>nudges</title>' },
    headers: (path) => (/^\/assets\/worker(-notices)?\.js$/u.test(path) ? { [SEAL_HEADER_NAME]: SEAL_HEADER_VALUE } : undefined),
  });
});
afterAll(() => server.close());

const asked = (): number => server.log.filter(({ path }) => path === '/assets/nudges.bin').length;

interface Answer { readonly nudges: readonly string[]; readonly degraded: readonly unknown[] }

/** Reviews of the texts one after the other. Sent into the page as it stands. */
async function reviewInPage(texts: readonly string[], ageBand: 'teen' | 'adult', nudges: boolean, seal: 'header' | 'frame'): Promise<readonly Answer[]> {
  const { createSafety, parseSettings } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
  const safety = await createSafety({ assets: '/assets/', settings: parseSettings({ notices: 'off', outgoing: { nudges } }), seal });
  const answers: Answer[] = [];
  for (const text of texts) {
    const { nudges: found, degraded } = await safety.reviewOutgoing(
      { id: 'm', conversationId: 'c', kind: 'text', text, sentAt: 0, direction: 'outgoing' }, { relationship: 'stranger', me: { ageBand } });
    answers.push({ nudges: found, degraded });
  }
  await safety.dispose();
  return answers;
}

describeEngines('nudges', (engine) => {
  it.each(['header', 'frame'] as const)('every authored line is read as in Node, %s form, with one request for the table', async (seal) => {
    server.clear();
    const page = await engine.open(`${server.origin}/page`);
    expect(await page.run(reviewInPage, TEXTS, 'teen', true, seal)).toEqual(TEXTS.map((text) => ({ nudges: nudgesIn(text), degraded: [] })));
    expect(asked()).toBe(1);
    await page.close();
  });

  it.each([['adult', true], ['teen', false]] as const)('%s, switched on: %s: nothing is asked for', async (ageBand, nudges) => {
    server.clear();
    const page = await engine.open(`${server.origin}/page`);
    expect(await page.run(reviewInPage, ['text me on 07700 900142'], ageBand, nudges, 'header')).toEqual([{ nudges: [], degraded: [] }]);
    expect(asked()).toBe(0);
    await page.close();
  });
});
