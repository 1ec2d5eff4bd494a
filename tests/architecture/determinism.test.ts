import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD, DIST, inRoot, ROOT } from '../../scripts/build/paths.ts';
import { isBuilt } from '../../scripts/build/stamp.ts';
import { digests } from './tree.ts';

const INPUTS = ['src', 'assembly', 'lists', 'models', 'scripts', 'package.json', 'package-lock.json', 'asconfig.json',
  ...['base', 'contract', 'demo', 'node', 'page', 'tests', 'worker'].map((name) => `tsconfig.${name}.json`)];

/** A second build in another folder, from nothing but the tracked inputs: same bytes, no `../shared`, no path inside. */
describe('two builds', () => {
  let copy = '';
  let log = '';

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'inward-second-build-'));
    for (const input of INPUTS.filter((name) => existsSync(inRoot(name)))) cpSync(inRoot(input), join(copy, input), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const run = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), ['scripts/build.ts'], { cwd: copy, encoding: 'utf8', timeout: 580_000 });
    log = run.status === 0 ? '' : `${run.stdout}${run.stderr}`;
  }, 600_000);
  afterAll(() => { rmSync(copy, { recursive: true, force: true }); });

  it('compares with a build of these very sources', () => {
    expect(log).toBe('');
    expect(isBuilt(), 'dist/ is stale: npm run build').toBe(true);
  });

  it('make the same dist/, byte for byte', () => {
    expect(digests(join(copy, 'dist'))).toEqual(digests(DIST));
  });

  it('make the same kernels, tables and pinned digests, byte for byte', () => {
    // Other tests keep their own bundles in build/.
    const second = digests(join(copy, 'build'));
    expect(second.length).toBeGreaterThanOrEqual(8);
    expect(digests(BUILD)).toEqual(expect.arrayContaining([...second]));
  });
});
