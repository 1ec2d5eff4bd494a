import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build/paths.ts';
import { installPackage, type Consumer } from './installed-package.ts';

const PAGE = `
import { createSafety, failsafeVerdict, type Message, type Safety, type Verdict } from 'inward';
import * as browser from 'inward/browser';
export async function go(message: Message): Promise<Verdict> {
  const safety: Safety = await createSafety({ assets: '/inward/' });
  const verdict = await safety.screenMessage(message, { relationship: 'stranger' });
  const delivery: 'chats' | 'requests' | 'hidden' | 'denied' = verdict.delivery;
  void delivery; void browser;
  return failsafeVerdict(message, { relationship: 'stranger' });
}
// @ts-expect-error a verdict carries no score
export const score = (verdict: Verdict) => verdict.score;
// @ts-expect-error an unknown relationship
export const wrong = (safety: Safety, message: Message) => safety.screenMessage(message, { relationship: 'friend' });
`;
const SERVER = `
import { createSafety, defaultSettings } from 'inward/node';
import { explainMessage } from 'inward/testing';
export async function go(): Promise<number> {
  const safety = await createSafety({ settings: defaultSettings() });
  const seen = await explainMessage(safety, { id: '1', conversationId: 'c', kind: 'text', text: 'x', sentAt: 0, direction: 'incoming' }, { relationship: 'stranger' });
  return seen.scam.score;
}
`;
const VITE = "import { inward } from 'inward/vite';\nimport { defineConfig } from 'vite';\nexport const config = defineConfig({ plugins: [inward({ base: '/inward/' })] });\n";

/** A consumer's compiler has to find every declaration, and find it sound, under either resolver. */
describe.each([['bundler', 'ESNext'], ['nodenext', 'NodeNext']] as const)('declarations under moduleResolution %s', (moduleResolution, module) => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = installPackage(['@types/node', 'undici-types', 'vite']);
    consumer.write('page.ts', PAGE);
    consumer.write('server.ts', SERVER);
    consumer.write('vite-config.ts', VITE);
  });
  afterAll(() => { consumer.remove(); });

  function compile(file: string, options: object): string {
    consumer.write('tsconfig.json', JSON.stringify({
      compilerOptions: { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: 'ES2022', module, moduleResolution, types: [], ...options }, files: [file],
    }));
    const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.', '--pretty', 'false'], { cwd: consumer.folder, encoding: 'utf8' });
    return run.stdout + run.stderr;
  }

  it('serve a page without Node\'s types', () => {
    expect(compile('page.ts', { lib: ['ES2022', 'DOM', 'DOM.Iterable'], skipLibCheck: false })).toBe('');
  });

  it('serve Node without the DOM', () => {
    expect(compile('server.ts', { lib: ['ES2022'], types: ['node'], skipLibCheck: false })).toBe('');
  });

  it('serve a Vite configuration', () => {
    // Vite's own declarations are its maker's concern.
    expect(compile('vite-config.ts', { lib: ['ES2022', 'DOM'], types: ['node'], skipLibCheck: true })).toBe('');
  });
});
