import asc from 'assemblyscript/asc';
import binaryen from 'binaryen';
import type { Ways } from './ways.ts';

/** The image kernel, not optimised, whose conditions tell which way they went. */
export interface MarkedKernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** @param exports of an instance of these bytes */
  ways(exports: object): readonly Ways[];
}

/** Compiled from its sources; about ten seconds. @throws {Error} what the compiler says */
export async function markedKernel(root: string): Promise<MarkedKernel> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([
    'assembly/image.ts', '--baseDir', root, '-o', 'image.wasm', '--runtime', 'stub', '-O0', '--noAssert', '--uncheckedBehavior', 'always', '--use', 'abort=',
    '--memoryBase', '1024', '--initialMemory', '8', '--maximumMemory', '8', '--enable', 'simd', '--debug',
  ], { writeFile: (name, contents) => { if (name.endsWith('.wasm')) wasm = contents as Uint8Array; } });
  if (error !== null || wasm === undefined) throw new Error(`The kernel does not compile:\n${stderr.toString()}`);
  const { SIMD128, BulkMemory, BulkMemoryOpt, SignExt, NontrappingFPToInt, MutableGlobals } = binaryen.Features;
  const features = SIMD128 | BulkMemory | BulkMemoryOpt | SignExt | NontrappingFPToInt | MutableGlobals;
  const plain = binaryen.readBinary(wasm);
  plain.setFeatures(features);
  const tree = parsed(plain.emitText());
  plain.dispose();
  const places: string[] = [];
  const marked = tree.map((part) => (Array.isArray(part) && part[0] === 'func' ? withMarks(part, String(part[1]), places) : part));
  for (const n of places.keys()) marked.push(...marksOf(n));
  const made = binaryen.parseText(printed(marked));
  made.setFeatures(features);
  const bytes = new Uint8Array(made.emitBinary());
  made.dispose();
  return {
    bytes,
    ways: (exports) => places.map((at, n) => {
      const was = (way: string): boolean => (exports as Record<string, { readonly value: number }>)[`${way}${n}`]?.value === 1;
      return { at, taken: [was('yes'), was('no')] };
    }),
  };
}

/** Text of WebAssembly: words and lists. */
type Node = string | readonly Node[];

function parsed(text: string): readonly Node[] {
  const stack: Node[][] = [[]];
  for (const [word] of text.replace(/;;.*$/gmu, '').matchAll(/"(?:[^"\\]|\\.)*"|[()]|[^\s()"]+/gu)) {
    if (word === '(') {
      stack.push([]);
    } else if (word === ')') {
      const done = stack.pop() as Node[];
      stack.at(-1)?.push(done);
    } else {
      stack.at(-1)?.push(word);
    }
  }
  return stack[0]?.[0] as readonly Node[];
}

function printed(node: Node): string {
  return typeof node === 'string' ? node : `(${node.map(printed).join(' ')})`;
}

/** With a call around each condition of `if`, `br_if` and `select`: the first part of the one, the last of the others. */
function withMarks(node: Node, at: string, places: string[]): Node {
  if (typeof node === 'string') return node;
  const inner = node.map((part) => withMarks(part, at, places));
  const [name] = node;
  if (name !== 'if' && name !== 'br_if' && name !== 'select') return inner;
  const which = name === 'if' ? inner.findIndex((part, n) => n > 0 && Array.isArray(part) && part[0] !== 'result') : inner.length - 1;
  const condition = inner[which] as Node;
  // What the compiler has worked out is no condition.
  if (Array.isArray(condition) && condition[0] === 'i32.const') return inner;
  places.push(`${at.replace('$assembly/image/', '')} ${name} ${printed(node[which] as Node).slice(0, 90)}`);
  inner[which] = ['call', `$way${places.length - 1}`, condition];
  return inner;
}

function marksOf(n: number): readonly Node[] {
  return [
    ...['yes', 'no'].flatMap((way): Node[] => [['global', `$${way}${n}`, ['mut', 'i32'], ['i32.const', '0']], ['export', `"${way}${n}"`, ['global', `$${way}${n}`]]]),
    ['func', `$way${n}`, ['param', '$is', 'i32'], ['result', 'i32'], ['if', ['local.get', '$is'],
      ['then', ['global.set', `$yes${n}`, ['i32.const', '1']]], ['else', ['global.set', `$no${n}`, ['i32.const', '1']]]], ['local.get', '$is']],
  ];
}
