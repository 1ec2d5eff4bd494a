// What counts as a disguise of a term, of a way in which it is laid over a passage (docs/decisions/0017).

import { beginsCluster, clustersOf, endsCluster } from './match.ts';
import type { Form, PlainOptions, Reading } from './match-reading.ts';
import { PICTURE, PROSE, RARE } from './passage-apart.ts';
import type { Glyph } from './passage-glyphs.ts';
import { APOSTROPHE, isLetter, isWordy } from './passage-laid.ts';
import type { Laid, Passage } from './passage-laid.ts';

const HOW = { look: 1, leet: 2, stretched: 4, separated: 8, oneSpace: 16, masked: 32, glued: 64, reversed: 128, percent: 256 };

/** What may be a first or last letter; what ends words in plain text. */
const MASKS_EDGE = /^[#$%*]$/;
const isPlainEnd = ({ c, letters }: Glyph): boolean => /^[!"'),.:;?]$/.test(c) || (c > '\xff' && letters === '');

/** What stands between two glyphs that were read, end to start. */
interface Gap { readonly glyphs: readonly Glyph[] }

export class Judge {
  readonly #passage: Passage;
  readonly #form: Form;
  readonly #text: Reading;
  readonly #splits: boolean;
  readonly #isCommon: (word: string) => boolean;

  constructor(passage: Passage, form: Form, text: Reading, { splits = true, isCommon = () => false }: PlainOptions) {
    this.#passage = passage;
    this.#form = form;
    this.#text = text;
    this.#splits = splits;
    this.#isCommon = isCommon;
  }

  /** Last glyph of the hit and how it is written; undefined for what is none. */
  judge(laid: readonly Laid[]): { readonly end: number; readonly how: number } | undefined {
    const passage = this.#passage;
    const { text: term, match, bound } = this.#form;
    const begin = laid[0]?.from ?? 0;
    const last = laid.at(-1) as Laid;
    const lastUnit = last.as === 'mask' ? '' : term.at(-1) ?? '';
    const gaps = this.#gaps(laid);
    const unspaced = passage.at(begin).type === 'unspaced' && (gaps.parting.length > 0 || laid.some(({ as }) => as === 'mask'));
    if (!this.#mayBeLaid(laid) || (!bound && !unspaced && gaps.parting.length > 0)) return undefined;
    let end = last.to;
    while (passage.isSame(end + 1, lastUnit) && (isWordy(passage.at(end + 1)) || !passage.at(end + 1).punctuation)) end++;
    const inner = Math.max(...laid.map(({ again }) => again.length));
    let longest = Math.max(inner, end - last.to);
    if (longest < 2 && (match !== 'word' || unspaced || this.#mayStand(begin, last.to, last))) {
      end = last.to;
      longest = inner;
    }
    if (match === 'word' && !unspaced && !this.#mayStand(begin, end, last)) return undefined;
    if (match !== 'anywhere' && laid.every(({ as }) => as === 'look') && !passage.isForeignDisguise(begin, end, this.#text)) return undefined;
    const camel = (isLetter(passage.at(begin - 1)) && passage.isCamel(begin)) || passage.endsCamel(begin, end);
    if (camel && !bound) return undefined;
    const extra = end - last.to;
    if (!unspaced && !this.#mayMaskEdge(laid, end)) return undefined;
    if (unspaced && !this.#mayBeApart(laid, end)) return undefined;
    const how = this.#accepted(laid, longest, extra, end, unspaced);
    if (how !== 0) return { end, how };
    const plain = laid.every(({ as, again }) => as === 'self' && again.length === 0) && extra === 0 && gaps.parting.length === 0;
    return camel && plain ? { end, how: HOW.glued } : undefined;
  }

  /** Gaps that part two letters of the term, and those between one letter and the same again. */
  #gaps(laid: readonly Laid[]): { readonly parting: readonly (Gap & { readonly before: number })[]; readonly crossed: readonly (Gap & { readonly before: number })[] } {
    const parting: (Gap & { readonly before: number })[] = [];
    const crossed: (Gap & { readonly before: number })[] = [];
    const between = (a: number, b: number): readonly Glyph[] => this.#passage.glyphs.slice(a + 1, b);
    laid.forEach(({ to, again }, i) => {
      [to, ...again].forEach((place, n, places) => {
        const isLast = n === places.length - 1;
        const next = isLast ? laid[i + 1]?.from : places[n + 1];
        const glyphs = next === undefined ? [] : between(place, next);
        if (glyphs.length > 0) (isLast ? parting : crossed).push({ glyphs, before: i + 1 });
      });
    });
    return { parting, crossed };
  }

  /** Rules for where masks, gaps and letters written again may stand. */
  #mayBeLaid(laid: readonly Laid[]): boolean {
    const passage = this.#passage;
    const { parting, crossed } = this.#gaps(laid);
    const blanks = (units: number): number => [...this.#form.text.slice(0, units)].filter((c) => c === ' ').length;
    /** Whether something stands behind each of the first `units` of the term but the last, and the spaces of a phrase. */
    const apart = (units: number): boolean => parting.filter(({ before }) => before < units).length >= units - 1 - 2 * blanks(units);
    const behindUnspaced = ({ glyphs }: Gap): boolean => passage.at(passage.glyphs.indexOf(glyphs[0] as Glyph) - 1).type === 'unspaced';
    if (crossed.some((gap) => !apart(gap.before) || behindUnspaced(gap))) return false;
    const spaced = ({ glyphs }: Gap): boolean => glyphs.some(({ type }) => type === 'space');
    for (const gap of [...parting, ...crossed]) {
      // Scripts without spaces have them where they like.
      if (behindUnspaced(gap)) continue;
      const earlier = parting.filter(({ before }) => before < gap.before);
      const crossedBy = crossed.filter(({ before, glyphs }) => before < gap.before || (before === gap.before && glyphs[0] !== undefined && gap.glyphs[0] !== undefined && glyphs[0].unit < gap.glyphs[0].unit));
      // With a space somewhere, all letters before it stand apart, or all together.
      if ([...earlier, ...crossedBy, gap].some(spaced) && earlier.length > 0 && !apart(gap.before)) return false;
    }
    const masks = laid.flatMap(({ as }, i) => as === 'mask' ? [i] : []);
    if (masks.length > 1) return false;
    return masks.every((i) => {
      const { from } = laid[i] as Laid;
      const before = laid[i - 1];
      if (before === undefined) return true;
      const { c } = passage.at(from);
      const next = passage.at(from + 1);
      if (APOSTROPHE.test(c)) return false;
      const between = from - 1 - (before.again.at(-1) ?? before.to);
      if (between > 0) {
        if (!apart(i)) return false;
        if (passage.at(from - 1).c !== c) return !isWordy(next) && next.type !== 'unspaced';
        // Among marks of its own kind it is the one in the middle.
        let behind = from + 1;
        while (passage.at(behind).c === c) behind++;
        return behind - from - 1 === between && isWordy(passage.at(behind));
      }
      if (passage.at(from - 1).type === 'unspaced') return next.type === 'unspaced' && (RARE.test(c) || PICTURE.test(c));
      if (!isWordy(next) && (next.type !== 'sign' || next.letters === '')) return MASKS_EDGE.test(c) && (next.type === 'space' || next.type === 'end' || isPlainEnd(next));
      // Words joined by a hyphen or a stroke are ordinary.
      return !/[-/&+]/.test(c) || from - (laid[0]?.from ?? 0) < 2 || !isWordy(passage.at(from + 2));
    });
  }

  /** A first or last letter that is masked: beside it no everyday word, and the mark is none of emphasis. */
  #mayMaskEdge(laid: readonly Laid[], end: number): boolean {
    const { text: term } = this.#form;
    const isLast = laid.at(-1)?.as === 'mask';
    if (!isLast && laid[0]?.as !== 'mask') return true;
    const at = isLast ? end : laid[0]?.from ?? 0;
    return /^[a-z]{5,}$/.test(term) && MASKS_EDGE.test(this.#passage.at(at).c)
      && !this.#isCommon(isLast ? term.slice(0, -1) : term.slice(1)) && !this.#passage.isEmphasis(at, isLast ? -1 : 1, this.#text);
  }

  #mayStand(begin: number, end: number, last: Laid): boolean {
    const passage = this.#passage;
    const { length } = this.#form.text;
    const glyph = passage.at(end);
    const several = last.as === 'spelled' || last.as === 'mask';
    if (length < 3 && passage.at(begin - 1).type === 'digit') return false;
    if (glyph.type === 'sign' && !several && glyph.punctuation) return glyph.c === '|' && passage.at(begin - 1).c !== '|';
    let next = end + 1;
    if (passage.at(next).type === 'digit') {
      if (glyph.type === 'digit' || length < 3) return false;
      while (passage.at(next).type === 'digit') next++;
    }
    return !isLetter(passage.at(next)) || passage.endsCamel(begin, end);
  }

  #isAlone(begin: number, end: number): boolean {
    const lone = (at: number, space: number, way: number): boolean =>
      this.#passage.at(space).type === 'space' && isLetter(this.#passage.at(at)) && !isLetter(this.#passage.at(at + way));
    return !lone(begin - 2, begin - 1, -1) && !lone(end + 2, end + 1, 1);
  }

  /** What is known of the gaps of a term of a script without spaces. */
  #apart(laid: readonly Laid[], end: number): { readonly apart: boolean; readonly rare: boolean; readonly prose: boolean } {
    const passage = this.#passage;
    const { parting, crossed } = this.#gaps(laid);
    const marks = [...parting, ...crossed].flatMap(({ glyphs }) => glyphs);
    const prose = marks.some(({ c }) => PROSE.test(c));
    const whole = !prose && ![passage.at((laid[0]?.from ?? 0) - 1), passage.at(end + 1)].some(({ type }) => type === 'unspaced');
    const rare = parting.length > 1 ? !prose : marks.every(({ c }) => RARE.test(c)) || (whole && marks.every(({ type }) => type !== 'space'));
    const all = parting.length >= clustersOf(this.#form.text) - 1;
    return { apart: all || (parting.length > 1 ? whole : parting.length > 0 && rare), rare, prose };
  }

  #mayBeApart(laid: readonly Laid[], end: number): boolean {
    const { apart, prose } = this.#apart(laid, end);
    const { text } = this.#text;
    if (laid.at(-1)?.as === 'mask' || (prose && !apart)) return false;
    return clustersOf(this.#form.text) > 1 && beginsCluster(text, this.#passage.at(laid[0]?.from ?? 0).unit) && endsCluster(text, this.#passage.at(end).unit);
  }

  #accepted(laid: readonly Laid[], longest: number, extra: number, end: number, unspaced: boolean): number {
    const passage = this.#passage;
    const term = this.#form.text;
    // Two syllables of Korean count as three letters where every mark between them is a rare one.
    const marks = [...this.#gaps(laid).parting, ...this.#gaps(laid).crossed].flatMap(({ glyphs }) => glyphs);
    const few = /^[가-힣]$/.test(passage.at(laid[0]?.from ?? 0).c) && marks.every(({ c }) => RARE.test(c));
    const length = unspaced ? Math.max(3, clustersOf(term)) : few ? Math.max(3, term.length) : term.length;
    const count = (...kinds: readonly Laid['as'][]): number => laid.filter(({ as }) => kinds.includes(as)).length;
    const signs = count('sign', 'spelled');
    const ties = count('tie');
    const numbers = count('number');
    const leet = signs + numbers;
    const masks = count('mask');
    const { parting, crossed } = this.#gaps(laid);
    const gaps = parting.length;
    const all = [...parting, ...crossed];
    const spaces = all.filter(({ glyphs }) => glyphs.some(({ type }) => type === 'space')).length;
    const begins = (c: RegExp): boolean => all.some(({ glyphs }) => c.test(glyphs[0]?.c ?? ''));
    const extras = extra + laid.reduce((sum, { again }) => sum + again.length, 0);
    const letters = length - leet - masks;
    if (leet > 0 && (length < 3 || (letters === 0 && (length < 4 || signs < 2)) || (length === 3 && letters < 2 && numbers > 0))) return 0;
    // A mere doubling is another word's spelling.
    if (extras > 0 && longest < 2) return 0;
    const flags = laid.filter(({ from, as }) => as === 'look' && /[\u{1f1e6}-\u{1f1ff}]/u.test(this.#passage.at(from).c)).length;
    if (flags > 0 && length < 3) return 0;
    const pairs = (unspaced ? length : term.length) - 1 - 2 * laid.filter(({ as }, i) => term[i] === ' ' && as !== 'mask').length;
    const known = this.#apart(laid, end);
    const apart = gaps > 0 && (unspaced ? known.apart : gaps >= pairs);
    if (masks + ties > 0 && (length < 4 || (leet > 0 && length < 6) || (gaps > 0 && !apart))) return 0;
    const part = parting[0]?.before ?? 0;
    const words = gaps === 1 && this.#isCommon(term.slice(0, part)) && this.#isCommon(term.slice(part));
    const blank = all.length === 1 && all[0]?.glyphs.length === 1 && all[0].glyphs[0]?.type === 'space';
    // Short terms stand in much by chance: one disguise at a time.
    if (length < 4 && [leet, extras, gaps].filter((n) => n > 0).length > 1) return 0;
    let how = 0;
    if (gaps === 1 && blank && !words && !unspaced && this.#splits && length > 4) how = HOW.oneSpace;
    else if (gaps > 0) {
      const parted = apart ? length > 3 || (length === 3 && (unspaced ? known.rare : spaces === 0 || this.#isAlone(laid[0]?.from ?? 0, end)))
        : spaces === 0 && length > 3 && !begins(APOSTROPHE) && (gaps > 1 || (!words && !unspaced) || begins(/^_$/));
      if (!parted) return 0;
      how = HOW.separated;
    }
    const percent = laid.some(({ to }) => this.#passage.at(to).width > 2);
    const looks = laid.filter(({ as }) => as === 'look');
    // Letters a–z that look like others, and nothing else disguised: an everyday word is itself.
    const weak = looks.every(({ from }) => /^[a-z]$/.test(passage.at(from).c) && this.#text.character(passage.at(from).unit) < '\u2100');
    const others = how + ties + leet + masks + extras + (percent ? 1 : 0);
    const first = passage.at(laid[0]?.from ?? 0).unit;
    if (others === 0 && weak && this.#isCommon(this.#text.text.slice(first, first + length))) return 0;
    if (ties > 0 && how !== HOW.separated) how += HOW.separated;
    return how + (count('look') > 0 ? HOW.look : 0) + (leet > 0 ? HOW.leet : 0) + (masks > 0 ? HOW.masked : 0) + (extras > 0 ? HOW.stretched : 0)
      + (percent ? HOW.percent : 0);
  }
}
