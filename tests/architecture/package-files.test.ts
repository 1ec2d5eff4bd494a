import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRoot, ROOT } from '../../scripts/build/paths.ts';
import { golden } from './golden.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as Manifest;

/** Our own files, without what is installed, built or fetched. */
function sources(folder = ROOT): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', '.git', '.cache'].includes(entry.name) || (entry.name === 'coverage' && folder === ROOT)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [relative(ROOT, path)];
  });
}

/** As Node finds a package: in the nearest `node_modules` above. */
function nearest(packages: Readonly<Record<string, Locked>>, from: string, name: string): Locked | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (found !== undefined || folder === '') return found;
  }
}

describe('the package', () => {
  it('has every file that its scripts run, and git keeps them', () => {
    const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    const files = Object.values(scripts).flatMap((script) => [...script.matchAll(/\btsx (\S+\.ts)/gu)].map(([, file = '']) => file));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      expect(existsSync(inRoot(file)), file).toBe(true);
      // 0: it is ignored, so that no clone has it
      expect(spawnSync('git', ['check-ignore', '--no-index', '-q', file], { cwd: ROOT }).status, file).not.toBe(0);
    }
  });

  it('packs exactly the files of the snapshot', () => {
    const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const packed = (JSON.parse(json) as { files: { path: string }[] }[])[0]?.files.map((file) => file.path).sort() ?? [];
    const current = `${packed.join('\n')}\n`;
    expect(current).toBe(golden('packed-files.txt', current));
  });

  it('runs nothing at its users\' installation and brings no dependency', () => {
    for (const hook of ['preinstall', 'install', 'postinstall']) expect(manifest.scripts).not.toHaveProperty(hook);
    expect(manifest.dependencies ?? {}).toEqual({});
  });

  it('pins every tool to one version', () => {
    expect(Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(-nightly\.\d+)?$/.test(version))).toEqual([]);
  });

  it('has a lock file that works with any registry', () => {
    const lock = readFileSync(inRoot('package-lock.json'), 'utf8');
    expect(lock.match(/"resolved"|registry\./g)).toBe(null);
    expect(lock).toContain('"integrity"');
  });

  it('has a lock file that is whole: npm leaves out other platforms\' parts of a package that is there twice', () => {
    const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.entries({ ...entry.dependencies, ...entry.optionalDependencies }).flatMap(([name, range]) => {
        const found = nearest(packages, path, name);
        const isPinned = /^\d+\.\d+\.\d+$/.test(range);
        return found === undefined || (isPinned && found.version !== range) ? [`${path} needs ${name}@${range}`] : [];
      }));
    expect(missing).toEqual([]);
  });
});

describe('our files', () => {
  it('say what made them, where a program did', () => {
    const generated = sources().filter((path) => /\.gen\.\w+$/.test(path));
    expect(generated.length).toBeGreaterThanOrEqual(3);
    expect(generated.filter((path) => !/^\/\/ (Made|Generated) by [\w./-]+\.ts/.test(readFileSync(inRoot(path), 'utf8')))).toEqual([]);
  });

  it('are named after the thing they hold', () => {
    expect(sources().filter((path) => /(^|\/)(utils?|helpers?|common)(\/|\.ts$)/.test(path) || /^src\/network/.test(path))).toEqual([]);
  });

  it('stay under 260 lines, kernels and configuration included', () => {
    const long = sources().filter((path) => /\.(ts|js|cjs)$/.test(path) && !path.startsWith('build/') && !path.includes('.gen.'))
      .filter((path) => readFileSync(inRoot(path), 'utf8').split('\n').length > 261);
    expect(long).toEqual([]);
  });
});
