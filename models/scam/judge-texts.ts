import type { ScamJudge } from '../../src/node/eval/scam-judge.ts';
import { judgedRow, type JudgedRow, type LabelledText } from '../../src/node/eval/scam-rows.ts';

export interface TextToJudge extends LabelledText {
  readonly text: string;
}

/** Judges texts one by one, each a stranger's first message: its whole way through the engine. */
export async function judgeTexts({ judge }: Pick<ScamJudge, 'judge'>, texts: readonly TextToJudge[]): Promise<readonly JudgedRow[]> {
  const rows: JudgedRow[] = [];
  for (const text of texts) rows.push(judgedRow(text, text.text, await judge(text.text)));
  return rows;
}
