import type { NoticeRange, ReasonCode, SurfaceName } from '../contract/verdict.ts';

/** A part of a text, and the reasons that point at it. */
export interface MarkedPart {
  readonly text: string;
  readonly reasons: readonly ReasonCode[];
}

/**
 * A text cut where ranges begin and end, so that an app can mark the words a reason is tied to. The parts put together are the text. Ranges of other
 * surfaces are left out, what reaches past the text is cut there. Pure; O(parts × ranges), and a notice has few.
 * @param where of a notice, or of one of its facts
 */
export function markedText(text: string, where: readonly NoticeRange[], surface: SurfaceName = 'text'): readonly MarkedPart[] {
  const ranges = where.filter((range) => range.surface === surface && range.start < Math.min(range.end, text.length));
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? text.length;
    return { text: text.slice(start, end), reasons: [...new Set(ranges.filter((range) => range.start <= start && range.end > start).map(({ reason }) => reason))] };
  });
}
