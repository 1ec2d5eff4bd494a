import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import type { Ways } from './ways.ts';

/** A copy of a part of the repository whose conditions tell which way they went. */
export interface MarkedCopy {
  /** A module of the copy. */
  load(path: string): Promise<unknown>;
  /** Conditions of the marked folders, with what was taken so far. */
  ways(): readonly Ways[];
}

/** The functions that marked sources call, by name. */
const TRUTH = 'markTruth__';
const THERE = 'markThere__';

/** @param root of the repository @param to where the copy goes; it is made anew @param copied folders @param marked folders among them */
export function markedCopy(root: string, to: string, copied: readonly string[], marked: readonly string[]): MarkedCopy {
  rmSync(to, { recursive: true, force: true });
  for (const folder of copied) {
    mkdirSync(dirname(join(to, folder)), { recursive: true });
    cpSync(join(root, folder), join(to, folder), { recursive: true });
  }
  const places: string[] = [];
  for (const folder of marked) {
    for (const entry of readdirSync(join(to, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const path = join(entry.parentPath, entry.name);
      writeFileSync(path, markedSource(readFileSync(path, 'utf8'), relative(to, path), places));
    }
  }
  const taken = new Uint8Array(2 * places.length);
  const mark = (way: (value: unknown) => boolean) => (place: number, value: unknown): unknown => {
    taken[2 * place + (way(value) ? 0 : 1)] = 1;
    return value;
  };
  Object.assign(globalThis, { [TRUTH]: mark((value) => Boolean(value)), [THERE]: mark((value) => value !== undefined && value !== null) });
  return {
    load: (path) => import(join(to, path)),
    ways: () => places.map((at, n) => ({ at, taken: [taken[2 * n] === 1, taken[2 * n + 1] === 1] })),
  };
}

/** Puts a call around each condition: of `if`, loops and `?:`, and the left side of `&&`, `||` and `??`. @param places grows by where they stand */
export function markedSource(text: string, name: string, places: string[]): string {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const inserts: { readonly at: number; readonly text: string }[] = [];
  const put = (expression: ts.Expression, how: string, inner: () => void): void => {
    const { line } = source.getLineAndCharacterOfPosition(expression.getStart());
    inserts.push({ at: expression.getStart(), text: `${how}(${places.length}, ` });
    places.push(`${name}:${line + 1} ${expression.getText().replace(/\s+/gu, ' ').slice(0, 60)}`);
    inner();
    inserts.push({ at: expression.end, text: ')' });
  };
  const walk = (node: ts.Node): void => {
    const [condition, how] = conditionOf(node);
    ts.forEachChild(node, (child) => {
      if (child === condition) put(condition, how, () => { walk(child); });
      else walk(child);
    });
  };
  walk(source);
  // Sorting is stable: what is around begins first, and ends last.
  let out = '';
  let from = 0;
  for (const { at, text: put_ } of inserts.sort((a, b) => a.at - b.at)) {
    out += text.slice(from, at) + put_;
    from = at;
  }
  return out + text.slice(from);
}

function conditionOf(node: ts.Node): readonly [ts.Expression | undefined, string] {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return [node.expression, TRUTH];
  if (ts.isForStatement(node) || ts.isConditionalExpression(node)) return [node.condition, TRUTH];
  const operator = ts.isBinaryExpression(node) ? node.operatorToken.kind : undefined;
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) return [(node as ts.BinaryExpression).left, TRUTH];
  return operator === ts.SyntaxKind.QuestionQuestionToken ? [(node as ts.BinaryExpression).left, THERE] : [undefined, TRUTH];
}
