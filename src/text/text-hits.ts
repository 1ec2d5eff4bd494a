import type { HiddenWord } from '../contract/settings.ts';

/** One surface of a message: a text of its own, in which no word runs over from another. */
export interface SurfaceText {
  readonly text: string;
  /** Read by the scam model too (text and caption). */
  readonly scored: boolean;
}

/** A word or phrase to look for. Several may share a text; `list` keeps those apart that are not duplicates. */
export interface WordEntry {
  readonly text: string;
  /** Default `word`. */
  readonly match?: HiddenWord['match'];
  /** Any u32; comes back in hits. */
  readonly entry: number;
  /** 0–63: two entries are duplicates only within one list. Default 0. */
  readonly list?: number;
  /**
   * How the accents of the term count. `auto`: it matches its plain spelling too, unless that is an everyday English word;
   * `exact`: only letters with an accent; `fold`: both. Default `auto`.
   */
  readonly accents?: 'auto' | 'exact' | 'fold';
  /** i and ı are two letters (docs/decisions/0014). All entries of one `list` alike. Default false. */
  readonly turkish?: boolean;
}

/** A half-open UTF-16 range of one surface. */
export interface TextHit {
  /** Index into the surfaces read. */
  readonly surface: number;
  readonly start: number;
  readonly end: number;
  readonly entry: number;
  /** How the word was disguised: bits of assembly/match/how.ts; 0: as written. */
  readonly how: number;
}

export interface ReadReport {
  /** Normalised units, for the kernel's readers. */
  readonly units: number;
  /** Something was left out: more than LIMITS.messageUnits, or more surfaces or folded units than the kernel holds. */
  readonly cut: boolean;
  /** Lone surrogates were seen; each is read as U+FFFD. */
  readonly illFormed: boolean;
}

export interface MatchReport {
  /** In order of start, then end, then entry. */
  readonly hits: readonly TextHit[];
  /** A limit ended the search, of hits or of work: there may be more hits. */
  readonly capped: boolean;
  /** It was the limit of hits. */
  readonly full: boolean;
}
