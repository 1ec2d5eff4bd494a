import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { readGolden } from '../fixtures/golden.ts';
import { fixtureFile, outcomeInNode, outcomeInPage, SCREEN_ALL, type Outcome } from './fixture-outcome.ts';
import { describeEngines, serveStatic, type StaticServer } from './harness/index.ts';

const DIST = join(import.meta.dirname, '../../dist');

let server: StaticServer;
let node: Outcome;

beforeAll(async () => {
  const seal = { [SEAL_HEADER_NAME]: SEAL_HEADER_VALUE };
  server = await serveStatic({
    roots: { '/': `${DIST}/` },
    routes: {
      '/page': '<!doctype html><title>parity</title>',
      '/fixture.json': { headers: { 'content-type': 'application/json' }, body: JSON.stringify(fixtureFile()) },
    },
    headers: (path) => (/^\/assets\/worker(-notices)?\.js$/u.test(path) ? seal : undefined),
  });
  node = await outcomeInNode(DIST);
});
afterAll(() => server.close());

// 2,000 messages of every script, kind and surface, and 888 texts under every disguise that has a file in tests/attack/words.
describe('2,888 verdicts are byte-identical', () => {
  it('in Node, to the golden ones', () => {
    const { verdicts, explanations, disguisedVerdicts, disguisedHow } = readGolden();
    const { contacts, ...golden } = node;
    expect(golden).toEqual({ seal: 'in-process', kernel: 'simd', verdicts, explanations, disguisedVerdicts, disguisedHow });
    expect(contacts).toMatch(/^[0-9a-f]{64}$/u);
  });
});

describeEngines('2,888 verdicts are byte-identical', (engine) => {
  it.each(['header', 'frame'] as const)('through the public createSafety, %s form', async (seal) => {
    const page = await engine.open(`${server.origin}/page`);
    expect(await page.run(outcomeInPage, SCREEN_ALL, seal)).toEqual({ ...node, seal });
    await page.close();
  });
});
