import ts from 'typescript';
import { LANGUAGES } from './catalogues.ts';
import { DIST, inRoot, ROOT, writeFile } from './paths.ts';

const CATALOGUES = LANGUAGES.flatMap((lang) => [`catalogues/${lang}`, `catalogues/notices/${lang}`, `catalogues/report/${lang}`, `catalogues/forward/${lang}`]);
const UI = ['index', 'define', 'help/index', 'report/index', 'forward/index', ...CATALOGUES, 'tags/react', 'tags/vue', 'tags/svelte'].map((name) => `src/ui/${name}.ts`);

/** Rooms differ in their `lib`, so each entry's declarations come from its own program. */
const PROGRAMS: readonly { readonly config: string; readonly entries: readonly string[] }[] = [
  { config: 'tsconfig.page.json', entries: ['src/index.ts', 'src/browser.ts', 'src/lists.ts', 'src/settings.ts', 'src/requests.ts', 'src/forward.ts', 'src/onnx.ts', 'src/report/index.ts', 'src/report/moderator.ts', 'src/report/press.ts', ...UI] },
  { config: 'tsconfig.node.json', entries: ['src/node/index.ts', 'src/testing/index.ts', 'src/vite/index.ts'] },
  { config: 'tsconfig.worker.json', entries: ['src/worker/entry.ts'] },
];

/** Declarations under `dist/types`, which mirrors the tree. @throws {Error} a declaration could not be written. */
export function buildTypes(): void {
  for (const { config, entries } of PROGRAMS) emit(config, entries.map((entry) => inRoot(entry)));
}

function emit(config: string, entries: readonly string[]): void {
  const parsed = ts.getParsedCommandLineOfConfigFile(inRoot(config), {
    // Checking is `npm run types`; here only the declarations are made.
    noCheck: true, noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: `${DIST}/types`, rootDir: ROOT, removeComments: false,
  }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (d) => { throw new Error(String(d.messageText)); } });
  if (parsed === undefined) throw new Error(`${config} could not be read`);
  const program = ts.createProgram([...entries], parsed.options);
  const absent = entries.filter((entry) => program.getSourceFile(entry) === undefined);
  if (absent.length > 0) throw new Error(`no such entry: ${absent.join(', ')}`);
  const result = program.emit(undefined, (path, text) => { writeFile(path, withJsPaths(text)); }, undefined, true);
  if (result.emitSkipped || result.diagnostics.length > 0) {
    throw new Error(ts.formatDiagnostics(result.diagnostics, {
      getCanonicalFileName: (name) => name, getCurrentDirectory: () => ROOT, getNewLine: () => '\n',
    }) || `${config}: no declarations were written`);
  }
}

/** The source imports `./x.ts`; a declaration must say `./x.js`, which every resolver maps back to `./x.d.ts`. */
function withJsPaths(text: string): string {
  return text.replace(/((?:from|import)\s*\(?\s*['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2');
}
