import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/build/paths.ts';

interface Config {
  readonly forbidden: readonly { readonly name: string }[];
  readonly options: ICruiseOptions;
}
const config = createRequire(import.meta.url)(inRoot('.dependency-cruiser.cjs')) as Config;

/** One import that each rule has to refuse: file, what it imports, rule. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['src/contract/a.ts', 'src/host/x.ts', 'room-contract'],
  ['src/contract/b.ts', 'node:fs', 'room-contract'],
  ['src/text/a.ts', 'src/score/x.ts', 'room-text'],
  ['src/media/a.ts', 'src/text/x.ts', 'room-media'],
  ['src/score/a.ts', 'src/decide/x.ts', 'room-score'],
  ['src/decide/a.ts', 'src/worker/x.ts', 'room-decide'],
  ['src/fallback/a.ts', 'src/text/x.ts', 'room-fallback'],
  ['src/worker/a.ts', 'src/host/x.ts', 'room-worker'],
  ['src/worker/b.ts', 'node:http', 'room-worker'],
  ['src/frame/a.ts', 'src/host/x.ts', 'room-frame'],
  ['src/host/a.ts', 'src/worker/x.ts', 'room-host'],
  ['src/host/b.ts', 'src/text/x.ts', 'room-host'],
  ['src/index.ts', 'src/worker/x.ts', 'room-entry'],
  ['src/browser.ts', 'src/node/x.ts', 'room-entry'],
  ['src/testing/a.ts', 'src/host/x.ts', 'room-testing'],
  ['src/ui/a.ts', 'src/host/x.ts', 'room-ui'],
  ['src/report/a.ts', 'src/host/x.ts', 'room-report'],
  ['src/ui/b.ts', 'src/contract/x.ts', 'ui-knows-types-only'],
  ['src/vite/a.ts', 'src/host/x.ts', 'room-vite'],
  ['src/node/a.ts', 'src/frame/x.ts', 'room-node'],
  ['src/node/c.ts', 'models/scam/x.ts', 'room-node'],
  ['models/scam/a.ts', 'src/host/x.ts', 'room-models'],
  ['assembly/tables/build/a.ts', 'src/text/x.ts', 'room-tables'],
  ['scripts/a.ts', 'src/host/x.ts', 'room-scripts'],
  ['demo/a.ts', 'src/host/x.ts', 'room-demo'],
  ['build/tables.gen.ts', 'src/text/x.ts', 'generated-tables-are-leaves'],
  ['src/host/c.ts', 'src/host/d.ts', 'no-cycles'],
  ['src/host/e.ts', 'src/host/helpers.ts', 'no-catch-all-rooms'],
  ['src/node/b.ts', 'onnxruntime-web', 'onnx-in-one-place'],
];

/** Imports the table allows: a rule that refused everything would pass the test above. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['src/worker/ok.ts', 'src/decide/x.ts'], ['src/text/ok.ts', 'src/contract/x.ts'], ['src/node/ok.ts', 'src/worker/x.ts'], ['src/node/simulated.ts', 'models/contact/x.ts'],
  ['src/host/ok.ts', 'src/contract/x.ts'], ['src/testing/ok.ts', 'src/contract/x.ts'],
  ['src/ui/ok.ts', 'src/contract/x.ts'],
];

describe('the room table', () => {
  let folder = '';
  let found: ReadonlySet<string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'inward-rooms-'));
    const write = (path: string, content: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    for (const [from, to] of [...REFUSED, ...ALLOWED]) {
      const isOurs = to.includes('/') && to.endsWith('.ts');
      const up = '../'.repeat(from.split('/').length - 1);
      // `import type` also crosses a wall; a cycle takes values, and so does what elements may not.
      const isValue = to === 'src/host/d.ts' || from === 'src/ui/b.ts';
      write(from, `import ${isValue ? '' : 'type '}{ X } from '${isOurs ? `${up === '' ? './' : up}${to}` : to}';\nexport type Y = X;\n`);
      if (isOurs && to !== 'src/host/d.ts') write(to, 'export type X = 1;\n');
    }
    write('src/host/d.ts', "import { Y } from './c.ts';\nexport type X = Y;\n");
    write('node_modules/onnxruntime-web/package.json', '{ "name": "onnxruntime-web", "version": "1.0.0", "main": "x.js" }');
    write('node_modules/onnxruntime-web/x.js', '');
    const { tsConfig: _, ...options } = config.options;
    const result = await cruise(['src', 'models', 'assembly', 'scripts', 'demo', 'build'], {
      ...options, baseDir: folder, validate: true, ruleSet: { forbidden: config.forbidden } as unknown as IFlattenedRuleSet,
    });
    found = new Set((result.output as ICruiseResult).summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`));
  });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it.each(REFUSED)('refuses %s → %s', (from, _to, rule) => {
    expect(found).toContain(`${rule} ${from}`);
  });

  it.each(ALLOWED)('allows %s → %s', (from) => {
    expect([...found].filter((line) => line.endsWith(` ${from}`))).toEqual([]);
  });

  it('has a case here for every rule', () => {
    expect(new Set(REFUSED.map(([, , rule]) => rule))).toEqual(new Set(config.forbidden.map((rule) => rule.name)));
  });
});
