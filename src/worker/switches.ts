import type { EngineSettings, RejectedWord } from '../contract/engine.ts';
import { isSafetyError, SafetyError } from '../contract/errors.ts';
import { hidesWords, scoresScams } from '../contract/required-assets.ts';
import type { HiddenWordsSettings } from '../contract/settings.ts';
import type { Degraded } from '../contract/verdict.ts';
import { availableKernel } from '../contract/simd.ts';
import { openHosts } from '../decide/known-hosts.ts';
import { compileKernel } from '../text/kernel.ts';
import { TextKernel } from '../text/text-kernel.ts';
import { readNames } from './blocked-names.ts';
import type { CheckParts, PlainReader } from './checks.ts';
import type { Counts } from './counters.ts';
import { listEntries, listNamer, openLists, revealedList, type DefaultLists } from './default-lists.ts';
import type { Flood } from './flood.ts';
import { loadScamCheck, type ScamCheck } from './scam-check.ts';
import { refusals, sameWords, wordEntries } from './word-entries.ts';

/** Where there is no WebAssembly: the person's words without the kernel. */
export type ReadPlainly = (settings: HiddenWordsSettings) => PlainReader;

type Assets = Readonly<Record<string, ArrayBuffer>>;

/**
 * Makes what the settings switch on and drops what they switch off. A check that cannot be made is named in `missing`;
 * the others go on. The kernel, its tables, the list and the model are kept across changes that do not touch them.
 *
 * @throws {SafetyError} asset-mismatch, asset-integrity: the tables are not this version's, or damaged; no-wasm: no
 * memory for this many words. `before` stays in force then.
 */
export function buildChecks(
  settings: EngineSettings, assets: Assets, before: CheckParts | undefined, flood: Flood, counts: Counts, readPlainly?: ReadPlainly,
): CheckParts {
  const missing: Degraded[] = [];
  const { hiddenWords } = settings;
  const lists = hidesWords(settings) && hiddenWords.lists.length > 0 ? openLists(hiddenWords, assets, before?.lists) : undefined;
  if (lists !== undefined && hiddenWords.lists.some((tag) => !lists.entries.some((entry) => entry.tag === tag))) missing.push({ check: 'hidden-words', code: 'list-unavailable' });
  const wantsWords = hidesWords(settings) && (hiddenWords.words.length > 0 || (lists?.entries.length ?? 0) > 0);
  const wantsScam = scoresScams(settings);
  const { names } = settings;

  const kernel = readsText(settings) && readPlainly === undefined && !hadNoWasm(before) ? openKernel(assets, before?.kernel, counts, wantsScam) : undefined;
  let rejected: readonly RejectedWord[] = [];
  let numbers: CheckParts['numbers'];
  let plain: PlainReader | undefined;
  if (kernel !== undefined) {
    loadWordTables(kernel, assets, wantsWords, names !== undefined);
    ({ rejected, numbers } = putWords(kernel, settings, wantsWords, before, lists));
  } else if (wantsWords) {
    missing.push({ check: 'hidden-words', code: 'no-wasm' });
    plain = readPlainly?.(hiddenWords);
    rejected = plain?.rejected ?? [];
  }
  if (names && kernel === undefined) missing.push({ check: 'names', code: 'no-wasm' });

  let scam: ScamCheck | undefined;
  if (wantsScam) {
    const opened = openScam(kernel, assets['scam.bin'], before, counts);
    if (typeof opened === 'string') missing.push({ check: 'scam', code: opened });
    else scam = opened;
  }
  const named = lists !== undefined && kernel !== undefined
    ? { lists, listed: listNamer(lists, kernel), reveal: (tag: string) => revealedList(lists, hiddenWords, tag) } : {};
  const suffixes = assets['suffixes.bin'];
  return {
    settings, flood, missing, hosts: settings.requests.inertLinks ? suffixes ? openHosts(suffixes) : before?.hosts : undefined, kernel, kernelWords: wantsWords && kernel !== undefined, plain, scam,
    names: kernel && names && readNames(kernel, names), rejected, numbers, ...named,
  };
}

const readsText = (settings: EngineSettings): boolean => hidesWords(settings) || scoresScams(settings) || settings.names !== undefined;

/** Tables came once and no kernel came of them: they do not come again, and need not. */
function hadNoWasm(before: CheckParts | undefined): boolean {
  return availableKernel() === 'none' || (before !== undefined && before.kernel === undefined && readsText(before.settings));
}

/** `undefined` where there is no WebAssembly: the chat goes on with less. */
function openKernel(assets: Assets, old: TextKernel | undefined, counts: Counts, scam: boolean): TextKernel | undefined {
  const kind = availableKernel();
  if (old !== undefined) return scam && !('score' in old.exports) ? old.rebuilt(compileKernel(handedIn(assets, `${kind}.bin`))) : old;
  const tables = handedIn(assets, 'tables.bin');
  const build = assets[`${kind}.bin`] ?? handedIn(assets, `${kind}-words.bin`);
  try {
    const kernel = new TextKernel(tables, compileKernel(build), counts);
    counts.tablesLoaded++;
    return kernel;
  } catch (error) {
    if (isSafetyError(error) && error.code === 'no-wasm') return undefined;
    throw error;
  }
}

/** @throws {SafetyError} asset-unavailable */
function handedIn(assets: Assets, name: string): ArrayBuffer {
  const bytes = assets[name];
  if (bytes === undefined) throw new SafetyError('asset-unavailable', `${name} was not handed in.`);
  return bytes;
}

/** @throws {SafetyError} asset-unavailable, asset-mismatch, asset-integrity */
function loadWordTables(kernel: TextKernel, assets: Assets, words: boolean, names: boolean): void {
  for (const [name, wanted] of [['lookalikes.bin', words || names], ['common-words.bin', words], ['cues.bin', 'cues.bin' in assets]] as const) {
    if (wanted && !kernel.wordTables.has(name)) kernel.loadWordTable(name, new Uint8Array(handedIn(assets, name)));
  }
}

/** Builds the list, empties it, or keeps the one in force: 100,000 words are not folded anew for another switch. */
function putWords(
  kernel: TextKernel, settings: EngineSettings, wanted: boolean, before: CheckParts | undefined, lists: DefaultLists | undefined,
): Pick<CheckParts, 'rejected' | 'numbers'> {
  const had = before?.kernel === kernel && before.kernelWords;
  if (!wanted) {
    if (had) kernel.setWords([]);
    return { rejected: [] };
  }
  if (had && sameWords(before.settings.hiddenWords, settings.hiddenWords)) return before;
  const entries = wordEntries(settings.hiddenWords, lists && listEntries(lists, settings.hiddenWords));
  return { rejected: refusals(entries, kernel.setWords(entries), settings.hiddenWords.words.length) };
}

function openScam(
  kernel: TextKernel | undefined, model: ArrayBuffer | undefined, before: CheckParts | undefined, counts: Counts,
): ScamCheck | Degraded['code'] {
  if (kernel === undefined) return 'no-wasm';
  if (before?.scam !== undefined && before.kernel === kernel) return before.scam;
  if (model === undefined) return 'asset-unavailable';
  const scam = loadScamCheck(kernel, model);
  if (scam === undefined) return 'model-invalid';
  counts.modelsLoaded++;
  return scam;
}
