import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGolden, sha256 } from '../fixtures/golden.ts';
import { FIXTURE_START, fixtureSettings, makeFixture, type FixtureItem } from '../fixtures/screening.ts';
import { describeEngines, serveStatic, type StaticServer } from './harness/index.ts';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';

const DIST = join(import.meta.dirname, '../../dist');
const SETTINGS = fixtureSettings();

let server: StaticServer;
let items: readonly FixtureItem[];
let node: Outcome;

beforeAll(async () => {
  items = makeFixture();
  const seal = { [SEAL_HEADER_NAME]: SEAL_HEADER_VALUE };
  server = await serveStatic({
    roots: { '/': `${DIST}/` },
    routes: {
      '/page': '<!doctype html><title>parity</title>',
      // Lone surrogates travel as escapes: `JSON.stringify` is well-formed.
      '/fixture.json': { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items, settings: SETTINGS, start: FIXTURE_START }) },
    },
    headers: (path) => (path === '/assets/worker.js' ? seal : undefined),
  });
  node = await inNode();
});
afterAll(() => server.close());

interface Outcome {
  readonly seal: string;
  readonly verdicts: string;
  readonly explanations: string;
}

/** What Node says, through the built package. */
async function inNode(): Promise<Outcome> {
  const { createSafety } = (await import(pathToFileURL(join(DIST, 'node.js')).href)) as typeof import('../../src/node/index.ts');
  const { explainMessage } = (await import(pathToFileURL(join(DIST, 'testing.js')).href)) as typeof import('../../src/testing/index.ts');
  const safety = await createSafety({ settings: SETTINGS, now: () => FIXTURE_START });
  const verdicts = await safety.screenMessages(items);
  const explanations: unknown[] = [];
  for (const { message, context } of items) explanations.push(await explainMessage(safety, message, context));
  const outcome = { seal: safety.seal, verdicts: sha256(JSON.stringify(verdicts)), explanations: sha256(JSON.stringify(explanations)) };
  await safety.dispose();
  return outcome;
}

describe('2,000 verdicts are byte-identical', () => {
  it('in Node, to the golden ones', () => {
    const { verdicts, explanations } = readGolden();
    expect(node).toEqual({ seal: 'in-process', verdicts, explanations });
  });
});

describeEngines('2,000 verdicts are byte-identical', (engine) => {
  it.each(['header', 'frame'] as const)('through the public createSafety, %s form', async (seal) => {
    const page = await engine.open(`${server.origin}/page`);
    const outcome = await page.run(async (form): Promise<Outcome> => {
      const { createSafety } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
      const { explainMessage } = (await import('/testing.js' as string)) as typeof import('../../src/testing/index.ts');
      const { items, settings, start } = await (await fetch('/fixture.json')).json() as { items: FixtureItem[]; settings: never; start: number };
      const digest = async (value: unknown): Promise<string> => {
        const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
        return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
      };
      const safety = await createSafety({ assets: '/assets/', settings, now: () => start, seal: form });
      const verdicts = await safety.screenMessages(items);
      const explanations: unknown[] = [];
      for (const { message, context } of items) explanations.push(await explainMessage(safety, message, context));
      const result = { seal: safety.seal, verdicts: await digest(verdicts), explanations: await digest(explanations) };
      await safety.dispose();
      return result;
    }, seal);
    expect(outcome).toEqual({ ...node, seal });
    await page.close();
  });
});
