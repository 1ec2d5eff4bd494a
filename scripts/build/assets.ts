import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleSource } from './bundle.ts';
import { builtLists } from './lists.ts';
import { ASSETS, BUILD, generatedBy, inRoot, writeFile } from './paths.ts';

/** What a page asks for with the first file to be covered; of each pair the one that runs there. */
const MEDIA_NAMES = ['worker-media.js', 'worker-media.classic.js', 'image.bin', 'image-scalar.bin'] as const;

/** What it asks for with the first message that a notice may come of; forms of cues with the first message that is looked at for them. */
const NOTICE_NAMES = ['worker-notices.js', 'worker-notices.classic.js', 'cues.bin'] as const;

/** What it asks for with the first long message that may be one of a chain. */
const CHAIN_NAMES = ['worker-chain.js', 'worker-chain.classic.js', 'sketch.bin', 'sketch-scalar.bin'] as const;

/** What it asks for with a host's own ONNX model, beside ONNX Runtime's code, which is not ours to ship. */
const ONNX_NAMES = ['worker-onnx.js', 'worker-onnx.classic.js'] as const;

/** Public files that a page may ask for without a hidden word, where it can set the header and has SIMD. */
const NAMES = ['worker.js', 'tables.bin', 'simd.bin', 'scam.bin'] as const;

/**
 * Puts the binary assets beside the workers and writes `build/assets.gen.ts`: the pinned list that the page's bundle
 * carries at its start, with the digest of the frame form's script that a page's policy has to allow. The script itself
 * goes into `build/frame-script.gen.ts`, so that only a page that needs the frame form loads it.
 */
export async function buildAssets(): Promise<void> {
  mkdirSync(ASSETS, { recursive: true });
  for (const name of [...NAMES, ...MEDIA_NAMES, ...NOTICE_NAMES, ...CHAIN_NAMES]) if (name.endsWith('.bin')) copyFileSync(`${BUILD}/${name}`, `${ASSETS}/${name}`);
  pinWordAssets();
  writeFile(`${BUILD}/media-assets.gen.ts`, `${generatedBy('scripts/build/assets.ts')}import type { AssetRecord } from '../src/contract/assets.ts';

/** The worker for media and its kernel. */
export const MEDIA_ASSETS: readonly AssetRecord[] = [
${MEDIA_NAMES.map((name) => record(name)).join('')}];
`);
  writeFile(`${BUILD}/notice-assets.gen.ts`, `${generatedBy('scripts/build/assets.ts')}import type { AssetRecord } from '../src/contract/assets.ts';

/** The worker for what is judged over time, and forms of cues for the text worker. */
export const NOTICE_ASSETS: readonly AssetRecord[] = [
${NOTICE_NAMES.map((name) => record(name)).join('')}];
`);
  writeFile(`${BUILD}/chain-assets.gen.ts`, `${generatedBy('scripts/build/assets.ts')}import type { AssetRecord } from '../src/contract/assets.ts';

/** The worker for near-copies and its kernel. */
export const CHAIN_ASSETS: readonly AssetRecord[] = [
${CHAIN_NAMES.map((name) => record(name)).join('')}];
`);
  pinOnnxAssets();
  const frame = (await bundleSource({
    input: inRoot('src/frame/entry.ts'), format: 'iife', platform: 'browser', minify: true,
  })).trim();
  const digest = createHash('sha256').update(frame).digest('base64');
  writeFile(`${BUILD}/assets.gen.ts`, `${generatedBy('scripts/build/assets.ts')}import type { AssetRecord } from '../src/contract/assets.ts';

export const ASSETS: readonly AssetRecord[] = [
${NAMES.map((name) => record(name)).join('')}];

/** Base64 SHA-256 of \`FRAME_SCRIPT\`, as it stands in a Content-Security-Policy. */
export const FRAME_SCRIPT_SHA256 = '${digest}';
`);
  writeFile(`${BUILD}/frame-script.gen.ts`, `${generatedBy('scripts/build/assets.ts')}/** Text between the script tags of the sealing frame. */
export const FRAME_SCRIPT: string = ${JSON.stringify(frame).replaceAll('</', '<\\/')};
`);
}

/**
 * What hidden words need beside `tables.bin`, and `build/word-assets.gen.ts`, which pins it and is loaded with the first word, as
 * are the table of public suffixes, the frame form's worker, those without WebAssembly and the kernels without SIMD or models; and
 * `build/list-tags.gen.ts`.
 */
export function pinWordAssets(): void {
  const names = ['worker.classic.js', 'worker-plain.js', 'worker-plain.classic.js', 'lookalikes.bin', 'common-words.bin', 'nudges.bin', 'greetings.bin', 'simd-words.bin', 'scalar.bin', 'scalar-words.bin', 'suffixes.bin', ...builtLists()];
  for (const name of names) if (name.endsWith('.bin')) copyFileSync(`${BUILD}/${name}`, `${ASSETS}/${name}`);
  writeFile(`${BUILD}/word-assets.gen.ts`, `${generatedBy('scripts/build/assets.ts')}import type { AssetRecord } from '../src/contract/assets.ts';

/** Look-alikes, common words, default lists and what tells languages apart; public suffixes; the frame form's worker, those without WebAssembly, the kernels without SIMD or models. */
export const WORD_ASSETS: readonly AssetRecord[] = [
${names.map((name) => record(name)).join('')}];
`);
  const tags = names.flatMap((name) => /^words-(.+)\.bin$/u.exec(name)?.[1] ?? []).sort();
  writeFile(`${BUILD}/list-tags.gen.ts`, `${generatedBy('scripts/build/assets.ts')}export const LIST_TAGS: readonly string[] = ${JSON.stringify(tags)};
`);
}

/** `build/onnx-assets.gen.ts`: the worker for a host's own models, and which file of `onnxruntime-web` belongs to the glue inside it. */
function pinOnnxAssets(): void {
  const runtime = 'ort-wasm-simd-threaded.wasm';
  const folder = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'));
  const { version } = JSON.parse(readFileSync(inRoot('node_modules/onnxruntime-web/package.json'), 'utf8')) as { readonly version: string };
  writeFile(`${BUILD}/onnx-assets.gen.ts`, `${generatedBy('scripts/build/assets.ts')}import type { AssetRecord } from '../src/contract/assets.ts';

export const ONNX_ASSETS: readonly AssetRecord[] = [
${ONNX_NAMES.map((name) => record(name)).join('')}];

/** ONNX Runtime's code, of the host's own copy of \`onnxruntime-web\` in just this version. */
export const RUNTIME_ASSET: AssetRecord =
${record(runtime, folder).trimEnd().replace(/,$/u, ';')}
/** That version. */
export const RUNTIME_VERSION = '${version}';
`);
}

function record(name: string, folder = ASSETS): string {
  const bytes = readFileSync(`${folder}/${name}`);
  return `  { name: '${name}', byteLength: ${bytes.byteLength}, sha256: '${createHash('sha256').update(bytes).digest('hex')}' },\n`;
}
