import type { Explanation } from '../../contract/engine.ts';
import type { ScamFamily } from '../../contract/verdict.ts';

export type ScamLabel = 'ham' | 'spam' | 'scam';
export type ScamLevel = Explanation['scam']['level'];

/** What a labelled text is, as people say. */
export interface LabelledText {
  readonly label: ScamLabel;
  /** Of a scam its family, of another text its kind (families.md, or a host's own); null where nobody said. */
  readonly name: string | null;
  /** BCP 47; `unknown` where nobody said. */
  readonly lang: string;
  readonly source: string;
}

/** What the engine said of it. */
export interface Judgement {
  /** 0–1. */
  readonly score: number;
  readonly level: ScamLevel;
  /** A stranger's first message, it is shown with a notice: the conversation decides, and may wait. Absent where nobody asked. */
  readonly shown?: boolean | undefined;
  readonly family: ScamFamily | null;
  /** The language it took the text for. */
  readonly detected: string;
}

/** One labelled text, judged. Without its words: a report holds none. */
export interface JudgedRow extends LabelledText, Judgement {
  /** In characters (code points). */
  readonly length: number;
}

/** @param text counted, and not kept */
export function judgedRow(labelled: LabelledText, text: string, judgement: Judgement): JudgedRow {
  const { label, name, lang, source } = labelled;
  const { score, level, shown, family, detected } = judgement;
  return { label, name, lang, source, score, level, shown, family, detected, length: [...text].length };
}

/** Honest texts: ham, and marketing of the kind `promotion` (families.md). Other spam stands on neither side. */
export function isHonest(row: LabelledText): boolean {
  return row.label === 'ham' || (row.label === 'spam' && row.name === 'promotion');
}

export const isTipped = (row: Judgement): boolean => row.level !== 'none';

/** Values of a key in an order of their own: two runs print the same. */
export function groupRows(rows: readonly JudgedRow[], key: (row: JudgedRow) => string | null): readonly (readonly [string, readonly JudgedRow[]])[] {
  const groups = new Map<string, JudgedRow[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [row]);
    else members.push(row);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
