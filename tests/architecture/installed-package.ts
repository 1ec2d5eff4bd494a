import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../scripts/build/paths.ts';

/** A project that has the package installed as its users have it: the packed files, not the tree. */
export interface Consumer {
  readonly folder: string;
  write(path: string, content: string): void;
  remove(): void;
}

/** @param borrowed packages of our own `node_modules` that the consumer also has, such as `vite`. */
export function installPackage(borrowed: readonly string[] = []): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'inward-consumer-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'inward'), { recursive: true });
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, '--silent'], { cwd: ROOT, encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', join(folder, packed), '-C', join(modules, 'inward'), '--strip-components=1']);
  for (const name of borrowed) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    if (existsSync(join(ROOT, 'node_modules', name))) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  return {
    folder,
    write(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    remove() { rmSync(folder, { recursive: true, force: true }); },
  };
}

/** Every name of `exports` that is code, and whether it may be imported on a server. */
export const ENTRIES = ['inward', 'inward/browser', 'inward/forward', 'inward/lists', 'inward/node', 'inward/onnx', 'inward/report', 'inward/report/moderator', 'inward/report/press', 'inward/requests', 'inward/settings', 'inward/testing', 'inward/vite',
  'inward/ui', 'inward/ui/define', 'inward/ui/help', 'inward/ui/report', 'inward/ui/forward', ...['en', 'es', 'pt', 'fr', 'de', 'hi', 'id', 'ar', 'my'].flatMap((lang) => [`inward/ui/${lang}`, `inward/ui/notices/${lang}`, `inward/ui/report/${lang}`, `inward/ui/forward/${lang}`])] as const;

/** Types that a plain `import` also finds, and that are nothing at run time. */
export const TYPE_ENTRIES = ['inward/ui/react', 'inward/ui/vue', 'inward/ui/svelte'] as const;
