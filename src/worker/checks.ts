import type { EngineSettings, ListWord, RejectedWord } from '../contract/engine.ts';
import type { Degraded, Hit } from '../contract/verdict.ts';
import type { AllowedRange } from '../decide/allowed-words.ts';
import type { HostJudge } from '../decide/host-reasons.ts';
import { howHidden } from '../decide/how-hidden.ts';
import { isActing, type WordScope } from '../decide/word-actions.ts';
import type { TextKernel } from '../text/text-kernel.ts';
import type { NameReader } from './blocked-names.ts';
import type { DefaultLists } from './default-lists.ts';
import type { Flood } from './flood.ts';
import type { Judging, ScamCheck, ScamJudgement } from './scam-check.ts';
import type { ReadSurfaces } from './surfaces.ts';
import { ALLOW_FROM } from './word-entries.ts';
import { indexOfNumber } from './word-numbers.ts';

export interface Wanted {
  /** Words that act there and then; `false`: none is looked for. */
  readonly words: WordScope | false;
  /** The message, which may bring what a host's model says of it. */
  readonly scam: Judging | false;
  /** Hits say how they were disguised (`TriedHit`): for the person who tries a text out. */
  readonly how?: boolean;
}

export interface ReadResult {
  readonly hits: readonly Hit[];
  readonly allowed: readonly AllowedRange[];
  /** A limit ended the search for words, hidden and allowed ones together: there may be more of either. */
  readonly capped: boolean;
  /** It was the limit of hits. */
  readonly full: boolean;
  readonly scam?: ScamJudgement;
  readonly degraded: readonly Degraded[];
}

/** In place of the kernel, where there is no WebAssembly: `plain-words.ts`, in a worker file of its own. */
export interface PlainReader {
  readonly rejected: readonly RejectedWord[];
  read(surfaces: ReadSurfaces, scope: WordScope): ReadResult;
}

/** What the settings switch on and the assets make possible. Replaced as a whole when either changes. */
export interface CheckParts {
  readonly settings: EngineSettings;
  /** Who tells the hosts of links apart, where `suffixes.bin` came. */
  readonly hosts?: HostJudge | undefined;
  /** Who was heard of many strangers. */
  readonly flood: Flood;
  /** Checks that are switched on and cannot run, for every verdict. */
  readonly missing: readonly Degraded[];
  readonly kernel: TextKernel | undefined;
  /** Words are in the kernel's list. */
  readonly kernelWords: boolean;
  /** Words that cannot match, by index in the settings. */
  readonly rejected: readonly RejectedWord[];
  /** The kernel's number of each of the person's words, ascending; without it, that is their index. */
  readonly numbers?: readonly number[] | undefined;
  /** The default lists in force. */
  readonly lists?: DefaultLists | undefined;
  /** Compares names with those of the block list. */
  readonly names?: NameReader | undefined;
  /** Names a kernel's entry that is a default list's. */
  readonly listed?: ((entry: number) => Pick<Hit, 'list' | 'entry'> | undefined) | undefined;
  /** Words of a default list in force. */
  readonly reveal?: ((tag: string) => readonly ListWord[] | undefined) | undefined;
  readonly plain: PlainReader | undefined;
  readonly scam: ScamCheck | undefined;
}

export interface Checks extends CheckParts {
  readonly hasWords: boolean;
  /** Reads a message once for all who want it. Without anybody who does, its text is not even copied. */
  read(surfaces: ReadSurfaces, want: Wanted): ReadResult;
}

const NOTHING: ReadResult = { hits: [], allowed: [], capped: false, full: false, degraded: [] };

export function makeChecks(parts: CheckParts): Checks {
  const { kernel, plain, scam } = parts;
  const hasWords = parts.kernelWords || plain !== undefined;
  return {
    ...parts,
    hasWords,
    read(list, want) {
      const words = hasWords && want.words;
      if (plain !== undefined && words) return plain.read(list, words);
      const model = want.scam ? scam : undefined;
      if (kernel === undefined || (!words && model === undefined)) return NOTHING;
      return readWithKernel(kernel, parts, list, { ...want, words }, model);
    },
  };
}

function readWithKernel(
  kernel: TextKernel, parts: CheckParts, list: ReadSurfaces, { words, scam: item, how: asked }: Wanted, model: ScamCheck | undefined,
): ReadResult {
  const degraded: Degraded[] = [];
  const cutChecks = words ? 'hidden-words' as const : 'scam' as const;
  try {
    const report = kernel.read(list.surfaces);
    if (list.cut || report.cut) degraded.push({ check: cutChecks, code: 'limit-exceeded' });
    const hits: Hit[] = [];
    const allowed: AllowedRange[] = [];
    let capped = false;
    let full = false;
    if (words) {
      const found = kernel.match();
      ({ capped, full } = found);
      if (capped && degraded[0]?.code !== 'limit-exceeded') degraded.push({ check: 'hidden-words', code: 'limit-exceeded' });
      if (report.illFormed) degraded.push({ check: 'hidden-words', code: 'ill-formed-text' });
      for (const { surface: at, start, end, entry, how } of found.hits) {
        const surface = list.surfaces[at]?.name;
        if (surface === undefined) continue;
        const action = entry >= ALLOW_FROM ? 'allow' : actionOf(parts, entry, words);
        if (action === 'allow') allowed.push({ surface, start, end });
        else if (action !== undefined) hits.push({ surface, start, end, ...action, ...(asked === true ? { how: howHidden(how) } : {}) });
      }
    }
    if (model === undefined) return { hits, allowed, capped, full, degraded };
    if (report.illFormed) degraded.push({ check: 'scam', code: 'ill-formed-text' });
    const scam = model(kernel, item as Judging, list.surfaces);
    // Where no words are looked for, what was cut off stands there already.
    return { hits, allowed, capped, full, scam, degraded: [...degraded, ...scam.degraded.filter(({ code }) => words || code !== degraded[0]?.code)] };
  } finally {
    kernel.wipe();
  }
}

/** What a kernel's entry stands for and does here and now; `undefined`: nothing, or no longer. */
function actionOf(
  { settings, numbers, listed }: CheckParts, number: number, scope: WordScope,
): Pick<Hit, 'entry' | 'list' | 'action'> | undefined {
  const named = listed?.(number);
  if (named !== undefined) return { ...named, action: 'hide' };
  const entry = indexOfNumber(numbers, number);
  const word = settings.hiddenWords.words[entry];
  return word !== undefined && isActing(word, scope) ? { entry, list: 'mine', action: word.action ?? 'hide' } : undefined;
}
