import { brotliCompressSync, constants } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { RUNTIME } from '../../src/contract/host-model.ts';
import { LANGUAGES } from '../build/catalogues.ts';
import { DIST } from '../build/paths.ts';

/** One row of DESIGN §5 that is about bytes. */
export interface Budget {
  readonly what: string;
  /** Files under `dist/` that are asked for together. */
  readonly files: readonly string[];
  /** Bytes after brotli (quality 11), 1 kB = 1,000 bytes. */
  readonly limit: number;
  /** Another quality, where 11 takes too long for a test. */
  readonly quality?: number;
}

/** A file of `dist/` and every part that it imports before it runs. */
function withImports(name: string): readonly string[] {
  const parts = importedParts(readFileSync(`${DIST}/${name}`, 'utf8'));
  return [...new Set([name, ...parts.flatMap(withImports)])];
}

/** Files beside it that a module imports before it runs, by name or for their effect; not what it loads later. */
export function importedParts(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/gu)].map((match) => match[1] as string);
}

const ENTRY = withImports('index.js');
/** What a page loads before its first verdict, but for the store and workers. */
export const PAGE = [...new Set([...ENTRY, ...withImports('start-safety.js')])];
const LATIN_START = ['assets/tables.bin', 'assets/lookalikes.bin'];
const KERNEL = 'assets/simd.bin';
const WORDS_KERNEL = 'assets/simd-words.bin';
const LISTS = readdirSync(`${DIST}/assets`).filter((name) => name.startsWith('words-')).map((name) => `assets/${name}`);
const FIRST_VERDICT = [...PAGE, 'browser.js', 'assets/worker.js', 'assets/tables.bin'];

/**
 * Budgets of what exists. A fresh English user, who hides no word yet: all of the page's code, store, one worker, its kernel, the tables, and the scam model if on. What a notice needs comes with
 * the first message that one may come of: without text models that is a stranger's, with them the page's part is there from the start.
 */
export const BUDGETS: readonly Budget[] = [
  { what: '.', files: ENTRY, limit: 8_000 },
  // Our own: contacts, hints and the desk took it past 16 kB, who writes, reports and chain letters past 17. DESIGN bounds the entry and the first verdict.
  { what: '. and what createSafety loads', files: PAGE, limit: 17_500 },
  { what: './browser', files: ['browser.js'], limit: 4_000 },
  { what: './report', files: ['report.js'], limit: 12_000 },
  { what: './report/moderator', files: ['report-moderator.js'], limit: 1_000 },
  { what: './report/press', files: ['report-press.js'], limit: 1_500 },
  { what: './ui', files: withImports('ui.js'), limit: 15_000 },
  { what: './ui/help, beside ./ui', files: ['ui-help.js'], limit: 5_000 },
  { what: './ui/report, beside ./ui', files: ['ui-report.js'], limit: 6_000 },
  { what: './ui/forward, beside ./ui', files: ['ui-forward.js'], limit: 2_000 },
  ...LANGUAGES.map((lang) => ({ what: `./ui/${lang}`, files: withImports(`ui-${lang}.js`), limit: 4_000 })),
  ...LANGUAGES.map((lang) => ({ what: `./ui/notices/${lang}`, files: [`ui-notices-${lang}.js`], limit: 4_000 })),
  ...LANGUAGES.map((lang) => ({ what: `./ui/report/${lang}`, files: [`ui-report-${lang}.js`], limit: 4_000 })),
  ...LANGUAGES.map((lang) => ({ what: `./ui/forward/${lang}`, files: [`ui-forward-${lang}.js`], limit: 2_000 })),
  { what: 'worker.js with its kernel', files: ['assets/worker.js', KERNEL], limit: 30_000 },
  { what: 'worker.js with the kernel without models', files: ['assets/worker.js', WORDS_KERNEL], limit: 30_000 },
  { what: 'worker.classic.js with its kernel', files: ['assets/worker.classic.js', KERNEL], limit: 30_000 },
  { what: 'worker-notices.js', files: ['assets/worker-notices.js'], limit: 12_000 },
  { what: 'worker-notices.classic.js', files: ['assets/worker-notices.classic.js'], limit: 12_000 },
  { what: 'the page\'s part for notices', files: ['page-notices.js'], limit: 2_500 },
  { what: 'the page\'s part for who writes', files: ['ask-contact.js'], limit: 4_000 },
  { what: 'the page\'s part for chain messages', files: ['page-chain.js', 'notice-id.js'], limit: 2_500 },
  { what: 'the page\'s part for reports, beside ./report', files: ['report-desk.js'], limit: 2_000 },
  { what: 'the page\'s part for copies in reports', files: ['report-copies.js'], limit: 1_000 },
  { what: 'the page\'s part for what is passed on', files: ['review-forward.js'], limit: 1_500 },
  { what: 'worker-media.js with its kernel', files: ['assets/worker-media.js', 'assets/image.bin'], limit: 20_000 },
  { what: 'worker-media.classic.js with its kernel', files: ['assets/worker-media.classic.js', 'assets/image.bin'], limit: 20_000 },
  { what: 'worker-chain.js with its kernel', files: ['assets/worker-chain.js', 'assets/sketch.bin'], limit: 9_000 },
  { what: 'worker-chain.classic.js with its kernel', files: ['assets/worker-chain.classic.js', 'assets/sketch.bin'], limit: 9_000 },
  { what: './onnx', files: withImports('onnx.js'), limit: 3_500 },
  { what: 'worker-onnx.js, with a model of one\'s own', files: ['assets/worker-onnx.js'], limit: 26_000 },
  { what: 'worker-onnx.classic.js', files: ['assets/worker-onnx.classic.js'], limit: 26_000 },
  // At 11: 2,355,011 bytes, after 20 s.
  { what: 'ONNX Runtime beside it, brotli 9', files: [`../node_modules/onnxruntime-web/dist/${RUNTIME}`], limit: 2_700_000, quality: 9 },
  { what: 'tables.bin + lookalikes.bin (Latin start)', files: LATIN_START, limit: 16_000 },
  { what: 'all tables', files: [...LATIN_START, 'assets/common-words.bin', 'assets/languages.bin'], limit: 40_000 },
  { what: 'scam.bin, where scam notices are on', files: ['assets/scam.bin'], limit: 500_000 },
  { what: 'nudges.bin, with the first message it is for', files: ['assets/nudges.bin'], limit: 4_100 },
  { what: 'greetings.bin, with the first chain letter that is passed on', files: ['assets/greetings.bin'], limit: 5_000 },
  { what: 'suffixes.bin, after a link', files: ['assets/suffixes.bin'], limit: 15_000 },
  { what: 'all default lists, each loaded by itself', files: LISTS, limit: 30_000 },
  { what: 'first verdict without text models', files: [...FIRST_VERDICT, WORDS_KERNEL], limit: 60_000 },
  { what: 'first verdict with text models', files: [...FIRST_VERDICT, 'page-notices.js', 'ask-contact.js', KERNEL, 'assets/scam.bin'], limit: 600_000 },
];

/** Brotli size of one file of `dist/`, as a server with static compression sends it. */
export function brotliBytes(file: string, quality?: number): number {
  return compressed(readFileSync(`${DIST}/${file}`), quality);
}

/** Bytes after brotli. */
export function compressed(bytes: Uint8Array, quality = 11): number {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
  }).byteLength;
}

export function spent(budget: Budget): number {
  return budget.files.reduce((sum, file) => sum + brotliBytes(file, budget.quality), 0);
}
