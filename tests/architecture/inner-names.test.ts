import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { INNER_NAMES, PAGE_INNER_NAMES } from '../../scripts/build/inner-names.ts';
import { ASSETS, DIST, inRoot } from '../../scripts/build/paths.ts';

/** What a file calls by name at run time or in a type that others see: properties it declares, and texts. */
function namesIn(file: string, kinds: readonly ('property' | 'text')[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isDeclared = ts.isPropertySignature(node) || ts.isMethodSignature(node) || ts.isPropertyAssignment(node)
      || ts.isShorthandPropertyAssignment(node) || ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node);
    if (kinds.includes('property') && isDeclared) names.add(node.name.getText().replace(/^['"]|['"]$/g, ''));
    // `Pick<Flood, 'arrive'>` and `CheckParts['numbers']` are gone when it runs.
    if (kinds.includes('text') && ts.isStringLiteralLike(node) && !ts.isLiteralTypeNode(node.parent)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return names;
}

const filesIn = (room: string): readonly string[] => readdirSync(inRoot('src', room), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
const inNames = (names: ReadonlySet<string>, of: readonly string[] = INNER_NAMES): readonly string[] => of.filter((name) => names.has(name));

describe('names of properties that the minifier shortens in workers', () => {
  it('are none that is posted, or that hosts see', () => {
    for (const file of filesIn('contract')) expect(inNames(namesIn(file, ['property'])), file).toEqual([]);
  });

  it('are written as names only, never as a text', () => {
    for (const room of ['contract', 'text', 'score', 'decide', 'fallback', 'worker']) {
      // In worker-onnx.js, where this is, names stay whole: models have names of their own.
      for (const file of filesIn(room).filter((name) => !name.endsWith('/score/onnx.ts'))) expect(inNames(namesIn(file, ['text'])), file).toEqual([]);
    }
  });

  it('in the page: are none that hosts or workers see, or that `inward/browser` knows, and none that is a text', () => {
    for (const room of ['contract', 'frame', 'testing', 'host']) {
      for (const file of filesIn(room)) {
        const others = room !== 'host' || /\/(?:encrypted-store|indexed-db|keyed-bytes|record-seal|sealed-database|version-index)\.ts$/.test(file);
        expect(inNames(namesIn(file, others ? ['property', 'text'] : ['text']), PAGE_INNER_NAMES), file).toEqual([]);
      }
    }
    expect(PAGE_INNER_NAMES).toEqual([...new Set(PAGE_INNER_NAMES)].sort());
    const browser = readFileSync(`${DIST}/browser.js`, 'utf8');
    expect(PAGE_INNER_NAMES.filter((name) => new RegExp(`[.,{]${name}[:,}(=.]`).test(browser))).toEqual([]);
  });

  it('are sorted, once each, and gone from what ships', () => {
    expect(INNER_NAMES).toEqual([...new Set(INNER_NAMES)].sort());
    for (const worker of ['worker.js', 'worker.classic.js', 'worker-notices.js', 'worker-notices.classic.js']) {
      const code = readFileSync(`${ASSETS}/${worker}`, 'utf8');
      expect(INNER_NAMES.filter((name) => new RegExp(`[.,{]${name}[:,}(=.]`).test(code)), worker).toEqual([]);
    }
  });
});
