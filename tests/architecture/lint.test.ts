import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build/paths.ts';

/** Stand-ins for a file of each room; the text under test replaces theirs. */
const WORKER_ROOM = 'src/contract/limits.ts';
const HOST = 'src/host/port.ts';
const SCRIPT = 'scripts/sizes.ts';

/** Code, where it stands, the rule that refuses it. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ...['Date.now()', 'Intl', 'console', 'indexedDB', 'localStorage', 'caches', 'crypto', 'performance', 'XMLHttpRequest', 'WebSocket', 'fetch', 'setTimeout']
    .map((code) => [`export const x = ${code};\n`, WORKER_ROOM, 'no-restricted-globals'] as const),
  ...['Math.random()', "'a'.normalize()", "'a'.toLocaleLowerCase()", "'a'.toLocaleUpperCase()", "'a'.localeCompare('b')"]
    .map((code) => [`export const x = ${code};\n`, WORKER_ROOM, 'no-restricted-properties'] as const),
  ["export const x = fetch('/');\n", HOST, 'no-restricted-globals'],
  ["export const x = (e: Element): void => { e.innerHTML = ''; };\n", HOST, 'no-restricted-syntax'],
  ["export const x = (): unknown => import('./y.ts');\n", HOST, 'no-restricted-syntax'],
  ["export const x = (): void => { console.log(1); };\n", HOST, 'no-console'],
  ['export default 1;\n', HOST, 'no-restricted-syntax'],
  ['export enum X { A }\n', HOST, 'no-restricted-syntax'],
  ['export namespace X { export const a = 1; }\n', HOST, 'no-restricted-syntax'],
  ['Promise.resolve(1);\nexport {};\n', SCRIPT, '@typescript-eslint/no-floating-promises'],
  ['export const x: any = 1;\n', SCRIPT, '@typescript-eslint/no-explicit-any'],
  ["export { createSafety } from '../dist/index.js';\n", 'demo/wire.ts', 'no-restricted-imports'],
  [`${'export {};\n'.repeat(262)}`, SCRIPT, 'max-lines'],
];

describe('the lint rules', () => {
  let eslint: ESLint;
  beforeAll(() => { 
    // In CI the parser would read the files once and take no other text for them.
    const parserOptions = { disallowAutomaticSingleRunInference: true };
    eslint = new ESLint({ cwd: ROOT, overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions } }] });
  });

  async function rules(code: string, filePath: string): Promise<readonly string[]> {
    const [result] = await eslint.lintText(code, { filePath });
    return result?.messages.map((message) => message.ruleId ?? message.message) ?? [];
  }

  it.each(REFUSED)('refuse %j in %s', async (code, file, rule) => {
    expect(await rules(code, file)).toContain(rule);
  });

  it('allow the same ways out where they belong', async () => {
    expect(await rules('export const x = Date.now();\n', HOST)).toEqual([]);
    expect(await rules("export const x = fetch('/');\n", 'src/host/assets.ts')).toEqual([]);
    expect(await rules("export const x = [fetch, indexedDB];\n", 'src/worker/seal.ts')).toEqual([]);
  });
});
