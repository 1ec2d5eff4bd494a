import type { RejectedWord } from '../contract/engine.ts';
import type { Settings } from '../contract/settings.ts';
import type { Degraded, Hit } from '../contract/verdict.ts';
import type { AllowedRange } from '../decide/allowed-words.ts';
import type { PlainLists } from '../fallback/match.ts';
import type { TextKernel } from '../text/text-kernel.ts';
import type { ScamCheck, ScamJudgement } from './scam-check.ts';
import type { EngineState } from './state.ts';
import type { ReadSurfaces } from './surfaces.ts';
import { ALLOW_FROM } from './word-entries.ts';

export interface Wanted {
  readonly words: boolean;
  readonly scam: boolean;
}

export interface ReadResult {
  readonly hits: readonly Hit[];
  readonly allowed: readonly AllowedRange[];
  /** A limit ended the search for words, hidden and allowed ones together: there may be more of either. */
  readonly capped: boolean;
  readonly scam?: ScamJudgement;
  readonly degraded: readonly Degraded[];
}

/** What the settings switch on and the assets make possible. Replaced as a whole when either changes. */
export interface CheckParts {
  readonly settings: Settings;
  readonly state: EngineState;
  /** Checks that are switched on and cannot run, for every verdict. */
  readonly missing: readonly Degraded[];
  readonly kernel: TextKernel | undefined;
  /** Words are in the kernel's list. */
  readonly kernelWords: boolean;
  /** Words that cannot match, by index in the settings. */
  readonly rejected: readonly RejectedWord[];
  /** In place of the kernel where there is no WebAssembly. */
  readonly plain: PlainLists | undefined;
  readonly scam: ScamCheck | undefined;
  /** Notices are switched on: edits take earlier ones back, whether or not the model is there. */
  readonly considers: boolean;
}

export interface Checks extends CheckParts {
  readonly hasWords: boolean;
  /** Reads a message once for all who want it. Without anybody who does, its text is not even copied. */
  read(surfaces: ReadSurfaces, want: Wanted): ReadResult;
}

const NOTHING: ReadResult = { hits: [], allowed: [], capped: false, degraded: [] };

export function makeChecks(parts: CheckParts): Checks {
  const { kernel, plain, scam } = parts;
  return {
    ...parts,
    hasWords: parts.kernelWords || plain !== undefined,
    read(list, want) {
      if (plain !== undefined && want.words) return readPlainly(plain, list);
      const words = parts.kernelWords && want.words;
      const model = want.scam ? scam : undefined;
      if (kernel === undefined || (!words && model === undefined)) return NOTHING;
      return readWithKernel(kernel, list, words, model);
    },
  };
}

function readWithKernel(kernel: TextKernel, list: ReadSurfaces, words: boolean, model: ScamCheck | undefined): ReadResult {
  const degraded: Degraded[] = [];
  const cutChecks = words ? 'hidden-words' as const : 'scam' as const;
  try {
    const report = kernel.read(list.surfaces);
    if (list.cut || report.cut) degraded.push({ check: cutChecks, code: 'limit-exceeded' });
    const hits: Hit[] = [];
    const allowed: AllowedRange[] = [];
    let capped = false;
    if (words) {
      const found = kernel.match();
      capped = found.capped;
      if (capped && degraded[0]?.code !== 'limit-exceeded') degraded.push({ check: 'hidden-words', code: 'limit-exceeded' });
      if (report.illFormed) degraded.push({ check: 'hidden-words', code: 'ill-formed-text' });
      for (const { surface: at, start, end, entry } of found.hits) {
        const surface = list.surfaces[at]?.name;
        if (surface === undefined) continue;
        if (entry >= ALLOW_FROM) allowed.push({ surface, start, end });
        else hits.push({ surface, start, end, entry, list: 'mine', action: 'hide' });
      }
    }
    if (model === undefined) return { hits, allowed, capped, degraded };
    if (report.illFormed) degraded.push({ check: 'scam', code: 'ill-formed-text' });
    const scam = model(kernel);
    return { hits, allowed, capped, scam, degraded: [...degraded, ...scam.degraded] };
  } finally {
    kernel.wipe();
  }
}

function readPlainly(plain: PlainLists, list: ReadSurfaces): ReadResult {
  const found = list.surfaces.map((surface) => plain.words.find(surface));
  const hits = found.flatMap((surface) => surface.hits);
  const capped = found.some((surface) => surface.capped);
  const allowed = hits.length === 0 ? [] : list.surfaces.flatMap((surface) => plain.allow.find(surface).hits);
  return { hits, allowed, capped, degraded: list.cut || capped ? [{ check: 'hidden-words', code: 'limit-exceeded' }] : [] };
}
