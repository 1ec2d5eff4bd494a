import { readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleSource } from '../../scripts/build/bundle.ts';
import { ASSETS, inRoot } from '../../scripts/build/paths.ts';

interface Node { readonly type: string; readonly [key: string]: unknown }

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (typeof value === 'object' && value !== null) {
    if (typeof (value as Node).type === 'string') visit(value as Node);
    for (const child of Object.values(value)) walk(child, visit);
  }
}

function nodesOf(code: string): readonly Node[] {
  const found: Node[] = [];
  walk(parseAst(code), (node) => { found.push(node); });
  return found;
}

const MODULE_SYNTAX = ['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration', 'ExportDefaultDeclaration'];

describe.each(['worker.js', 'worker.classic.js', 'worker-plain.js', 'worker-plain.classic.js', 'worker-notices.js', 'worker-notices.classic.js', 'worker-media.js', 'worker-media.classic.js', 'worker-chain.js', 'worker-chain.classic.js', 'worker-onnx.js', 'worker-onnx.classic.js'])('%s', (name) => {
  let nodes: readonly Node[];
  beforeAll(() => { nodes = nodesOf(readFileSync(`${ASSETS}/${name}`, 'utf8')); });

  it('is one file: nothing is imported from it or by it', () => {
    expect(nodes.filter((node) => MODULE_SYNTAX.includes(node.type))).toEqual([]);
  });

  it('never names another file: `import()` takes only what the self-test hands it', () => {
    const dynamic = nodes.filter((node) => node.type === 'ImportExpression');
    const literal = dynamic.filter((node) => (node['source'] as Node).type === 'Literal');
    expect(literal.filter((node) => /\.(m?js|wasm|json)/.test(String((node['source'] as Node)['value'])))).toEqual([]);
    expect(dynamic.length).toBeLessThanOrEqual(3);
  });
});

/** Names a worker room may not use. The seal's own files spell them out to try and remove them. */
const WAYS_OUT = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'BroadcastChannel', 'indexedDB', 'caches',
  'importScripts', 'Worker', 'SharedWorker', 'FontFace', 'navigator', 'sendBeacon', 'RTCPeerConnection', 'localStorage'];
const UNSTEADY = ['Date', 'Intl', 'performance', 'crypto'];
const UNSTEADY_MEMBERS = ['normalize', 'toLocaleLowerCase', 'toLocaleUpperCase', 'localeCompare', 'toLocaleString', 'random'];
const SEAL_FILES = /^src\/worker\/(seal|self-test)/;
/** Others' code, whose names the build binds to stand-ins. */
const RUNTIME = 'node_modules/onnxruntime-web/dist/ort.wasm.bundle.min.mjs';
/** Verifies hints. Its keys and asynchronous forms, which nothing calls, name `crypto`; of that the seal leaves nothing. */
const ED25519 = 'node_modules/@noble/ed25519/index.js';
/** What only the media worker holds. */
const DECODING = ['createImageBitmap', 'OffscreenCanvas', 'VideoDecoder', 'EncodedVideoChunk'];

describe.each(['entry', 'notices-entry', 'media-entry', 'chain-entry', 'onnx-entry'])('the worker bundle of %s, file by file', (entry) => {
  let regions: readonly { readonly file: string; readonly code: string }[];

  beforeAll(async () => {
    const code = await bundleSource({ input: inRoot(`src/worker/${entry}.ts`), format: 'esm', platform: 'browser', minify: false, marks: true });
    // The bundler marks where each file's code begins with `// path`; every other comment is dropped.
    const [before, ...parts] = code.split(/^\/\/ (\S+)$/m);
    expect(before?.trim()).toBe('');
    regions = parts.flatMap((file, index) => (index % 2 === 0 ? [{ file, code: parts[index + 1] ?? '' }] : []));
    expect(regions.length).toBeGreaterThan(10);
  });

  it('is made of the worker rooms and the version alone', () => {
    const files = regions.map((region) => region.file);
    expect(files).toContain(`src/worker/${entry}.ts`);
    expect(files.filter((file) => file !== RUNTIME && (file !== ED25519 || entry !== 'notices-entry') && !/^(src\/(worker|contract|text|media|score|decide)\/|build\/[a-z]+\.gen\.ts$|\\0rolldown\/)/.test(file))).toEqual([]);
  });

  it('names a way out only where the seal tries and removes it', () => {
    const isWayOut = (node: Node): boolean => node.type === 'Identifier' && WAYS_OUT.includes(String(node['name']));
    // `globalThis.navigator?.…`, of which the seal leaves nothing.
    expect(offences(isWayOut, [`${RUNTIME} navigator`])).toEqual([]);
    expect(regions.some(({ file }) => file === RUNTIME)).toBe(entry === 'onnx-entry');
    const tried = regions.filter((region) => SEAL_FILES.test(region.file)).flatMap((region) => nodesOf(region.code).filter(isWayOut));
    expect(tried.length, 'the look-up itself finds names').toBeGreaterThan(2);
  });

  it('decodes in the media worker alone', () => {
    const named = regions.flatMap(({ file, code }) => nodesOf(code).filter((node) => node.type === 'Identifier' && DECODING.includes(String(node['name']))).map(() => file));
    expect(named.length > 0).toBe(entry === 'media-entry');
    expect(named.filter((file) => !/^src\/worker\/(decode-picture|video-)/.test(file))).toEqual([]);
    const reasons = regions.filter(({ code }) => code.includes('takes bytes and pictures, never an address'));
    expect(reasons, 'reasons are for readers').toEqual([]);
  });

  it('reads no text in the notice worker: no kernel is there, and nothing that looks at a message\'s words', () => {
    const readers = regions.map(({ file }) => file).filter((file) => /^src\/(text|media|score|fallback)\/|\/(pipeline|surfaces|scam-check|find-links|checks)\.ts$/.test(file));
    expect(readers.length === 0).toBe(entry === 'notices-entry');
  });

  it('has no clock, no locale, no chance and no host normaliser anywhere', () => {
    expect(offences((node) => node.type === 'Identifier' && UNSTEADY.includes(String(node['name'])), [`${ED25519} crypto`])).toEqual([]);
    expect(offences((node) => node.type === 'MemberExpression' && UNSTEADY_MEMBERS.includes(String((node['property'] as Node)['name'])), ['node_modules/comlink/dist/esm/comlink.mjs random'])).toEqual([]);
  });

  function offences(isOffence: (node: Node) => boolean, known: readonly string[] = []): readonly string[] {
    return regions.filter((region) => !SEAL_FILES.test(region.file)).flatMap((region) => nodesOf(region.code).filter(isOffence).map((node) =>
      `${region.file} ${String(node['name'] ?? (node['property'] as Node)['name'])}`)).filter((line) => !known.includes(line));
  }
});
